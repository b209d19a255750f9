#include "produce/side_orders.hpp"

#include <cmath>

#include <fmt/format.h>

#include "papers/subtitles.hpp"
#include "produce/layer.hpp"
#include "produce/refusal.hpp"
#include "produce/versions.hpp"
#include "sound/levelled.hpp"
#include "sound/peak.hpp"
#include "story/sound_plan.hpp"

namespace ebbflow::produce {

namespace {

void requireRoomForSubtitles(const std::filesystem::path& output) {
    const encode::Container container = refusing([&] { return encode::containerOf(output); });
    if (encode::takesSubtitles(container)) return;
    throw Refusal(fmt::format(
        "--subtitles: there is no room for tracks in {}; --captions srt,vtt writes them beside",
        encode::nameOf(container)));
}

}  // namespace

std::shared_ptr<const encode::SideTracks> sideOf(const RenderWish& wish, const frame::Plan& plan,
                                                 const delivery::FrameRange& range,
                                                 const core::FrameRate& rate) {
    const auto from = core::frameStart(range.first, rate),
               until = core::frameStart(range.end, rate);
    encode::SideTracks side;
    if (!wish.subtitles.empty()) {
        requireRoomForSubtitles(wish.output);
        for (const std::string& tag : languagesNamed(wish.subtitles, plan.film->scene.languages)) {
            side.subtitles.push_back(
                {tag, papers::within(papers::subtitlesOf(plan, tag), from, until)});
        }
    }
    // Of layers the lowest brings the sound along.
    const Layer layer = layerOf(wish);
    if (wish.sound && layer != Layer::lights && layer != Layer::text) {
        side.sound = {sound::levelled(story::mixOf(plan, !plan.textless)), sound::sampleAt(from),
                      sound::sampleAt(until), plan.textless ? std::string() : plan.language};
    }
    if (side.subtitles.empty() && side.sound.mix.empty()) return nullptr;
    return std::make_shared<const encode::SideTracks>(std::move(side));
}

void checkSound(const encode::Soundtrack& sound, const std::filesystem::path& film,
                Watcher& watcher) {
    if (sound.mix.empty()) return;
    const encode::Container container = encode::containerOf(film);
    if (!encode::takesSound(container)) {
        watcher.warn(fmt::format(
            "{} is silent, for there is no room for sound in {}; --no-sound asks for that",
            film.string(), encode::nameOf(container)));
        return;
    }
    const sound::Peak peak = sound::peakOf(sound.mix, sound.first, sound.end);
    if (peak.level <= 1) return;
    watcher.warn(fmt::format(
        "the sound of {} is over full scale by {:.1f} dB at {}; lower the `gain` of what is heard "
        "there",
        film.string(), 20 * std::log10(peak.level), core::toString(sound::timeOf(peak.sample))));
}

}  // namespace ebbflow::produce
