#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "scene/check_scene.hpp"

namespace ebbflow::scene {

namespace {

bool contains(const std::vector<std::string>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

void require(std::string_view name, const std::vector<std::string>& names, std::string_view what,
             const core::SourcePlace& place, core::Diagnostics& diagnostics) {
    if (contains(names, name)) return;
    diagnostics.error(place,
                      fmt::format("`{}` is no {}{}", name, what, core::didYouMean(name, names)));
}

/// Kinds that rows have, and kinds that `flows` describes.
std::vector<std::string> allKinds(const Scene& scene, const KnownNames& known) {
    std::vector<std::string> kinds = known.kinds;
    for (const Flow& flow : scene.flows) {
        if (!contains(kinds, flow.kind)) kinds.push_back(flow.kind);
    }
    return kinds;
}

bool goesInACircle(const Scene& scene, const Flow& start) {
    const Flow* at = &start;
    for (std::size_t hops = 0; hops <= scene.flows.size(); ++hops) {
        const auto next = std::ranges::find(scene.flows, at->like, &Flow::kind);
        if (at->like.empty() || next == scene.flows.end()) return false;
        at = &*next;
    }
    return true;
}

void checkFlows(const Scene& scene, const std::vector<std::string>& kinds,
                core::Diagnostics& diagnostics) {
    for (const Flow& flow : scene.flows) {
        if (flow.like.empty()) continue;
        if (goesInACircle(scene, flow)) {
            diagnostics.error(
                flow.place,
                fmt::format("`{}` is like `{}`, which comes back to itself", flow.kind, flow.like));
        } else {
            require(flow.like, kinds, "kind of movement", flow.place, diagnostics);
        }
    }
}

void checkChapterIds(const Scene& scene, core::Diagnostics& diagnostics) {
    std::map<std::string, int> lines;
    for (const Chapter& chapter : scene.chapters) {
        const auto [first, isNew] = lines.try_emplace(chapter.id, chapter.place.line);
        if (isNew) continue;
        diagnostics.error(chapter.place, fmt::format("the chapter on line {} has the id `{}` too",
                                                     first->second, chapter.id));
    }
}

class NameCheck {
public:
    NameCheck(const Scene& scene, const KnownNames& known, core::Diagnostics& diagnostics)
        : known_(known),
          diagnostics_(diagnostics),
          kinds_(allKinds(scene, known)),
          focus_(kinds_),
          hasSourcesTable_(!scene.sources.empty()) {
        focus_.emplace_back("works");
    }

    void screen(const Screen& screen) {
        if (screen.counters) {
            for (const std::string& id : *screen.counters)
                require(id, known_.counters, "id of `figures`", screen.countersPlace, diagnostics_);
            for (const std::string& kind : screen.counterKinds)
                require(kind, known_.kinds, "kind of movement", screen.countersPlace, diagnostics_);
        }
        if (!screen.chart) return;
        const Chart& chart = *screen.chart;
        for (const std::string& id : chart.figures)
            require(id, known_.counters, "id of `figures`", chart.place, diagnostics_);
        for (const std::string& kind : chart.kinds)
            require(kind, known_.kinds, "kind of movement", chart.place, diagnostics_);
    }

    void step(const Step& step) {
        screen(step.screen);
        for (const std::string& kind : step.focus) {
            require(kind, focus_, "kind of movement, nor `works`", step.focusPlace, diagnostics_);
        }
        for (const Ambience& ambience : step.ambience) {
            require(ambience.kind, kinds_, "kind of movement", ambience.place, diagnostics_);
        }
        for (const Presence& presence : step.presence) {
            require(presence.kind, known_.kinds, "kind of movement", presence.place, diagnostics_);
            if (presence.who == Presence::Who::counted)
                require(presence.figure, known_.counters, "id of `figures`", presence.place,
                        diagnostics_);
        }
        if (!hasSourcesTable_) return;
        for (const std::string& id : step.sources) {
            require(id, known_.sources, "id of `sources`", step.sourcesPlace, diagnostics_);
        }
        for (const Object& object : step.objects) {
            for (const std::string& id : object.sources)
                require(id, known_.sources, "id of `sources`", object.sourcesPlace, diagnostics_);
        }
    }

private:
    const KnownNames& known_;
    core::Diagnostics& diagnostics_;
    std::vector<std::string> kinds_;
    std::vector<std::string> focus_;  ///< and `works`
    bool hasSourcesTable_;
};

}  // namespace

void checkNames(const Scene& scene, const KnownNames& known, core::Diagnostics& diagnostics) {
    checkFlows(scene, allKinds(scene, known), diagnostics);
    checkChapterIds(scene, diagnostics);
    NameCheck check(scene, known, diagnostics);
    check.screen(scene.screen);
    for (const Chapter& chapter : scene.chapters) {
        check.screen(chapter.screen);
        for (const Step& step : chapter.steps) check.step(step);
    }
}

}  // namespace ebbflow::scene
