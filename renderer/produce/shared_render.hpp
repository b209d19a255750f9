#pragma once
// Films of the same frames drawn side by side, each frame once for each of them, until all are
// whole; what was begun earlier and kept is not drawn again. Where there are several studios, each
// takes whole segments as they come.

#include <atomic>
#include <exception>
#include <memory>
#include <mutex>
#include <vector>

#include "core/error.hpp"
#include "delivery/film_writer.hpp"
#include "produce/frame_pipeline.hpp"
#include "produce/studios.hpp"
#include "produce/watcher.hpp"

namespace ebbflow::produce {

class SharedRender {
public:
    /// Keeps references to both.
    SharedRender(Studios& studios, Watcher& watcher) : studios_(studios), watcher_(watcher) {}

    /// Opens its writer. Keeps references to both; all orders have the same range.
    void add(const frame::Plan& plan, const delivery::FilmOrder& order, Layer layer);
    /// Draws and finishes all of them, of which there may be none. Throws core::Failure that says
    /// what is kept, also when the watcher wants an end.
    void render();

private:
    struct Film {
        const frame::Plan& plan;
        const delivery::FilmOrder& order;
        Layer layer;
        std::unique_ptr<delivery::FilmWriter> writer;
        bool finished = false;
    };

    [[nodiscard]] std::int64_t missing() const;
    /// The segments of which any film lacks a frame.
    [[nodiscard]] std::vector<delivery::FrameRange> work() const;
    void draw();
    /// One studio's part in it: segments as they come, beginning with that of its own number.
    void drawLane(int lane, const std::vector<delivery::FrameRange>& segments);
    void drawSegment(FramePipeline& pipeline, const delivery::FrameRange& segment);
    /// Asks the watcher; another lane's failure is an end, too.
    [[nodiscard]] bool wantsEnd();
    void told();
    /// Keeps the first failure of any lane, at which all end.
    void failed(std::exception_ptr failure);
    [[noreturn]] void giveUp(core::Failure failure);

    Studios& studios_;
    std::vector<Film> films_;
    Watcher& watcher_;
    std::mutex watching_;  ///< the watcher is told by one at a time
    std::int64_t drawn_ = 0;
    std::atomic<std::size_t> nextSegment_{0};
    std::atomic<bool> ends_{false};
    std::exception_ptr failure_;
};

}  // namespace ebbflow::produce
