#include <algorithm>
#include <charconv>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "core/error.hpp"
#include "geo/derive.hpp"
#include "geo/graticule.hpp"
#include "geo/layers.hpp"
#include "geo/more_places.hpp"
#include "geo/places.hpp"
#include "geo/projection_words.hpp"
#include "geo/relief.hpp"
#include "geo/role_reader.hpp"
#include "geo/world_cache.hpp"

namespace ebbflow::geo {

namespace {

/// Id comes first in every role that has ids.
constexpr std::size_t kRowId = 0;

std::vector<VectorRole> placeRoles() {
    return {{"places", ShapeKind::points, placeFields(), true},
            {"names", ShapeKind::points, mapNameFields()},
            {"rail", ShapeKind::lines, {"id", "kind"}},
            {"layers", ShapeKind::none, {"layer", "finest_m", "source", "licence"}}};
}

std::vector<VectorRole> allRoles() {
    std::vector<VectorRole> roles = placeRoles();
    for (const char* name : {"states", "land", "lakes"}) {
        roles.push_back({name, ShapeKind::polygons, {"id"}});
    }
    roles.push_back({"borders", ShapeKind::lines, {"id", "kind", "left", "right"}});
    roles.push_back({"rivers", ShapeKind::lines, {"id", "scalerank"}});
    return roles;
}

std::string valueOf(const Feature& feature, std::size_t field) {
    return feature.values[field].value_or("");
}

template <class Number>
Number numberOf(const Feature& feature, std::size_t field) {
    Number value{};
    const std::string text = valueOf(feature, field);
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

RawLine rawLine(Feature& feature) {
    RawLine raw;
    raw.line.id = valueOf(feature, kRowId);
    raw.line.name = feature.name;
    raw.line.valid = feature.valid;
    raw.degrees = std::move(feature.lines);
    return raw;
}

std::vector<RawLine> rivers(std::vector<Feature>& features) {
    std::vector<RawLine> lines;
    for (Feature& feature : features) {
        lines.push_back(rawLine(feature));
        lines.back().line.rank = numberOf<int>(feature, 1);
    }
    return lines;
}

std::vector<RawLine> kindedLines(std::vector<Feature>& features, bool sides) {
    std::vector<RawLine> lines;
    for (Feature& feature : features) {
        lines.push_back(rawLine(feature));
        Line& line = lines.back().line;
        line.kind = valueOf(feature, 1);
        if (!sides) continue;
        line.left = valueOf(feature, 2);
        line.right = valueOf(feature, 3);
    }
    return lines;
}

Projection projectionOf(const WorldSpec& spec, core::Diagnostics& diagnostics) {
    Projection world(projectionOfWords("world"));
    if (spec.projection.empty()) return world;
    try {
        Projection wanted(projectionOfWords(spec.projection));
        static_cast<void>(domainOf(wanted));
        return wanted;
    } catch (const core::Failure& failure) {
        diagnostics.error(spec.projectionPlace, failure.what());
        return world;
    }
}

}  // namespace

struct WorldLoading::State {
    State(const WorldSpec& spec, core::Diagnostics& diagnostics)
        : spec_(spec),
          diagnostics_(diagnostics),
          reader_(spec_, spec_.geometry ? allRoles() : placeRoles()),
          world_{.projection = projectionOf(spec, diagnostics)},
          cache_(spec) {
        if (cache_.findPlaces(world_)) return;
        readSources();
        takePlaces();
        takeCredits();
        takeCorners();
        if (soundAtlas_) cache_.keepPlaces(world_);
    }

    /// Once; not at all while all that is wanted is in the cache.
    void readSources();
    void takePlaces();
    void takeCredits();
    void findGeometry(const std::optional<core::MapBox>& focus);
    void takeGeometry(const std::optional<core::MapBox>& focus);
    void endStates();
    void takeCorners();
    [[nodiscard]] ReliefRequest reliefRequest(const std::optional<core::MapBox>& focus) const;

    const WorldSpec spec_;
    core::Diagnostics& diagnostics_;
    RoleReader reader_;
    World world_;
    WorldCache cache_;
    bool isRead_ = false;
    bool soundAtlas_ = true;  ///< nothing was to be said of it
};

void WorldLoading::State::readSources() {
    if (std::exchange(isRead_, true)) return;
    const std::size_t before = diagnostics_.all().size();
    reader_.readAll(diagnostics_);
    soundAtlas_ = diagnostics_.all().size() == before;
}

void WorldLoading::State::takePlaces() {
    auto& rows = reader_.features("places");
    const auto own =
        std::ranges::stable_partition(rows, [](const Feature& row) { return !row.fromScript; });
    addPlaces({rows.begin(), own.begin()}, world_.gazetteer);
    addMorePlaces(spec_.atlasFolder, world_.gazetteer);
    addPlaces({own.begin(), own.end()}, world_.gazetteer);
    world_.names = mapNamesOf(reader_.features("names"));
    // The atlas cannot name states that are not its own.
    if (reader_.isOwn("states") && !reader_.isOwn("names"))
        std::erase_if(world_.names, [](const MapName& name) { return name.kind == "state"; });
    world_.routes = routesOf(reader_.features("rail"), kRowId);
}

void WorldLoading::State::takeCredits() {
    for (const Feature& row : reader_.features("layers")) {
        const std::string layer = valueOf(row, 0);
        if (reader_.isOwn(layer)) continue;
        if (layer == "states") world_.statesKnown = row.valid;
        world_.scales.push_back({layer, numberOf<double>(row, 1)});
        world_.notices.push_back(
            fmt::format("{}: {} ({})", layer, valueOf(row, 2), valueOf(row, 3)));
    }
    for (const RoleSpec& own : spec_.roles) {
        if (own.file.finestKm > 0) world_.scales.push_back({own.role, own.file.finestKm * 1000});
    }
}

ReliefRequest WorldLoading::State::reliefRequest(const std::optional<core::MapBox>& focus) const {
    ReliefRequest request;
    request.file.path = (std::filesystem::path(spec_.atlasFolder) / "relief.tif").string();
    request.file.place = {request.file.path, 0, 0};
    for (const RoleSpec& own : spec_.roles) {
        if (own.role == "relief") request.file = own.file;
    }
    request.focus = focus;
    request.access = spec_.access;
    return request;
}

void WorldLoading::State::findGeometry(const std::optional<core::MapBox>& focus) {
    if (cache_.findShapes(focus, world_)) return;
    readSources();
    const std::size_t before = diagnostics_.all().size();
    takeGeometry(focus);
    if (soundAtlas_ && diagnostics_.all().size() == before) cache_.keepShapes(focus, world_);
}

void WorldLoading::State::takeGeometry(const std::optional<core::MapBox>& focus) {
    const auto states = std::move(reader_.features("states"));
    auto land = std::move(reader_.features("land"));
    const auto lakes = std::move(reader_.features("lakes"));
    if (reader_.isOwn("states") && !reader_.isOwn("land")) land = landOf(states);
    const bool ownLines = reader_.isOwn("borders") || !reader_.isOwn("states");

    AreaLayerMaker landMaker(land, kRowId), stateMaker(states, kRowId), lakeMaker(lakes, kRowId);
    LineLayerMaker coast(coastsOf(land));
    LineLayerMaker borders(ownLines ? kindedLines(reader_.features("borders"), true)
                                    : bordersOf(states, kRowId));
    LineLayerMaker riverMaker(rivers(reader_.features("rivers")));
    LineLayerMaker rail(kindedLines(reader_.features("rail"), false));
    LineLayerMaker net(graticule());

    const Domain domain = domainOf(world_.projection);
    core::Diagnostics reliefFaults;
    std::vector<Job> jobs;
    constexpr double kDearest = 1e9;
    jobs.push_back({kDearest, [&](Workbench& bench) {
                        world_.relief = readRelief(reliefRequest(focus), bench.plane, bench.domain,
                                                   reliefFaults);
                    }});
    for (AreaLayerMaker* maker : {&landMaker, &stateMaker, &lakeMaker}) maker->addJobs(jobs);
    for (LineLayerMaker* maker : {&coast, &borders, &riverMaker, &rail, &net}) maker->addJobs(jobs);
    runJobs(std::move(jobs), world_.projection, domain);

    world_.land = landMaker.take(reader_.place("land"), diagnostics_);
    world_.states = stateMaker.take(reader_.place("states"), diagnostics_);
    world_.lakes = lakeMaker.take(reader_.place("lakes"), diagnostics_);
    world_.coast = coast.take();
    world_.borders = borders.take();
    world_.rivers = riverMaker.take();
    world_.rail = rail.take();
    world_.graticule = net.take();
    diagnostics_.append(reliefFaults);
}

/// What the atlas leaves open is open in the days that it knows, no longer.
void WorldLoading::State::endStates() {
    if (!world_.statesKnown || spec_.statesAlways) return;
    const auto end = [&](core::Validity& valid) {
        if (!valid.from) valid.from = world_.statesKnown->from;
        if (!valid.to) valid.to = world_.statesKnown->to;
    };
    for (Area& state : world_.states.areas) end(state.valid);
    if (!reader_.isOwn("borders"))
        for (Line& border : world_.borders.lines) end(border.valid);
    if (reader_.isOwn("names")) return;
    for (MapName& name : world_.names)
        if (name.kind == "state") end(name.valid);
}

void WorldLoading::State::takeCorners() {
    auto& corners = world_.ownCorners;
    const auto add = [&](const std::vector<glm::dvec2>& points) {
        if (points.empty()) return;
        const PlaneBox box = boxOf(points);
        for (const double lon : {box.low.x, box.high.x})
            for (const double lat : {box.low.y, box.high.y}) corners.push_back({lon, lat});
    };
    for (const RoleSpec& own : spec_.roles) {
        for (const Feature& feature : reader_.features(own.role)) {
            if (!feature.fromScript) continue;
            for (const Polygon& polygon : feature.polygons) {
                for (const Ring& ring : polygon.rings) add(ring);
            }
            for (const Polyline& line : feature.lines) add(line.points);
            add(feature.points);
        }
    }
}

WorldLoading::WorldLoading(const WorldSpec& spec, core::Diagnostics& diagnostics)
    : state_(std::make_unique<State>(spec, diagnostics)) {}

WorldLoading::~WorldLoading() = default;

const World& WorldLoading::places() const {
    return state_->world_;
}

void WorldLoading::project(const Projection& projection) {
    state_->world_.projection = projection;
}

World WorldLoading::finish(const std::optional<core::MapBox>& focus) {
    if (state_->spec_.geometry) state_->findGeometry(focus);
    state_->endStates();
    state_->world_.focus = focus;
    return std::move(state_->world_);
}

World loadWorld(const WorldSpec& spec, core::Diagnostics& diagnostics) {
    return WorldLoading(spec, diagnostics).finish(spec.focus);
}

}  // namespace ebbflow::geo
