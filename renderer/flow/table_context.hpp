#pragma once
// What the readers of the single tables share: the gazetteer, the known sources, and the ids seen
// so far. It lives only while the tables are being read.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/access.hpp"
#include "core/coordinates.hpp"
#include "core/diagnostic.hpp"
#include "flow/raw_table.hpp"
#include "flow/tables.hpp"
#include "geo/gazetteer.hpp"

namespace ebbflow::flow {

class TableContext {
public:
    TableContext(geo::Gazetteer& gazetteer, core::Diagnostics& diagnostics, const TableSpecs& specs)
        : gazetteer_(gazetteer),
          diagnostics_(diagnostics),
          filmHasSource_(specs.filmHasSource),
          access_(specs.access) {}

    [[nodiscard]] geo::Gazetteer& gazetteer() { return gazetteer_; }
    [[nodiscard]] core::Diagnostics& diagnostics() { return diagnostics_; }

    [[nodiscard]] const core::Access& access() const { return access_; }

    /// From now on every named source must be one of these.
    void knowSources(const std::vector<Source>& sources);

    /// Source ids and confidence of a row.
    void readEvidence(RowReader& row, std::vector<std::string>& sources,
                      core::Confidence& confidence);

    /// A place by name (`column`), by coordinates (`column`_lat, `column`_lon), or both: the
    /// coordinates then say where, the name what it is called, if the gazetteer knows it.
    /// `latColumn` and `lonColumn` name the coordinates' columns.
    [[nodiscard]] std::optional<Location> readLocation(RowReader& row, std::string_view column,
                                                       std::string_view latColumn,
                                                       std::string_view lonColumn);

    /// Remembers an id of one table; the second row of the same is a fault that names the first.
    void claimId(RowReader& row, std::string_view table, const std::string& id);

    /// Notes for names of which only the first use was reported. To be called once, at the end.
    void summariseRepeats();

private:
    const geo::Place* findPlace(RowReader& row, std::string_view column);

    geo::Gazetteer& gazetteer_;
    core::Diagnostics& diagnostics_;
    bool filmHasSource_;
    core::Access access_;
    std::optional<std::vector<std::string>> sourceIds_;
    std::unordered_map<std::string, std::string> placeIds_;
    std::map<std::string, int, std::less<>> unknownPlaces_;
    std::map<std::string, int, std::less<>> unknownSources_;
    std::unordered_map<std::string, core::SourcePlace> claimed_;
};

}  // namespace ebbflow::flow
