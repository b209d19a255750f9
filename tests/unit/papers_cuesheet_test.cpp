// The cue sheet: everything that can be read off the screen is in it, at the time it is there, and
// what is open is open for the reason given.

#include <gmock/gmock.h>

#include <set>

#include "frame/describe.hpp"
#include "papers/cuesheet_print.hpp"
#include "papers/film_words.hpp"
#include "support/film_fixture.hpp"
#include "text/reading.hpp"

namespace ebbflow::papers::test {
namespace {

using namespace ebbflow::test;

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kSourced = R"(title: Checked
languages: [en, ru]
sources:
  - {id: paged, citation: A book, page: 12}
  - {id: linked, citation: A page, url: "https://example.org/"}
  - {id: bare, citation: Heard somewhere}
movements:
  - {kind: students, from: Peking, to: Moscow, when: 1951, count: 30, source: paged}
  - {kind: students, from: Peking, to: Moscow, when: 1951, count: 12, source: [paged, linked]}
  - {kind: students, from: Peking, to: Moscow, when: 1952, count: 7, confidence: estimate, source: bare}
  - {kind: advisers, from: Moscow, to: Peking, when: 1952, count: 5, confidence: disputed, source: paged}
  - {kind: advisers, from: Moscow, to: Peking, when: 1952, count: 4}
figures:
  - {id: present, date: 1951-03, value: 1390, label: {en: Present, ru: Сейчас}, source: linked}
  - {id: present, date: 1952-06, value: 1500, label: {en: Present, ru: Сейчас}, confidence: unverified, source: linked}
screen: {counters: [present]}
chapters:
  - id: first
    title: {en: The first 30, ru: Первые}
    steps:
      - date: 1951
        length: 10
        caption: {en: They leave., ru: Они уезжают.}
        source: paged
      - date: 1952
        length: 10
        screen: {counters: no}
        caption: {en: More leave., ru: Ещё.}
  - id: second
    title: {en: In 1952, ru: В 1952 году}
    date: 1952
    length: 20
    caption:
      - {en: Heard of., ru: Слышали.}
      - {at: 8, en: And again., ru: И ещё.}
    source: bare
)";

std::vector<Cue> cuesOfKind(const std::vector<Cue>& cues, const std::string& what) {
    std::vector<Cue> found;
    std::ranges::copy_if(cues, std::back_inserter(found),
                         [&](const Cue& cue) { return cue.what == what; });
    return found;
}

std::vector<std::string> wordsOf(const std::vector<Cue>& cues, const std::string& language) {
    std::vector<std::string> words;
    for (const Cue& cue : cues) words.push_back(cue.words.inOrAny(language));
    return words;
}

std::vector<std::string> openOf(const std::vector<Cue>& cues) {
    std::vector<std::string> open;
    for (const Cue& cue : cues) open.push_back(cue.open);
    return open;
}

TEST(Cuesheet, SaysWhatIsPrintedOnCards) {
    const auto plan = planOf(filmOf(
        "languages: [en, ru]\nsource: A register\nchapters:\n  - date: 1951\n    length: 10\n"
        "    show: [Peking, Moscow]\n    objects:\n      - {at: Peking, in: 1, out: 7, source: A "
        "primer, text: {en: A page, ru: Лист}, paper: {title: {ru: Урок}, primer: [{ru: книга, "
        "zh: 书}]}}\n"));
    const auto cards = cuesOfKind(cuesOf(*plan), "object");
    ASSERT_EQ(cards.size(), 1U);
    EXPECT_EQ(cards.front().words.inOrAny("en"), "Урок · книга · 书 · A page");
    EXPECT_EQ(cards.front().words.inOrAny("ru"), "Урок · книга · 书 · Лист");
    EXPECT_EQ(cards.front().start.seconds(), 1);
    EXPECT_EQ(cards.front().end.seconds(), 7);
    ASSERT_EQ(cards.front().sources.size(), 1U);
    EXPECT_EQ(cards.front().sources.front().citation, "A primer");
    EXPECT_EQ(cards.front().open, "no page or address");
}

TEST(Cuesheet, CaptionsHaveTheirTimesAndTheSourcesOfTheirStep) {
    const auto captions = cuesOfKind(cuesOf(*planOf(filmOf(kSourced))), "caption");
    EXPECT_THAT(wordsOf(captions, "ru"), ElementsAre("Они уезжают.", "Ещё.", "Слышали.", "И ещё."));
    EXPECT_THAT(openOf(captions),
                ElementsAre("", "no source", "no page or address", "no page or address"));
    EXPECT_EQ(captions[0].sources.at(0).page, "12");
    EXPECT_EQ(captions[2].start, core::FilmTime::fromSeconds(20));
    EXPECT_EQ(captions[2].end, core::FilmTime::fromSeconds(28));
    EXPECT_EQ(captions[3].step, 1U);
}

TEST(Cuesheet, FlowsAreAddedUpByHowSureTheyAre) {
    const auto flows = cuesOfKind(cuesOf(*planOf(filmOf(kSourced))), "flow");
    // In the first chapter 1951 and 1952 pass, in the second 1952 again.
    EXPECT_THAT(wordsOf(flows, "en"),
                ElementsAre("students: 42 (documented)", "students: 7 (estimated)",
                            "advisers: 5 (disputed)", "advisers: 4 (recalled, not verified)",
                            "students: 7 (estimated)", "advisers: 5 (disputed)",
                            "advisers: 4 (recalled, not verified)"));
    EXPECT_THAT(openOf(flows), ElementsAre("", "no page or address", "disputed", "unverified",
                                           "no page or address", "disputed", "unverified"));
    EXPECT_EQ(flows[0].sources.size(), 2U) << "each source once";
}

TEST(Cuesheet, ACounterOfMovementSaysWhatItComesToAndWhoseTimesItShows) {
    const auto plan = planOf(filmOf(R"(title: Film
source: The register
movements:
  - {kind: home, from: Harbin, to: Moscow, when: 1960-07-01/1960-08-31, count: 1390, confidence: documented}
flows:
  home: {label: experts, going: home, departures: last-few}
chapters:
  - steps:
      - {date: 1960-06, length: 6, show: [Moscow, Harbin]}
      - {date: 1960-07, length: 6, screen: {counters: {kind: home, size: hero}}}
      - {date: 1960-08, length: 6, screen: {counters: {kind: home, size: hero}}}
)"));
    const auto cues = cuesOf(*plan);
    const auto counters = cuesOfKind(cues, "counter");
    ASSERT_EQ(counters.size(), 1U);
    EXPECT_THAT(wordsOf(counters, "en"), ElementsAre("0 → experts: 1,390 (documented)"));
    EXPECT_EQ(counters[0].start, core::FilmTime::fromSeconds(6));
    EXPECT_EQ(counters[0].end, core::FilmTime::fromSeconds(18));
    EXPECT_THAT(wordsOf(cuesOfKind(cues, "flow"), "en"),
                ElementsAre("experts: 1,390 (documented); departures within the "
                            "period: by the script, no source"));
}

TEST(Cuesheet, CountersStandFromTheFrameThatShowsThem) {
    const auto plan = planOf(filmOf(kSourced));
    const auto counters = cuesOfKind(cuesOf(*plan), "counter");
    // March 1951 to the end of the step that has counters; then both values of the second chapter.
    EXPECT_THAT(wordsOf(counters, "en"),
                ElementsAre("1,390 Present", "1,390 Present", "1,500 Present"));
    EXPECT_THAT(openOf(counters), ElementsAre("", "", "unverified"));
    EXPECT_EQ(counters[0].end, core::FilmTime::fromSeconds(10));
    EXPECT_EQ(counters[2].end, plan->timeline.length);
    for (const Cue& cue : counters) {
        const auto shows = [&](core::FilmTime time) {
            const picture::FrameDescription frame = frame::describe(*plan, time);
            return std::ranges::any_of(frame.overlay, [&](const picture::OverlayItem& item) {
                const auto* text = std::get_if<picture::TextItem>(&item);
                return text != nullptr &&
                       cue.words.inOrAny("en").starts_with(text->paragraph.text + " ");
            });
        };
        const core::FilmTime oneFrame = core::frameStart(1, {25, 1});
        EXPECT_TRUE(shows(cue.start));
        EXPECT_TRUE(shows(cue.end - oneFrame));
        if (cue.start > counters[0].start) continue;
        EXPECT_FALSE(shows(cue.start - oneFrame));
    }
}

TEST(Cuesheet, ATitleIsOpenOnlyForANumberThatIsNoDate) {
    const auto titles = cuesOfKind(cuesOf(*planOf(filmOf(kSourced))), "title");
    EXPECT_THAT(wordsOf(titles, "en"), ElementsAre("Checked", "The first 30", "In 1952"));
    EXPECT_THAT(openOf(titles), ElementsAre("", "a number without source", ""));
}

TEST(Cuesheet, WordsForTheWholeFilmStandForWhatCitesNothing) {
    for (const Cue& cue : cuesOf(*planOf(filmOf(kFilm)))) {
        if (cue.what == "title") continue;
        ASSERT_EQ(cue.sources.size(), 1U) << cue.what;
        EXPECT_EQ(cue.sources[0].citation, "A register");
    }
}

TEST(Cuesheet, SaysWhatRunsFromRightToLeft) {
    const auto plan = planOf(filmAt(EBBFLOW_SOURCE_DIR "/tests/data/scenes/two-ways"), "he");
    const core::FrameRate rate = plan->film->scene.frame.rate;
    const auto cues = cuesOf(*plan);
    const std::string page =
        toHtml({*plan, {"00:00:00:00", rate}, {"he", "ar"}, cues, cues.size(), false});
    for (const char* part : {"<h1 dir=\"rtl\">", "<td lang=\"he\" dir=\"rtl\">",
                             "<td lang=\"ar\" dir=\"rtl\">", "<div>Register of Haifa"})
        EXPECT_THAT(page, testing::HasSubstr(part));
}

TEST(Cuesheet, HasEveryCaptionOfTheFilm) {
    const auto plan = planOf(exchangeFilm());
    std::size_t captions = 0;
    for (const auto& step : plan->timeline.steps) captions += step.captions.size();
    const auto cues = cuesOf(*plan);
    EXPECT_EQ(cuesOfKind(cues, "caption").size(), captions);
    EXPECT_THAT(cuesOfKind(cues, "flow"), testing::Not(IsEmpty()));
    EXPECT_TRUE(std::ranges::is_sorted(cues, {}, &Cue::start));
    for (const Cue& cue : cues) EXPECT_LT(cue.start, cue.end);
}

TEST(FilmWords, EveryTextHasAKeyOfItsOwnAndItsTime) {
    const auto texts = textsOf(*planOf(filmOf(kSourced)));
    std::vector<std::string> keys;
    for (const FilmText& text : texts) keys.push_back(text.key);
    EXPECT_THAT(keys, ElementsAre("title", "first.title", "first.1.caption", "first.2.caption",
                                  "second.title", "second.1.caption", "second.1.caption.2"));
    EXPECT_EQ(texts[3].start, core::FilmTime::fromSeconds(10));
    EXPECT_EQ(texts[3].seconds, 10);
    EXPECT_EQ(texts[5].seconds, 8);
    EXPECT_EQ(texts[6].seconds, 12);
    EXPECT_TRUE(texts[6].timed);
    EXPECT_FALSE(texts[6].grows) << "the step's length is written";
}

TEST(FilmWords, KeysAreUniqueAndHaveTheirPlaceAndTime) {
    const auto texts = textsOf(*planOf(exchangeFilm()));
    std::set<std::string> keys;
    for (const FilmText& text : texts) {
        EXPECT_TRUE(keys.insert(text.key).second) << text.key;
        EXPECT_GT(text.place.line, 0) << text.key;
        EXPECT_GT(text.seconds, 0) << text.key;
    }
}

TEST(FilmWords, AsManyCharactersAreAllowedAsCanBeRead) {
    for (const std::string language : {"en", "ru", "zh-Hans"}) {
        const int allowed = charactersAllowed(7.3, language);
        const std::string each = language == "zh-Hans" ? "字" : language == "ru" ? "ж" : "x";
        const auto seconds = [&](int n) {
            std::string words;
            for (int i = 0; i < n; ++i) words += each;
            return text::captionSeconds(words, language);
        };
        EXPECT_LE(seconds(allowed), 7.3);
        EXPECT_GT(seconds(allowed + 1), 7.3);
    }
}

}  // namespace
}  // namespace ebbflow::papers::test
