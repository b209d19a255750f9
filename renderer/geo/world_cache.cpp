#include "geo/world_cache.hpp"

#include <gdal.h>
#include <geos_c.h>
#include <proj.h>

#include <exception>
#include <filesystem>

#include <fmt/format.h>

#include "core/byte_hash.hpp"
#include "core/error.hpp"
#include "geo/more_places.hpp"
#include "geo/world_archive.hpp"

namespace ebbflow::geo {

namespace {

/// None where the world follows from files that are not looked at here.
std::string folderFor(const WorldSpec& spec) {
    return spec.roles.empty() ? spec.cacheFolder : std::string();
}

/// The program that cuts and the libraries that it cuts with count as well as the data: another
/// build may make other shapes.
std::string keyOf(const WorldSpec& spec) {
    const std::filesystem::path atlas = spec.atlasFolder;
    return fmt::format("program {} atlas {} places {} relief {} gdal {} proj {} geos {}",
                       core::hashOfFile("/proc/self/exe"), core::hashOfFile(atlas / "atlas.gpkg"),
                       core::hashOfFile(morePlacesPath(spec.atlasFolder)),
                       core::hashOfFile(atlas / "relief.tif"), GDALVersionInfo("RELEASE_NAME"),
                       proj_info().release, GEOSversion());
}

/// Another world than the one that was kept is no fault: it is made anew.
template <class Take>
bool takes(const std::optional<std::string>& bytes, Take take) {
    if (!bytes) return false;
    try {
        take(*bytes);
        return true;
    } catch (const std::exception&) {
        return false;
    }
}

}  // namespace

WorldCache::WorldCache(const WorldSpec& spec) : files_(folderFor(spec)) {
    if (files_.empty()) return;
    try {
        atlas_ = keyOf(spec);
    } catch (const core::Failure&) {
        files_ = core::FileCache({});  // whoever reads the atlas says what is wrong with it
    }
}

bool WorldCache::findPlaces(World& world) const {
    return takes(files_.find("places of " + atlas_),
                 [&](const std::string& bytes) { unpackPlaces(bytes, world); });
}

void WorldCache::keepPlaces(const World& world) const {
    if (!files_.empty()) files_.keep("places of " + atlas_, packPlaces(world));
}

std::string WorldCache::shapesKey(const std::optional<core::MapBox>& focus,
                                  const World& world) const {
    const std::string part = focus ? fmt::format("{:a} {:a} {:a} {:a}", focus->minX, focus->minY,
                                                 focus->maxX, focus->maxY)
                                   : "all";
    return fmt::format("shapes of {} on {} within {}", atlas_, world.projection.definition(), part);
}

bool WorldCache::findShapes(const std::optional<core::MapBox>& focus, World& world) const {
    return takes(files_.find(shapesKey(focus, world)),
                 [&](const std::string& bytes) { unpackShapes(bytes, world); });
}

void WorldCache::keepShapes(const std::optional<core::MapBox>& focus, const World& world) const {
    if (!files_.empty()) files_.keep(shapesKey(focus, world), packShapes(world));
}

}  // namespace ebbflow::geo
