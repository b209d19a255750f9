#pragma once
// Encoders of graphics cards, NVENC and VAAPI: which one opens here for given settings. What they
// make differs from card to card and from driver to driver, so none is ever chosen unasked.

#include <string>

#include "encode/settings.hpp"

namespace ebbflow::encode {

struct EncoderChoice {
    std::string encoder;  ///< libav's name; empty: the usual one in software
    std::string said;     ///< one sentence for the user
};
/// The card's encoder named in the settings, or else the first for their codec that opens. Where
/// none does, the usual one in software, and a sentence that says why.
[[nodiscard]] EncoderChoice chooseHardware(const Settings& settings);

}  // namespace ebbflow::encode
