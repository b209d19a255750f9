#pragma once
// JSON of a stranger: parsed, with the place of what is wrong with it. For the readers of this
// room.

#include <optional>

#include <nlohmann/json.hpp>

#include "core/coordinates.hpp"
#include "core/diagnostic.hpp"
#include "intake/given.hpp"

namespace ebbflow::intake {

/// Nothing after an error at its line and column. Nests of more than 64 levels are none of ours.
[[nodiscard]] std::optional<nlohmann::json> parseJson(const Document& document,
                                                      core::Diagnostics& diagnostics);

/// A member that is there, or null.
[[nodiscard]] const nlohmann::json& member(const nlohmann::json& object, const char* name);

/// A plain value as text: a string as it is, a number in its shortest form; else empty.
[[nodiscard]] std::string textOf(const nlohmann::json& value);

/// Degrees of a GeoJSON position, or nothing.
[[nodiscard]] std::optional<core::LonLat> positionOf(const nlohmann::json& value);

}  // namespace ebbflow::intake
