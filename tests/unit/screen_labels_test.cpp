// Names on the map over a whole film: none runs into another, none swaps sides or pops.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "frame/describe.hpp"
#include "screen/furniture.hpp"
#include "screen/label_names.hpp"
#include "screen/label_room.hpp"
#include "screen/mark_ring.hpp"
#include "support/film_fixture.hpp"
#include "unit/screen_faults.hpp"

namespace ebbflow::screen::test {
namespace {

using namespace ebbflow::test;

using testing::IsEmpty;

class Labels : public testing::TestWithParam<std::string> {};

TEST_P(Labels, NeverOverlapAtAnyFifthFrame) {
    const Faults names = namesOverNames(*planOf(exchangeFilm(), GetParam()));
    EXPECT_THAT(names.told, IsEmpty());
    EXPECT_GT(names.looked, 2000U);
}

TEST_P(Labels, FadeInAndOutAndStayLongEnough) {
    const auto plan = planOf(exchangeFilm(), GetParam());
    for (const PlannedLabel& label : plan->labels) {
        EXPECT_GE(label.end - label.start, 2 * kLabelFade) << label.paragraph.text;
        EXPECT_FALSE(label.paragraph.text.empty());
        EXPECT_GE(label.paragraph.style.size, 0.019 * core::kReferenceHeight);
    }
    EXPECT_TRUE(std::ranges::is_sorted(plan->labels, {}, &PlannedLabel::start));
}

/// Names as the frame has them, by their words: where, and how strongly.
std::map<std::string, picture::TextItem> namesIn(const frame::Plan& plan,
                                                 const picture::FrameDescription& frame) {
    const auto isName = [&](const text::Paragraph& words) {
        return std::ranges::any_of(plan.labels,
                                   [&](const auto& label) { return label.paragraph == words; });
    };
    std::map<std::string, picture::TextItem> names;
    for (const picture::OverlayItem& item : frame.overlay) {
        const auto* text = std::get_if<picture::TextItem>(&item);
        if (text != nullptr && isName(text->paragraph)) names.emplace(text->paragraph.text, *text);
    }
    return names;
}

/// Where the label of those words is planned to be at a time, from its place.
std::optional<core::PixelPoint> plannedAt(const frame::Plan& plan, const std::string& words,
                                          double t) {
    for (const PlannedLabel& label : plan.labels) {
        if (label.paragraph.text != words || t < label.start || t > label.end) continue;
        const auto anchor = picture::project(
            story::cameraAt(plan.timeline, core::FilmTime::fromSeconds(t)), plan.aspect, label.at);
        if (anchor) return anchor;
    }
    return std::nullopt;
}

TEST_P(Labels, NeitherPopNorSwapSidesNorMoveOnTheirPlaces) {
    const auto plan = planOf(exchangeFilm(), GetParam());
    const core::FrameRate rate{25, 1};
    const double most = 1.5 / (0.4 * 25);  // of a fade of 0.4 s at its steepest
    std::size_t looked = 0;
    for (std::int64_t frame = 0; frame + 1 < plan->frameCount(rate); frame += 6) {
        const auto time = core::frameStart(frame, rate), next = core::frameStart(frame + 1, rate);
        const auto now = namesIn(*plan, frame::describe(*plan, time));
        const auto then = namesIn(*plan, frame::describe(*plan, next));
        for (const auto& [words, item] : now) {
            const auto there = then.find(words);
            const float left = there == then.end() ? 0 : there->second.opacity;
            ASSERT_LE(std::abs(item.opacity - left), most) << words << " pops in frame " << frame;
            if (there == then.end()) continue;
            ++looked;
            const auto a = plannedAt(*plan, words, time.seconds());
            const auto b = plannedAt(*plan, words, next.seconds());
            if (!a || !b) continue;
            const double dx = (item.at.x - a->x) - (there->second.at.x - b->x);
            const double dy = (item.at.y - a->y) - (there->second.at.y - b->y);
            ASSERT_LE(std::hypot(dx, dy), 1.0) << words << " slips in frame " << frame;
        }
        for (const auto& [words, item] : then) {
            if (now.contains(words)) continue;
            ASSERT_LE(item.opacity, most) << words << " pops in frame " << frame;
        }
    }
    EXPECT_GT(looked, 1500U);
}

/// The side of a name may change only after the name has been gone.
TEST_P(Labels, KeepTheirSideWhileTheyStay) {
    const auto plan = planOf(exchangeFilm(), GetParam());
    std::map<std::string, const PlannedLabel*> last;
    for (const PlannedLabel& label : plan->labels) {
        const auto before = last.find(label.paragraph.text);
        if (before != last.end()) {
            EXPECT_GE(label.start, before->second->end - 1e-9)
                << label.paragraph.text << " is there twice";
        }
        last[label.paragraph.text] = &label;
    }
}

TEST_P(Labels, KeepClearOfTheFurnitureWhereTheCameraRests) {
    const auto plan = planOf(exchangeFilm(), GetParam());
    std::size_t looked = 0;
    for (std::size_t i = 0; i < plan->timeline.steps.size(); ++i) {
        const story::PlannedStep& step = plan->timeline.steps[i];
        for (const double share : {0.5, 0.9}) {
            const double since = std::max(step.moveSeconds, share * step.length.seconds());
            if (step.length.seconds() - since < 0.7) continue;
            const auto time = step.start + core::FilmTime::fromSeconds(since);
            const Furniture furniture = furnitureAt(Moment(*plan, time, i));
            for (const Seen& name : seenAt(*plan, time)) {
                for (const Block& block : furniture.blocks) {
                    EXPECT_LE(shared(name.box, block.box), 0)
                        << name.text << " under " << block.name << " at " << time.seconds();
                    ++looked;
                }
            }
        }
    }
    EXPECT_GT(looked, 500U);
}

TEST_P(Labels, NameStatesAndWatersToo) {
    const auto plan = planOf(exchangeFilm(), GetParam());
    std::map<LabelLook, std::set<std::string>> names;
    for (const PlannedLabel& label : plan->labels) names[label.look].insert(label.paragraph.text);
    EXPECT_GE(names[LabelLook::state].size(), 4U);
    EXPECT_GE(names[LabelLook::water].size(), 4U);
}

TEST_P(Labels, OfStatesAndWatersStandInNoRiverOfLight) {
    const auto plan = planOf(exchangeFilm(), GetParam());
    std::size_t looked = 0;
    for (std::size_t i = 0; i < plan->timeline.steps.size(); ++i) {
        const LabelRoom room(*plan, i, pinnedIn(plan->objectSeats, i));
        const double end = plan->timeline.steps[i].end().seconds();
        for (const PlannedLabel& label : plan->labels) {
            if (label.look == LabelLook::place || label.start >= end || label.end < end) continue;
            EXPECT_LE(room.lightUnder(label), 5) << label.paragraph.text << " at " << end;
            ++looked;
        }
    }
    EXPECT_GT(looked, 20U);
}

TEST_P(Labels, NobodyAskedForStandOnNoSquares) {
    const auto plan = planOf(exchangeFilm(), GetParam());
    std::size_t looked = 0;
    for (std::size_t i = 0; i < plan->timeline.steps.size(); ++i) {
        const LabelRoom room(*plan, i, pinnedIn(plan->objectSeats, i));
        const double end = plan->timeline.steps[i].end().seconds();
        for (const PlannedLabel& label : plan->labels) {
            if (label.important || label.start >= end || label.end < end) continue;
            EXPECT_LE(room.squaresUnder(label), 0.25) << label.paragraph.text << " at " << end;
            ++looked;
        }
    }
    EXPECT_GT(looked, 20U);
}

INSTANTIATE_TEST_SUITE_P(Languages, Labels, testing::Values("en", "zh-Hans", "ru"),
                         [](const auto& language) { return language.param.substr(0, 2); });

TEST(LabelSides, TurnAwayFromTheLights) {
    const auto sideOf = [](const std::string& movements) {
        const auto plan = planOf(filmOf("title: x\nsource: x\n" + movements + R"(chapters:
  - {date: 1951, length: 8, camera: {center: Moscow, width: 3000 km}}
)"));
        const auto moscow = std::ranges::find(
            plan->labels, "Moscow", [](const PlannedLabel& label) { return label.paragraph.text; });
        return moscow == plan->labels.end() ? LabelSide::centre : moscow->side;
    };
    EXPECT_EQ(sideOf(""), LabelSide::right);
    EXPECT_EQ(sideOf("movements: [{from: Moscow, to: Kazan, when: 1951, count: 900}]\n"),
              LabelSide::left);
}

/// The names that a place had in a film from 1948 to 1962, in order.
std::vector<const PlannedLabel*> labelsOf(const frame::Plan& plan,
                                          const std::set<std::string>& names) {
    std::vector<const PlannedLabel*> found;
    for (const PlannedLabel& label : plan.labels) {
        if (names.contains(label.paragraph.text)) found.push_back(&label);
    }
    return found;
}

struct Renaming {
    std::string language, before, after;
    core::CivilDate day;
};

TEST(LabelNames, ChangeOnTheirDay) {
    const auto film = filmOf(R"(title: {en: x, zh: x, ru: x}
languages: [en, zh-Hans, ru]
chapters:
  - date: 1948/1962
    show: [Mukden, Peking, Perm, Volgograd, Urumchi]
    length: 40
)");
    const std::vector<Renaming> renamings{
        {"en", "Mukden", "Shenyang", {1950, 1, 1}},
        {"en", "Peiping", "Peking", {1949, 9, 27}},
        {"en", "Molotov", "Perm", {1957, 10, 2}},
        {"en", "Stalingrad", "Volgograd", {1961, 11, 10}},
        {"en", "Tihwa", "Urumchi", {1954, 2, 1}},
        {"ru", "Молотов", "Пермь", {1957, 10, 2}},
        {"ru", "Сталинград", "Волгоград", {1961, 11, 10}},
        {"zh-Hans", "北平", "北京", {1949, 9, 27}},
        {"zh-Hans", "迪化", "乌鲁木齐", {1954, 2, 1}},
    };
    for (const Renaming& renaming : renamings) {
        const auto plan = planOf(film, renaming.language);
        const auto labels = labelsOf(*plan, {renaming.before, renaming.after});
        ASSERT_EQ(labels.size(), 2U) << renaming.before;
        EXPECT_EQ(labels[0]->paragraph.text, renaming.before);
        EXPECT_EQ(labels[1]->paragraph.text, renaming.after);
        EXPECT_EQ(labels[0]->side, labels[1]->side);
        const story::DateTrack& dates = plan->timeline.chapters[0].dates;
        const double then = dates.secondsAt(core::inDays(core::startOf(core::toDay(renaming.day))));
        EXPECT_NEAR(labels[0]->end, then, 1e-6) << "one has faded out";
        EXPECT_NEAR(labels[1]->start, then, 1e-6) << "as the other begins to fade in";
    }
}

TEST(MapNames, StandFromTheirFirstDayToTheirLast) {
    const auto plan = planOf(filmOf(R"(title: x
chapters:
  - date: 1929/1948
    camera: {center: Harbin, width: 4000 km}
    length: 40
)"));
    const auto labels = labelsOf(*plan, {"MANCHUKUO"});
    ASSERT_EQ(labels.size(), 1U);
    const story::DateTrack& dates = plan->timeline.chapters[0].dates;
    const auto on = [&](core::CivilDate day) {
        return dates.secondsAt(core::inDays(core::startOf(core::toDay(day))));
    };
    EXPECT_NEAR(labels[0]->start, on({1932, 3, 1}), 1e-6);
    EXPECT_NEAR(labels[0]->end, on({1945, 8, 19}), 1e-6);
    EXPECT_EQ(labels[0]->look, LabelLook::state);
}

TEST(MapNames, StayWhereOneStateFollowsAnotherOfTheSameName) {
    const auto plan = planOf(filmOf(R"(title: x
chapters:
  - steps:
      - {date: 1948/1949-06, camera: {center: Sian, width: 4500 km}, length: 5}
      - {date: 1949-07/1952, length: 5}
)"));
    const auto labels = labelsOf(*plan, {"CHINA"});
    ASSERT_EQ(labels.size(), 1U) << "the Republic's, then the People's Republic's";
    EXPECT_LT(labels[0]->start, 1);
    EXPECT_GT(labels[0]->end, 10);
}

TEST(MapNames, SuitTheScaleOfTheShot) {
    const auto wide =
        planOf(filmOf("title: x\nchapters: [{date: 1956, camera: {center: Irkutsk, width: 9000 "
                      "km}, length: 5}]\n"));
    const auto near =
        planOf(filmOf("title: x\nchapters: [{date: 1956, camera: {center: Irkutsk, width: 1500 "
                      "km}, length: 5}]\n"));
    EXPECT_EQ(labelsOf(*wide, {"SOVIET UNION"}).size(), 1U);
    EXPECT_TRUE(labelsOf(*wide, {"Baikal"}).empty());
    EXPECT_EQ(labelsOf(*near, {"Baikal"}).size(), 1U);
}

TEST(MapNames, CanBeSwitchedOffByThemselves) {
    const auto wordsOf = [](const std::string& screen) {
        const auto plan = planOf(filmOf("title: x\nscreen: " + screen + R"(
chapters: [{date: 1956, camera: {center: Irkutsk, width: 9000 km}, length: 5}]
)"));
        std::set<std::string> words;
        for (const picture::OverlayItem& item :
             frame::describe(*plan, core::FilmTime::fromSeconds(3)).overlay) {
            if (const auto* text = std::get_if<picture::TextItem>(&item))
                words.insert(text->paragraph.text);
        }
        return words;
    };
    EXPECT_TRUE(wordsOf("{labels: yes}").contains("SOVIET UNION"));
    EXPECT_TRUE(wordsOf("{labels: no}").contains("SOVIET UNION"));
    EXPECT_FALSE(wordsOf("{names: no}").contains("SOVIET UNION"));
}

TEST(LabelNames, ComeAndGoAlongAFlight) {
    const auto plan = planOf(filmOf(R"(title: x
chapters:
  - steps:
      - {date: 1956, camera: {center: Moscow, width: 2500 km}, length: 4}
      - {date: 1957, camera: {path: [Sverdlovsk, Irkutsk, Peking], move: 14}, length: 16}
)"));
    const auto labels = labelsOf(*plan, {"Sverdlovsk", "Irkutsk", "Peking"});
    ASSERT_EQ(labels.size(), 3U);
    EXPECT_EQ(labels[0]->paragraph.text, "Sverdlovsk");
    EXPECT_EQ(labels[2]->paragraph.text, "Peking");
    EXPECT_LT(labels[0]->end, labels[2]->start + 6);
    for (const PlannedLabel* label : labels) {
        for (double t = label->start; t < label->end && t < 20; t += 0.1) {
            const auto view = story::cameraAt(plan->timeline, core::FilmTime::fromSeconds(t));
            const auto anchor = picture::project(view, plan->aspect, label->at);
            ASSERT_TRUE(anchor);
            EXPECT_TRUE(inPicture(labelBox(*label, *anchor))) << label->paragraph.text << " " << t;
        }
    }
}

TEST(LabelNames, PutTheStorysPlacesFirst) {
    const auto plan = planOf(filmOf(R"(title: Film
movements:
  - {kind: students, from: Peking, to: Moscow, when: 1951, count: 5}
  - {kind: students, from: Harbin, to: Moscow, when: 1955, count: 5000}
sites: [{place: Kirin, begun: 1950}, {place: Kirin, begun: 1950}, {place: Shanghai, begun: 1950}]
chapters:
  - steps:
      - {date: 1951/1954, length: 6, camera: {show: [Irkutsk, Lanzhou]}}
      - {date: 1955, length: 6, marks: [{ring: Kirin}]}
)"));
    const auto order = [&](std::size_t step) {
        std::vector<std::string> ids;
        for (const NamedPlace& place : placesToName(*plan->film, plan->timeline, step,
                                                    &*plan->film->scene.chapters[0].steps[0].camera,
                                                    plan->lightPlan, plan->sites, "en"))
            ids.push_back(place.names.front().name);
        return ids;
    };
    // Harbin's thousands leave four years later; Shanghai has fewer works than Kirin, but is
    // greater.
    EXPECT_EQ(order(0), (std::vector<std::string>{"Irkutsk", "Lanchow", "Moscow", "Peking",
                                                  "Harbin", "Shanghai", "Kirin"}));
    EXPECT_EQ(order(1).front(), "Kirin");
    EXPECT_EQ(order(1).at(4), "Harbin");
}

TEST(LabelNames, StandOutsideOfARing) {
    const auto plan = planOf(filmOf(R"(title: x
chapters:
  - {date: 1956, camera: {center: Changchun, width: 1600 km}, length: 6, marks: [{ring: Changchun}]}
)"));
    const auto labels = labelsOf(*plan, {"Changchun"});
    ASSERT_EQ(labels.size(), 1U);
    const core::PixelBox box = labelBox(*labels[0], {500, 400});
    const core::PixelBox ring{500 - kRingRadius, 400 - kRingRadius, 2 * kRingRadius,
                              2 * kRingRadius};
    EXPECT_LT(shared(box, ring), 0);
}

TEST(LabelBoxes, LieBesideTheirPlace) {
    PlannedLabel label;
    label.width = 100;
    label.height = 20;
    const core::PixelPoint anchor{500, 400};
    const auto boxOf = [&](LabelSide side) {
        label.side = side;
        return labelBox(label, anchor);
    };
    EXPECT_GT(boxOf(LabelSide::right).x, 500);
    EXPECT_LT(boxOf(LabelSide::left).x + 100, 500);
    EXPECT_LT(boxOf(LabelSide::above).y + 20, 400);
    EXPECT_GT(boxOf(LabelSide::below).y, 400);
}

}  // namespace
}  // namespace ebbflow::screen::test
