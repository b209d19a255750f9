#include "frame/plan.hpp"

#include "screen/check_contrast.hpp"
#include "screen/check_screen.hpp"

namespace ebbflow::frame {

std::shared_ptr<const Plan> makePlan(std::shared_ptr<const film::Film> film,
                                     std::shared_ptr<const text::Typesetter> typesetter,
                                     const story::StoryOptions& options,
                                     core::Diagnostics& diagnostics) {
    auto story = story::makeStory(std::move(film), options, diagnostics);
    if (!story) return nullptr;
    auto plan = std::make_shared<const Plan>(screen::planScreen(
        screen::Lettering(std::move(*story), text::Ruler(std::move(typesetter)))));
    screen::checkScreen(*plan, diagnostics);
    screen::checkContrast(*plan, diagnostics);
    return plan;
}

}  // namespace ebbflow::frame
