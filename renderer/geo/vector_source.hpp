#pragma once
// Reads a layer of any vector file that OGR opens into plain features in WGS 84 degrees, unwrapped
// across the antimeridian. It maps columns by name and reports what is wrong with the file; it cuts
// nothing.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/access.hpp"
#include "core/diagnostic.hpp"
#include "core/source_spec.hpp"
#include "core/text_value.hpp"
#include "core/validity.hpp"
#include "geo/feature.hpp"

namespace ebbflow::geo {

struct VectorRequest {
    std::string role;  ///< what the file is for, in messages
    core::FileSpec file;
    std::string preferredLayer;  ///< taken when the file names none and it exists
    ShapeKind kind = ShapeKind::polygons;
    std::vector<std::string> fields;  ///< wanted, by our names; absent ones stay empty
    core::Access access{};
    bool own =
        false;  ///< the script's, not the atlas's: its author can be told how to name columns
};

/// Sound features in the order of the file. Faults go to `diagnostics`, placed where the script
/// names the file; features without a shape, or with one of another kind beside some of this one,
/// are left out with a warning.
[[nodiscard]] std::vector<Feature> readVector(const VectorRequest& request,
                                              core::Diagnostics& diagnostics);

/// Our names of columns and the file's, of those that look like names or dates and that
/// readVector() would pass over. Says nothing of a file that cannot be read.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> likelyColumns(
    const VectorRequest& request);

}  // namespace ebbflow::geo
