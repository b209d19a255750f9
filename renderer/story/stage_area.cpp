#include "story/stage_area.hpp"

namespace ebbflow::story {

core::PixelBox stageArea(double aspect) {
    const double width = core::kReferenceHeight * aspect;
    return {width * 0.08, 150, width * 0.80, 570};
}

}  // namespace ebbflow::story
