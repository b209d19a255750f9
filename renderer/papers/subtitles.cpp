#include "papers/subtitles.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "text/markup.hpp"
#include "text/reading.hpp"
#include "text/scripts.hpp"
#include "text/wrap.hpp"

namespace ebbflow::papers {

namespace {

constexpr std::size_t kLines = 2;

/// Lines two by two; an odd number begins with two.
std::vector<std::string> pagesOf(const std::vector<std::string>& lines) {
    std::vector<std::string> pages;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i % kLines == 0)
            pages.push_back(lines[i]);
        else
            pages.back() += '\n' + lines[i];
    }
    return pages;
}

/// Players take lines for left to right, and would set full stops and Latin words of others
/// wrongly: each is embedded as right to left (UAX 9), which they honour.
std::string directed(const std::string& page, const std::string& words,
                     const std::string& language) {
    constexpr std::string_view kEmbed = "\u202B", kEnd = "\u202C";
    if (text::directionOf(words, language) == text::Direction::leftToRight) return page;
    std::string lines(kEmbed);
    for (const char c : page) {
        if (c == '\n') lines += kEnd;
        lines += c;
        if (c == '\n') lines += kEmbed;
    }
    return lines += kEnd;
}

void addCaption(const story::PlannedCaption& caption, const std::string& words,
                const std::string& language, std::vector<core::TimedText>& all) {
    const auto pages = pagesOf(text::wrapBySense(text::withoutMarkup(words), language));
    double reading = 0;
    for (const auto& page : pages) reading += text::readingSeconds(page, language);
    double read = 0;
    for (const auto& page : pages) {
        const auto at = [&](double share) {
            return core::FilmTime::fromSeconds(caption.start +
                                               (caption.end - caption.start) * share);
        };
        const double before = reading > 0 ? read / reading : 0;
        read += text::readingSeconds(page, language);
        all.push_back(
            {at(before), at(reading > 0 ? read / reading : 1), directed(page, words, language)});
    }
}

/// `mark` stands before the milliseconds: a comma in SubRip, a full stop in WebVTT.
std::string clockOf(core::FilmTime time, char mark) {
    constexpr std::int64_t kTicksAMillisecond = core::FilmTime::kTicksPerSecond / 1000;
    const std::int64_t ms = (time.ticks() + kTicksAMillisecond / 2) / kTicksAMillisecond;
    return fmt::format("{:02}:{:02}:{:02}{}{:03}", ms / 3'600'000, ms / 60'000 % 60, ms / 1000 % 60,
                       mark, ms % 1000);
}

/// What WebVTT would take for tags and for references.
std::string escaped(const std::string& words) {
    std::string text;
    for (const char c : words) {
        if (c == '&')
            text += "&amp;";
        else if (c == '<')
            text += "&lt;";
        else if (c == '>')
            text += "&gt;";
        else
            text += c;
    }
    return text;
}

}  // namespace

std::vector<core::TimedText> subtitlesOf(const story::Story& story, const std::string& language) {
    std::vector<core::TimedText> all;
    for (const story::PlannedStep& step : story.timeline.steps) {
        for (const story::PlannedCaption& caption : step.captions) {
            if (const std::string* words = caption.text.find(language))
                addCaption(caption, *words, language, all);
        }
    }
    std::ranges::stable_sort(all, {}, &core::TimedText::start);
    return all;
}

std::vector<core::TimedText> within(const std::vector<core::TimedText>& all, core::FilmTime from,
                                    core::FilmTime until) {
    std::vector<core::TimedText> part;
    for (const core::TimedText& caption : all) {
        const auto start = std::max(caption.start, from), end = std::min(caption.end, until);
        if (start < end) part.push_back({start - from, end - from, caption.words});
    }
    return part;
}

std::string toSrt(const std::vector<core::TimedText>& captions) {
    std::string text;
    for (std::size_t i = 0; i < captions.size(); ++i) {
        text += fmt::format("{}\n{} --> {}\n{}\n\n", i + 1, clockOf(captions[i].start, ','),
                            clockOf(captions[i].end, ','), captions[i].words);
    }
    return text;
}

std::string toWebVtt(const std::vector<core::TimedText>& captions, const std::string& language) {
    std::string text = fmt::format("WEBVTT\nKind: captions\nLanguage: {}\n\n", language);
    for (const core::TimedText& caption : captions) {
        text += fmt::format("{} --> {}\n{}\n\n", clockOf(caption.start, '.'),
                            clockOf(caption.end, '.'), escaped(caption.words));
    }
    return text;
}

}  // namespace ebbflow::papers
