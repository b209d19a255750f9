#pragma once
// The rules for words that a film's plan can answer without a picture: large enough, inside the
// graphics-safe area, long enough on the screen. It knows where in the script everything is
// written.

#include <map>
#include <string>
#include <utility>

#include "picture/description.hpp"
#include "quality/finding.hpp"
#include "screen/lettering.hpp"

namespace ebbflow::quality {

/// The least that can be read: the em as a share of the picture's height.
inline constexpr double kLeastText = 0.019;

class WordsGate {
public:
    /// Keeps a reference to them.
    explicit WordsGate(const screen::Lettering& letters) : letters_(letters) {}

    /// The next frame of the film, which shows `time`. Words that glide with the map may cross the
    /// edge of the safe area while they do.
    void add(std::int64_t frame, core::FilmTime time, const picture::FrameDescription& description);
    void tell(Report& report) const;

private:
    struct Fault {
        Span frames;
        std::string message;
        core::SourcePlace place;
    };
    void note(Rule rule, std::int64_t frame, core::FilmTime time, const std::string& words,
              const std::string& message);

    const screen::Lettering& letters_;
    std::map<std::pair<Rule, std::string>, Fault> faults_;  ///< by rule and words
};

/// Captions that stand too short, in the language of the plan; frames are counted at `rate`.
void tellReading(const story::Story& story, const core::FrameRate& rate, Report& report);

/// What `check` said, each at the first frame of the step it speaks of.
void tellScript(const story::Story& story, const core::FrameRate& rate,
                const core::Diagnostics& diagnostics, Report& report);

/// Where the script says what is on the screen at `time`: its caption if it has these words, else
/// its step.
[[nodiscard]] core::SourcePlace placeAt(const story::Story& story, core::FilmTime time,
                                        const std::string& words = {});

/// Gives every finding with a time but no place that of the step on screen then. `first`: the
/// film's frame that is the report's frame 0.
void addPlaces(const story::Story& story, const core::FrameRate& rate, std::int64_t first,
               Report& report);

}  // namespace ebbflow::quality
