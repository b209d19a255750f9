#include "sound/mix.hpp"

namespace ebbflow::sound {

double levelAt(const Clip& clip, std::int64_t sample) {
    if (sample < 0 || sample >= clip.length) return 0;
    return amplitudeOf(clip.gain) * rampOf(sample, clip.fadeIn) *
           rampOf(clip.length - 1 - sample, clip.fadeOut);
}

double levelAt(const Duck& duck, std::int64_t sample) {
    const std::int64_t since = sample - duck.start, left = duck.length - 1 - since;
    // 1 where it is wholly down.
    const double down =
        rampOf(since + duck.fadeIn, duck.fadeIn) * rampOf(left + duck.fadeOut, duck.fadeOut);
    return since + duck.fadeIn < 0 || left + duck.fadeOut < 0 ? 1 : 1 - (1 - duck.level) * down;
}

}  // namespace ebbflow::sound
