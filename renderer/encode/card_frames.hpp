#pragma once
// Frames on a graphics card, for an encoder that takes no others. It chooses no encoder.

#include <memory>
#include <string_view>

#include "encode/libav.hpp"

namespace ebbflow::encode {

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
