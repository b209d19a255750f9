#pragma once
// `OUTPUT.part.d`, where a film's finished segments wait for the others: what it holds, what is
// missing, and who may work in it. It draws and encodes nothing.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "delivery/film_order.hpp"
#include "delivery/frame_claim.hpp"
#include "delivery/output_paths.hpp"

namespace ebbflow::delivery {

class RenderFolder {
public:
    /// Makes the folder ready for the order. Throws core::Failure when it holds something else that
    /// must not go, when another process is at work on these frames, or when what is to be resumed
    /// was made from other inputs, by another program or on another machine, saying what differs.
    explicit RenderFolder(const FilmOrder& order);
    RenderFolder(const RenderFolder&) = delete;
    RenderFolder& operator=(const RenderFolder&) = delete;
    /// With nothing finished in it the folder of a whole film goes.
    ~RenderFolder();

    /// What there is to draw, whole segments merged into the longest ranges, ascending.
    [[nodiscard]] const std::vector<FrameRange>& missing() const { return missing_; }
    /// Frames of this order's share that need not be drawn again.
    [[nodiscard]] std::int64_t kept() const { return kept_; }
    /// Begun or damaged segments that were dropped.
    [[nodiscard]] int dropped() const { return dropped_; }
    /// Frames of this order's share in finished segments by now.
    [[nodiscard]] std::int64_t finishedFrames() const;

    [[nodiscard]] const OutputPaths& paths() const { return paths_; }
    [[nodiscard]] const Head& head() const { return head_; }
    [[nodiscard]] const Provenance& machine() const { return machine_; }

private:
    [[nodiscard]] bool framesLie() const;
    void claim() const;
    void prepare();
    [[nodiscard]] bool isSameFilm() const;
    void beginAgain();
    void takeStock();
    [[nodiscard]] bool keep(const FrameRange& segment) const;
    bool drop(const FrameRange& segment) const;
    [[nodiscard]] std::vector<FrameRange> segments() const;

    FilmOrder order_;
    OutputPaths paths_;
    FrameRange share_;
    Head head_;
    Provenance machine_;
    std::unique_ptr<FrameClaim> claim_;
    std::vector<FrameRange> missing_;
    std::int64_t kept_ = 0;
    int dropped_ = 0;
};

}  // namespace ebbflow::delivery
