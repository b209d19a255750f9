#include <algorithm>

#include <fmt/format.h>

#include "scene/check_scene.hpp"
#include "scene/numerals.hpp"
#include "scene/reading_rule.hpp"

namespace ebbflow::scene {

namespace {

// The art direction: a caption never stands for less.
constexpr double kLeastSeconds = 3;

struct ReadingTime {
    double seconds = 0;
    std::string language;
};

ReadingTime slowest(const Scene& scene, const core::LocalText& text,
                    const ReadingSeconds& seconds) {
    ReadingTime result;
    for (const auto& [tag, words] : text.words) {
        const std::string& language = tag.empty() ? scene.languages.front() : tag;
        const double here = seconds(words, language);
        if (here > result.seconds) result = {here, language};
    }
    return result;
}

void checkTime(const ReadingTime& reading, double available, const Caption& caption,
               core::Diagnostics& diagnostics) {
    if (available + kReadingTolerance < reading.seconds) {
        diagnostics.error(
            caption.place,
            fmt::format("this caption stands for {:.1f} s but takes {:.1f} s to read ({}): a "
                        "longer `length`, an earlier `at` or fewer words",
                        available, reading.seconds, reading.language));
    } else if (const double wanted = std::max(kLeastSeconds, kReadings * reading.seconds);
               available + kReadingTolerance < wanted) {
        diagnostics.warning(
            caption.place,
            fmt::format("this caption stands for {:.1f} s; to be read in peace it needs "
                        "{:.1f} s ({})",
                        available, wanted, reading.language));
    }
}

void checkTimes(const Scene& scene, const Step& step, const ReadingSeconds& seconds,
                core::Diagnostics& diagnostics) {
    if (!step.length) return;
    for (std::size_t i = 0; i < step.captions.size(); ++i) {
        const Caption& caption = step.captions[i];
        const bool last = i + 1 == step.captions.size();
        const core::FilmTime free = last ? *step.length : step.captions[i + 1].at;
        if (caption.at >= *step.length) {
            diagnostics.error(
                caption.place,
                fmt::format("this caption appears at {} s, when its step of {} s is over",
                            caption.at.seconds(), step.length->seconds()));
            continue;
        }
        const core::FilmTime end = caption.length ? caption.at + *caption.length : free;
        if (end > free) {
            diagnostics.error(caption.place,
                              last ? "this caption stays longer than its step"
                                   : "this caption stays until after the next appears");
            continue;
        }
        checkTime(slowest(scene, caption.text, seconds), (end - caption.at).seconds(), caption,
                  diagnostics);
    }
}

const Numeral* unsourced(const std::vector<Numeral>& numerals, const core::Period* date) {
    for (const Numeral& n : numerals) {
        if (date == nullptr || !isPartOf(n, *date)) return &n;
    }
    return nullptr;
}

void checkFigures(const Caption& caption, const core::Period* date,
                  core::Diagnostics& diagnostics) {
    for (const auto& [language, words] : caption.text.words) {
        const auto numerals = numeralsIn(words);
        const Numeral* bare = unsourced(numerals, date);
        if (bare == nullptr) continue;
        diagnostics.error(caption.place,
                          fmt::format("`{}` in this caption is no date of its step, so it needs a "
                                      "`source:` that says on whose word",
                                      bare->text));
        return;
    }
}

}  // namespace

void checkCaptions(const Scene& scene, const ReadingSeconds& readingSeconds,
                   core::Diagnostics& diagnostics) {
    // With a table of sources every figure names its own; words for the whole film are for scenes
    // too small to have one.
    const bool filmHasSource = !scene.source.empty() && scene.sources.empty();
    for (const Chapter& chapter : scene.chapters) {
        const core::Period* date = nullptr;
        for (const Step& step : chapter.steps) {
            if (step.date) date = &*step.date;
            checkTimes(scene, step, readingSeconds, diagnostics);
            if (!step.sources.empty() || filmHasSource) continue;
            for (const Caption& caption : step.captions) checkFigures(caption, date, diagnostics);
        }
    }
}

}  // namespace ebbflow::scene
