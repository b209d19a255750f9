#pragma once
// One encoder of libav from its first frame to its last: planes in, packets out to a function. It
// is never flushed and used again; who needs another stretch of film makes another one.

#include <cstdint>
#include <functional>
#include <memory>

#include "encode/planes.hpp"
#include "encode/settings.hpp"

struct AVCodecParameters;
struct AVPacket;

namespace ebbflow::encode {

class Encoder {
public:
    /// Called for each packet in decoding order; pts and dts count frames.
    using Take = std::function<void(AVPacket&)>;

    /// Throws core::Failure when this machine's libav lacks the encoder or it refuses the settings.
    Encoder(const Settings& settings, Take take);
    Encoder(const Encoder&) = delete;
    Encoder& operator=(const Encoder&) = delete;
    ~Encoder();

    /// What a muxer has to know of the stream.
    void describe(AVCodecParameters& stream) const;
    /// Takes the frame to show as number `index`; ascending by one.
    void encode(std::int64_t index, Planes planes);
    /// The packets still inside.
    void flush();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ebbflow::encode
