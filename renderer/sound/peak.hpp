#pragma once
// The loudest sample of a mix. To find it all files are read from their first sample to their last,
// so what cannot be decoded shows here and not at the end of a long render.

#include <span>

#include "sound/mixer.hpp"

namespace ebbflow::sound {

struct Peak {
    double level = 0;         ///< 1 is full scale
    std::int64_t sample = 0;  ///< of the film
};

/// Of the film's samples [first, end). Throws core::Failure as Mixer::read() does.
[[nodiscard]] Peak peakOf(const Mix& mix, std::int64_t first, std::int64_t end);

}  // namespace ebbflow::sound
