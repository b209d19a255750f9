#pragma once
// What can be said of a script without its data: whether dates run on, captions can be read and
// figures have sources, whether names are known and every language has its words. It loads nothing;
// the names that tables hold and the speed of reading are handed in.

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"
#include "scene/scene.hpp"

namespace ebbflow::scene {

/// Names that the tables know.
struct KnownNames {
    std::vector<std::string> kinds;     ///< of movements; those of `flows` count without being here
    std::vector<std::string> counters;  ///< ids of figures
    std::vector<std::string> sources;   ///< ids of the sources table
};

/// Seconds that one reading of a text takes.
using ReadingSeconds = std::function<double(std::string_view text, std::string_view language)>;

/// All of the below.
void checkScene(const Scene& scene, const KnownNames& known, const ReadingSeconds& readingSeconds,
                core::Diagnostics& diagnostics);

/// Inside a chapter dates run forward, without a gap.
void checkDates(const Scene& scene, core::Diagnostics& diagnostics);
/// Ids are unique; `like`, `focus`, `counters` and `source` name what exists. Sources are free text
/// where the film has no sources table.
void checkNames(const Scene& scene, const KnownNames& known, core::Diagnostics& diagnostics);
/// A caption stands inside its step, long enough to be read in every language; a number in it that
/// is no date of its step has a source.
void checkCaptions(const Scene& scene, const ReadingSeconds& readingSeconds,
                   core::Diagnostics& diagnostics);
/// Cards, pictures and marks come while their step lasts; a card can be read, and a number on it
/// that is no year of the film has a source.
void checkInserts(const Scene& scene, const ReadingSeconds& readingSeconds,
                  core::Diagnostics& diagnostics);
/// Objects open and close while their step lasts, and paper has a source.
void checkObjects(const Scene& scene, core::Diagnostics& diagnostics);
/// Moves are slow enough and end inside their step.
void checkCameras(const Scene& scene, core::Diagnostics& diagnostics);
/// Sounds begin at chapters and steps that there are, and are heard of kinds that there are.
void checkSound(const Scene& scene, const KnownNames& known, core::Diagnostics& diagnostics);
/// What loops in a kiosk is there, and ends after it begins.
void checkKiosk(const Scene& scene, core::Diagnostics& diagnostics);
/// Transitions fit between the two steps that they join, and nothing moves in a cut.
void checkTransitions(const Scene& scene, core::Diagnostics& diagnostics);
/// Texts that one of the film's languages lacks, as warnings.
void checkTranslations(const Scene& scene, core::Diagnostics& diagnostics);

/// What is missing to show the film in `language` (a full tag of `languages`), as errors:
/// translations, and `missingWords`, the program's own words that it lacks there.
void checkLanguage(const Scene& scene, std::string_view language,
                   std::span<const std::string> missingWords, core::Diagnostics& diagnostics);

/// Calls `visit(text, what, place)` for every text that the film shows, in the order of the script.
using TextVisitor = std::function<void(const core::LocalText& text, std::string_view what,
                                       const core::SourcePlace& place)>;
void eachShownText(const Scene& scene, const TextVisitor& visit);
/// The same for what is printed on paper, which has languages of its own and is not translated.
void eachPrintedText(const Scene& scene, const TextVisitor& visit);

}  // namespace ebbflow::scene
