#include "ebbflow/render_batch.hpp"

#include <iostream>

#include "ebbflow/long_render.hpp"
#include "ebbflow/pieces.hpp"
#include "ebbflow/provenance.hpp"
#include "ebbflow/render_order.hpp"
#include "ebbflow/shared_render.hpp"
#include "ebbflow/side_orders.hpp"
#include "video/hardware.hpp"

namespace ebbflow::tools {

RenderBatch::RenderBatch(const RenderOptions& options, std::vector<Version> versions)
    : options_(options), versions_(std::move(versions)) {
    const frame::Plan& plan = *versions_.front().plan;
    const core::FrameRate rate = rateOf(options_, plan);
    chapters_ = chaptersAsked(options_, plan, rate);
    if (options_.perChapter) {
        for (const frame::EditEvent& chapter : chapters_) addFilms(chapter.id);
    } else {
        addFilms({});
    }
    for (const frame::EditEvent& chapter : chapters_)
        sayWhatHandlesLack(options_, chapter, plan.frameCount(rate));
    addPapers();
    for (const Films& films : films_) {
        for (const video::FilmOrder& order : films) {
            if (order.settings.side) checkSound(order.settings.side->sound, order.output);
        }
    }
}

void RenderBatch::addFilms(const std::string& chapter) {
    Films& films = films_.emplace_back();
    for (const Version& version : versions_) {
        films.push_back(orderFor(alone(options_, version, chapter), *version.plan));
        video::checkOrder(films.back());
        chooseEncoder(films.back());
    }
}

void RenderBatch::chooseEncoder(video::FilmOrder& order) const {
    if (!options_.hardware && !video::isHardware(order.settings.encoder)) return;
    const video::EncoderChoice choice = video::chooseHardware(order.settings);
    order.settings.encoder = choice.encoder;
    // Whoever asks again asks for what it became.
    std::erase_if(order.asked.options,
                  [](const std::string& word) { return word.starts_with("--encoder="); });
    if (!choice.encoder.empty()) order.asked.options.push_back("--encoder=" + choice.encoder);
    std::cerr << "ebbflow: " << choice.said << '\n';
}

void RenderBatch::addPapers() {
    // A part is no film yet.
    if (!options_.part.empty()) return;
    for (std::size_t i = 0; i < versions_.size(); ++i) {
        const Version& version = versions_[i];
        for (const Films& films : films_) {
            if (version.plan->textless && versions_.size() > 1) break;
            if (version.layer == Layer::map || version.layer == Layer::lights) break;
            for (RenderPaper& paper : captionsOf(options_, version, films[i]))
                papers_.push_back(std::move(paper));
        }
        if (options_.perChapter)
            papers_.push_back(
                editListOf(options_, version, chapters_, films_.front()[i].settings.rate));
    }
    if (!options_.layers.empty()) papers_.push_back(layerSheetOf(options_, versions_));
    for (const RenderPaper& paper : papers_)
        checkPaper(paper.output, "a paper ends", {".srt", ".vtt", ".edl", ".txt"});
}

void RenderBatch::render() {
    Studio studio(versions_.front().plan, studioFor(options_, films_.front().front().settings));
    for (Films& films : films_) render(studio, films);
    for (const RenderPaper& paper : papers_) writePaper(paper.output, paper.text);
}

void RenderBatch::render(Studio& studio, Films& films) {
    SharedRender shared(studio, options_.quiet);
    for (std::size_t i = 0; i < versions_.size(); ++i) {
        const frame::Plan& plan = *versions_[i].plan;
        films[i].provenance = provenanceOf(plan, options_);
        films[i].machine = rendererOf(studio.facts());
        shared.add(plan, films[i], versions_[i].layer);
    }
    shared.render();
}

}  // namespace ebbflow::tools
