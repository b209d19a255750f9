#pragma once
// Which columns of a layer are read for which of ours: those that the script maps, those with our
// names, and those that map_columns knows by another. For the readers of the geo room.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/source_spec.hpp"

class OGRFeature;
class OGRFeatureDefn;

namespace ebbflow::geo {

struct Column {
    int index = -1;
    int month = -1, day = -1;  ///< of a date in three columns
    bool isDate = false;       ///< typed so by the file
};

struct BoundColumns {
    std::vector<Column> fields;                         ///< as they were asked for
    std::vector<std::pair<std::string, Column>> names;  ///< language tag and column
    Column from, to;

    [[nodiscard]] bool reads(int index) const;
};

/// What is read of a layer, given our names of the wanted columns and what the script maps; absent
/// ones have no index. A name that the script maps and the layer lacks is for the caller to report.
[[nodiscard]] BoundColumns bindColumns(const OGRFeatureDefn& layer,
                                       const std::vector<std::string>& fields,
                                       const core::FileSpec& file);

/// The cell as text; nothing where it is empty. Dates as `1917-04-30`, without the clock.
[[nodiscard]] std::optional<std::string> cellText(const OGRFeature& feature, const Column& column);

}  // namespace ebbflow::geo
