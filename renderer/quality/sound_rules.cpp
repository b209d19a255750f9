#include <cmath>

#include <fmt/format.h>

#include "quality/film_facts.hpp"

namespace ebbflow::quality {

using core::Severity;

namespace {

/// EBU R 128's gate: what is below it is silence.
constexpr double kSilence = -69.9;
/// BS.1770 measures blocks of so many seconds; less sound than one has no loudness.
constexpr double kBlock = 0.4;
/// Longest difference between picture and sound that nothing is said of, in frames.
constexpr double kFramesApart = 1;

void tellPeak(const Loudness& loudness, const std::string& name, const LoudnessTarget& target,
              Report& report) {
    if (loudness.truePeak <= target.highestPeak) return;
    report.add(Severity::error, Rule::truePeak, {},
               fmt::format("{} has a true peak of {:.1f} dBTP; at most {:.1f} is asked for "
                           "(EBU R 128)",
                           name, loudness.truePeak, target.highestPeak));
}

void tellTrack(const SoundFacts& sound, const std::string& name, const LoudnessTarget& target,
               Report& report) {
    const Loudness& loudness = sound.loudness;
    report.figures.push_back({name + ": integrated loudness", loudness.integrated, "LUFS"});
    report.figures.push_back({name + ": loudness range", loudness.range, "LU"});
    report.figures.push_back({name + ": true peak", loudness.truePeak, "dBTP"});
    if (sound.seconds < kBlock) {
        report.add(Severity::note, Rule::loudness, {},
                   fmt::format("{} lasts {:.2f} s; loudness is measured from {:.1f} s on", name,
                               sound.seconds, kBlock));
        tellPeak(loudness, name, target, report);
        return;
    }
    if (loudness.integrated < kSilence) {
        report.add(Severity::warning, Rule::loudness, {}, name + " is silent");
        return;
    }
    if (std::abs(loudness.integrated - target.integrated) > target.tolerance)
        report.add(Severity::error, Rule::loudness, {},
                   fmt::format("{} has {:.1f} LUFS; {:.1f} ± {:.1f} are asked for (EBU R 128)",
                               name, loudness.integrated, target.integrated, target.tolerance));
    tellPeak(loudness, name, target, report);
}

}  // namespace

void tellSound(const FilmFacts& facts, const LoudnessTarget& target, Report& report) {
    const double picture = core::frameStart(facts.frames, facts.rate).seconds();
    for (std::size_t i = 0; i < facts.sound.size(); ++i) {
        const SoundFacts& sound = facts.sound[i];
        const std::string language =
            sound.language.empty() || sound.language == "und" ? "" : ", " + sound.language;
        const std::string name = fmt::format("sound {}{}", i + 1, language);
        tellTrack(sound, name, target, report);
        if (std::abs(sound.seconds - picture) > kFramesApart / facts.rate.perSecond())
            report.add(Severity::warning, Rule::container, {},
                       fmt::format("{} lasts {:.2f} s and the picture {:.2f} s", name,
                                   sound.seconds, picture));
    }
}

}  // namespace ebbflow::quality
