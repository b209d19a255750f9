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

/// A plain text is in the first language.
bool has(const Scene& scene, const core::LocalText& text, std::string_view language) {
    for (const auto& [tag, words] : text.words) {
        if (tag == language || (tag.empty() && language == scene.languages.front())) return true;
    }
    return text.empty();
}

}  // namespace

void checkCameras(const Scene& scene, core::Diagnostics& diagnostics) {
    for (const Chapter& chapter : scene.chapters) {
        for (const Step& step : chapter.steps) checkCamera(step, diagnostics);
    }
}

void eachShownText(const Scene& scene, const TextVisitor& visit) {
    const core::SourcePlace top{scene.file, 0, 0};
    visit(scene.title, "title", scene.titlePlace.line > 0 ? scene.titlePlace : top);
    for (const Flow& flow : scene.flows) visit(flow.label, "label", flow.place);
    for (const Chapter& chapter : scene.chapters) {
        visit(chapter.title, "chapter's title", chapter.place);
        for (const Step& step : chapter.steps) {
            for (const Caption& caption : step.captions)
                visit(caption.text, "caption", caption.place);
        }
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
    checkCameras(scene, diagnostics);
    checkTranslations(scene, diagnostics);
}

}  // namespace ebbflow::scene
