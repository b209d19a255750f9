// The chain of segments: while one encoder still gives back its last frames, the next one already
// takes new ones, so that no core waits at a boundary.

#include <future>

#include "delivery/frame_sink.hpp"
#include "delivery/segment_encoder.hpp"
#include "encode/segment_length.hpp"

namespace ebbflow::delivery {

namespace {

class SegmentChain final : public FrameSink {
public:
    SegmentChain(const encode::Settings& settings, const OutputPaths& paths,
                 const Provenance& machine, std::int64_t firstFrame)
        : settings_(settings),
          paths_(paths),
          machine_(machine),
          current_(encoderFrom(firstFrame)) {}

    void write(std::int64_t frame, encode::Planes planes) override {
        if (!current_) current_ = encoderFrom(frame);
        current_->encode(std::move(planes));
        if ((frame + 1) % encode::segmentLength(settings_) == 0) finishCurrent();
    }

    void close() override {
        if (current_) finishCurrent();
        awaitDraining();
    }

private:
    [[nodiscard]] std::unique_ptr<SegmentEncoder> encoderFrom(std::int64_t frame) const {
        return std::make_unique<SegmentEncoder>(settings_, frame, paths_.segments, machine_);
    }

    // At most one segment drains at a time, so memory holds two encoders and no more.
    void finishCurrent() {
        awaitDraining();
        draining_ = std::async(std::launch::async, [segment = std::move(current_)] {
            [[maybe_unused]] const SegmentRecord record = segment->finish();
        });
    }

    void awaitDraining() {
        if (draining_.valid()) draining_.get();
    }

    encode::Settings settings_;
    OutputPaths paths_;
    Provenance machine_;
    std::unique_ptr<SegmentEncoder> current_;
    std::future<void> draining_;
};

}  // namespace

std::unique_ptr<FrameSink> makeSegmentChain(const encode::Settings& settings,
                                            const OutputPaths& paths, const Provenance& machine,
                                            std::int64_t firstFrame) {
    return std::make_unique<SegmentChain>(settings, paths, machine, firstFrame);
}

}  // namespace ebbflow::delivery
