#include "story/sound_plan.hpp"

#include <algorithm>

#include "sound/sample_time.hpp"
#include "story/score_plan.hpp"

namespace ebbflow::story {

namespace {

using What = scene::SoundTrack::What;

const PlannedChapter& chapterOf(const Story& story, const scene::SoundMoment& at) {
    // The checks have seen to it that the name is known.
    const auto& chapters = story.film->scene.chapters;
    const auto found = std::ranges::find(chapters, at.chapter, &scene::Chapter::id);
    return story.timeline.chapters[static_cast<std::size_t>(found - chapters.begin())];
}

core::FilmTime timeOf(const Story& story, const scene::SoundMoment& at) {
    if (at.chapter.empty()) return at.time;
    const std::size_t step = at.step > 0 ? at.step - 1 : 0;
    return story.timeline.steps[chapterOf(story, at).firstStep + step].start + at.time;
}

/// Where what has no length of its own ends.
core::FilmTime endOf(const Story& story, const scene::SoundTrack& track) {
    const scene::SoundMoment& at = track.at;
    if (track.length) return std::min(timeOf(story, at) + *track.length, story.timeline.length);
    if (at.chapter.empty()) return story.timeline.length;
    const PlannedChapter& chapter = chapterOf(story, at);
    return at.step == 0 ? chapter.end : story.timeline.steps[chapter.firstStep + at.step - 1].end();
}

constexpr double kCueFade = 0.3;  ///< seconds

std::int64_t samplesOf(const std::optional<core::FilmTime>& time, double otherwise) {
    return sound::sampleAt(time.value_or(core::FilmTime::fromSeconds(otherwise)));
}

class MixPlanner {
public:
    MixPlanner(const Story& story, bool speech) : story_(story), speech_(speech) {
        mix_.length = sound::sampleAt(story.timeline.length);
    }

    void add(sound::Clip clip, const core::LocalText& files,
             const std::optional<core::FilmTime>& atMost) {
        const std::string* path = files.find(story_.language);
        if (path == nullptr) return;
        // A text for all languages carries the empty tag.
        if (!speech_ && !files.words.front().first.empty()) return;
        clip.path = *path;
        clip.length =
            std::min(story_.film->sounds.at(*path) - clip.offset, mix_.length - clip.start);
        if (atMost) clip.length = std::min(clip.length, sound::sampleAt(*atMost));
        if (clip.length > 0) mix_.clips.push_back(std::move(clip));
    }

    void add(const scene::SoundTrack& track) {
        const std::int64_t start = sound::sampleAt(timeOf(story_, track.at));
        switch (track.what) {
            case What::file: {
                sound::Clip clip;
                clip.start = start;
                clip.offset = sound::sampleAt(track.offset);
                clip.gain = track.gain.value_or(0);
                clip.fadeIn = samplesOf(track.fadeIn, 0);
                clip.fadeOut = samplesOf(track.fadeOut, 0);
                add(std::move(clip), track.file, track.length);
                return;
            }
            case What::bells:
            case What::pulse:
            case What::drone:
                mix_.loudness = kLoudness;
                addToScore(story_, track, {start, sound::sampleAt(endOf(story_, track))},
                           mix_.score);
                return;
            case What::duck:
            case What::silence:
                addCue(track, start);
                return;
        }
    }

    void addNarration(const PlannedStep& step) {
        sound::Clip clip;
        clip.start = sound::sampleAt(step.start);
        clip.speech = true;
        const auto& script = story_.film->scene.chapters[step.chapter].steps[step.step];
        add(std::move(clip), script.narration, std::nullopt);
    }

    [[nodiscard]] sound::Mix take() {
        std::ranges::stable_sort(mix_.score.strikes, {}, &sound::Strike::start);
        return std::move(mix_);
    }

private:
    void addCue(const scene::SoundTrack& track, std::int64_t start) {
        constexpr double kDuck = -12;
        sound::Duck cue;
        cue.start = start;
        cue.length = std::max<std::int64_t>(0, sound::sampleAt(endOf(story_, track)) - start);
        cue.level =
            track.what == What::silence ? 0 : sound::amplitudeOf(track.gain.value_or(kDuck));
        cue.fadeIn = samplesOf(track.fadeIn, kCueFade);
        cue.fadeOut = samplesOf(track.fadeOut, kCueFade);
        mix_.ducks.push_back(cue);
    }

    const Story& story_;
    bool speech_;
    sound::Mix mix_;
};

}  // namespace

sound::Mix mixOf(const Story& story, bool speech) {
    MixPlanner planner(story, speech);
    for (const scene::SoundTrack& track : story.film->scene.sound) planner.add(track);
    for (const PlannedStep& step : story.timeline.steps) planner.addNarration(step);
    return planner.take();
}

}  // namespace ebbflow::story
