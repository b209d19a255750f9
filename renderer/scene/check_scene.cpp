#include "scene/check_scene.hpp"

#include <fmt/format.h>

namespace ebbflow::scene {

namespace {

void checkCamera(const Step& step, core::Diagnostics& diagnostics) {
    // The art direction's slowest quick move; 0 is a cut, and meant.
    const core::FilmTime quickest = core::FilmTime::fromSeconds(1.5);
    if (!step.camera || !step.camera->move) return;
    const core::FilmTime move = *step.camera->move;
    if (step.length && move > *step.length) {
        diagnostics.error(step.camera->place,
                          fmt::format("the camera moves for {} s, longer than its step of {} s",
                                      move.seconds(), step.length->seconds()));
    } else if (move.ticks() > 0 && move < quickest) {
        diagnostics.warning(step.camera->place,
                            fmt::format("a camera move of {} s is hurried; give it {} s or more",
                                        move.seconds(), quickest.seconds()));
    }
}

bool isMove(const Step& step) {
    return step.transition.kind == Transition::Kind::move;
}

void checkTransition(const Step* before, const Step& step, core::Diagnostics& diagnostics) {
    if (isMove(step)) return;
    const core::SourcePlace& place = step.transition.place;
    if (before == nullptr) {
        diagnostics.warning(place, "no step comes before this one, so its transition is not seen");
        return;
    }
    const bool still = !step.camera || (step.camera->path.empty() && step.camera->follow.empty());
    if (still && step.camera && step.camera->move && step.camera->move->ticks() > 0) {
        diagnostics.error(step.camera->place,
                          "after a cut, a cross-fade or a dip the camera is there at once; leave "
                          "out `move`, or the transition");
    }
    const auto length = step.transition.length;
    if (!length) return;
    if (step.length && *length > *step.length)
        diagnostics.error(place, "this transition takes longer than its step");
    else if (step.transition.kind == Transition::Kind::dip && before->length &&
             *length > *before->length)
        diagnostics.error(place, "this dip takes longer than the step before it");
}

/// A plain text is in the first language.
bool has(const Scene& scene, const core::LocalText& text, std::string_view language) {
    for (const auto& [tag, words] : text.words) {
        if (tag == language || (tag.empty() && language == scene.languages.front())) return true;
    }
    return text.empty();
}

void visitScreen(const Screen& screen, const TextVisitor& visit) {
    if (screen.chart) visit(screen.chart->title, "chart title", screen.chart->place);
}

void visitStep(const Step& step, const TextVisitor& visit) {
    visitScreen(step.screen, visit);
    for (const Caption& caption : step.captions) visit(caption.text, "caption", caption.place);
    if (step.card) {
        visit(step.card->kicker, "card kicker", step.card->place);
        visit(step.card->title, "card title", step.card->place);
        visit(step.card->subtitle, "card subtitle", step.card->place);
    }
    for (const Image& image : step.images) visit(image.credit, "image credit", image.place);
    for (const Mark& mark : step.marks) visit(mark.text, "mark text", mark.place);
    for (const Object& object : step.objects) {
        visit(object.image.credit, "image credit", object.place);
        visit(object.text, "object text", object.place);
    }
}

}  // namespace

void checkCameras(const Scene& scene, core::Diagnostics& diagnostics) {
    for (const Chapter& chapter : scene.chapters) {
        for (const Step& step : chapter.steps) checkCamera(step, diagnostics);
    }
}

void checkTransitions(const Scene& scene, core::Diagnostics& diagnostics) {
    const Step* before = nullptr;
    for (const Chapter& chapter : scene.chapters) {
        for (const Step& step : chapter.steps) {
            checkTransition(before, step, diagnostics);
            before = &step;
        }
    }
}

void eachShownText(const Scene& scene, const TextVisitor& visit) {
    const core::SourcePlace top{scene.file, 0, 0};
    visit(scene.title, "title", scene.titlePlace.line > 0 ? scene.titlePlace : top);
    for (const Flow& flow : scene.flows) visit(flow.label, "label", flow.place);
    visitScreen(scene.screen, visit);
    for (const Chapter& chapter : scene.chapters) {
        visit(chapter.title, "chapter's title", chapter.place);
        visitScreen(chapter.screen, visit);
        for (const Step& step : chapter.steps) visitStep(step, visit);
    }
}

void checkTranslations(const Scene& scene, core::Diagnostics& diagnostics) {
    eachShownText(scene, [&](const core::LocalText& text, std::string_view what,
                             const core::SourcePlace& place) {
        std::vector<std::string_view> missing;
        for (const std::string& language : scene.languages) {
            if (!has(scene, text, language)) missing.push_back(language);
        }
        if (missing.empty()) return;
        diagnostics.warning(
            place, fmt::format("this {} has no words in {}", what, fmt::join(missing, ", ")));
    });
}

void checkLanguage(const Scene& scene, std::string_view language,
                   std::span<const std::string> missingWords, core::Diagnostics& diagnostics) {
    eachShownText(scene, [&](const core::LocalText& text, std::string_view what,
                             const core::SourcePlace& place) {
        if (has(scene, text, language)) return;
        diagnostics.error(place, fmt::format("this {} has no words in {}", what, language));
    });
    if (missingWords.empty()) return;
    diagnostics.error({scene.file, 0, 0},
                      fmt::format("`words:` lacks the program's own words in {}: {}", language,
                                  fmt::join(missingWords, ", ")));
}

void checkScene(const Scene& scene, const KnownNames& known, const ReadingSeconds& readingSeconds,
                core::Diagnostics& diagnostics) {
    checkNames(scene, known, diagnostics);
    checkDates(scene, diagnostics);
    checkCaptions(scene, readingSeconds, diagnostics);
    checkInserts(scene, readingSeconds, diagnostics);
    checkObjects(scene, diagnostics);
    checkCameras(scene, diagnostics);
    checkTransitions(scene, diagnostics);
    checkSound(scene, known, diagnostics);
    checkKiosk(scene, diagnostics);
    checkTranslations(scene, diagnostics);
}

}  // namespace ebbflow::scene
