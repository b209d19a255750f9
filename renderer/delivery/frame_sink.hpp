#pragma once
// What FilmWriter's thread hands its frames to: a chain of segments, or numbered pictures. A sink
// is used by one thread at a time and knows nothing of queues.

#include <cstdint>
#include <memory>

#include "delivery/manifest.hpp"
#include "delivery/output_paths.hpp"
#include "encode/planes.hpp"

namespace ebbflow::delivery {

class FrameSink {
public:
    FrameSink() = default;
    FrameSink(const FrameSink&) = delete;
    FrameSink& operator=(const FrameSink&) = delete;
    virtual ~FrameSink() = default;

    /// Frames in ascending order, whole segments each; between segments there may be a gap.
    virtual void write(std::int64_t frame, encode::Planes planes) = 0;
    /// After the last frame: what is still inside goes to disk.
    virtual void close() = 0;
};

/// Segments of fixed length, each by a fresh encoder. The first one is opened at once for
/// `firstFrame`, so that a missing encoder is known before anything is drawn.
[[nodiscard]] std::unique_ptr<FrameSink> makeSegmentChain(const encode::Settings& settings,
                                                          const OutputPaths& paths,
                                                          const Provenance& machine,
                                                          std::int64_t firstFrame);
/// One PNG or EXR a frame, named by the frame's number in the film and there as soon as it is
/// whole.
[[nodiscard]] std::unique_ptr<FrameSink> makeNumberedFrames(const encode::Settings& settings,
                                                            const OutputPaths& paths,
                                                            const Provenance& machine);

}  // namespace ebbflow::delivery
