#pragma once
// A story whose words can be set and measured: the first stage of what stands on the screen.

#include "story/story.hpp"
#include "text/ruler.hpp"

namespace ebbflow::screen {

struct Lettering : story::Story {
    Lettering(story::Story told, text::Ruler measuring)
        : Story(std::move(told)), ruler(std::move(measuring)) {}
    text::Ruler ruler;
};

}  // namespace ebbflow::screen
