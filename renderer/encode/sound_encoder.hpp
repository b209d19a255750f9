#pragma once
// The mix of a film's sound through one encoder of libav, pulled packet by packet. It is made once
// a film, when the segments are joined.

#include <cstdint>
#include <memory>

#include "encode/settings.hpp"

struct AVCodecParameters;
struct AVPacket;

namespace ebbflow::encode {

enum class SoundCodec { aac, flac, opus, pcm24 };

/// AAC for playing, PCM beside codecs made for editing and for numbered frames; in Matroska FLAC,
/// which needs no run-up that the container would have to take away again.
[[nodiscard]] SoundCodec soundCodecFor(const Settings& settings, Container container);

class SoundEncoder {
public:
    /// Throws core::Failure when this machine's libav lacks the encoder.
    SoundEncoder(const Soundtrack& track, SoundCodec codec);
    SoundEncoder(const SoundEncoder&) = delete;
    SoundEncoder& operator=(const SoundEncoder&) = delete;
    ~SoundEncoder();

    /// What a muxer has to know of the stream; its time base is a sample.
    void describe(AVCodecParameters& stream) const;
    /// The next packet; its time counts samples from the file's first frame, and begins before 0
    /// where the encoder needs a run-up. False at the end. Throws core::Failure.
    [[nodiscard]] bool next(AVPacket* packet);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ebbflow::encode
