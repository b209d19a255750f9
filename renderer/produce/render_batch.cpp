#include "produce/render_batch.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/error.hpp"
#include "core/whole_file.hpp"
#include "delivery/finished_film.hpp"
#include "encode/card_options.hpp"
#include "encode/hardware.hpp"
#include "produce/finished.hpp"
#include "produce/pieces.hpp"
#include "produce/provenance.hpp"
#include "produce/refusal.hpp"
#include "produce/render_order.hpp"
#include "produce/shared_render.hpp"
#include "produce/side_orders.hpp"
#include "produce/wish_json.hpp"

namespace ebbflow::produce {

namespace {

/// Words that do not go together, before anything on the disk is looked at.
void requireFit(const delivery::FilmOrder& order) {
    const auto found = refusing([&] { return delivery::misfits(order); });
    if (found.empty()) return;
    throw Refusal(
        fmt::format("cannot write {}: {}", order.output.string(), fmt::join(found, "; ")));
}

}  // namespace

RenderBatch::RenderBatch(const RenderWish& wish, const RenderManner& manner,
                         std::vector<Version> versions, const std::vector<Version>& layers,
                         Watcher& watcher)
    : wish_(wish), manner_(manner), watcher_(watcher), versions_(std::move(versions)) {
    const frame::Plan& plan = *versions_.front().plan;
    const core::FrameRate rate = rateOf(wish_, plan);
    for (const Version& version : versions_)
        provenance_.push_back(provenanceOf(*version.plan, wish_));
    chapters_ = chaptersAsked(wish_, plan, rate);
    if (wish_.perChapter) {
        for (const papers::EditEvent& chapter : chapters_) addFilms(chapter.id);
    } else {
        addFilms({});
    }
    for (const papers::EditEvent& chapter : chapters_)
        sayWhatHandlesLack(wish_, chapter, plan.frameCount(rate), watcher_);
    addPapers(layers);
    for (const Films& films : films_) {
        for (const Film& film : films) {
            if (film.finished || !film.order.settings.side) continue;
            checkSound(film.order.settings.side->sound, film.order.output, watcher_);
        }
    }
}

void RenderBatch::addFilms(const std::string& chapter) {
    Films& films = films_.emplace_back();
    for (std::size_t i = 0; i < versions_.size(); ++i) {
        const frame::Plan& plan = *versions_[i].plan;
        Film film{alone(wish_, versions_[i], chapter), {}};
        film.order = orderFor(film.wish, manner_, plan);
        film.order.provenance = provenance_[i];
        requireFit(film.order);
        chooseEncoder(film.order);
        const RenderWish own = ownWish(film.wish, film.order, plan);
        film.order.wish = toJson(own);
        film.finished = manner_.resume && isFinished(film.order, own);
        if (!film.finished)
            delivery::checkOrder(film.order, manner_.resume ? filmDifferences(film.order, own)
                                                            : std::vector<std::string>{});
        films.push_back(std::move(film));
    }
}

void RenderBatch::chooseEncoder(delivery::FilmOrder& order) const {
    if (!wish_.hardware && !encode::isOnCard(order.settings.encoder)) return;
    if (!manner_.resume) delivery::checkOrder(order);
    const encode::EncoderChoice choice = encode::chooseHardware(order.settings);
    order.settings.encoder = choice.encoder;
    watcher_.warn(choice.said);
}

void RenderBatch::addPapers(const std::vector<Version>& layers) {
    for (std::size_t i = 0; i < versions_.size(); ++i) {
        const Version& version = versions_[i];
        for (const Films& films : films_) {
            for (RenderPaper& paper : captionsOf(films[i].wish, version, films[i].order))
                papers_.push_back(std::move(paper));
        }
        if (wish_.perChapter)
            papers_.push_back(editListOf(place(), version, films_.front()[i].order.settings.rate));
    }
    if (!wish_.layers.empty() && !layers.empty())
        papers_.push_back(layerSheetOf(place(), layers, chapterFiles()));
    // A part is no film yet.
    if (manner_.part) return leavePapers();
    // What a run that was stopped has written need not be written again.
    if (manner_.resume)
        std::erase_if(papers_, [](const RenderPaper& paper) { return isWritten(paper); });
    for (const RenderPaper& paper : papers_) checkPaper(paper);
}

std::vector<std::string> RenderBatch::chapterFiles() const {
    std::vector<std::string> ids;
    if (!wish_.perChapter) return ids;
    for (const papers::EditEvent& chapter : chapters_) ids.push_back(chapter.id);
    return ids;
}

void RenderBatch::leavePapers() {
    if (!papers_.empty()) {
        watcher_.say(fmt::format("{0}: captions and lists come with the film: ebbflow join -o {0}",
                                 wish_.output.string()));
    }
    papers_.clear();
}

void RenderBatch::render() {
    const encode::Settings& settings = films_.front().front().order.settings;
    Studios studios(versions_.front().plan, studioFor(wish_, settings), settings.size,
                    manner_.jobs);
    for (Films& films : films_) render(studios, films);
    for (const RenderPaper& paper : papers_) core::writeWhole(paper.output.path, paper.text);
}

void RenderBatch::render(Studios& studios, Films& films) {
    SharedRender shared(studios, watcher_);
    for (std::size_t i = 0; i < versions_.size(); ++i) {
        films[i].order.machine = studios.first().machine();
        if (films[i].finished) leaveFinished(films[i]);
        if (!films[i].finished) shared.add(*versions_[i].plan, films[i].order, versions_[i].layer);
    }
    shared.render();
}

void RenderBatch::leaveFinished(Film& film) const {
    const std::string name = film.order.output.string();
    if (const auto differences = delivery::filmMachineDifferences(film.order);
        !differences.empty()) {
        if (!manner_.overwrite) {
            throw core::Failure(fmt::format(
                "{} is finished, but another machine made it, and --force draws it again: {}", name,
                fmt::join(differences, "; ")));
        }
        film.finished = false;
        return;
    }
    if (!film.order.part) delivery::tidyUp(film.order);
    watcher_.say(fmt::format("{}: finished already, and left as it is", name));
}

}  // namespace ebbflow::produce
