#pragma once
// What FilmWriter's thread hands its frames to: a chain of segments, or numbered pictures. A sink
// is used by one thread at a time and knows nothing of queues.

#include <cstdint>
#include <memory>

#include "video/files.hpp"
#include "video/manifest.hpp"
#include "video/planes.hpp"

namespace ebbflow::video {

class FrameSink {
public:
    FrameSink() = default;
    FrameSink(const FrameSink&) = delete;
    FrameSink& operator=(const FrameSink&) = delete;
    virtual ~FrameSink() = default;

    /// Frames of the film in order.
    virtual void write(std::int64_t frame, Planes planes) = 0;
    /// After the last frame: what is still inside goes to disk.
    virtual void close() = 0;
    /// After close(): gives the result its final name.
    virtual void publish() = 0;
};

/// Segments of fixed length, each by a fresh encoder, joined by publish().
[[nodiscard]] std::unique_ptr<FrameSink> makeSegmentChain(const Settings& settings,
                                                          Container container,
                                                          const OutputPaths& paths,
                                                          std::int64_t firstFrame);
/// One PNG a frame, named by the frame's number in the film and there as soon as it is whole.
[[nodiscard]] std::unique_ptr<FrameSink> makePngFrames(const Settings& settings,
                                                       const OutputPaths& paths);

}  // namespace ebbflow::video
