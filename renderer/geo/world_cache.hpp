#pragma once
// What the atlas comes to, kept between runs of the program: it is the same for every film of one
// projection that looks at one part of the map. A script with map files of its own is not helped:
// its world is made anew each time.

#include <optional>
#include <string>

#include "core/file_cache.hpp"
#include "geo/world.hpp"

namespace ebbflow::geo {

class WorldCache {
public:
    explicit WorldCache(const WorldSpec& spec);

    /// Into `world`; false when it was not there.
    [[nodiscard]] bool findPlaces(World& world) const;
    void keepPlaces(const World& world) const;
    /// Of the world's projection.
    [[nodiscard]] bool findShapes(const std::optional<core::MapBox>& focus, World& world) const;
    void keepShapes(const std::optional<core::MapBox>& focus, const World& world) const;

private:
    [[nodiscard]] std::string shapesKey(const std::optional<core::MapBox>& focus,
                                        const World& world) const;

    core::FileCache files_;
    std::string atlas_;  ///< all that places follow from, as a key
};

}  // namespace ebbflow::geo
