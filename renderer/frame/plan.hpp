#pragma once
// Everything about a film that is solved once, in one language: the timeline, the lights, the
// labels, the squares, the stream graph. Immutable; describe() only reads it.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "flow/schedule.hpp"
#include "frame/chart_plan.hpp"
#include "frame/credits.hpp"
#include "frame/film.hpp"
#include "frame/foot_plan.hpp"
#include "frame/label_plan.hpp"
#include "frame/light_plan.hpp"
#include "frame/rings.hpp"
#include "frame/ruler.hpp"
#include "frame/site_plan.hpp"
#include "frame/stream_graph.hpp"
#include "frame/timeline.hpp"
#include "text/words.hpp"

namespace ebbflow::frame {

struct PlanOptions {
    std::string language;      ///< empty: the film's first
    bool textless = false;     ///< nothing over the map: no words, no furniture
    bool fitLanguage = false;  ///< lengths for this language alone, not the longest of all
};

struct Plan {
    Plan(std::shared_ptr<const Film> theFilm, Ruler theRuler)
        : film(std::move(theFilm)), ruler(std::move(theRuler)), words(film->scene.words) {}

    std::shared_ptr<const Film> film;
    std::string language;  ///< a full tag of the film's languages
    bool textless = false;
    double aspect = 16.0 / 9.0;
    Timeline timeline;
    LightPlan lightPlan;
    std::shared_ptr<const Lights> lights;  ///< moved out of lightPlan, for the painter to share
    SitePlan sites;
    std::vector<PlannedLabel> labels;
    std::vector<RingEvent> rings;
    std::vector<std::vector<KindCredit>> credits;  ///< per step
    std::vector<std::string> routesInUse;          ///< ids of routes that journeys follow
    StreamGraph streamGraph;
    std::vector<ChartPlan> charts;
    FootPlan foot;
    Ruler ruler;
    text::WordTable words;

    /// Film frames at the scene's rate or another.
    [[nodiscard]] std::int64_t frameCount(const core::FrameRate& rate) const {
        return core::frameCount(timeline.length, rate);
    }
};

/// Nothing when `diagnostics` then has errors. `film` must be free of them.
[[nodiscard]] std::shared_ptr<const Plan> makePlan(
    std::shared_ptr<const Film> film, std::shared_ptr<const text::Typesetter> typesetter,
    const PlanOptions& options, core::Diagnostics& diagnostics);

}  // namespace ebbflow::frame
