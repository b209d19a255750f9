// Cards, pictures and marks: whether they come while their step lasts, and whether a card can be
// read and says on whose word it gives a figure.

#include <algorithm>

#include <fmt/format.h>

#include "scene/check_scene.hpp"
#include "scene/numerals.hpp"
#include "scene/reading_rule.hpp"

namespace ebbflow::scene {

namespace {

/// How long something stands in a step of this length; reports what never comes or stays too long.
template <typename Insert>
std::optional<double> standsFor(const Insert& insert, std::string_view what, const Step& step,
                                core::Diagnostics& diagnostics) {
    if (!step.length) return std::nullopt;
    if (insert.start >= *step.length) {
        diagnostics.error(insert.place,
                          fmt::format("this {} appears at {} s, when its step of {} s is over",
                                      what, insert.start.seconds(), step.length->seconds()));
        return std::nullopt;
    }
    const core::FilmTime rest = *step.length - insert.start;
    if (insert.length && *insert.length > rest) {
        diagnostics.error(insert.place, fmt::format("this {} stays longer than its step", what));
        return std::nullopt;
    }
    return insert.length.value_or(rest).seconds();
}

/// It arrives while its step lasts.
void checkPulse(const Step& step, core::Diagnostics& diagnostics) {
    if (!step.pulse || !step.length) return;
    const core::FilmTime arrives = step.pulse->at + step.pulse->length;
    if (arrives <= *step.length) return;
    diagnostics.error(step.pulse->place,
                      fmt::format("this pulse arrives at {} s, when its step of {} s is over: let "
                                  "it set out earlier (`at`), or give the step a longer `length`",
                                  arrives.seconds(), step.length->seconds()));
}

double slowest(const Scene& scene, const Card& card, const ReadingSeconds& seconds) {
    double longest = 0;
    for (const std::string& language : scene.languages) {
        double sum = 0;
        for (const core::LocalText* text : {&card.kicker, &card.title, &card.subtitle}) {
            if (const std::string* words = text->find(language)) sum += seconds(*words, language);
        }
        longest = std::max(longest, sum);
    }
    return longest;
}

void checkReading(const Scene& scene, const Card& card, double stands,
                  const ReadingSeconds& seconds, core::Diagnostics& diagnostics) {
    const double once = slowest(scene, card, seconds);
    if (stands + kReadingTolerance < once) {
        diagnostics.error(
            card.place,
            fmt::format("this card stands for {:.1f} s but takes {:.1f} s to read", stands, once));
    } else if (stands + kReadingTolerance < kReadings * once) {
        diagnostics.warning(
            card.place, fmt::format("this card stands for {:.1f} s; to be read in peace it needs "
                                    "{:.1f} s",
                                    stands, kReadings * once));
    }
}

struct Years {
    int first = core::kFarthestYear, last = -core::kFarthestYear;
};

Years yearsOf(const Scene& scene) {
    Years years;
    for (const Chapter& chapter : scene.chapters) {
        for (const Step& step : chapter.steps) {
            if (!step.date) continue;
            years.first = std::min(years.first, core::toCivil(step.date->first()).year);
            years.last = std::max(years.last, core::toCivil(step.date->last()).year);
        }
    }
    return years;
}

/// A card may name the years that the film tells of; any other number is a claim.
void checkFigures(const Card& card, const Years& years, core::Diagnostics& diagnostics) {
    for (const core::LocalText* text : {&card.kicker, &card.title, &card.subtitle}) {
        for (const auto& [language, words] : text->words) {
            for (const Numeral& n : numeralsIn(words)) {
                if (n.whole && isYearWithin(n.value, years.first, years.last)) continue;
                diagnostics.error(card.place,
                                  fmt::format("`{}` on this card is no year of the film, so it "
                                              "needs a `source:` that says on whose word",
                                              n.text));
                return;
            }
        }
    }
}

}  // namespace

void checkInserts(const Scene& scene, const ReadingSeconds& readingSeconds,
                  core::Diagnostics& diagnostics) {
    const Years years = yearsOf(scene);
    // As for captions: with a table of sources every figure names its own.
    const bool filmHasSource = !scene.source.empty() && scene.sources.empty();
    for (const Chapter& chapter : scene.chapters) {
        for (const Step& step : chapter.steps) {
            for (const Image& image : step.images)
                (void)standsFor(image, "image", step, diagnostics);
            for (const Mark& mark : step.marks) (void)standsFor(mark, "mark", step, diagnostics);
            checkPulse(step, diagnostics);
            if (!step.card) continue;
            const auto stands = standsFor(*step.card, "card", step, diagnostics);
            if (stands) checkReading(scene, *step.card, *stands, readingSeconds, diagnostics);
            if (step.sources.empty() && !filmHasSource)
                checkFigures(*step.card, years, diagnostics);
        }
    }
}

}  // namespace ebbflow::scene
