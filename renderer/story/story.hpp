#pragma once
// What a film tells and when, solved once in one language: the timeline with its dates and cameras,
// the lights, the works, the charts, the credits. A finished value: nothing in it changes once
// makeStory() has returned it, so any number of threads may read it at the same time. It knows
// nothing of what stands on the screen beside the map.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "film/film.hpp"
#include "picture/description.hpp"
#include "story/chart_plan.hpp"
#include "story/credits.hpp"
#include "story/light_plan.hpp"
#include "story/presence.hpp"
#include "story/rings.hpp"
#include "story/site_plan.hpp"
#include "story/stream_graph.hpp"
#include "story/timeline.hpp"
#include "text/words.hpp"

namespace ebbflow::story {

struct StoryOptions {
    std::string language;      ///< empty: the film's first
    bool textless = false;     ///< nothing over the map: no words, no furniture
    bool fitLanguage = false;  ///< lengths for this language alone, not the longest of all
};

struct Story {
    std::shared_ptr<const film::Film> film;
    std::string language;  ///< a full tag of the film's languages
    /// In which names and words are planned: the film's first where the picture has none, so that
    /// its map is the same in every language; else `language`.
    std::string shownLanguage;
    bool textless = false;
    double aspect = 16.0 / 9.0;  ///< width to height of the picture
    Timeline timeline;
    LightPlan lightPlan;                            ///< without its lights, which are `lights`
    std::shared_ptr<const picture::Lights> lights;  ///< for the painter to share
    SitePlan sites;
    std::vector<RingEvent> rings;
    std::vector<PresenceRun> presence;
    std::vector<std::vector<KindCredit>> credits;  ///< per step
    std::vector<std::string> routesInUse;          ///< ids of routes that journeys follow
    StreamGraph streamGraph;
    std::vector<ChartPlan> charts;
    text::WordTable words;

    /// Film frames at the scene's rate or another.
    [[nodiscard]] std::int64_t frameCount(const core::FrameRate& rate) const {
        return core::frameCount(timeline.length, rate);
    }
};

/// Nothing when `diagnostics` then has errors. `film` must be free of them.
[[nodiscard]] std::optional<Story> makeStory(std::shared_ptr<const film::Film> film,
                                             const StoryOptions& options,
                                             core::Diagnostics& diagnostics);

}  // namespace ebbflow::story
