#pragma once
// A stretch of consecutive frames, encoded by an encoder of its own into one file whose packets
// carry the numbers of the film's frames. It does not know where segments begin and end.

#include <cstdint>
#include <filesystem>
#include <memory>

#include "delivery/manifest.hpp"
#include "encode/planes.hpp"

namespace ebbflow::delivery {

class SegmentEncoder {
public:
    /// Frames from `first` on, into `folder`; `machine` goes into the record. Throws core::Failure.
    SegmentEncoder(const encode::Settings& settings, std::int64_t first,
                   std::filesystem::path folder, const Provenance& machine = {});
    SegmentEncoder(const SegmentEncoder&) = delete;
    SegmentEncoder& operator=(const SegmentEncoder&) = delete;
    /// An unfinished file is removed.
    ~SegmentEncoder();

    [[nodiscard]] std::int64_t nextFrame() const;
    void encode(encode::Planes planes);
    /// Flushes, closes and names the file, and writes its record; at least one frame is needed.
    [[nodiscard]] SegmentRecord finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ebbflow::delivery
