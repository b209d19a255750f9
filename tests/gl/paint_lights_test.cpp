// Lights are where the arithmetic says, add up, and tell their direction and kind.

#include <cmath>

#include <glm/geometric.hpp>

#include "core/hash.hpp"
#include "flow/paths.hpp"
#include "paint_fixture.hpp"
#include "raster/light_motion.hpp"

namespace ebbflow::paint::testing {
namespace {

constexpr int kWidth = 960, kHeight = 540;
constexpr double kAspect = static_cast<double>(kWidth) / kHeight;

class LightsTest : public PainterTest {
protected:
    /// One light on path 0, in the middle of its stream.
    static std::shared_ptr<picture::Lights> oneLight(std::uint32_t kind,
                                                     std::uint32_t confidence = 0) {
        auto lights = std::make_shared<picture::Lights>(*makeLights(1));
        lights->vertices[0] = {0, 3, 0, kind | confidence << 8, 0, 0.25F};
        return lights;
    }
    static picture::FrameDescription frameAt(double seconds, std::uint32_t count = 1) {
        picture::FrameDescription frame = plainFrame();
        frame.filmSeconds = seconds;
        frame.lights = {{0, count}};
        return frame;
    }
    static core::PixelPoint expectedPlace(const picture::Lights& lights,
                                          const picture::FrameDescription& frame) {
        const auto packed = raster::packPaths(lights);
        const picture::LightVertex& light = lights.vertices[0];
        const auto u = (static_cast<float>(frame.filmSeconds) - light.departure) / light.duration;
        const float scale = raster::laneScale(picture::pixelsPerKm(frame.base.camera, kAspect));
        const glm::vec3 at =
            raster::pathPoint(packed, light.path, raster::eased(u), light.lane, scale);
        const auto pixel = picture::project(frame.base.camera, kAspect, {at.x, at.y}, at.z);
        const double real = kHeight / core::kReferenceHeight;
        return {pixel->x * real, pixel->y * real};
    }
    static core::PixelPoint brightest(const core::Image& image) {
        int most = 0;
        double x = 0, y = 0, weight = 0;
        for (int j = 0; j < image.height; ++j) {
            for (int i = 0; i < image.width; ++i) most = std::max(most, brightness(image, i, j));
        }
        for (int j = 0; j < image.height; ++j) {
            for (int i = 0; i < image.width; ++i) {
                if (brightness(image, i, j) < most - 12) continue;
                x += i + 0.5;
                y += j + 0.5;
                weight += 1;
            }
        }
        return {x / weight, y / weight};
    }
};

TEST_F(LightsTest, HeadIsWhereTheArithmeticPutsIt) {
    const auto lights = oneLight(0);
    const auto painter = makePainter(emptyWorld(), lights);
    for (const double tilt : {0.0, 35.0}) {
        for (const double seconds : {0.6, 1.1, 1.5, 2.3}) {
            auto frame = frameAt(seconds);
            frame.base.camera.tilt = tilt;
            frame.base.camera.bearing = tilt / 2;
            const auto expected = expectedPlace(*lights, frame);
            const auto found = brightest(paint(*painter, frame, kWidth, kHeight));
            EXPECT_NEAR(found.x, expected.x, 1.2) << seconds << " s, tilt " << tilt;
            EXPECT_NEAR(found.y, expected.y, 1.2) << seconds << " s, tilt " << tilt;
        }
    }
}

int total(const core::Image& image) {
    int sum = 0;
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) sum += brightness(image, x, y);
    }
    return sum;
}

TEST_F(LightsTest, ShowOnlyWhileUnderWayAndOnlyInTheirRange) {
    const auto lights = oneLight(0);
    const auto painter = makePainter(emptyWorld(), lights);
    const core::Image dark = paint(*painter, plainFrame(), kWidth, kHeight);
    EXPECT_EQ(paint(*painter, frameAt(-0.1), kWidth, kHeight), dark);
    EXPECT_EQ(paint(*painter, frameAt(3.1), kWidth, kHeight), dark);
    auto outside = frameAt(1.5);
    outside.lights = {{1, 5}};
    EXPECT_EQ(paint(*painter, outside, kWidth, kHeight), dark);
    EXPECT_GT(total(paint(*painter, frameAt(1.5), kWidth, kHeight)), total(dark) + 1000);
}

TEST_F(LightsTest, AppearAndVanishGently) {
    const auto lights = oneLight(0);
    const auto painter = makePainter(emptyWorld(), lights);
    const int dark = total(paint(*painter, plainFrame(), kWidth, kHeight));
    const auto shown = [&](double t) {
        return total(paint(*painter, frameAt(t), kWidth, kHeight)) - dark;
    };
    EXPECT_LT(shown(0.02), shown(1.5) / 5);
    EXPECT_LT(shown(2.98), shown(1.5) / 5);
}

TEST_F(LightsTest, AddUpInAnyOrder) {
    auto two = oneLight(0);
    two->vertices.push_back(two->vertices[0]);
    two->vertices[1].look = 1;
    auto swapped = std::make_shared<picture::Lights>(*two);
    std::swap(swapped->vertices[0], swapped->vertices[1]);
    const auto painter = makePainter(emptyWorld(), two);
    const core::Image both = paint(*painter, frameAt(1.5, 2), kWidth, kHeight);
    const core::Image one = paint(*painter, frameAt(1.5, 1), kWidth, kHeight);
    const core::Image other =
        paint(*makePainter(emptyWorld(), swapped), frameAt(1.5, 2), kWidth, kHeight);
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            for (int c = 0; c < 3; ++c) {
                ASSERT_GE(both.pixel(x, y)[c] + 1, one.pixel(x, y)[c]);
                // Half floats round after each light: a level, no more.
                ASSERT_NEAR(both.pixel(x, y)[c], other.pixel(x, y)[c], 1);
            }
        }
    }
    EXPECT_GT(total(both), total(one));
}

TEST_F(LightsTest, EveryRangeShowsItsOwnLights) {
    const auto lights = makeLights(400);
    const auto painter = makePainter(emptyWorld(), lights);
    const core::Image whole = paint(*painter, frameAt(3, 400), kWidth, kHeight);
    auto parts = frameAt(3);
    parts.lights = {{0, 37}, {37, 100}, {137, 263}};
    EXPECT_EQ(paint(*painter, parts, kWidth, kHeight), whole);
}

TEST_F(LightsTest, RecedeOrGoOutWhenAnotherKindIsInFocus) {
    const auto lights = oneLight(1);
    const auto painter = makePainter(emptyWorld(), lights);
    auto frame = frameAt(1.5);
    const int full = total(paint(*painter, frame, kWidth, kHeight));
    frame.brightness[1] = 0.4F;
    const int less = total(paint(*painter, frame, kWidth, kHeight));
    frame.brightness[1] = 0;
    const core::Image none = paint(*painter, frame, kWidth, kHeight);
    EXPECT_LT(less, full);
    EXPECT_EQ(none, paint(*painter, plainFrame(), kWidth, kHeight));
    EXPECT_LT(total(none), less);
}

/// The largest difference of a channel between two pictures of one size, 0…255.
int furthest(const core::Image& a, const core::Image& b) {
    int most = 0;
    for (std::size_t i = 0; i < a.rgba.size(); ++i)
        most = std::max(most, std::abs(a.rgba[i] - b.rgba[i]));
    return most;
}

/// How bright it is behind the head, on the line of travel and beside it.
struct Tail {
    int middle = 0;
    int beside = 0;
};

TEST_F(LightsTest, HomeIsToldByTheTailsShapeNotByHue) {
    const auto tailOf = [&](std::uint32_t kind) {
        const auto lights = oneLight(kind);
        const auto painter = makePainter(emptyWorld(), lights);
        const auto frame = frameAt(1.5);
        const core::Image image = paint(*painter, frame, 1920, 1080);
        auto later = frame;
        later.filmSeconds += 0.02;
        const auto head = expectedPlace(*lights, frame), next = expectedPlace(*lights, later);
        const glm::dvec2 way = glm::normalize(glm::dvec2(next.x - head.x, next.y - head.y));
        const glm::dvec2 side(-way.y, way.x), at = glm::dvec2(head.x, head.y) * 2.0 - way * 14.0;
        const auto bright = [&](glm::dvec2 p) {
            return brightness(image, static_cast<int>(p.x), static_cast<int>(p.y));
        };
        return Tail{bright(at), std::max(bright(at + side * 3.4), bright(at - side * 3.4))};
    };
    const Tail out = tailOf(0), home = tailOf(2);
    EXPECT_GT(out.middle, out.beside + 30) << "one tail, in the middle";
    EXPECT_GT(home.beside, home.middle + 30) << "two tails, open behind";
}

TEST_F(LightsTest, EachLookIsToldFromTheOthersInOneHue) {
    std::vector<core::Image> seen;
    const std::size_t kinds = makeLights(1)->looks.size();
    for (std::uint32_t kind = 0; kind < kinds; kind += 2) {
        const auto painter = makePainter(emptyWorld(), oneLight(kind));
        seen.push_back(paint(*painter, frameAt(1.5), 1920, 1080));
        for (std::size_t other = 0; other + 1 < seen.size(); ++other)
            EXPECT_GT(furthest(seen[other], seen.back()), 60) << kind << " and " << 2 * other;
    }
}

TEST_F(LightsTest, SurerOnesAreCrisper) {
    const auto steepest = [&](std::uint32_t confidence) {
        const auto painter = makePainter(emptyWorld(), oneLight(0, confidence));
        const core::Image image = paint(*painter, frameAt(1.5), kWidth, kHeight);
        int most = 0;
        for (int y = 0; y < kHeight; ++y) {
            for (int x = 1; x < kWidth; ++x)
                most =
                    std::max(most, std::abs(brightness(image, x, y) - brightness(image, x - 1, y)));
        }
        return most;
    };
    const int documented = steepest(0), estimate = steepest(1), unverified = steepest(4);
    EXPECT_GT(documented, estimate);
    EXPECT_GT(estimate, unverified);
}

/// As shown: of the encoded channels, 0…255.
double luma(const core::Image& image, int x, int y) {
    const std::uint8_t* p = image.pixel(x, y);
    return 0.2126 * p[0] + 0.7152 * p[1] + 0.0722 * p[2];
}

TEST_F(LightsTest, BurnToWhiteInTheirMiddleInASmallHalo) {
    const std::size_t kinds = makeLights(1)->looks.size();
    for (std::uint32_t kind = 0; kind < kinds; ++kind) {
        const auto lights = oneLight(kind);
        const auto painter = makePainter(emptyWorld(), lights);
        const core::Image dark = paint(*painter, plainFrame(), 1920, 1080);
        const core::Image image = paint(*painter, frameAt(1.5), 1920, 1080);
        const auto head = expectedPlace(*lights, frameAt(1.5));
        double brightest = 0, around = 0;
        int near = 0, most = 0;
        for (int y = 0; y < 1080; ++y) {
            for (int x = 0; x < 1920; ++x) {
                const double away = std::hypot(x + 0.5 - 2 * head.x, y + 0.5 - 2 * head.y);
                const double more = luma(image, x, y) - luma(dark, x, y);
                brightest = std::max(brightest, luma(image, x, y));
                if (luma(image, x, y) > 200) ++near;
                if (away > 9 && away < 10) around = std::max(around, more);
                if (away < 4)
                    most = std::max<int>(
                        most, *std::ranges::min_element(image.pixel(x, y), image.pixel(x, y) + 3));
            }
        }
        EXPECT_GT(brightest, 225) << kind;
        EXPECT_GT(most, 200) << kind << ": white, not its hue";
        EXPECT_LT(near, 30) << kind << ": no more than the middle of it";
        EXPECT_GT(around, 3) << kind << ": a halo";
    }
}

TEST_F(LightsTest, HaveTheSameLightInSmallPicturesAsInLargeOnes) {
    const auto painter = makePainter(emptyWorld(), oneLight(0));
    const auto light = [&](int height, double seconds) {
        const int width = height * 16 / 9;
        const core::Image dark = paint(*painter, plainFrame(), width, height);
        const core::Image image = paint(*painter, frameAt(seconds), width, height);
        double sum = 0;
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) sum += luma(image, x, y) - luma(dark, x, y);
        }
        return sum / height / height;
    };
    const double large = light(2160, 1.5);
    EXPECT_NEAR(light(1080, 1.5) / large, 1, 0.15);
    EXPECT_NEAR(light(720, 1.5) / large, 1, 0.2);
    // As shown, light that is spread over more pixels looks like a little more.
    EXPECT_NEAR(light(360, 1.5) / large, 1.25, 0.25);
}

TEST_F(LightsTest, DoNotBlinkAsTheyMoveFromPixelToPixel) {
    const auto painter = makePainter(emptyWorld(), oneLight(0));
    for (const int height : {270, 360, 720}) {
        const int width = height * 16 / 9;
        const core::Image dark = paint(*painter, plainFrame(), width, height);
        double least = 1e9, most = 0;
        for (double seconds = 1.4; seconds < 1.5; seconds += 0.007) {
            auto frame = frameAt(seconds);
            // Its shimmer stays as it is.
            frame.waitingSeconds = 1.4 - seconds;
            const core::Image image = paint(*painter, frame, width, height);
            double sum = 0;
            for (int y = 0; y < height; ++y) {
                for (int x = 0; x < width; ++x) sum += luma(image, x, y) - luma(dark, x, y);
            }
            least = std::min(least, sum);
            most = std::max(most, sum);
        }
        EXPECT_LT(most / least, 1.2) << height;
    }
}

TEST_F(LightsTest, AThreadLiesAtMostFifteenPercentAboveTheLandItCrosses) {
    const auto lights = makeLights(1);
    const auto painter = makePainter(makeWorld(), lights);
    auto bare = richFrame(*lights);
    bare.lights.clear();
    bare.ribbons.clear();
    bare.overlay.clear();
    for (const char* grade : {"plain", "ash", "noon", "dim"}) {
        bare.grade = picture::gradeNamed(grade);
        bare.grade.vignette = 0;
        bare.dim = std::string_view(grade) == "dim" ? 1 : 0;
        const core::Image land = paint(*painter, bare, 1920, 1080);
        for (std::uint32_t kind = 0; kind < lights->looks.size(); ++kind) {
            auto crossed = bare;
            // Two of one kind on one another are no more than one.
            crossed.ribbons.assign(2, {0, kind, 14, 1, 0, 0, 1});
            const core::Image image = paint(*painter, crossed, 1920, 1080);
            double most = 0;
            for (int y = 300; y < 780; ++y) {
                for (int x = 600; x < 1320; ++x) {
                    // The land, that is, and no mark on it.
                    const double before = luma(land, x, y);
                    if (before < 16 || before > 120) continue;
                    most = std::max(most, (luma(image, x, y) - 1) / before);
                }
            }
            EXPECT_LE(most, 1.15) << "kind " << kind << ", " << grade;
            EXPECT_GE(most, 1.04) << "kind " << kind << ", " << grade;
        }
    }
}

/// Lights of one kind, evenly on one path, in strands as a plan has them.
std::shared_ptr<picture::Lights> crowd(std::uint32_t count) {
    auto lights = std::make_shared<picture::Lights>(*makeLights(1));
    lights->vertices.clear();
    const double width = std::min(1.0, std::sqrt(count / 200.0));
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto unit = [&](std::uint64_t salt) {
            return core::unitInterval(core::mixBits(std::uint64_t{i} * 8 + salt));
        };
        const auto strand =
            static_cast<std::uint32_t>(256 * core::unitInterval(core::mixBits(i % 6)));
        const auto winds = static_cast<std::uint32_t>(255 * 0.62 * width);
        lights->vertices.push_back({static_cast<float>(-3 * unit(1)), 3, 0,
                                    strand << 16U | winds << 24U,
                                    static_cast<float>((unit(2) + unit(3) - 1) * 0.38 * width),
                                    static_cast<float>(unit(4))});
    }
    return lights;
}

/// Luma of the pixels round the middle third of path 0, as wide as a stream may be, darkest first.
std::vector<double> stretchOf(const core::Image& image) {
    const auto packed = raster::packPaths(*makeLights(1));
    const auto frame = plainFrame();
    const float scale = raster::laneScale(picture::pixelsPerKm(frame.base.camera, kAspect));
    std::vector<bool> taken(static_cast<std::size_t>(image.width * image.height));
    std::vector<double> found;
    for (float s = 0.35F; s < 0.65F; s += 0.0005F) {
        for (float lane = -1; lane <= 1; lane += 0.05F) {
            const glm::vec3 at = raster::pathPoint(packed, 0, s, lane, scale);
            const auto pixel = picture::project(frame.base.camera, kAspect, {at.x, at.y}, at.z);
            const double real = image.height / core::kReferenceHeight;
            const int x = static_cast<int>(pixel->x * real), y = static_cast<int>(pixel->y * real);
            const auto number =
                static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                static_cast<std::size_t>(x);
            if (!taken[number]) found.push_back(luma(image, x, y));
            taken[number] = true;
        }
    }
    std::ranges::sort(found);
    return found;
}

TEST_F(LightsTest, KeepTheirGrainWhereTheyAreDensest) {
    for (const std::uint32_t count : {200U, 600U, 1200U}) {
        const auto painter = makePainter(emptyWorld(), crowd(count));
        const auto stretch = stretchOf(paint(*painter, frameAt(0, count), 1920, 1080));
        const double median = stretch[stretch.size() / 2];
        const double top = stretch[stretch.size() * 99 / 100];
        EXPECT_GT(top - median, 45) << count << ": " << median << " and " << top;
    }
}

TEST_F(LightsTest, LookLikeFewerWhereFewerAreUnderWay) {
    double last = 0;
    for (const std::uint32_t count : {5U, 20U, 80U, 320U}) {
        const auto painter = makePainter(emptyWorld(), crowd(count));
        const auto stretch = stretchOf(paint(*painter, frameAt(0, count), 1920, 1080));
        double mean = 0;
        for (const double one : stretch) mean += one / static_cast<double>(stretch.size());
        EXPECT_GT(mean, last + 5) << count;
        last = mean;
    }
}

TEST_F(LightsTest, WaitingClockOnlyShimmers) {
    const auto lights = oneLight(0);
    const auto painter = makePainter(emptyWorld(), lights);
    auto frame = frameAt(1.5);
    const auto at = brightest(paint(*painter, frame, kWidth, kHeight));
    frame.waitingSeconds = 1.3;
    const auto later = brightest(paint(*painter, frame, kWidth, kHeight));
    EXPECT_NEAR(at.x, later.x, 0.8);
    EXPECT_NEAR(at.y, later.y, 0.8);
}

/// The light of oneLight(), its way cut into two paths at `cut`.
std::shared_ptr<picture::Lights> inTwoParts(const picture::Lights& whole, float cut) {
    auto lights = std::make_shared<picture::Lights>(whole);
    const std::vector<glm::vec3> samples(whole.paths.begin(),
                                         whole.paths.begin() + flow::kPathSamples);
    const glm::vec2 from(samples.front()), to(samples.back());
    lights->paths.clear();
    lights->parts = {{0, cut, 0, 2}, {cut, 1, 1, 2}};
    for (const picture::PathPart& part : lights->parts) {
        for (int i = 0; i < flow::kPathSamples; ++i) {
            const float s =
                glm::mix(part.begin, part.end, static_cast<float>(i) / (flow::kPathSamples - 1));
            lights->paths.emplace_back(glm::mix(from, to, s),
                                       0.48F * s * (1 - s) * glm::distance(from, to));
        }
    }
    lights->vertices.push_back(lights->vertices[0]);
    lights->vertices[1].path = 1;
    return lights;
}

TEST_F(LightsTest, InTwoPartsLookAsInOne) {
    const auto whole = oneLight(0);
    const auto onePainter = makePainter(emptyWorld(), whole);
    const auto twoPainter = makePainter(emptyWorld(), inTwoParts(*whole, 0.4F));
    for (const double seconds : {0.5, 0.9, 1.9, 2.6}) {
        auto one = frameAt(seconds), two = frameAt(seconds, 2);
        one.ribbons = {{0, 0, 16, 0.8F, 0, 0.1F, 0.9F}};
        two.ribbons = {one.ribbons[0], {1, 0, 16, 0.8F, 0, 0.1F, 0.9F}};
        const core::Image expected = paint(*onePainter, one, kWidth, kHeight);
        const core::Image drawn = paint(*twoPainter, two, kWidth, kHeight);
        int unlike = 0;
        for (int y = 0; y < kHeight; ++y) {
            for (int x = 0; x < kWidth; ++x)
                unlike +=
                    std::abs(brightness(expected, x, y) - brightness(drawn, x, y)) > 12 ? 1 : 0;
        }
        EXPECT_LT(unlike, 60) << seconds;
        EXPECT_GT(total(drawn), 1000);
    }
}

TEST(LightMotion, StartsAndEndsAtThePlacesWhateverTheLane) {
    const auto packed = raster::packPaths(*makeLights(1));
    for (const float lane : {-1.0F, 0.0F, 1.0F}) {
        EXPECT_LT(glm::distance(raster::pathPoint(packed, 0, 0, lane, 1), glm::vec3(-900, 300, 0)),
                  0.01F);
        EXPECT_LT(glm::distance(raster::pathPoint(packed, 0, 1, lane, 1), glm::vec3(800, -100, 0)),
                  0.01F);
    }
}

TEST(LightMotion, OppositeStreamsNeverTouch) {
    const auto packed = raster::packPaths(*makeLights(1));
    for (float s = 0.06F; s < 0.95F; s += 0.01F) {
        // Innermost lanes of path 0 and of path 1, which is its way back.
        const glm::vec3 there = raster::pathPoint(packed, 0, s, -1, 1),
                        back = raster::pathPoint(packed, 1, 1 - s, -1, 1);
        const glm::vec2 right(-400 / 1746.4F, -1700 / 1746.4F);
        EXPECT_GT(glm::dot(glm::vec2(there - back), right), 0) << s;
    }
}

TEST(LightMotion, StrandsWindInsideTheirStreamAndTurnAsTheySay) {
    for (std::uint32_t strand = 0; strand < 256; strand += 5) {
        const picture::LightVertex light{0, 1, 0, strand << 16U | 158U << 24U, 0.38F, 0};
        for (float way = 0; way < 0.99F; way += 0.01F) {
            const raster::Lane lane = raster::laneOf(light, way);
            EXPECT_LE(std::abs(lane.at), 1);
            const float ahead = raster::laneOf(light, way + 0.002F).at,
                        behind = raster::laneOf(light, way - 0.002F).at;
            EXPECT_NEAR(lane.turn, (ahead - behind) / 0.004F, 0.02F) << strand << ' ' << way;
        }
    }
}

TEST(LightMotion, EasesButNeverRestsUnderWay) {
    EXPECT_EQ(raster::eased(0), 0);
    EXPECT_EQ(raster::eased(1), 1);
    for (float u = 0; u < 1; u += 0.01F)
        EXPECT_GT(raster::eased(u + 0.01F) - raster::eased(u), 0.002F);
}

TEST(LightMotion, TheBendBoundsHowFarAChordIsFromItsCurve) {
    const auto packed = raster::packPaths(*makeLights(1));
    const std::span path = std::span(packed).first(flow::kPathSamples);
    const float bend = raster::bendOf(path);
    EXPECT_GT(bend, 0);
    constexpr float segment = 1.0F / (flow::kPathSamples - 1);
    // The stream is as wide as its samples say, with a kink at each: a chord over a kink is twice
    // as far from it as from a curve.
    for (const float samples : {1.0F, 2.0F, 4.0F}) {
        float farthest = 0;
        for (float s = segment; s + samples * segment <= 1 - segment; s += segment / 3) {
            const auto at = [&](float part) {
                return raster::pathPoint(packed, 0, s + part * samples * segment, 0, 1);
            };
            const glm::vec3 along = glm::normalize(at(1) - at(0)), there = at(0.5F) - at(0);
            farthest = std::max(farthest, glm::length(there - along * glm::dot(there, along)));
        }
        EXPECT_LE(farthest, samples * std::max(samples, 2.0F) * bend / 8 + 0.01F) << samples;
    }
}

TEST(LightMotion, StreamsNeverGrowTooWideInThePicture) {
    for (const double pixelsPerKm : {0.05, 0.25, 1.0, 20.0}) {
        const double widest = raster::kWidestLaneKm *
                              static_cast<double>(raster::laneScale(pixelsPerKm)) * pixelsPerKm;
        EXPECT_LE(widest, static_cast<double>(raster::kWidestLanePixels) * 1.001);
    }
}

}  // namespace
}  // namespace ebbflow::paint::testing
