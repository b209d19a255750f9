#include "delivery/gather_segments.hpp"

#include <map>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/error.hpp"
#include "delivery/head_difference.hpp"
#include "delivery/machine.hpp"
#include "encode/segment_length.hpp"

namespace ebbflow::delivery {

namespace fs = std::filesystem;

namespace {

// Frame ranges as users count them, from the first to the last.
std::string framesText(const FrameRange& range) {
    return fmt::format("{} to {}", range.first, range.end - 1);
}

bool sameHead(const FilmOrder& order, const fs::path& folder, std::vector<std::string>& faults) {
    const auto differences = headDifferences(readHead(folder).text, headOf(order));
    if (differences.empty()) return true;
    faults.push_back(fmt::format("{} holds segments of another film: {}", folder.string(),
                                 fmt::join(differences, "; ")));
    return false;
}

class Gathering {
public:
    Gathering(const FilmOrder& order, std::span<const fs::path> folders) : order_(order) {
        for (const fs::path& folder : folders) {
            if (sameHead(order, folder, faults_)) add(folder);
        }
        sort();
    }
    /// Throws core::Failure with every fault.
    [[nodiscard]] std::vector<PlacedSegment> take() {
        if (faults_.empty()) return std::move(segments_);
        throw core::Failure(fmt::format("{} cannot be joined: {}", order_.output.string(),
                                        fmt::join(faults_, "; ")));
    }

private:
    void add(const fs::path& folder) {
        for (SegmentRecord& record : readRecords(folder)) {
            const auto [at, fresh] =
                byFirst_.try_emplace(record.first, PlacedSegment{folder, record});
            if (fresh || sameResult(at->second.record, record)) continue;
            faults_.push_back(fmt::format("frames {} are in {} and in {}, and differ",
                                          framesText({record.first, record.first + record.count}),
                                          at->second.folder.string(), folder.string()));
        }
    }

    static bool sameResult(const SegmentRecord& one, const SegmentRecord& other) {
        return one.count == other.count && one.packets == other.packets &&
               one.frames == other.frames;
    }

    // Missing segments that follow one another are told as one stretch.
    void sort() {
        FrameRange gap;
        for (const FrameRange& wanted :
             segmentsOf(order_.range, encode::segmentLength(order_.settings))) {
            const auto at = byFirst_.find(wanted.first);
            if (at != byFirst_.end() && at->second.record.count == wanted.count()) {
                tell(gap);
                segments_.push_back(std::move(at->second));
                gap = {};
            } else {
                gap = {gap.count() > 0 ? gap.first : wanted.first, wanted.end};
            }
        }
        tell(gap);
    }

    void tell(const FrameRange& gap) {
        if (gap.count() > 0) {
            faults_.push_back(fmt::format("frames {} are missing", framesText(gap)));
        }
    }

    const FilmOrder& order_;
    std::map<std::int64_t, PlacedSegment> byFirst_;
    std::vector<PlacedSegment> segments_;
    std::vector<std::string> faults_;
};

}  // namespace

std::vector<PlacedSegment> gatherSegments(const FilmOrder& order,
                                          std::span<const fs::path> folders) {
    return Gathering(order, folders).take();
}

std::vector<std::string> mixedMachines(std::span<const PlacedSegment> segments) {
    for (const PlacedSegment& segment : segments) {
        auto differences =
            machineDifferences(segments.front().record.machine, segment.record.machine);
        if (!differences.empty()) return differences;
    }
    return {};
}

}  // namespace ebbflow::delivery
