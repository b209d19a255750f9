// Numbered pictures. Frames are independent, so each is packed by a thread of its own, a few at a
// time; records of their hashes are kept as for segments.

#include <algorithm>
#include <deque>
#include <future>

#include "video/byte_hash.hpp"
#include "video/exr.hpp"
#include "video/frame_sink.hpp"
#include "video/png.hpp"
#include "video/segment_file.hpp"

namespace ebbflow::video {

namespace {

class NumberedFrames final : public FrameSink {
public:
    NumberedFrames(const Settings& settings, const OutputPaths& paths, const Provenance& machine)
        : settings_(settings), paths_(paths), machine_(machine) {}

    void write(std::int64_t frame, Planes planes) override {
        if (record_.frames.empty()) record_.first = frame;
        record_.frames.push_back(hexOf(hashOf(planes)));
        if (working_.size() >= static_cast<std::size_t>(settings_.threads)) awaitOldest();
        working_.push_back(std::async(
            std::launch::async,
            [this, path = framePath(paths_.film, frame), picture = std::move(planes)]() mutable {
                writePicture(std::move(picture), path);
            }));
        if ((frame + 1) % segmentLength(settings_) == 0) finishRecord();
    }

    void close() override {
        if (!record_.frames.empty()) finishRecord();
    }

private:
    void writePicture(Planes picture, const std::filesystem::path& path) const {
        if (settings_.codec == Codec::exr) return writeExr(std::move(picture), settings_, path);
        writePng(picture, path, settings_.alpha ? PngAlpha::keep : PngAlpha::drop);
    }

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

std::unique_ptr<FrameSink> makeNumberedFrames(const Settings& settings, const OutputPaths& paths,
                                              const Provenance& machine) {
    return std::make_unique<NumberedFrames>(settings, paths, machine);
}

}  // namespace ebbflow::video
