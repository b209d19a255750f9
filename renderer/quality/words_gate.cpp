#include "quality/words_gate.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "screen/overlay.hpp"
#include "text/markup.hpp"

namespace ebbflow::quality {

using core::Severity;

namespace {

constexpr float kToBeSeen = 0.1F;  // of opacity
// Reference pixels: letters set flush with an edge reach over it by a hair.
constexpr double kTouch = 2;
constexpr std::size_t kQuoted = 48;

/// The words as a report quotes them: one line, not too long.
std::string quoted(std::string words) {
    std::ranges::replace(words, '\n', ' ');
    if (words.size() <= kQuoted) return words;
    std::size_t end = kQuoted;
    while ((static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) --end;
    return words.substr(0, end) + "…";
}

bool inside(const core::PixelBox& safe, const core::PixelPoint& at, const text::Measure& ink) {
    return at.x + ink.inkLeft >= safe.x - kTouch && at.y + ink.inkTop >= safe.y - kTouch &&
           at.x + ink.inkRight <= safe.x + safe.width + kTouch &&
           at.y + ink.inkBottom <= safe.y + safe.height + kTouch;
}

const scene::Step& scriptOf(const story::Story& story, const story::PlannedStep& step) {
    return story.film->scene.chapters[step.chapter].steps[step.step];
}

}  // namespace

void WordsGate::note(Rule rule, std::int64_t frame, core::FilmTime time, const std::string& words,
                     const std::string& message) {
    Fault& fault = faults_[{rule, words}];
    if (!fault.frames.known()) fault = {{frame, frame}, message, placeAt(letters_, time, words)};
    fault.frames.last = frame;
}

void WordsGate::add(std::int64_t frame, core::FilmTime time,
                    const picture::FrameDescription& description) {
    if (description.black >= 1) return;
    const core::PixelBox safe = screen::safeArea(letters_.aspect);
    for (const picture::OverlayItem& item : description.overlay) {
        const auto* words = std::get_if<picture::TextItem>(&item);
        if (words == nullptr || words->opacity < kToBeSeen) continue;
        const double share = words->paragraph.style.size / core::kReferenceHeight;
        // Sizes are given to the tenth of a pixel.
        if (share < kLeastText - 1e-4)
            note(Rule::textHeight, frame, time, words->paragraph.text,
                 fmt::format("`{}` is set at {:.1f} % of the picture's height; {:.1f} % is the "
                             "least",
                             quoted(words->paragraph.text), share * 100, kLeastText * 100));
        if (!words->glides && !inside(safe, words->at, letters_.ruler.measure(words->paragraph)))
            note(Rule::safeArea, frame, time, words->paragraph.text,
                 fmt::format("`{}` reaches out of the graphics-safe area (EBU R 95: 90 % of each "
                             "side)",
                             quoted(words->paragraph.text)));
    }
}

void WordsGate::tell(Report& report) const {
    for (const auto& [key, fault] : faults_)
        report.add(Severity::error, key.first, fault.frames, fault.message, fault.place);
}

core::SourcePlace placeAt(const story::Story& story, core::FilmTime time,
                          const std::string& words) {
    const scene::Step& step = scriptOf(story, story.timeline.steps[story.timeline.stepAt(time)]);
    const auto said = [&](const scene::Caption& caption) {
        return !words.empty() && caption.text.inOrAny(story.language) == words;
    };
    const auto caption = std::ranges::find_if(step.captions, said);
    return caption != step.captions.end() ? caption->place : step.place;
}

void addPlaces(const story::Story& story, const core::FrameRate& rate, std::int64_t first,
               Report& report) {
    for (Finding& finding : report.findings) {
        if (finding.place.line > 0 || !finding.frames.known()) continue;
        finding.place = placeAt(story, core::frameStart(first + finding.frames.first, rate));
    }
}

}  // namespace ebbflow::quality
