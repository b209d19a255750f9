#pragma once
// What the pieces of the screen stand on: a story whose words can be measured, with the room that
// it keeps free at its foot.

#include "screen/foot_plan.hpp"
#include "screen/lettering.hpp"
#include "story/moment.hpp"

namespace ebbflow::screen {

struct Page : Lettering {
    Page(Lettering lettering, FootPlan kept) : Lettering(std::move(lettering)), foot(kept) {}
    FootPlan foot;
};

/// An instant of the story on its page.
struct Moment : story::Moment {
    Moment(const Page& p, core::FilmTime time) : story::Moment(p, time), page(p) {}
    Moment(const Page& p, core::FilmTime time, std::size_t ofStep)
        : story::Moment(p, time, ofStep), page(p) {}
    const Page& page;
};

}  // namespace ebbflow::screen
