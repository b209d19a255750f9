#include "film/state_names.hpp"

#include <algorithm>
#include <set>

#include "geo/country_names.hpp"

namespace ebbflow::film {

namespace {

using Names = std::set<std::string, std::less<>>;

Names namesOfStates(const geo::World& world) {
    Names names;
    for (const geo::Area& area : world.states.areas) {
        names.insert(area.id);
        for (const auto& [language, name] : area.name.words) names.insert(name);
    }
    return names;
}

}  // namespace

void takeNamesOfTheMap(scene::Map& map, const geo::World& world) {
    const Names known = namesOfStates(world);
    std::vector<std::string> wanted;
    for (const std::string& name : map.highlight) {
        const std::size_t before = wanted.size();
        if (!known.contains(name)) {
            std::ranges::copy_if(known, std::back_inserter(wanted), [&](const std::string& own) {
                return geo::sameCountry(own, name);
            });
        }
        if (wanted.size() == before) wanted.push_back(name);
    }
    map.highlight = std::move(wanted);
}

}  // namespace ebbflow::film
