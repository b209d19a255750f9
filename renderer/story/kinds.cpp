#include "story/kinds.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "scene/flow_setting.hpp"

namespace ebbflow::story {

namespace {

constexpr std::int64_t kMostLights = 60'000;

struct Standard {
    std::string_view kind;
    std::string_view colour;
};

// The art direction's four hues.
constexpr std::array kStandard{Standard{"students", "gold"}, Standard{"advisers", "cyan"},
                               Standard{"aid", "vermilion"}, Standard{"ideas", "violet"}};
constexpr std::array<std::string_view, 8> kFreeColours{"gold", "cyan", "vermilion", "violet",
                                                       "jade", "rose", "sand",      "white"};

std::vector<std::string> kindNames(const film::Film& film) {
    std::vector<std::string> names;
    const auto add = [&](const std::string& name) {
        if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    };
    for (const auto& flow : film.scene.flows) add(flow.kind);
    for (const auto& movement : film.tables.movements) add(movement.kind);
    return names;
}

/// Follows `like:` to the kind that has a look of its own; a circle ends where it began.
std::string hueOf(const film::Film& film, const std::string& name) {
    std::string hue = name;
    for (std::size_t hops = 0; hops <= film.scene.flows.size(); ++hops) {
        const scene::Flow* flow = scene::flowNamed(film.scene, hue);
        if (flow == nullptr || flow->like.empty()) return hue;
        hue = flow->like;
    }
    return name;
}

core::Colour colourOf(const film::Film& film, const std::string& hue,
                      std::vector<std::string_view>& taken) {
    if (const scene::Flow* flow = scene::flowNamed(film.scene, hue);
        flow != nullptr && flow->colour)
        return *flow->colour;
    std::string_view name;
    const auto standard = std::ranges::find(kStandard, hue, &Standard::kind);
    if (standard != kStandard.end()) {
        name = standard->colour;
    } else {
        const auto free = std::ranges::find_if(
            kFreeColours, [&](auto c) { return std::ranges::find(taken, c) == taken.end(); });
        name = free == kFreeColours.end() ? kFreeColours.back() : *free;
    }
    taken.push_back(name);
    return core::parseColour(name).value_or(core::Colour{1, 1, 1, 1});
}

std::int64_t automaticPerLight(const film::Film& film) {
    std::int64_t total = 0;
    for (const auto& movement : film.tables.movements) total += movement.count;
    for (std::int64_t decade = 1;; decade *= 10) {
        for (const std::int64_t step : {1, 2, 5}) {
            if (total / (decade * step) <= kMostLights) return decade * step;
        }
    }
}

/// What a kind's rows count. One light cannot stand for two things.
std::string unitOf(const film::Film& film, const std::string& kind,
                   core::Diagnostics& diagnostics) {
    std::string unit;
    for (const auto& movement : film.tables.movements) {
        if (movement.kind != kind || movement.unit.empty() || movement.unit == unit) continue;
        if (!unit.empty()) {
            diagnostics.error(movement.row,
                              fmt::format("`{}` counts {} here and {} before; a kind has one unit",
                                          kind, movement.unit, unit));
            break;
        }
        unit = movement.unit;
    }
    return unit.empty() ? "people" : unit;
}

}  // namespace

std::vector<Kind> planKinds(const film::Film& film, core::Diagnostics& diagnostics) {
    const std::vector<std::string> names = kindNames(film);
    if (names.size() > picture::kMaxKinds) {
        diagnostics.error({film.scene.file, 0, 0},
                          fmt::format("{} kinds of movement; at most {} can be told apart",
                                      names.size(), picture::kMaxKinds));
    }
    const std::int64_t automatic = automaticPerLight(film);
    std::vector<std::string_view> taken;
    std::map<std::string, core::Colour> colours;
    std::vector<Kind> kinds;
    for (const std::string& name : names) {
        if (kinds.size() == picture::kMaxKinds) break;
        Kind kind;
        kind.name = name;
        kind.hue = hueOf(film, name);
        if (!colours.contains(kind.hue)) colours[kind.hue] = colourOf(film, kind.hue, taken);
        const scene::Flow* flow = scene::flowNamed(film.scene, name);
        kind.look = picture::lookNamed(flow != nullptr ? flow->going : "");
        kind.look.colour = flow != nullptr && flow->colour ? *flow->colour : colours[kind.hue];
        kind.perLight = scene::flowSetting(film.scene, name, [](const scene::Flow& f) {
                            return f.oneLight;
                        }).value_or(automatic);
        kind.along =
            scene::flowSetting(film.scene, name, [](const scene::Flow& f) {
                return f.along.empty() ? std::optional<std::string>() : std::optional(f.along);
            }).value_or("");
        const auto travel =
            scene::flowSetting(film.scene, name, [](const scene::Flow& f) { return f.travel; });
        if (travel) kind.travelSeconds = travel->seconds();
        kind.trains =
            scene::flowSetting(film.scene, name, [](const scene::Flow& f) { return f.trains; });
        const auto ribbon =
            scene::flowSetting(film.scene, name, [](const scene::Flow& f) { return f.ribbon; });
        if (ribbon) kind.look.ribbonWidth = *ribbon;
        if (flow != nullptr) kind.label = flow->label;
        kind.unit = unitOf(film, name, diagnostics);
        kinds.push_back(std::move(kind));
    }
    return kinds;
}

}  // namespace ebbflow::story
