#include "papers/edit_list.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/csv.hpp"
#include "core/error.hpp"

namespace ebbflow::papers {

namespace {

constexpr std::size_t kMostEvents = 999;

/// Printable ASCII, which is all that a list's header may hold.
std::string plainTitle(const std::string& title) {
    constexpr std::size_t kLongest = 70;
    const auto printable = [](unsigned char c) { return c >= 0x20 && c < 0x7F; };
    if (title.empty() || !std::ranges::all_of(title, printable)) return "ebbflow";
    return title.substr(0, kLongest);
}

std::string headOf(const EditList& list) {
    const std::string fault = core::parseTimecode("00:00:00:00", list.rate).fault;
    if (!fault.empty()) throw core::Failure("an edit list needs timecode: " + fault);
    if (list.events.size() > kMostEvents) {
        throw core::Failure(fmt::format("{} chapters: an edit list numbers at most {} events",
                                        list.events.size(), kMostEvents));
    }
    const bool drop = list.clock.at(std::int64_t{0}).find(';') != std::string::npos;
    return fmt::format("TITLE: {}\nFCM: {}\n\n", plainTitle(list.title),
                       drop ? "DROP FRAME" : "NON-DROP FRAME");
}

std::string nameOf(const EditEvent& event) {
    return event.title.empty() ? event.id : event.title;
}

/// What Resolve's markers are divided by cannot stand in their names.
std::string markerName(const EditEvent& event) {
    std::string name = nameOf(event);
    std::ranges::replace(name, '|', '/');
    return name;
}

std::string lineOf(std::size_t number, std::string_view reel, const std::string& in,
                   const std::string& out) {
    return fmt::format("{:03}  {:<8} V     C        {} {} {} {}\n", number, reel, in, out, in, out);
}

}  // namespace

std::vector<EditEvent> chapterEvents(const story::Story& story, const core::FrameRate& rate,
                                     const std::string& language) {
    std::vector<EditEvent> events;
    for (std::size_t i = 0; i < story.timeline.chapters.size(); ++i) {
        const story::PlannedChapter& chapter = story.timeline.chapters[i];
        const scene::Chapter& script = story.film->scene.chapters[i];
        std::string title = script.title.inOrAny(language);
        std::ranges::replace(title, '\n', ' ');
        events.push_back({core::frameCount(chapter.start, rate),
                          core::frameCount(chapter.end, rate),
                          {},
                          script.id,
                          std::move(title)});
    }
    // A chapter shorter than a frame has none to show.
    std::erase_if(events, [](const EditEvent& event) { return event.first >= event.end; });
    return events;
}

std::string toEdl(const EditList& list) {
    std::string text = headOf(list);
    for (std::size_t i = 0; i < list.events.size(); ++i) {
        const EditEvent& event = list.events[i];
        text += lineOf(i + 1, "AX", list.clock.at(event.first), list.clock.at(event.end));
        text += fmt::format("* FROM CLIP NAME: {}\n", event.clip);
        text += fmt::format("* LOC: {} GREEN   {}\n\n", list.clock.at(event.first), nameOf(event));
    }
    return text;
}

std::string toMarkerEdl(const EditList& list) {
    std::string text = headOf(list);
    for (std::size_t i = 0; i < list.events.size(); ++i) {
        const EditEvent& event = list.events[i];
        text += lineOf(i + 1, "001", list.clock.at(event.first), list.clock.at(event.first + 1));
        text += fmt::format("{} |C:ResolveColorGreen |M:{} |D:{}\n\n", event.id, markerName(event),
                            event.end - event.first);
    }
    return text;
}

std::string toMarkerCsv(const EditList& list) {
    const bool drop = list.clock.at(std::int64_t{0}).find(';') != std::string::npos;
    std::vector<std::string> row{"Marker Name", "Description", "In",
                                 "Out",         "Duration",    "Marker Type"};
    std::string text = core::csvRow(row);
    for (const EditEvent& event : list.events) {
        row = {nameOf(event),
               event.id,
               list.clock.at(event.first),
               list.clock.at(event.end),
               core::timecodeOf(event.end - event.first, list.rate, drop),
               "Chapter"};
        text += core::csvRow(row);
    }
    return text;
}

}  // namespace ebbflow::papers
