#pragma once
// Encoders of graphics cards, NVENC and VAAPI: which one opens here for given settings, and how
// frames get onto the card. What they make differs from card to card and from driver to driver, so
// nothing here is ever chosen unasked.

#include <memory>
#include <string>
#include <string_view>

#include "encode/libav.hpp"
#include "encode/recipe.hpp"
#include "encode/settings.hpp"

namespace ebbflow::encode {

struct EncoderChoice {
    std::string encoder;  ///< libav's name; empty: the usual one in software
    std::string said;     ///< one sentence for the user
};
/// The card's encoder named in the settings, or else the first for their codec that opens. Where
/// none does, the usual one in software, and a sentence that says why.
[[nodiscard]] EncoderChoice chooseHardware(const Settings& settings);

[[nodiscard]] bool isHardware(std::string_view encoder);

/// Its options in place of the software's, with about the same quality by the same number.
[[nodiscard]] Recipe hardwareRecipe(const Settings& settings, const std::string& encoder,
                                    double crf);

/// Frames on the card for an encoder that takes no others (VAAPI).
class CardFrames {
public:
    /// Opens the card and ties it to `encoder`, which is not open yet. Throws core::Failure.
    explicit CardFrames(AVCodecContext& encoder);
    CardFrames(const CardFrames&) = delete;
    CardFrames& operator=(const CardFrames&) = delete;
    ~CardFrames();
    /// Null for encoders that take frames from memory.
    [[nodiscard]] static std::unique_ptr<CardFrames> forEncoder(std::string_view name,
                                                                AVCodecContext& encoder);
    [[nodiscard]] libav::Frame upload(const AVFrame& frame) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ebbflow::encode
