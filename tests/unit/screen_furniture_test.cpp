// The furniture of the frame: nothing lies over anything else, everything is large enough to be
// read and inside the safe area, and the picture's size in pixels changes nothing.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "frame/describe.hpp"
#include "scene/keys.hpp"
#include "screen/caption_words.hpp"
#include "screen/furniture.hpp"
#include "story/citations.hpp"
#include "support/film_fixture.hpp"
#include "unit/screen_faults.hpp"

namespace ebbflow::screen::test {
namespace {

using namespace ebbflow::test;

using testing::HasSubstr;
using testing::IsEmpty;

const std::string kEveryPiece = EBBFLOW_SOURCE_DIR "/tests/golden/furniture";
const std::string kExchange = EBBFLOW_SOURCE_DIR "/tests/data/scenes/exchange";

struct Case {
    std::string film, language;
};

class FurnitureOf : public testing::TestWithParam<Case> {
protected:
    static std::shared_ptr<const frame::Plan> plan() {
        return planOf(filmAt(GetParam().film), GetParam().language);
    }
};

TEST_P(FurnitureOf, NeverOverlapsNorLeavesTheSafeArea) {
    const Faults pieces = piecesOverPieces(*plan());
    EXPECT_THAT(pieces.told, IsEmpty());
    EXPECT_GT(pieces.looked, 200U);
}

/// A line's true ink, not its box: the source line's halves must not run into each other.
TEST_P(FurnitureOf, HasSourceLinesWhoseHalvesStayApart) {
    const auto film = plan();
    std::size_t looked = 0;
    for (const auto time : everyHalfSecond(*film)) {
        const auto block = blockOf("sources", Moment(*film, time));
        if (!block) continue;
        std::vector<core::PixelBox> boxes;
        for (const picture::OverlayItem& item : block->items) {
            const auto& words = std::get<picture::TextItem>(item);
            const auto& size = film->ruler.measure(words.paragraph);
            boxes.push_back({words.at.x, words.at.y, size.width, size.height});
            EXPECT_LE(words.at.x + size.width, block->box.width + 0.5) << words.paragraph.text;
            EXPECT_EQ(size.lines, 1);
            ++looked;
        }
        if (boxes.size() < 2) continue;
        const bool sameRow = std::abs(boxes[0].y - boxes[1].y) < 1;
        EXPECT_TRUE(!sameRow || boxes[0].x + boxes[0].width + 30 <= boxes[1].x)
            << core::toString(time);
    }
    EXPECT_GT(looked, 50U);
}

TEST_P(FurnitureOf, IsLargeEnoughToBeRead) {
    const auto film = plan();
    for (const auto time : everyHalfSecond(*film)) {
        for (const picture::OverlayItem& item : frame::describe(*film, time).overlay) {
            const auto* words = std::get_if<picture::TextItem>(&item);
            if (words == nullptr) continue;
            EXPECT_GE(words->paragraph.style.size, 0.019 * core::kReferenceHeight)
                << words->paragraph.text;
        }
        const Moment moment(*film, time);
        for (const story::PlannedCaption& caption : moment.step.captions)
            EXPECT_GE(captionWords(*film, caption).style.size, 0.032 * core::kReferenceHeight);
        const auto title = blockOf("title", moment);
        if (!title) continue;
        for (const picture::OverlayItem& item : title->items) {
            const auto* words = std::get_if<picture::TextItem>(&item);
            if (words == nullptr) continue;
            EXPECT_GE(words->paragraph.style.size, 0.05 * core::kReferenceHeight);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Films, FurnitureOf,
                         testing::Values(Case{kExchange, "en"}, Case{kExchange, "zh-Hans"},
                                         Case{kExchange, "ru"}, Case{kEveryPiece, "en"},
                                         Case{kEveryPiece, "zh-Hans"}, Case{kEveryPiece, "ru"}),
                         [](const auto& film) {
                             return (film.param.film == kEveryPiece ? "EveryPiece_" : "Exchange_") +
                                    film.param.language.substr(0, 2);
                         });

std::shared_ptr<const film::Film> withSize(const std::string& path, int width, int height) {
    film::Film film = *filmAt(path);
    film.scene.frame.width = width;
    film.scene.frame.height = height;
    return std::make_shared<const film::Film>(std::move(film));
}

TEST(FurnitureSizes, AreTheSamePartOfThePictureAtAnyResolution) {
    const auto small = planOf(withSize(kEveryPiece, 1280, 720));
    const auto large = planOf(withSize(kEveryPiece, 3840, 2160));
    for (const auto time : everyHalfSecond(*small)) {
        const auto a = furnitureAt(Moment(*small, time)), b = furnitureAt(Moment(*large, time));
        ASSERT_EQ(a.blocks.size(), b.blocks.size());
        for (std::size_t i = 0; i < a.blocks.size(); ++i)
            EXPECT_EQ(a.blocks[i].box, b.blocks[i].box) << a.blocks[i].name;
        EXPECT_EQ(frame::describe(*small, time).overlay.size(),
                  frame::describe(*large, time).overlay.size());
    }
}

TEST(FurnitureSizes, FitOtherShapesOfPicture) {
    for (const auto& [width, height] : {std::pair{1440, 1080}, {1080, 1080}, {2560, 1080}}) {
        const auto plan = planOf(withSize(kExchange, width, height));
        for (const auto time : everyHalfSecond(*plan)) {
            const Furniture f = furnitureAt(Moment(*plan, time));
            EXPECT_THAT(crowding(f.blocks, f.stage, f.placed), IsEmpty())
                << width << "x" << height << " at " << core::toString(time);
        }
    }
}

Block blockOf(std::string_view name, std::string position, double width, double height,
              bool band = false) {
    return {.name = name,
            .position = std::move(position),
            .band = band,
            .box = {0, 0, width, height},
            .items = {}};
}

TEST(FurnitureLayout, StacksWhatSharesACorner) {
    const Stage stage{safeArea(16.0 / 9), 1000, 100};
    for (const std::string corner : {"top left", "top", "top right", "left", "right", "bottom left",
                                     "bottom", "bottom right"}) {
        std::vector<Block> blocks{
            blockOf("sources", "bottom", 1728, 26, true),
            blockOf("years", "bottom", 1728, 70, true), blockOf("date", corner, 300, 80),
            blockOf("legend", corner, 340, 120), blockOf("chart", corner, 440, 200)};
        const Arrangement placed = arrange(blocks, stage);
        EXPECT_THAT(crowding(blocks, stage, placed), IsEmpty()) << corner;
        EXPECT_NEAR(placed.floor, 900, 1);
    }
}

TEST(FurnitureLayout, SaysWhatDoesNotFit) {
    const Stage stage{safeArea(16.0 / 9), 0, 0};
    std::vector<Block> blocks{blockOf("chart", "left", 400, 600),
                              blockOf("legend", "left", 300, 500)};
    const Arrangement placed = arrange(blocks, stage);
    EXPECT_THAT(crowding(blocks, stage, placed),
                testing::Contains(HasSubstr("`legend` does not fit into the picture")));
}

TEST(FurnitureLayout, MovesWhatWasDrawnAlongWithItsBox) {
    Block block = blockOf("date", "bottom right", 100, 50);
    block.items.emplace_back(picture::BoxItem{{10, 20, 5, 5}, kInk, 0});
    block.items.emplace_back(picture::PolylineItem{{{0, 0}, {100, 50}}, 1, kInk});
    std::vector<Block> blocks{block};
    (void)arrange(blocks, {safeArea(16.0 / 9), 0, 0});
    EXPECT_NEAR(std::get<picture::BoxItem>(blocks[0].items[0]).box.x, 1824 - 90, 1e-9);
    EXPECT_NEAR(std::get<picture::PolylineItem>(blocks[0].items[1]).points[1].y, 1026, 1e-9);
}

TEST(ScreenCheck, TellsOfPiecesOverEachOther) {
    const auto film = filmOf(kFilm + R"(    screen:
      chart: {kind: students, type: bar, at: left, size: large}
      legend: {at: left, size: large}
      date: {at: left, size: large}
      scale: {at: bottom left, size: large}
)");
    core::Diagnostics diagnostics;
    const auto plan = frame::makePlan(film, std::make_shared<const text::Typesetter>(film->fonts),
                                      {}, diagnostics);
    ASSERT_TRUE(plan);
    EXPECT_FALSE(diagnostics.hasErrors());
    EXPECT_THAT(words(diagnostics), HasSubstr("too much on the screen"));
}

TEST(Cards, StandOverAMapWithoutFurniture) {
    const auto plan = planOf(filmAt(kEveryPiece));
    const Moment moment(*plan, core::FilmTime::fromSeconds(5));
    EXPECT_EQ(cardPresence(moment), 1);
    for (const picture::OverlayItem& item :
         frame::describe(*plan, core::FilmTime::fromSeconds(5)).overlay) {
        const auto* words = std::get_if<picture::TextItem>(&item);
        if (words == nullptr || words->opacity == 0) continue;
        EXPECT_TRUE(words->paragraph.marked) << words->paragraph.text << " is behind the card";
    }
    EXPECT_FALSE(blockOf("title", Moment(*plan, core::FilmTime::fromSeconds(2))))
        << "the card says what the title would";
}

TEST(Cards, ListEverySourceOnceAndTakeNoTimeForIt) {
    const auto film = [](const std::string& more) {
        return planOf(filmOf(R"yaml(title: Film
sources:
  - {id: one, citation: "The first author (example.org)"}
  - {id: two, citation: Second author}
  - {id: unused, citation: Third author}
chapters:
  - steps:
      - {date: 1951, length: 5, caption: They leave., source: [one, two]}
      - {date: 1952, length: 5, caption: More leave., source: one}
      - {date: 1953, card: {title: The end)yaml" +
                             more + "}}\n"));
    };
    const auto plan = film(", sources: yes");
    EXPECT_EQ(plan->timeline.length, film("")->timeline.length);
    std::vector<std::string> words;
    for (const picture::OverlayItem& item :
         frame::describe(*plan, core::FilmTime::fromSeconds(12)).overlay) {
        const auto* text = std::get_if<picture::TextItem>(&item);
        if (text != nullptr && text->opacity > 0) words.push_back(text->paragraph.text);
    }
    EXPECT_THAT(words, testing::ElementsAre("The end", "Sources", "The first author (example.org)",
                                            "Second author"));
}

TEST(Citations, LeaveTheirLastBracketOutOnTheScreen) {
    const auto plan = planOf(filmOf(R"yaml(title: Film
sources:
  - {id: latin, citation: "The first author, 1951 (example.org)"}
  - {id: han, citation: "教育部统计，1956年（example.org转载）"}
chapters:
  - steps:
      - {date: 1951, length: 5, caption: They leave., source: [latin, han]}
)yaml"));
    EXPECT_EQ(story::shortCitation(*plan, "latin"), "The first author, 1951");
    EXPECT_EQ(story::shortCitation(*plan, "han"), "教育部统计，1956年");
}

TEST(Legends, ExplainEverySortOfSquare) {
    const auto wordsWith = [](const std::string& rows) {
        const auto plan =
            planOf(filmOf("title: Film\nsites: [{place: Harbin, begun: 1951, "
                          "done: 1953}" +
                          rows + "]\nchapters: [{date: 1952, length: 5}]\n"));
        std::vector<std::string> words;
        const auto block = blockOf("legend", Moment(*plan, core::FilmTime::fromSeconds(3)));
        if (!block) return words;
        for (const picture::OverlayItem& item : block->items) {
            if (const auto* text = std::get_if<picture::TextItem>(&item))
                words.push_back(text->paragraph.text);
        }
        return words;
    };
    EXPECT_THAT(wordsWith(""), testing::ElementsAre("works: completed", "unfinished"));
    EXPECT_THAT(wordsWith(", {place: Peking}"),
                testing::ElementsAre("works: completed", "unfinished", "date not known"));
}

TEST(Cards, LengthenTheirStepUntilTheyAreRead) {
    const auto length = [](const std::string& card) {
        return planOf(filmOf(kFilm + "  - date: 1956\n    card: " + card + "\n"))
            ->timeline.steps.back()
            .length.seconds();
    };
    EXPECT_GT(length("{kicker: {en: One, ru: Раз}, title: {en: A long title that says a lot, ru: "
                     "Долгий путь}, subtitle: {en: And a subtitle that says as much again in "
                     "so many words of its own, ru: И ещё}}"),
              length("{en: Two, ru: Два}"));
}

TEST(Pieces, FadeWhereAStepSwitchesThem) {
    const auto plan = planOf(filmOf(R"(title: Film
source: A register
movements:
  - {kind: students, from: Peking, to: Moscow, when: 1951, count: 375}
chapters:
  - steps:
      - {date: 1951-01/1951-06, length: 6}
      - {date: 1951-07/1951-12, length: 6, screen: {date: no, legend: top left}}
)"));
    const auto opacity = [&](double seconds) {
        const auto date = blockOf("date", Moment(*plan, core::FilmTime::fromSeconds(seconds)));
        return date ? std::get<picture::TextItem>(date->items.front()).opacity : -1;
    };
    EXPECT_NEAR(opacity(5), 0.95, 1e-6);
    EXPECT_LT(opacity(5.75), 0.6);
    EXPECT_LT(opacity(5.99), 0.02);
    EXPECT_EQ(opacity(6), -1);
}

/// A piece that can be placed and that nothing draws, or that nobody can place, would be a promise.
TEST(FurniturePieces, AreThoseThatTheScriptCanPlace) {
    std::set<std::string_view> placed{"images"}, drawn;
    const auto screen = std::ranges::find(scene::groups(), "screen", &scene::Group::id);
    ASSERT_NE(screen, scene::groups().end());
    for (const scene::Key* key : (*screen)->keys) {
        if (key->takes.shape != scene::Shape::onOff) placed.insert(key->name);
    }
    for (const FurniturePiece& piece : furniturePieces()) drawn.insert(piece.key);
    EXPECT_EQ(drawn, placed);
}

}  // namespace
}  // namespace ebbflow::screen::test
