#include "story/score_plan.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "sound/sample_time.hpp"

namespace ebbflow::story {

namespace {

using What = scene::SoundTrack::What;
using Notes = std::vector<int>;

// D minor without its sixth and second: any of them may meet any other.
const Notes kBellNotes{62, 65, 67, 69, 72, 74, 77, 79};
const Notes kPulseNotes{50};
const Notes kDroneNotes{38, 45, 50};

// Amplitudes of one before the film is levelled; a bell is 12 dB over a drone's tone.
constexpr double kBell = 0.16, kPulse = 0.1, kDrone = 0.04;

/// Amplitudes on both sides, whose squares have one sum wherever it stands: -1 left, 1 right.
std::pair<float, float> sidesOf(double amplitude, double side) {
    return {static_cast<float>(amplitude * std::sqrt((1 - side) / 2)),
            static_cast<float>(amplitude * std::sqrt((1 + side) / 2))};
}

class Bells {
public:
    Bells(const Story& story, const scene::SoundTrack& track, const SampleRange& range)
        : story_(story), plan_(story.lightPlan), track_(track), range_(range) {
        rankPlaces();
    }

    void addTo(sound::Score& score) const {
        for (const auto& [place, times] : arrivals()) addAt(place, times, score);
    }

private:
    static constexpr double kApart = 0.6;  ///< seconds

    [[nodiscard]] bool isHeard(const Stream& stream) const {
        const auto& kinds = track_.kinds;
        return kinds.empty() ||
               std::ranges::find(kinds, plan_.kinds[stream.kind].name) != kinds.end();
    }

    /// Lights' seconds, sorted, by the place's index.
    [[nodiscard]] std::map<std::uint32_t, std::vector<float>> arrivals() const {
        std::map<std::uint32_t, std::vector<float>> all;
        for (const Stream& stream : plan_.streams) {
            if (!isHeard(stream) || !plan_.places[stream.toPlace].onMap) continue;
            auto& times = all[stream.toPlace];
            times.insert(times.end(), stream.arrivals.begin(), stream.arrivals.end());
        }
        for (auto& [place, times] : all) std::ranges::sort(times);
        return all;
    }

    /// The busiest place first.
    void rankPlaces() {
        const auto count = static_cast<std::uint32_t>(plan_.places.size());
        std::vector<std::uint32_t> order(count);
        for (std::uint32_t i = 0; i < count; ++i) order[i] = i;
        std::ranges::stable_sort(order, std::greater{},
                                 [&](std::uint32_t i) { return plan_.places[i].traffic; });
        ranks_.resize(count);
        for (std::uint32_t i = 0; i < count; ++i) ranks_[order[i]] = i;
        for (const LightPlace& place : plan_.places) {
            if (!place.onMap) continue;
            west_ = std::min(west_, static_cast<double>(place.at.x));
            east_ = std::max(east_, static_cast<double>(place.at.x));
        }
    }

    void addAt(std::uint32_t place, const std::vector<float>& times, sound::Score& score) const {
        const double apart = track_.apart.value_or(kApart);
        double last = 0;
        std::size_t count = 0;  ///< of arrivals that the last bell stands for
        for (const float time : times) {
            const double seconds = filmSecondsOf(story_.timeline, time);
            if (seconds >= story_.timeline.length.seconds()) return;
            const std::int64_t start = sound::sampleAt(core::FilmTime::fromSeconds(seconds));
            if (start < range_.first || start >= range_.end) continue;
            if (count > 0 && seconds - last < apart) {
                louder(score.strikes.back(), ++count, place);
                continue;
            }
            score.strikes.push_back(bellOf(place, start));
            last = seconds;
            count = 1;
        }
    }

    [[nodiscard]] sound::Strike bellOf(std::uint32_t place, std::int64_t start) const {
        const Notes& notes = track_.notes.empty() ? kBellNotes : track_.notes;
        sound::Strike bell;
        bell.start = start;
        bell.step = sound::stepOf(sound::hertzOf(notes[ranks_[place] % notes.size()]));
        louder(bell, 1, place);
        return bell;
    }

    /// A bell of `count` arrivals: 3 dB for each fourfold, at most 9.
    void louder(sound::Strike& bell, std::size_t count, std::uint32_t place) const {
        constexpr double kMost = 64;
        constexpr double kWidth = 0.6;  ///< part of the way from the middle to a side
        const double n = std::min(static_cast<double>(count), kMost);
        const double gain = sound::amplitudeOf(track_.gain.value_or(0));
        const double width = std::max(east_ - west_, 1.0);
        const double side = kWidth * (2 * (plan_.places[place].at.x - west_) / width - 1);
        std::tie(bell.left, bell.right) = sidesOf(kBell * gain * std::sqrt(std::sqrt(n)), side);
    }

    const Story& story_;
    const LightPlan& plan_;
    const scene::SoundTrack& track_;
    SampleRange range_;
    std::vector<std::uint32_t> ranks_;  ///< per place
    double west_ = 1e9, east_ = -1e9;   ///< of the map plane
};

class Pulse {
public:
    Pulse(const Story& story, const scene::SoundTrack& track, const SampleRange& range)
        : story_(story), track_(track), range_(range) {}

    void addTo(sound::Score& score) const {
        constexpr double kApart = 1, kLeast = 0.1;  ///< seconds
        const auto between = sound::sampleAt(
            core::FilmTime::fromSeconds(std::max(track_.apart.value_or(kApart), kLeast)));
        std::vector<double> counts;
        for (std::int64_t at = range_.first; at < range_.end; at += between)
            counts.push_back(underWayAt(at));
        if (counts.empty()) return;
        const double most = std::max(1.0, *std::ranges::max_element(counts));
        const Notes& notes = track_.notes.empty() ? kPulseNotes : track_.notes;
        const double gain = sound::amplitudeOf(track_.gain.value_or(0));
        for (std::size_t i = 0; i < counts.size(); ++i) {
            if (counts[i] <= 0) continue;
            sound::Strike beat;
            beat.start = range_.first + static_cast<std::int64_t>(i) * between;
            beat.step = sound::stepOf(sound::hertzOf(notes.front()));
            beat.timbre = sound::Timbre::mallet;
            std::tie(beat.left, beat.right) =
                sidesOf(kPulse * gain * std::sqrt(counts[i] / most), 0);
            score.strikes.push_back(beat);
        }
    }

private:
    /// Lights that are on the way on screen; none while they stand.
    [[nodiscard]] double underWayAt(std::int64_t sample) const {
        const Timeline& timeline = story_.timeline;
        const core::FilmTime time = sound::timeOf(sample);
        const PlannedStep& step = timeline.steps[timeline.stepAt(time)];
        const double now = time.seconds();
        if (step.holdSeconds > 0 && now >= step.holdStart &&
            now < step.holdStart + step.holdSeconds)
            return 0;
        const auto since = static_cast<float>(timeline.flightsOf(step.chapter).from);
        const auto until = static_cast<float>(timeline.clock.at(now));
        const auto between = [&](const std::vector<float>& times) {
            return static_cast<double>(std::ranges::lower_bound(times, until) -
                                       std::ranges::lower_bound(times, since));
        };
        double sum = 0;
        for (const Stream& stream : story_.lightPlan.streams) {
            const auto& name = story_.lightPlan.kinds[stream.kind].name;
            if (!track_.kinds.empty() &&
                std::ranges::find(track_.kinds, name) == track_.kinds.end())
                continue;
            sum += std::max(0.0, between(stream.departures) - between(stream.arrivals));
        }
        return sum;
    }

    const Story& story_;
    const scene::SoundTrack& track_;
    SampleRange range_;
};

void addDrone(const scene::SoundTrack& track, const SampleRange& range, sound::Score& score) {
    constexpr double kFade = 2;  ///< seconds
    sound::Drone drone;
    drone.start = range.first;
    drone.length = range.end - range.first;
    const auto fade = [&](const std::optional<core::FilmTime>& asked) {
        const auto samples = sound::sampleAt(asked.value_or(core::FilmTime::fromSeconds(kFade)));
        return std::min(samples, drone.length / 2);
    };
    drone.fadeIn = fade(track.fadeIn);
    drone.fadeOut = fade(track.fadeOut);
    drone.amplitude = kDrone * sound::amplitudeOf(track.gain.value_or(0));
    for (const int note : track.notes.empty() ? kDroneNotes : track.notes)
        drone.hertz.push_back(sound::hertzOf(note));
    if (drone.length > 0) score.drones.push_back(std::move(drone));
}

}  // namespace

double filmSecondsOf(const Timeline& timeline, double lights) {
    double from = std::max(0.0, lights), until = timeline.length.seconds();
    if (from >= until || timeline.clock.at(until) < lights) return until;
    if (timeline.clock.at(from) >= lights) return from;
    constexpr double kExact = 1e-6;
    while (until - from > kExact) {
        const double middle = (from + until) / 2;
        (timeline.clock.at(middle) < lights ? from : until) = middle;
    }
    return until;
}

void addToScore(const Story& story, const scene::SoundTrack& track, const SampleRange& range,
                sound::Score& score) {
    if (track.what == What::bells) Bells(story, track, range).addTo(score);
    if (track.what == What::pulse) Pulse(story, track, range).addTo(score);
    if (track.what == What::drone) addDrone(track, range, score);
}

}  // namespace ebbflow::story
