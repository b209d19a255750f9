// Captions beside the picture stand when the picture shows them, and edit lists name the frames
// that chapters begin with.

#include <sstream>

#include <gmock/gmock.h>

#include <fmt/format.h>

#include "core/error.hpp"
#include "papers/edit_list.hpp"
#include "papers/subtitles.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::papers::test {
namespace {

using namespace ebbflow::test;

using core::FilmTime;
using testing::HasSubstr;
using testing::Not;

const std::string kScript = R"(title: {en: Film, ru: Фильм}
languages: [en, ru]
source: A register
frame: {rate: RATE, start: "START"}
chapters:
  - id: one
    title: {en: One, ru: Один}
    steps:
      - {date: 1951, length: 6.02, caption: {en: "*They* leave & go <far>.", ru: Они уезжают.}}
      - date: 1952
        length: 12
        caption:
          - en: >-
              More than two thousand advisers had left for home by the end of that one month, with
              all their blueprints, and the works stood half built.
            ru: Более двух тысяч.
  - id: two
    title: {en: Two | more, ru: Два}
    date: 1953
    length: 10
)";

std::shared_ptr<const frame::Plan> planAt(const std::string& rate, const std::string& start,
                                          const std::string& language = "en") {
    std::string script = kScript;
    script.replace(script.find("RATE"), 4, rate);
    script.replace(script.find("START"), 5, start);
    return planOf(filmOf(script), language);
}

EditList listOf(const std::string& rate, const std::string& start) {
    const auto plan = planAt(rate, start);
    const core::FrameRate frames = plan->film->scene.frame.rate;
    EditList list{"Film", frames, {start, frames}, chapterEvents(*plan, frames, "en")};
    for (auto& event : list.events) event.clip = "film.mov";
    return list;
}

TEST(Subtitles, StandWhileThePictureShowsThemAndHaveNoMarkup) {
    const auto captions = subtitlesOf(*planAt("25", "10:00:00:00"), "en");
    ASSERT_GE(captions.size(), 3U);
    EXPECT_EQ(captions[0].words, "They leave & go <far>.");
    EXPECT_EQ(captions[0].start, FilmTime());
    EXPECT_EQ(captions[0].end, FilmTime::fromSeconds(6.02));
    // The long one is divided, without a gap and without a line too many.
    EXPECT_EQ(captions[1].start, FilmTime::fromSeconds(6.02));
    EXPECT_EQ(captions.back().end, FilmTime::fromSeconds(18.02));
    for (std::size_t i = 1; i < captions.size(); ++i) {
        EXPECT_EQ(captions[i].start, captions[i - 1].end);
        EXPECT_LE(std::ranges::count(captions[i].words, '\n'), 1);
    }
}

TEST(Subtitles, RightToLeftLinesAreEmbedded) {
    const auto plan = planOf(
        filmOf("title: מסע\nlanguage: he\nsource: x\nchapters: [{date: 1951, length: 9, caption: "
               "\"בשנת 1951 יצאו (כמעט) כולם מחיפה אל קהיר, ואחר כך אל Port Said, ברכבת.\"}]\n"));
    const auto captions = subtitlesOf(*plan, "he");
    ASSERT_FALSE(captions.empty());
    for (const auto& caption : captions) {
        std::istringstream lines(caption.words);
        for (std::string line; std::getline(lines, line);) {
            EXPECT_TRUE(line.starts_with("\u202B")) << line;
            EXPECT_TRUE(line.ends_with("\u202C")) << line;
        }
    }
    for (const auto& caption : subtitlesOf(*planAt("25", "10:00:00:00"), "en"))
        EXPECT_THAT(caption.words, Not(HasSubstr("\u202B")));
}

TEST(Subtitles, OfAnotherLanguageHaveTheSameTimes) {
    const auto english = subtitlesOf(*planAt("25", "10:00:00:00"), "en");
    const auto russian = subtitlesOf(*planAt("25", "10:00:00:00", "ru"), "ru");
    EXPECT_EQ(russian[0].words, "Они уезжают.");
    EXPECT_EQ(russian[0].end, english[0].end);
    EXPECT_EQ(russian.back().end, english.back().end);
}

TEST(Subtitles, OfAPartAreCountedFromItsBeginning) {
    const std::vector<core::TimedText> all{
        {FilmTime::fromSeconds(1), FilmTime::fromSeconds(3), "a"},
        {FilmTime::fromSeconds(3), FilmTime::fromSeconds(6), "b"}};
    const auto part = within(all, FilmTime::fromSeconds(2), FilmTime::fromSeconds(5));
    ASSERT_EQ(part.size(), 2U);
    EXPECT_EQ(part[0], (core::TimedText{FilmTime(), FilmTime::fromSeconds(1), "a"}));
    EXPECT_EQ(part[1], (core::TimedText{FilmTime::fromSeconds(1), FilmTime::fromSeconds(3), "b"}));
    EXPECT_TRUE(within(all, FilmTime::fromSeconds(6), FilmTime::fromSeconds(9)).empty());
}

TEST(Subtitles, AreWrittenAsSubRipAndWebVtt) {
    const auto captions = subtitlesOf(*planAt("25", "10:00:00:00"), "en");
    EXPECT_TRUE(toSrt(captions).starts_with(
        "1\n00:00:00,000 --> 00:00:06,020\nThey leave & go <far>.\n\n2\n00:00:06,020 --> "));
    const std::string web = toWebVtt(captions, "en");
    EXPECT_TRUE(web.starts_with("WEBVTT\n"));
    EXPECT_THAT(web, HasSubstr("Language: en\n"));
    EXPECT_THAT(web, HasSubstr("\n\n00:00:00.000 --> 00:00:06.020\n"
                               "They leave &amp; go &lt;far&gt;.\n\n"));
}

TEST(EditLists, CountNonDropTimecode) {
    const std::string edl = toEdl(listOf("25", "10:00:00:00"));
    EXPECT_THAT(edl, HasSubstr("TITLE: Film\nFCM: NON-DROP FRAME\n\n"));
    // 18.02 s begin within frame 450, so 451 is the first that shows the second chapter.
    EXPECT_THAT(edl, HasSubstr("001  AX       V     C        10:00:00:00 10:00:18:01 "
                               "10:00:00:00 10:00:18:01\n* FROM CLIP NAME: film.mov\n"));
    EXPECT_THAT(edl, HasSubstr("002  AX       V     C        10:00:18:01 10:00:28:01"));
    EXPECT_THAT(edl, HasSubstr("* LOC: 10:00:18:01 GREEN   Two | more\n"));
}

TEST(EditLists, CountDropFrameTimecode) {
    const std::string edl = toEdl(listOf("29.97", "00:59:50;00"));
    EXPECT_THAT(edl, HasSubstr("FCM: DROP FRAME"));
    // Chapter two begins at frame ceil(18.02 × 30000 / 1001) = 541; ten seconds before a full hour
    // no name is left out.
    EXPECT_THAT(edl, HasSubstr("00:59:50;00 01:00:08;01 00:59:50;00 01:00:08;01"));
    EXPECT_THAT(toEdl(listOf("29.97", "00:00:50;00")), HasSubstr("00:00:50;00 00:01:08;03"));
    EXPECT_THAT(toEdl(listOf("29.97", "00:00:50:00")), HasSubstr("00:00:50:00 00:01:08:01"));
}

TEST(EditLists, EventsFollowOnEachOtherToTheFilmsEnd) {
    const auto plan = planOf(exchangeFilm());
    const core::FrameRate rate{25, 1};
    const auto events = chapterEvents(*plan, rate, "en");
    ASSERT_EQ(events.size(), plan->film->scene.chapters.size());
    EXPECT_EQ(events.front().first, 0);
    for (std::size_t i = 1; i < events.size(); ++i) EXPECT_EQ(events[i].first, events[i - 1].end);
    EXPECT_EQ(events.back().end, plan->frameCount(rate));
    for (const EditEvent& event : events) {
        const auto step = plan->timeline.stepAt(core::frameStart(event.first, rate));
        EXPECT_EQ(plan->film->scene.chapters[plan->timeline.steps[step].chapter].id, event.id);
    }
}

TEST(EditLists, RefuseRatesWithoutTimecode) {
    EditList list = listOf("25", "10:00:00:00");
    list.rate = {25, 2};
    EXPECT_THROW((void)toEdl(list), core::Failure);
}

TEST(Markers, AreRowsAndResolvesEvents) {
    const EditList list = listOf("25", "10:00:00:00");
    EXPECT_THAT(toMarkerCsv(list),
                HasSubstr("One,one,10:00:00:00,10:00:18:01,00:00:18:01,Chapter\r\n"));
    const std::string edl = toMarkerEdl(list);
    EXPECT_THAT(edl, HasSubstr("10:00:18:01 10:00:18:02 10:00:18:01 10:00:18:02\n"
                               "two |C:ResolveColorGreen |M:Two / more |D:250\n"));
    EXPECT_THAT(edl, Not(HasSubstr("Two | more")));
}

}  // namespace
}  // namespace ebbflow::papers::test
