#pragma once
// The films of one run that are drawn together: versions with the same lengths, chapter by chapter
// where chapters are asked for, in one studio. Everything that can be known wrong is known before
// the first frame.

#include <memory>
#include <vector>

#include "delivery/film_order.hpp"
#include "produce/render_papers.hpp"
#include "produce/studios.hpp"
#include "produce/versions.hpp"
#include "produce/watcher.hpp"

namespace ebbflow::produce {

class RenderBatch {
public:
    /// `versions`: at least one; `layers`: those of the run whose sheet this batch writes, if any.
    /// Keeps references to wish and watcher. Throws Refusal and core::Failure.
    RenderBatch(const RenderWish& wish, const RenderManner& manner, std::vector<Version> versions,
                const std::vector<Version>& layers, Watcher& watcher);

    /// Draws and writes everything.
    void render();

private:
    struct Film {
        RenderWish wish;  ///< for it alone
        delivery::FilmOrder order;
        bool finished = false;  ///< it is there already, and its order is to resume
    };
    /// Films of the same frames, one a version.
    using Films = std::vector<Film>;

    void addFilms(const std::string& chapter);
    void addPapers(const std::vector<Version>& layers);
    void leavePapers();
    [[nodiscard]] std::vector<std::string> chapterFiles() const;
    void leaveFinished(Film& film) const;
    void chooseEncoder(delivery::FilmOrder& order) const;
    [[nodiscard]] PaperPlace place() const { return {wish_.output, manner_.overwrite}; }
    void render(Studios& studios, Films& films);

    const RenderWish& wish_;
    RenderManner manner_;
    Watcher& watcher_;
    std::vector<Version> versions_;
    std::vector<delivery::Provenance> provenance_;  ///< of each version
    std::vector<papers::EditEvent> chapters_;
    std::vector<Films> films_;
    std::vector<RenderPaper> papers_;
};

}  // namespace ebbflow::produce
