// Numbered pictures. Frames are independent, so each is packed by a thread of its own, a few at a
// time; records of their hashes are kept as for segments.

#include <algorithm>
#include <deque>
#include <future>

#include "core/byte_hash.hpp"
#include "core/whole_file.hpp"
#include "delivery/frame_sink.hpp"
#include "delivery/segment_file.hpp"
#include "encode/codec_info.hpp"
#include "encode/exr.hpp"
#include "encode/png.hpp"
#include "encode/segment_length.hpp"

namespace ebbflow::delivery {

namespace {

class NumberedFrames final : public FrameSink {
public:
    NumberedFrames(const encode::Settings& settings, const OutputPaths& paths,
                   const Provenance& machine)
        : settings_(settings), paths_(paths), machine_(machine) {}

    void write(std::int64_t frame, encode::Planes planes) override {
        if (record_.frames.empty()) record_.first = frame;
        record_.frames.push_back(core::hexOf(encode::hashOf(planes)));
        if (working_.size() >= static_cast<std::size_t>(settings_.threads)) awaitOldest();
        working_.push_back(std::async(
            std::launch::async,
            [this, path = framePath(paths_.film, frame), picture = std::move(planes)]() mutable {
                writePicture(std::move(picture), path);
            }));
        if ((frame + 1) % encode::segmentLength(settings_) == 0) finishRecord();
    }

    void close() override {
        if (!record_.frames.empty()) finishRecord();
    }

private:
    void writePicture(encode::Planes picture, const std::filesystem::path& path) const {
        if (encode::usualContainer(settings_.codec) == encode::Container::exrFrames)
            return encode::writeExr(std::move(picture), settings_, path);
        encode::writePng(picture, path,
                         settings_.alpha ? encode::PngAlpha::keep : encode::PngAlpha::drop);
    }

    void awaitOldest() {
        working_.front().get();
        working_.pop_front();
    }

    // A record says that its frames are on the disk; to wait for each of them would halve the
    // speed.
    void finishRecord() {
        while (!working_.empty()) awaitOldest();
        core::settleAll(paths_.segments);
        record_.count = static_cast<std::int64_t>(record_.frames.size());
        record_.packets = hashOfFrames(paths_.film, record_.first, record_.count);
        record_.machine = machine_;
        writeRecord(paths_.segments, record_);
        record_ = {};
    }

    encode::Settings settings_;
    OutputPaths paths_;
    Provenance machine_;
    SegmentRecord record_;
    std::deque<std::future<void>> working_;
};

}  // namespace

std::unique_ptr<FrameSink> makeNumberedFrames(const encode::Settings& settings,
                                              const OutputPaths& paths, const Provenance& machine) {
    return std::make_unique<NumberedFrames>(settings, paths, machine);
}

}  // namespace ebbflow::delivery
