#include "story/sound_plan.hpp"

#include <algorithm>

namespace ebbflow::story {

namespace {

/// The checks have seen to it that the name is known.
core::FilmTime timeOf(const Story& story, const scene::SoundMoment& at) {
    if (at.chapter.empty()) return at.time;
    const auto& chapters = story.film->scene.chapters;
    const auto found = std::ranges::find(chapters, at.chapter, &scene::Chapter::id);
    const PlannedChapter& chapter =
        story.timeline.chapters[static_cast<std::size_t>(found - chapters.begin())];
    const std::size_t step = at.step > 0 ? at.step - 1 : 0;
    return story.timeline.steps[chapter.firstStep + step].start + at.time;
}

class ClipCutter {
public:
    ClipCutter(const Story& story, bool speech)
        : story_(story), speech_(speech), filmEnd_(sound::sampleAt(story.timeline.length)) {}

    void add(sound::Clip clip, const core::LocalText& files,
             const std::optional<core::FilmTime>& atMost) {
        const std::string* path = files.find(story_.language);
        if (path == nullptr) return;
        // A text for all languages carries the empty tag.
        if (!speech_ && !files.words.front().first.empty()) return;
        clip.path = *path;
        clip.length = std::min(story_.film->sounds.at(*path) - clip.offset, filmEnd_ - clip.start);
        if (atMost) clip.length = std::min(clip.length, sound::sampleAt(*atMost));
        if (clip.length > 0) clips_.push_back(std::move(clip));
    }

    [[nodiscard]] std::vector<sound::Clip> take() { return std::move(clips_); }

private:
    const Story& story_;
    bool speech_;
    std::int64_t filmEnd_;
    std::vector<sound::Clip> clips_;
};

}  // namespace

std::vector<sound::Clip> clipsOf(const Story& story, bool speech) {
    ClipCutter cutter(story, speech);
    for (const scene::SoundTrack& track : story.film->scene.sound) {
        sound::Clip clip;
        clip.start = sound::sampleAt(timeOf(story, track.at));
        clip.offset = sound::sampleAt(track.offset);
        clip.gain = track.gain;
        clip.fadeIn = sound::sampleAt(track.fadeIn);
        clip.fadeOut = sound::sampleAt(track.fadeOut);
        cutter.add(std::move(clip), track.file, track.length);
    }
    for (const PlannedStep& step : story.timeline.steps) {
        sound::Clip clip;
        clip.start = sound::sampleAt(step.start);
        const auto& script = story.film->scene.chapters[step.chapter].steps[step.step];
        cutter.add(std::move(clip), script.narration, std::nullopt);
    }
    return cutter.take();
}

}  // namespace ebbflow::story
