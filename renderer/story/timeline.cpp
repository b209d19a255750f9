#include "story/timeline.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include <fmt/format.h>

#include "sound/sample_time.hpp"
#include "story/film_dates.hpp"

namespace ebbflow::story {

namespace {

constexpr double kShortestStep = 4;
constexpr double kFadeMargin =
    0.5;  // a caption comes a little after its step, and goes a little before
constexpr double kCrossFadeSeconds = 1.2;
constexpr double kDipSeconds = 1.6;
constexpr double kGradeSeconds = 1.5;

/// A cross-fade lies in its own step, a dip half in each of two; neither takes more than is there.
void planTransition(const scene::Step& step, const std::vector<PlannedStep>& before,
                    PlannedStep& planned) {
    if (before.empty()) return;
    planned.transition = step.transition.kind;
    const double own = planned.length.seconds(), last = before.back().length.seconds();
    if (planned.transition == scene::Transition::Kind::crossFade) {
        const double wanted =
            step.transition.length ? step.transition.length->seconds() : kCrossFadeSeconds;
        planned.transitionSeconds = std::min(wanted, own);
    } else if (planned.transition == scene::Transition::Kind::dip) {
        const double wanted =
            step.transition.length ? step.transition.length->seconds() : kDipSeconds;
        planned.transitionSeconds = std::min({wanted, own, last});
    }
}

/// Until when the picture is not yet at rest, and no caption's reading counts.
double unrest(const Shot& shot, const scene::Step& step) {
    double seconds = shot.way.empty() ? shot.moveSeconds : 0;
    if (step.transition.kind == scene::Transition::Kind::crossFade)
        seconds = std::max(seconds, kCrossFadeSeconds);
    if (step.transition.kind == scene::Transition::Kind::dip)
        seconds = std::max(seconds, kDipSeconds / 2);
    return seconds;
}

double captionLength(const scene::Caption& caption, const std::vector<std::string>& languages,
                     const CaptionSeconds& seconds) {
    double longest = 0;
    for (const std::string& language : languages) {
        if (const std::string* words = caption.text.find(language)) {
            longest = std::max(longest, seconds(*words, language));
        }
    }
    return longest;
}

/// A card is read as one text.
double cardLength(const scene::Card& card, const std::vector<std::string>& languages,
                  const CaptionSeconds& seconds) {
    double longest = 0;
    for (const std::string& language : languages) {
        std::string all;
        for (const core::LocalText* text : {&card.kicker, &card.title, &card.subtitle}) {
            if (const std::string* words = text->find(language)) all += *words;
        }
        longest = std::max(longest, seconds(all, language));
    }
    // It comes and goes gently, and cannot be read meanwhile.
    constexpr double kFades = 1.2;
    return card.start.seconds() + longest + kFades;
}

/// Of the longest of the languages; 0 without narration.
double narrationLength(const film::Film& film, const scene::Step& step,
                       const std::vector<std::string>& languages) {
    double longest = 0;
    for (const std::string& language : languages) {
        const std::string* file = step.narration.find(language);
        if (file == nullptr || !film.sounds.contains(*file)) continue;
        longest = std::max(longest, sound::timeOf(film.sounds.at(*file)).seconds());
    }
    return longest;
}

void checkNarration(const scene::Step& step, double narration, core::Diagnostics& diagnostics) {
    if (!step.length || narration <= step.length->seconds()) return;
    diagnostics.warning(
        step.narrationPlace,
        fmt::format("this narration lasts {:.1f} s and goes on when its step of {} s is over; "
                    "without `length` the step lasts as long",
                    narration, step.length->seconds()));
}

core::FilmTime stepLength(const scene::Step& step, const Shot& shot, double narration,
                          const std::vector<std::string>& languages,
                          const CaptionSeconds& seconds) {
    if (step.length) return *step.length;
    const double move = unrest(shot, step);
    double longest = std::max(kShortestStep, shot.moveSeconds);
    if (narration > 0) longest = std::max(longest, narration + kFadeMargin);
    if (step.card) longest = std::max(longest, cardLength(*step.card, languages, seconds));
    if (step.hold) longest = std::max(longest, (step.hold->at + step.hold->length).seconds());
    for (const auto& caption : step.captions) {
        const double start = std::max(caption.at.seconds(), std::min(move, 1.0));
        longest =
            std::max(longest, start + captionLength(caption, languages, seconds) + kFadeMargin);
        longest = std::max(longest, move + captionLength(caption, languages, seconds));
    }
    return core::FilmTime::fromSeconds(std::ceil(longest * 2) / 2);
}

picture::Grade gradeOf(const scene::Grade& said) {
    picture::Grade grade = picture::gradeNamed(said.like);
    grade.luma = said.luma.value_or(grade.luma);
    grade.saturation = said.saturation.value_or(grade.saturation);
    grade.contrast = said.contrast.value_or(grade.contrast);
    grade.temperature = said.temperature.value_or(grade.temperature);
    grade.vignette = said.vignette.value_or(grade.vignette);
    grade.sun.azimuth = said.sunAzimuth.value_or(grade.sun.azimuth);
    grade.sun.height = said.sunHeight.value_or(grade.sun.height);
    return grade;
}

/// What no step says is as before.
void planGrade(const scene::Step& step, const std::vector<PlannedStep>& before,
               PlannedStep& planned) {
    if (!before.empty()) planned.grade = before.back().grade;
    if (!step.grade) return;
    planned.grade = gradeOf(*step.grade);
    planned.gradeSeconds = step.grade->move ? step.grade->move->seconds() : kGradeSeconds;
}

void planHold(const scene::Hold& hold, PlannedStep& planned, LightClock& clock,
              core::Diagnostics& diagnostics) {
    if ((hold.at + hold.length) > planned.length) {
        diagnostics.error(hold.place,
                          fmt::format("time stands from {:g} to {:g} s of this step, which lasts "
                                      "{:g} s: an earlier `at`, a shorter `hold` or a longer step",
                                      hold.at.seconds(), (hold.at + hold.length).seconds(),
                                      planned.length.seconds()));
        return;
    }
    planned.holdStart = (planned.start + hold.at).seconds();
    planned.holdSeconds = hold.length.seconds();
    clock.hold(planned.holdStart, planned.holdSeconds);
}

/// The length that a step has in the film of a talk, and where time then stands in it: where it
/// stands anyway, else an instant before its end, where it stood for the speaker.
std::optional<scene::Hold> planTalk(const scene::Step& step, PlannedStep& planned) {
    if (!step.stood) return step.hold;
    const core::FilmTime script = planned.length, instant = core::FilmTime::fromTicks(1);
    planned.length = *step.stood;
    if (planned.length > script) {
        scene::Hold hold = step.hold.value_or(scene::Hold{script - instant, {}, step.place});
        hold.length = hold.length + (planned.length - script);
        return hold;
    }
    if (!step.hold || step.hold->at >= planned.length) return std::nullopt;
    scene::Hold hold = *step.hold;
    hold.length = std::min(hold.length, planned.length - hold.at);
    return hold;
}

std::vector<PlannedCaption> planCaptions(const scene::Step& step, const PlannedStep& planned) {
    std::vector<PlannedCaption> result;
    const double start = planned.start.seconds();
    const double end = planned.end().seconds();
    for (std::size_t i = 0; i < step.captions.size(); ++i) {
        const scene::Caption& caption = step.captions[i];
        const bool last = i + 1 == step.captions.size();
        const double until = last ? end : start + step.captions[i + 1].at.seconds();
        const double from = start + caption.at.seconds();
        const double to =
            caption.length ? std::min(until, from + caption.length->seconds()) : until;
        result.push_back({from, to, caption.text});
    }
    return result;
}

/// The same track with time standing where steps of the chapter hold: its dates pass in the seconds
/// that are left.
std::vector<DateKey> withHolds(const std::vector<DateKey>& keys,
                               std::span<const PlannedStep> steps) {
    std::vector<DateKey> result;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        result.push_back(keys[i]);
        if (i + 1 == keys.size()) break;
        const DateKey &from = keys[i], &to = keys[i + 1];
        const auto within = [&](const PlannedStep& step) {
            return step.holdSeconds > 0 && step.holdStart >= from.seconds &&
                   step.holdStart < to.seconds;
        };
        double held = 0, passed = 0;
        for (const PlannedStep& step : steps) held += within(step) ? step.holdSeconds : 0;
        const double passes = to.seconds - from.seconds - held;
        for (const PlannedStep& step : steps) {
            if (!within(step) || passes <= 0) continue;
            const double share = (step.holdStart - from.seconds - passed) / passes;
            const double day = std::lerp(from.day, to.day, share);
            if (step.holdStart > result.back().seconds) result.push_back({step.holdStart, day});
            const double end = step.holdStart + step.holdSeconds;
            if (end < to.seconds) result.push_back({end, day});
            passed += step.holdSeconds;
        }
    }
    return result;
}

void planDates(PlannedChapter& chapter, const std::vector<PlannedStep>& steps,
               const scene::Chapter& script, const core::Span& otherwise) {
    std::vector<DateKey> keys;
    std::optional<core::Span> span;
    const auto add = [&](core::FilmTime start, core::FilmTime end, const core::Span& shown) {
        // Overlaps are reported by the checks; here the track must only stay in order.
        const core::Instant from = span ? std::max(shown.from, span->until) : shown.from;
        const core::Instant until = std::max(from, shown.until);
        keys.push_back({start.seconds(), core::inDays(from)});
        keys.push_back({end.seconds(), core::inDays(until)});
        span = core::Span{span ? span->from : from, until};
    };
    for (std::size_t i = 0; i < chapter.stepCount; ++i) {
        const auto& date = script.steps[i].date;
        const PlannedStep& step = steps[chapter.firstStep + i];
        if (!date) continue;
        add(step.start, step.end(), date->span());
    }
    if (keys.empty()) add(chapter.start, chapter.end, otherwise);
    // Two keys at one time (a step's end, the next one's start) are one.
    std::vector<DateKey> merged;
    for (const DateKey& key : keys) {
        if (!merged.empty() && key.seconds <= merged.back().seconds) {
            merged.back().day = key.day;
        } else {
            merged.push_back(key);
        }
    }
    chapter.span = *span;
    chapter.firstDay = core::dayOf(span->from);
    chapter.lastDay = core::dayOf(span->until + -1);
    chapter.dates = DateTrack(
        withHolds(merged, std::span(steps).subspan(chapter.firstStep, chapter.stepCount)));
}

}  // namespace

std::size_t Timeline::stepAt(core::FilmTime time) const {
    const auto next = std::ranges::upper_bound(steps, time, {}, &PlannedStep::start);
    return next == steps.begin() ? 0 : static_cast<std::size_t>(next - steps.begin()) - 1;
}

Timeline planTimeline(const film::Film& film, const CaptionSeconds& captionSeconds,
                      const std::vector<std::string>& languages, core::Diagnostics& diagnostics) {
    Timeline timeline;
    CameraPlanner cameras(film, diagnostics);
    timeline.dated = saysWhen(film);
    timeline.clocked = hasClocks(film);
    const core::Span otherwise = spanOfTables(film.tables);
    for (std::size_t c = 0; c < film.scene.chapters.size(); ++c) {
        const scene::Chapter& script = film.scene.chapters[c];
        PlannedChapter chapter;
        chapter.firstStep = timeline.steps.size();
        chapter.stepCount = script.steps.size();
        chapter.start = timeline.length;
        for (std::size_t s = 0; s < script.steps.size(); ++s) {
            const scene::Step& step = script.steps[s];
            PlannedStep planned;
            planned.chapter = c;
            planned.step = s;
            planned.start = timeline.length;
            static_cast<Shot&>(planned) = cameras.next(step);
            const double narration = narrationLength(film, step, languages);
            checkNarration(step, narration, diagnostics);
            planned.length = stepLength(step, planned, narration, languages, captionSeconds);
            const std::optional<scene::Hold> hold = planTalk(step, planned);
            planned.moveSeconds = std::min(planned.moveSeconds, planned.length.seconds());
            planTransition(step, timeline.steps, planned);
            planGrade(step, timeline.steps, planned);
            if (hold) planHold(*hold, planned, timeline.clock, diagnostics);
            planned.captions = planCaptions(step, planned);
            timeline.length = planned.end();
            timeline.steps.push_back(std::move(planned));
        }
        chapter.end = timeline.length;
        planDates(chapter, timeline.steps, script, otherwise);
        timeline.chapters.push_back(std::move(chapter));
    }
    return timeline;
}

Timeline::Flights Timeline::flightsOf(std::size_t chapter) const {
    constexpr double kEver = std::numeric_limits<double>::infinity();
    const auto breaks = [&](std::size_t c) { return !steps[chapters[c].firstStep].goesOn(); };
    std::size_t first = chapter, next = chapter + 1;
    while (first > 0 && !breaks(first)) --first;
    while (next < chapters.size() && !breaks(next)) ++next;
    return {first == 0 ? -kEver : clock.at(chapters[first].start.seconds()),
            next == chapters.size() ? kEver : clock.at(chapters[next].start.seconds())};
}

std::vector<flow::Window> windowsOf(const film::Film& film, const Timeline& timeline) {
    std::vector<flow::Window> windows;
    for (std::size_t i = 0; i < timeline.chapters.size(); ++i) {
        const PlannedChapter& chapter = timeline.chapters[i];
        const scene::Chapter& script = film.scene.chapters[i];
        windows.push_back({script.id, chapter.span, script.lights, timeline.dated});
    }
    return windows;
}

picture::CameraView cameraAt(const Timeline& timeline, core::FilmTime time) {
    const PlannedStep& step = timeline.steps[timeline.stepAt(time)];
    return viewAt(step, (time - step.start).seconds());
}

core::Instant instantAt(const PlannedChapter& chapter, double seconds) {
    const double day = chapter.dates.dayAt(seconds);
    const auto second = static_cast<std::int64_t>(
        std::llround((day - std::floor(day)) * static_cast<double>(core::kSecondsOfDay)));
    return core::startOf(core::Day{static_cast<std::int64_t>(std::floor(day))}) + second;
}

core::Day lastDayOf(const Timeline& timeline, std::size_t step) {
    const PlannedStep& planned = timeline.steps[step];
    const DateTrack& dates = timeline.chapters[planned.chapter].dates;
    return {static_cast<std::int64_t>(dates.dayAt(planned.end().seconds()))};
}

}  // namespace ebbflow::story
