#pragma once
// The film's chapters as editing systems read them: an edit decision list (CMX 3600), and markers.
// Plain text in frames and timecode; it opens no film.

#include <cstdint>
#include <string>
#include <vector>

#include "core/timecode.hpp"
#include "story/story.hpp"

namespace ebbflow::papers {

/// A stretch of the film, in its frames.
struct EditEvent {
    std::int64_t first = 0, end = 0;  ///< of the film, without handles
    std::string clip;                 ///< the file that it is taken from
    std::string id;                   ///< of the chapter
    std::string title;                ///< in the language of the list; may be empty
};

struct EditList {
    std::string title;  ///< one line
    core::FrameRate rate;
    core::TimecodeClock
        clock;  ///< names the film's frames: those of the cut and those of the files
    std::vector<EditEvent> events;
};

/// The chapters one after another. A chapter begins with the first frame that shows it.
[[nodiscard]] std::vector<EditEvent> chapterEvents(const story::Story& story,
                                                   const core::FrameRate& rate,
                                                   const std::string& language);

/// Throws core::Failure at a rate that has no timecode, or with over 999 events, which CMX 3600
/// cannot number. Source times are the timecode of the film's frames, as its files carry it.
[[nodiscard]] std::string toEdl(const EditList& list);
/// The form in which DaVinci Resolve exports and imports the markers of a timeline.
[[nodiscard]] std::string toMarkerEdl(const EditList& list);
/// Columns as Premiere Pro exports markers, which marker panels and spreadsheets read.
[[nodiscard]] std::string toMarkerCsv(const EditList& list);

}  // namespace ebbflow::papers
