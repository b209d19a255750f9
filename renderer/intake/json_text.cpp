#include "intake/json_text_impl.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/utf8.hpp"

namespace ebbflow::intake {

namespace {

constexpr int kDeepest = 64;

core::SourcePlace placeAt(const Document& document, std::size_t byte) {
    const std::string_view before = std::string_view(document.text).substr(0, byte);
    const auto line = std::ranges::count(before, '\n') + 1;
    const std::size_t start = before.rfind('\n') + 1;
    int column = 1;
    for (std::size_t i = start; i < before.size(); ++column)
        i += std::max<std::size_t>(core::utf8Length(before, i), 1);
    return {document.path, static_cast<int>(line), column};
}

/// The library's own words, after the last colon of its own place.
std::string reasonOf(const nlohmann::json::exception& error) {
    const std::string what = error.what();
    const std::size_t at = what.rfind(": ");
    return at == std::string::npos ? what : what.substr(at + 2);
}

bool isTooDeep(std::string_view text) {
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '\\') ++i;
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '{' || c == '[') ++depth;
        if (c == '}' || c == ']') --depth;
        if (depth > kDeepest) return true;
    }
    return false;
}

}  // namespace

std::optional<nlohmann::json> parseJson(const Document& document, core::Diagnostics& diagnostics) {
    if (isTooDeep(document.text)) {
        diagnostics.error({document.path, 1, 1},
                          fmt::format("nests deeper than {} levels", kDeepest));
        return std::nullopt;
    }
    try {
        return nlohmann::json::parse(document.text);
    } catch (const nlohmann::json::parse_error& error) {
        diagnostics.error(placeAt(document, error.byte == 0 ? 0 : error.byte - 1),
                          "is no JSON from here on: " + reasonOf(error));
        return std::nullopt;
    } catch (const nlohmann::json::exception& error) {
        diagnostics.error({document.path, 1, 1}, "cannot be read as JSON: " + reasonOf(error));
        return std::nullopt;
    }
}

const nlohmann::json& member(const nlohmann::json& object, const char* name) {
    static const nlohmann::json none;
    if (!object.is_object()) return none;
    const auto found = object.find(name);
    return found == object.end() ? none : *found;
}

std::string textOf(const nlohmann::json& value) {
    if (value.is_string()) return value.get<std::string>();
    return value.is_number() || value.is_boolean() ? value.dump() : std::string();
}

std::optional<core::LonLat> positionOf(const nlohmann::json& value) {
    if (!value.is_array() || value.size() < 2 || !value[0].is_number() || !value[1].is_number())
        return std::nullopt;
    const core::LonLat at{value[0].get<double>(), value[1].get<double>()};
    if (!std::isfinite(at.lon) || std::abs(at.lon) > 540 || !(std::abs(at.lat) <= 90))
        return std::nullopt;
    return at;
}

}  // namespace ebbflow::intake
