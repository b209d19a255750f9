#pragma once
// One row for everything that a wish may say: its name in JSON, in presets and among `render`'s
// options, its form, its schema, its place in the struct. What is not here can neither be written
// nor read. Of use in this room alone; others have wish_json.hpp and takeWord().

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "produce/wish.hpp"
#include "scene/node.hpp"

namespace ebbflow::produce {

using Json = nlohmann::ordered_json;

struct WishField {
    std::string_view name;
    std::string_view says;
    bool ofPresets = false;  ///< presets may say it, too
    Json schema;
    /// From text, as options and presets have it; yes and no of flags. Throws core::Failure or
    /// Refusal.
    std::function<void(RenderWish&, const std::string&)> take;
    /// From a value of JSON. Throws core::Failure or Refusal.
    std::function<void(RenderWish&, const scene::Node&)> read;
    /// Null where the wish is as usual.
    std::function<Json(const RenderWish&)> write;
};

[[nodiscard]] const std::vector<WishField>& wishFields();
/// Null for a name that there is not.
[[nodiscard]] const WishField* wishField(std::string_view name);

}  // namespace ebbflow::produce
