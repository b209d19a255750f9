#include "delivery/render_folder.hpp"

#include <optional>
#include <system_error>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/error.hpp"
#include "core/whole_file.hpp"
#include "delivery/head_difference.hpp"
#include "delivery/machine.hpp"
#include "delivery/segment_file.hpp"
#include "encode/segment_length.hpp"

namespace ebbflow::delivery {

namespace fs = std::filesystem;

namespace {

std::optional<Head> headIn(const fs::path& folder) {
    try {
        return readHead(folder);
    } catch (const core::Failure&) {
        return {};
    }
}

std::optional<SegmentRecord> recordIn(const fs::path& folder, std::int64_t first) {
    const fs::path path = folder / (segmentName(first) + ".json");
    if (!fs::exists(path)) return {};
    try {
        return readRecord(path);
    } catch (const core::Failure&) {
        return SegmentRecord{};  // damaged: no segment has no frames
    }
}

}  // namespace

RenderFolder::RenderFolder(const FilmOrder& order)
    : order_(order),
      paths_(pathsOf(order.output, encode::containerOf(order.output))),
      share_(shareOf(order)),
      head_{headOf(order), order.wish},
      machine_(machineFacts(order.settings, order.machine)),
      claim_(std::make_unique<FrameClaim>(paths_.segments)) {
    claim();
    prepare();
    claim_->leaveDoor();
}

RenderFolder::~RenderFolder() {
    // Other parts may have just begun, with nothing to show for it yet.
    if (order_.part || !recordFiles(paths_.segments).empty() || framesLie()) return;
    std::error_code ignored;
    fs::remove_all(paths_.segments, ignored);
}

// Numbered frames of a segment that was not finished: with the folder they are known to be ours.
bool RenderFolder::framesLie() const {
    return encode::isNumbered(encode::containerOf(order_.output)) && !missing_.empty() &&
           fs::exists(framePath(paths_.film, missing_.front().first));
}

void RenderFolder::claim() const {
    if (order_.part ? claim_->take(share_) : claim_->takeAll()) return;
    throw core::Failure(
        fmt::format("another render is at work on frames of {}", paths_.segments.string()));
}

void RenderFolder::prepare() {
    const bool begun = !recordFiles(paths_.segments).empty();
    if (!begun || !(order_.resume || order_.part) || !isSameFilm()) {
        beginAgain();
    } else if (!order_.resume) {
        for (const FrameRange& segment : segments()) drop(segment);
    }
    takeStock();
}

bool RenderFolder::isSameFilm() const {
    // What cannot be read, or is of another version, may be dropped like another film.
    const bool othersMayGo = !order_.resume && order_.overwrite;
    if (othersMayGo && !headIn(paths_.segments)) return false;
    const auto differences = headDifferences(readHead(paths_.segments).text, head_.text);
    if (differences.empty()) return true;
    if (othersMayGo) return false;
    throw core::Failure(
        fmt::format("{} holds segments of another film, which --force without --resume drops: {}",
                    paths_.segments.string(), fmt::join(differences, "; ")));
}

// A part finds the head that another part has written, and begins again only while none is at work.
void RenderFolder::beginAgain() {
    if (order_.part) {
        if (const auto there = headIn(paths_.segments);
            there && headDifferences(there->text, head_.text).empty()) {
            return;
        }
        if (!claim_->takeAll()) {
            throw core::Failure(
                fmt::format("parts of another film are at work in {}", paths_.segments.string()));
        }
    }
    for (const auto& entry : fs::directory_iterator(paths_.segments)) {
        if (entry.path().filename() != FrameClaim::kFile) fs::remove_all(entry.path());
    }
    writeHead(paths_.segments, head_);
    if (order_.part) claim_->keepOnly(share_);
}

void RenderFolder::takeStock() {
    for (const FrameRange& segment : segments()) {
        if (keep(segment)) {
            kept_ += segment.count();
            continue;
        }
        if (drop(segment)) ++dropped_;
        if (missing_.empty() || missing_.back().end != segment.first) {
            missing_.push_back(segment);
        } else {
            missing_.back().end = segment.end;
        }
    }
}

bool RenderFolder::keep(const FrameRange& segment) const {
    const auto record = recordIn(paths_.segments, segment.first);
    if (!record || record->first != segment.first || record->count != segment.count()) return false;
    // Parts may be of several machines; whoever joins them is told.
    const auto differences = machineDifferences(record->machine, machine_);
    if (!order_.part && !differences.empty()) {
        throw core::Failure(fmt::format(
            "{} holds segments that another machine made, which --force without --resume drops: {}",
            paths_.segments.string(), fmt::join(differences, "; ")));
    }
    return isWhole(*record, paths_.segments, paths_, order_.settings.rate);
}

bool RenderFolder::drop(const FrameRange& segment) const {
    const fs::path base = paths_.segments / segmentName(segment.first);
    std::error_code ignored;
    bool found = false;
    for (const char* end : {".json", ".json.part", ".nut", ".nut.part", ".mkv", ".mkv.part"}) {
        found = fs::remove(base.string() + end, ignored) || found;
    }
    if (!encode::isNumbered(encode::containerOf(order_.output))) return found;
    for (std::int64_t frame = segment.first; frame < segment.end; ++frame) {
        fs::remove(core::partOf(framePath(paths_.film, frame)), ignored);
    }
    return found;
}

std::vector<FrameRange> RenderFolder::segments() const {
    return segmentsOf(share_, encode::segmentLength(order_.settings));
}

std::int64_t RenderFolder::finishedFrames() const {
    std::int64_t frames = 0;
    for (const FrameRange& segment : segments()) {
        if (fs::exists(paths_.segments / (segmentName(segment.first) + ".json"))) {
            frames += segment.count();
        }
    }
    return frames;
}

}  // namespace ebbflow::delivery
