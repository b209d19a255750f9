#include "screen/sides.hpp"

#include "text/scripts.hpp"

namespace ebbflow::screen {

namespace {

std::string otherSide(std::string place) {
    constexpr std::string_view kLeft = "left", kRight = "right";
    if (place.ends_with(kLeft))
        place.replace(place.size() - kLeft.size(), kLeft.size(), kRight);
    else if (place.ends_with(kRight))
        place.replace(place.size() - kRight.size(), kRight.size(), kLeft);
    return place;
}

}  // namespace

bool isMirrored(const story::Story& story) {
    return story.film->scene.mirror.value_or(text::isRightToLeft(story.shownLanguage));
}

std::string placeOf(const story::Story& story, const std::string& said, std::string_view usual) {
    if (said.empty()) return std::string(usual);
    return isMirrored(story) ? otherSide(said) : said;
}

}  // namespace ebbflow::screen
