// Cards pinned to places: whether they open and close while their step lasts, and whether paper
// says where its words stand.

#include <fmt/format.h>

#include "scene/check_scene.hpp"

namespace ebbflow::scene {

namespace {

// Opening and closing take most of a second each; between them something must be seen.
constexpr double kShortestObject = 2;

void checkTimes(const Object& object, const Step& step, core::Diagnostics& diagnostics) {
    if (object.out && *object.out <= object.in) {
        diagnostics.error(object.place,
                          fmt::format("this object opens at {} s and is to be gone at {} s; `out` "
                                      "counts from the start of the step, as `in` does",
                                      object.in.seconds(), object.out->seconds()));
        return;
    }
    if (step.length && object.in >= *step.length) {
        diagnostics.error(object.place,
                          fmt::format("this object opens at {} s, when its step of {} s is over",
                                      object.in.seconds(), step.length->seconds()));
        return;
    }
    if (step.length && object.out && *object.out > *step.length) {
        diagnostics.error(object.place,
                          fmt::format("this object is to be gone at {} s, after its step of {} s; "
                                      "leave `out` away for the step's end",
                                      object.out->seconds(), step.length->seconds()));
        return;
    }
    const auto gone = object.out ? object.out : step.length;
    if (!gone) return;
    const double stands = (*gone - object.in).seconds();
    if (stands < kShortestObject)
        diagnostics.error(object.place,
                          fmt::format("this object stands for {:.1f} s, of which opening and "
                                      "closing take most; give it {} s or more",
                                      stands, kShortestObject));
}

}  // namespace

void checkObjects(const Scene& scene, core::Diagnostics& diagnostics) {
    // As for captions: with a table of sources every paper names its own.
    const bool filmHasSource = !scene.source.empty() && scene.sources.empty();
    for (const Chapter& chapter : scene.chapters) {
        for (const Step& step : chapter.steps) {
            for (const Object& object : step.objects) {
                checkTimes(object, step, diagnostics);
                if (!object.paper || !object.sources.empty() || !step.sources.empty() ||
                    filmHasSource)
                    continue;
                diagnostics.error(object.paper->place,
                                  "the words on this paper need a `source:`, of the object or of "
                                  "its step, that says where they stand");
            }
        }
    }
}

void eachPrintedText(const Scene& scene, const TextVisitor& visit) {
    for (const Chapter& chapter : scene.chapters) {
        for (const Step& step : chapter.steps) {
            for (const Object& object : step.objects) {
                if (!object.paper) continue;
                const Paper& paper = *object.paper;
                for (const auto* text : {&paper.masthead, &paper.date, &paper.issue,
                                         &paper.headline, &paper.title, &paper.author})
                    visit(*text, "paper", paper.place);
                for (const auto* rows : {&paper.primer, &paper.poem}) {
                    for (const core::LocalText& row : *rows) visit(row, "paper", paper.place);
                }
            }
        }
    }
}

}  // namespace ebbflow::scene
