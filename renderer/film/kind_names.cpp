#include "film/kind_names.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace ebbflow::film {

bool isKindOf(const Film& film, const std::string& name) {
    return std::ranges::any_of(film.tables.movements,
                               [&](const auto& movement) { return movement.kind == name; });
}

void reportUnknownFollow(const Film& film, const scene::PlaceRef& name,
                         core::Diagnostics& diagnostics) {
    std::set<std::string> known;
    for (const auto& movement : film.tables.movements) known.insert(movement.kind);
    for (const auto& route : film.world->routes) known.insert(route.id);
    const std::vector<std::string> names(known.begin(), known.end());
    diagnostics.error(
        name.place,
        fmt::format("`follow`: there is no kind and no route `{}`{}; there are: {}", name.name,
                    core::didYouMean(name.name, names), fmt::join(names, ", ")));
}

}  // namespace ebbflow::film
