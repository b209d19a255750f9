// The chain of segments: while one encoder still gives back its last frames, the next one already
// takes new ones, so that no core waits at a boundary.

#include <future>

#include "video/frame_sink.hpp"
#include "video/joiner.hpp"
#include "video/segment_encoder.hpp"

namespace ebbflow::video {

namespace {

class SegmentChain final : public FrameSink {
public:
    SegmentChain(const Settings& settings, Container container, const OutputPaths& paths,
                 std::int64_t firstFrame)
        : settings_(settings),
          container_(container),
          paths_(paths),
          current_(encoderFrom(firstFrame)) {}

    void write(std::int64_t frame, Planes planes) override {
        if (!current_) current_ = encoderFrom(frame);
        current_->encode(std::move(planes));
        if ((frame + 1) % segmentLength(settings_) == 0) finishCurrent();
    }

    void close() override {
        if (current_) finishCurrent();
        awaitDraining();
    }

    void publish() override {
        const auto records = readRecords(paths_.segments);
        joinSegments(settings_, container_, paths_.segments, records, paths_.film);
    }

private:
    [[nodiscard]] std::unique_ptr<SegmentEncoder> encoderFrom(std::int64_t frame) const {
        return std::make_unique<SegmentEncoder>(settings_, frame, paths_.segments);
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

    Settings settings_;
    Container container_;
    OutputPaths paths_;
    std::unique_ptr<SegmentEncoder> current_;
    std::future<void> draining_;
};

}  // namespace

std::unique_ptr<FrameSink> makeSegmentChain(const Settings& settings, Container container,
                                            const OutputPaths& paths, std::int64_t firstFrame) {
    return std::make_unique<SegmentChain>(settings, container, paths, firstFrame);
}

}  // namespace ebbflow::video
