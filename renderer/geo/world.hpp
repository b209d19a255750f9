#pragma once
// The world as the map plane shows it: plain, immutable arrays ready for drawing, and the
// gazetteer. Loaded once by loadWorld(); it has no dates of its own beyond each thing's validity.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <glm/vec2.hpp>

#include "core/access.hpp"
#include "core/coordinates.hpp"
#include "core/diagnostic.hpp"
#include "core/source_spec.hpp"
#include "core/text_value.hpp"
#include "core/validity.hpp"
#include "geo/gazetteer.hpp"
#include "geo/projection.hpp"

namespace ebbflow::geo {

/// A polygon feature: a range of the layer's triangles.
struct Area {
    std::string id;
    core::LocalText name;
    core::Validity valid;
    std::uint32_t firstIndex = 0;
    std::uint32_t indexCount = 0;
    core::MapBox bounds;
    double areaKm2 = 0;  ///< on the map plane
};

struct AreaLayer {
    std::vector<glm::vec2> vertices;     ///< km on the map plane
    std::vector<std::uint32_t> indices;  ///< triangles, counter-clockwise
    std::vector<Area> areas;
};

/// A polyline feature: one or more strips of the layer's points.
struct Line {
    std::string id;
    std::string
        kind;  ///< borders: state, republic, province, ceasefire; rail: line, plan; rivers: empty
    std::string left, right;
    core::LocalText name;
    core::Validity valid;
    int rank = 0;
    std::uint32_t firstStrip = 0;
    std::uint32_t stripCount = 0;
    core::MapBox bounds;
};

struct Strip {
    std::uint32_t firstPoint = 0;
    std::uint32_t pointCount = 0;
    bool closed = false;
};

struct LineLayer {
    std::vector<glm::vec2> points;  ///< km on the map plane
    std::vector<Strip> strips;
    std::vector<Line> lines;
};

/// Land elevation resampled onto the map plane.
struct Relief {
    int width = 0;
    int height = 0;
    core::MapBox extent;
    std::vector<float> metres;  ///< rows from the top (largest y); sea = 0
    [[nodiscard]] bool empty() const { return metres.empty(); }
};

/// A named route in degrees, for journeys that follow it.
struct Route {
    std::string id;
    core::LocalText name;
    std::vector<core::LonLat> points;
};

/// A name written on the map itself: of a state, a sea, a lake or a river, while it was so called.
struct MapName {
    std::string kind;  ///< state, sea, lake, river
    std::string id;    ///< of a state: as in the states
    core::LocalText name;
    core::Validity valid;
    core::LonLat position;
    int rank = 0;  ///< 0 = the greatest
};

/// Finest scale at which a layer is meant to be looked at, metres of ground.
struct LayerScale {
    std::string layer;
    double finestMetres = 0;
};

struct World {
    Projection projection;
    AreaLayer land{}, states{}, lakes{};
    LineLayer coast{}, borders{}, rivers{}, rail{}, graticule{};
    Relief relief{};
    std::vector<Route> routes{};
    std::vector<MapName> names{};
    Gazetteer gazetteer{};
    std::vector<LayerScale> scales{};
    std::vector<std::string> notices{};  ///< credits and licences of the layers in use
    /// Days of which the atlas knows the states; nothing where the states are the script's own.
    std::optional<core::Validity> statesKnown{};
    /// Of the script's own layers, the corners of what each feature covers.
    std::vector<core::LonLat> ownCorners{};
    /// The part that will be looked at, where that is known: pictures made of the map beforehand
    /// need not reach further.
    std::optional<core::MapBox> focus{};
};

struct RoleSpec {
    std::string role;  ///< land, states, borders, lakes, rivers, rail, places, names, relief
    core::FileSpec file;
};

struct WorldSpec {
    std::string projection;  ///< a word or a definition; empty: the world
    core::SourcePlace projectionPlace;
    std::string
        atlasFolder;  ///< holds atlas.gpkg and relief.tif; roles not in `roles` come from there
    std::vector<RoleSpec> roles;  ///< the script's own sources
    core::Access access{};        ///< what may be opened
    /// Let the atlas's first and last borders and names of states stand outside of the days that
    /// it knows; else there are none.
    bool statesAlways = false;
    bool geometry = true;       ///< false: gazetteer and routes only, for what draws no map
    std::string cacheFolder{};  ///< what atlas and projection come to is kept there; empty: not
    /// The part of the map that the film looks at, where known: relief is resampled there only, and
    /// the finer for it. Without it, over all that the projection shows.
    std::optional<core::MapBox> focus;
};

/// Reads, unwraps, repairs, projects, cuts to the projection's domain, densifies and triangulates.
/// Faults of the data go to `diagnostics`, and what is sound is still loaded. Throws core::Failure
/// when the atlas itself is missing or unreadable.
[[nodiscard]] World loadWorld(const WorldSpec& spec, core::Diagnostics& diagnostics);

/// The same in two steps, for a film: its places must be known before it is known where it looks.
class WorldLoading {
public:
    /// Reads every source; takes the places, routes, scales and notices.
    WorldLoading(const WorldSpec& spec, core::Diagnostics& diagnostics);
    ~WorldLoading();
    WorldLoading(const WorldLoading&) = delete;
    WorldLoading& operator=(const WorldLoading&) = delete;

    /// A world without shapes.
    [[nodiscard]] const World& places() const;
    /// Another one than the spec's, before finish(): for what is known of the places by then.
    void project(const Projection& projection);
    /// The shapes, and the relief of `focus` (of all that the projection shows without it); once.
    [[nodiscard]] World finish(const std::optional<core::MapBox>& focus);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ebbflow::geo
