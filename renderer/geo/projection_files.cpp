#include "geo/projection_files.hpp"

#include <algorithm>
#include <array>

namespace ebbflow::geo {

namespace {

bool isPath(std::string_view name) {
    return name.find_first_of("/\\") != std::string_view::npos || name.starts_with('.') ||
           name.starts_with('~');
}

/// Of names with commas between them.
std::string_view pathAmong(std::string_view names) {
    while (!names.empty()) {
        const std::size_t comma = std::min(names.find(','), names.size());
        std::string_view name = names.substr(0, comma);
        // One that may be missing.
        if (name.starts_with('@')) name.remove_prefix(1);
        if (isPath(name)) return name;
        names.remove_prefix(std::min(comma + 1, names.size()));
    }
    return {};
}

}  // namespace

std::string_view fileOfProjection(std::string_view definition) {
    // `nadgrids`, `geoidgrids` and `grids` are one here.
    constexpr std::array<std::string_view, 5> kKeys{
        "grids=", "init=", "file=", "model=", "catalog="};
    for (const std::string_view key : kKeys) {
        for (std::size_t at = definition.find(key); at != std::string_view::npos;
             at = definition.find(key, at)) {
            at += key.size();
            const std::size_t end =
                std::min(definition.find_first_of(" \t\r\n\"]", at), definition.size());
            if (const auto path = pathAmong(definition.substr(at, end - at)); !path.empty())
                return path;
        }
    }
    return {};
}

}  // namespace ebbflow::geo
