#pragma once
// The film's captions as players, broadcasters and web pages want them beside the picture: timed,
// without markup, in lines of reading length, at most two at a time. What the picture shows is
// captions.hpp's business.

#include <string>
#include <string_view>
#include <vector>

#include "core/timed_text.hpp"
#include "story/story.hpp"

namespace ebbflow::papers {

/// In the order of their times; captions that the language has no words of are left out. One that
/// needs more than two lines comes as several, each for its share of the reading time.
[[nodiscard]] std::vector<core::TimedText> subtitlesOf(const story::Story& story,
                                                       const std::string& language);

/// Those of a part of the film, counted from its first moment; what is cut by an end is shortened.
[[nodiscard]] std::vector<core::TimedText> within(const std::vector<core::TimedText>& all,
                                                  core::FilmTime from, core::FilmTime until);

/// SubRip, UTF-8: numbered, `00:01:02,345 --> 00:01:05,000`.
[[nodiscard]] std::string toSrt(const std::vector<core::TimedText>& captions);
/// WebVTT with the language named in its header.
[[nodiscard]] std::string toWebVtt(const std::vector<core::TimedText>& captions,
                                   const std::string& language);

}  // namespace ebbflow::papers
