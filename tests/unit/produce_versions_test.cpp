// What one wish comes to: versions, chapters, parts, and the film's own wish that its manifest
// keeps.

#include <gmock/gmock.h>

#include "core/whole_file.hpp"
#include "produce/finished.hpp"
#include "produce/refusal.hpp"
#include "produce/render_order.hpp"
#include "produce/versions.hpp"
#include "produce/wish_json.hpp"
#include "support/film_fixture.hpp"
#include "support/film_making.hpp"

namespace ebbflow::produce {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::vector<std::string> kLanguages{"en", "zh-Hans", "ru"};

std::vector<std::string> wordsOf(const RenderWish& wish) {
    std::vector<std::string> words;
    for (const VersionChoice& choice : versionsOf(wish, kLanguages)) {
        words.push_back(choice.word + "/" + choice.plan.language +
                        (choice.plan.textless ? "/textless" : ""));
    }
    return words;
}

TEST(VersionsOf, AWishAreItsLanguagesAndTheOneWithoutWords) {
    EXPECT_THAT(wordsOf({}), ElementsAre("/en"));
    EXPECT_THAT(wordsOf({.languages = {"zh"}}), ElementsAre("/zh-Hans"));
    EXPECT_THAT(wordsOf({.languages = {"ru", "zh", "zh-Hans"}}),
                ElementsAre("ru/ru", "zh-Hans/zh-Hans"));
    EXPECT_THAT(wordsOf({.textless = true}), ElementsAre("/en/textless"));
    EXPECT_THAT(wordsOf({.languages = {"all"}, .textless = true}),
                ElementsAre("en/en", "zh-Hans/zh-Hans", "ru/ru", "textless/en/textless"));
}

TEST(VersionsOf, LayersHaveWordsInEveryLanguageAndTheRestOnce) {
    EXPECT_THAT(wordsOf({.languages = {"en", "ru"}, .layers = {Layer::map, Layer::text}}),
                ElementsAre("map/en", "text.en/en", "text.ru/ru"));
    EXPECT_THAT(wordsOf({.layers = {Layer::text}}), ElementsAre("text/en"));
}

TEST(VersionsOf, WhatDoesNotGoTogetherAreRefused) {
    EXPECT_THROW(wordsOf({.languages = {"fr"}}), Refusal);
    EXPECT_THROW(wordsOf({.textless = true, .layers = {Layer::map}}), Refusal);
    EXPECT_THROW(wordsOf({.textless = true, .alpha = true}), Refusal);
    EXPECT_THROW(wordsOf({.layers = {Layer::map, Layer::map}}), Refusal);
}

class OwnWish : public testing::Test {
protected:
    static void SetUpTestSuite() { plan_ = test::planOf(test::filmOf(test::kFilm), "ru"); }
    static void TearDownTestSuite() { plan_ = nullptr; }

    static RenderWish wish() {
        RenderWish wish;
        wish.scene = "somewhere/film.yaml";
        wish.output = "a.mkv";
        wish.languages = {"en", "ru"};
        wish.captions = {CaptionFile::srt};
        wish.subtitles = {"all"};
        return wish;
    }
    static RenderWish own(const RenderWish& wish) {
        return ownWish(wish, orderFor(wish, {}, *plan_), *plan_);
    }

    static std::shared_ptr<const frame::Plan> plan_;
};
std::shared_ptr<const frame::Plan> OwnWish::plan_;

TEST_F(OwnWish, OfAVersionAsksForThatAlone) {
    const RenderWish ru = alone(wish(), {plan_, "ru", Layer::all}, {});
    EXPECT_EQ(ru.output, "a.ru.mkv");
    EXPECT_THAT(ru.languages, ElementsAre("ru"));
    EXPECT_EQ(versionsOf(ru, {"en", "ru"}).size(), 1U);
    RenderWish chapters = wish();
    chapters.perChapter = true;
    chapters.layers = {Layer::map, Layer::text};
    const RenderWish one = alone(chapters, {plan_, "map", Layer::map}, "two");
    EXPECT_EQ(one.output, "a.two.map.mkv");
    EXPECT_EQ(one.chapter, "two");
    EXPECT_FALSE(one.perChapter);
    EXPECT_THAT(one.layers, ElementsAre(Layer::map));
    EXPECT_THAT(one.captions, IsEmpty()) << "the film with the words has them";
}

TEST_F(OwnWish, LeavesNothingOpenAndIsItsOwn) {
    const RenderWish first = own(alone(wish(), {plan_, "ru", Layer::all}, {}));
    EXPECT_EQ(first.codec, encode::Codec::h264);
    EXPECT_EQ(first.depth, 8);
    EXPECT_EQ(first.rate, (core::FrameRate{25, 1}));
    EXPECT_EQ(first.size, (encode::FrameSize{1920, 1080}));
    EXPECT_THAT(first.subtitles, ElementsAre("en", "ru"));
    EXPECT_TRUE(first.output.empty());
    EXPECT_TRUE(first.scene.is_absolute());
    RenderWish again = first;
    again.output = "b.mkv";
    EXPECT_EQ(own(again), first);
}

TEST_F(OwnWish, IsTheSameHoweverItIsSaid) {
    RenderWish plain = alone(wish(), {plan_, "ru", Layer::all}, {});
    RenderWish said = plain;
    said.codec = encode::Codec::h264;
    said.size = encode::sizeNamed("1080p");
    said.rate = core::FrameRate{25, 1};
    said.from = momentNamed("0");
    said.subtitles = {"en", "ru"};
    EXPECT_EQ(own(plain), own(said));
    plain.from = momentNamed("2");
    said.from = momentNamed("f50");
    EXPECT_EQ(own(plain), own(said));
    said.from = momentNamed("00:00:02:00");
    EXPECT_EQ(own(plain), own(said));
    said.from = momentNamed("f51");
    EXPECT_NE(own(plain), own(said));
}

TEST_F(OwnWish, OfEveryPartIsTheFilmsAndTheSharesAreTheFilm) {
    const RenderWish ru = alone(wish(), {plan_, "ru", Layer::all}, {});
    const delivery::FilmOrder whole = orderFor(ru, {}, *plan_);
    for (const int count : {1, 2, 3, 7, 40}) {
        std::int64_t next = whole.range.first;
        for (int index = 1; index <= count; ++index) {
            const delivery::FilmOrder part =
                orderFor(ru, RenderManner{.part = delivery::Part{index, count}}, *plan_);
            EXPECT_EQ(part.range, whole.range);
            EXPECT_EQ(ownWish(ru, part, *plan_), ownWish(ru, whole, *plan_));
            const delivery::FrameRange share = delivery::shareOf(part);
            EXPECT_EQ(share.first, next);
            next = share.end;
        }
        EXPECT_EQ(next, whole.range.end);
    }
}

/// A film that lies there, by a wish of its own.
class Finished : public testing::Test {
protected:
    Finished() : order_(test::smallOrder(folder_ / "a.mkv", encode::Codec::ffv1, {0, 12})) {
        wish_.scene = "/scenes/a/film.yaml";
        wish_.languages = {"en"};
        wish_.codec = encode::Codec::ffv1;
        order_.wish = toJson(wish_);
        test::makeFilm(order_);
        order_.resume = true;
    }
    const test::TemporaryFolder folder_;
    RenderWish wish_;
    delivery::FilmOrder order_;
};

TEST_F(Finished, IsAFilmOfAnEqualWish) {
    EXPECT_TRUE(isFinished(order_, wish_));
    RenderWish moved = wish_;
    moved.scene = "/elsewhere/film.yaml";
    moved.captions = {CaptionFile::vtt};
    EXPECT_TRUE(isFinished(order_, moved)) << "another place, files beside it";
}

TEST_F(Finished, IsNoFilmOfAnotherWish) {
    RenderWish silent = wish_;
    silent.sound = false;
    EXPECT_FALSE(isFinished(order_, silent));
    EXPECT_THAT(filmDifferences(order_, silent), ElementsAre("it was made for another wish"));
    delivery::FilmOrder longer = order_;
    longer.range.end = 13;
    EXPECT_FALSE(isFinished(longer, wish_));
}

TEST_F(Finished, IsNoFilmWhoseManifestIsOfAnotherVersion) {
    const std::filesystem::path file = folder_ / "a.mkv.manifest.json";
    std::string text = core::readWhole(file);
    const auto version = text.find("\"version\": 3");
    ASSERT_NE(version, std::string::npos);
    text[version + 11] = '2';
    core::writeWhole(file, text);
    EXPECT_THAT(filmDifferences(order_, wish_),
                ElementsAre(HasSubstr("is a manifest of version 2, and this program goes by "
                                      "version 3: render the film again")));
}

}  // namespace
}  // namespace ebbflow::produce
