// Numbered pictures. Frames are independent, so each is packed by a thread of its own, a few at a
// time; records of their hashes are kept as for segments.

#include <algorithm>
#include <deque>
#include <future>

#include "video/byte_hash.hpp"
#include "video/frame_sink.hpp"
#include "video/png.hpp"
#include "video/segment_file.hpp"

namespace ebbflow::video {

namespace {

class PngFrames final : public FrameSink {
public:
    PngFrames(const Settings& settings, const OutputPaths& paths, const Provenance& machine)
        : settings_(settings), paths_(paths), machine_(machine) {}

    void write(std::int64_t frame, Planes planes) override {
        if (record_.frames.empty()) record_.first = frame;
        record_.frames.push_back(hexOf(hashOf(planes)));
        if (working_.size() >= static_cast<std::size_t>(settings_.threads)) awaitOldest();
        working_.push_back(std::async(std::launch::async,
                                      [path = framePath(paths_.film, frame),
                                       picture = std::move(planes)] { writePng(picture, path); }));
        if ((frame + 1) % segmentLength(settings_) == 0) finishRecord();
    }

    void close() override {
        if (!record_.frames.empty()) finishRecord();
    }

private:
    void awaitOldest() {
        working_.front().get();
        working_.pop_front();
    }

    // A record says that its frames are on the disk; to wait for each of them would halve the
    // speed.
    void finishRecord() {
        while (!working_.empty()) awaitOldest();
        settleAll(paths_.segments);
        record_.count = static_cast<std::int64_t>(record_.frames.size());
        record_.packets = hashOfFrames(paths_.film, record_.first, record_.count);
        record_.machine = machine_;
        writeRecord(paths_.segments, record_);
        record_ = {};
    }

    Settings settings_;
    OutputPaths paths_;
    Provenance machine_;
    SegmentRecord record_;
    std::deque<std::future<void>> working_;
};

}  // namespace

std::unique_ptr<FrameSink> makePngFrames(const Settings& settings, const OutputPaths& paths,
                                         const Provenance& machine) {
    return std::make_unique<PngFrames>(settings, paths, machine);
}

}  // namespace ebbflow::video
