#pragma once
// JSON as a tree that remembers where everything stands, so that what is wrong in a file can be
// told with its line. It knows nothing of what the file is about.

#include <optional>
#include <string>
#include <string_view>

#include "core/diagnostic.hpp"
#include "scene/node.hpp"

namespace ebbflow::produce {

/// Numbers, true and false are plain texts, null is an empty node. Nothing when it is no JSON,
/// which then is told with its place. A key that stands twice is told, and the later one dropped.
[[nodiscard]] std::optional<scene::Node> parsePlacedJson(std::string_view text,
                                                         const std::string& file,
                                                         core::Diagnostics& diagnostics);

}  // namespace ebbflow::produce
