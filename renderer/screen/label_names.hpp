#pragma once
// Which places a step would like to name, in order of importance, and by which names over its days.
// Whether there is room for them is another matter.

#include <string>
#include <vector>

#include "film/film.hpp"
#include "screen/planned_label.hpp"
#include "story/light_plan.hpp"
#include "story/site_plan.hpp"
#include "story/timeline.hpp"

namespace ebbflow::screen {

/// A name and the film second from which it holds, within its step.
struct DatedName {
    std::string name;
    double since = 0;
};

struct NamedPlace {
    std::string id;
    core::MapPoint at;
    std::vector<DatedName> names;  ///< in order, never none; an empty one: not called anything then
    LabelLook look = LabelLook::place;
    int rank = 0;              ///< 0 = the greatest; places have the gazetteer's
    bool isLine = false;       ///< a river
    double gap = kDotGap;      ///< from the place to its name
    bool shown = false;        ///< the script's camera looks at it
    double underWay = 0;       ///< lights that leave or make for it during the step
    std::int64_t traffic = 0;  ///< lights of the whole film, and works
    bool crowdsIn = false;     ///< named even among squares
};

/// First what the script's camera or marks name, then where lights leave or arrive in the step,
/// then all else; within each the greater place first, then the one with more lights and works.
/// `looked`: the camera that the script wrote last, or null.
[[nodiscard]] std::vector<NamedPlace> placesToName(const film::Film& film,
                                                   const story::Timeline& timeline,
                                                   std::size_t step, const scene::Camera* looked,
                                                   const story::LightPlan& lights,
                                                   const story::SitePlan& sites,
                                                   const std::string& language);

}  // namespace ebbflow::screen
