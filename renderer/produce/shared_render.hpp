#pragma once
// Films of the same frames drawn side by side, each frame once for each of them, until all are
// whole; what was begun earlier and kept is not drawn again.

#include <memory>
#include <vector>

#include "core/error.hpp"
#include "delivery/film_writer.hpp"
#include "produce/frame_pipeline.hpp"
#include "produce/watcher.hpp"

namespace ebbflow::produce {

class SharedRender {
public:
    /// Keeps references to both.
    SharedRender(Studio& studio, Watcher& watcher) : pipeline_(studio), watcher_(watcher) {}

    /// Opens its writer. Keeps references to both; all orders have the same range.
    void add(const frame::Plan& plan, const delivery::FilmOrder& order, Layer layer);
    /// Draws and finishes all of them, of which there may be none. Throws core::Failure that says
    /// what is kept, also when the watcher wants an end.
    void render();

private:
    struct Film {
        const delivery::FilmOrder& order;
        std::unique_ptr<delivery::FilmWriter> writer;
        bool finished = false;
    };

    [[nodiscard]] std::int64_t missing() const;
    void draw();
    [[noreturn]] void giveUp(core::Failure failure);

    FramePipeline pipeline_;
    std::vector<Film> films_;
    Watcher& watcher_;
};

}  // namespace ebbflow::produce
