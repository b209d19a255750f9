// Renders that were stopped and taken up, or made in parts: the film is the one made in one go.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "core/error.hpp"
#include "core/whole_file.hpp"
#include "delivery/film_assembly.hpp"
#include "delivery/gather_segments.hpp"
#include "delivery/output_paths.hpp"
#include "encode/segment_length.hpp"
#include "support/film_making.hpp"
#include "support/small_disk.hpp"

namespace ebbflow::delivery {
namespace {

namespace fs = std::filesystem;
using test::makeFilm;
using test::smallOrder;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// What is said when it fails; empty when it does not.
template <typename F>
std::string failureOf(F&& f) {
    try {
        f();
    } catch (const core::Failure& failure) {
        return failure.what();
    }
    return "";
}

TEST(PartNames, AreAnIndexAndACount) {
    EXPECT_EQ(partNamed("3/8"), (Part{3, 8}));
    EXPECT_EQ(partNamed("1/1"), (Part{1, 1}));
    for (const char* wrong : {"", "3", "/8", "3/", "0/8", "9/8", "-1/8", "3/8/9", "3 / 8", "a/b"}) {
        EXPECT_THAT(failureOf([&] { (void)partNamed(wrong); }), HasSubstr("is no part")) << wrong;
    }
}

TEST(Shares, AreWholeSegmentsAndAllOfThem) {
    const FrameRange range{25, 503};
    for (const int length : {1, 7, 100, 1000}) {
        for (int count = 1; count <= 20; ++count) {
            std::int64_t next = range.first;
            for (int index = 1; index <= count; ++index) {
                const FrameRange share = shareOf(range, length, {index, count});
                if (share.count() == 0) continue;
                EXPECT_EQ(share.first, next) << "neither gap nor overlap";
                EXPECT_TRUE(share.first == range.first || share.first % length == 0);
                next = share.end;
            }
            EXPECT_EQ(next, range.end);
        }
    }
}

TEST(Uncut, FilmsRefusePartsAndResumingAndSayWhy) {
    const test::TemporaryFolder folder;
    FilmOrder rated = smallOrder(folder / "a.mp4", encode::Codec::h264, {0, 44});
    rated.settings.bitrate = 400'000;
    rated.settings.segmentFrames = 8;
    const FilmOrder gif = smallOrder(folder / "a.gif", encode::Codec::gif, {0, 44});
    for (const auto& [order, why] : {std::pair(rated, "bitrate"), std::pair(gif, "GIF")}) {
        FilmOrder asked = order;
        asked.resume = true;
        EXPECT_THAT(failureOf([&] { checkOrder(asked); }),
                    AllOf(HasSubstr("--resume does not go with"), HasSubstr(why)));
        asked.part = Part{1, 2};
        EXPECT_THAT(failureOf([&] { checkOrder(asked); }),
                    AllOf(HasSubstr("--part does not go with"), HasSubstr(why)));
        EXPECT_EQ(segmentsOf(order.range, encode::segmentLength(order.settings)).size(), 1U);
    }
    makeFilm(rated);
    EXPECT_EQ(readManifest(folder / "a.mp4.manifest.json").segments.size(), 1U);
}

/// A film of 44 frames in segments of 8, whole in one file and begun in another.
class Resumed : public testing::TestWithParam<const char*> {
protected:
    Resumed() {
        whole_ = orderOf("whole");
        begun_ = orderOf("begun");
        fs::create_directories(folder_ / "whole");
        fs::create_directories(folder_ / "begun");
    }

    FilmOrder orderOf(const std::string& name) const {
        const std::string file = GetParam();
        const encode::Codec codec = file.ends_with(".mkv")   ? encode::Codec::ffv1
                                    : file.ends_with(".png") ? encode::Codec::png
                                                             : encode::Codec::h264;
        FilmOrder order = smallOrder(folder_ / name / file, codec, {3, 44});
        order.settings.segmentFrames = 8;
        return order;
    }

    /// Has the frames before `end` encoded and goes away.
    void stopAt(std::int64_t end) {
        FilmWriter writer(begun_);
        test::submitFrames(writer, begun_, {3, end});
        while (writer.framesTaken() < end - 3) std::this_thread::yield();
    }

    [[nodiscard]] fs::path segments() const {
        return pathsOf(begun_.output, encode::containerOf(begun_.output)).segments;
    }
    [[nodiscard]] fs::path recordAt(std::size_t index) const {
        return recordFiles(segments()).at(index).path;
    }

    /// Files of the one folder are those of the other, byte for byte, but for the manifests' hash
    /// of where they lie.
    void expectSameFiles() const {
        const fs::path there = folder_ / "whole", here = folder_ / "begun";
        std::size_t count = 0;
        for (const auto& entry : fs::directory_iterator(there)) {
            const fs::path name = entry.path().filename();
            ASSERT_TRUE(fs::exists(here / name)) << name;
            EXPECT_TRUE(core::readWhole(here / name) == core::readWhole(entry.path())) << name;
            ++count;
        }
        EXPECT_EQ(std::distance(fs::directory_iterator(here), {}), count);
    }

    test::TemporaryFolder folder_;
    FilmOrder whole_, begun_;
};

TEST_P(Resumed, AnywhereIsTheSameFilmAndManifest) {
    makeFilm(whole_);
    for (const std::int64_t stop : {4, 8, 9, 31, 40, 43}) {
        stopAt(stop);
        begun_.resume = true;
        FilmWriter writer(begun_);
        // Of the finished segments none is made again: 3 to 7, 8 to 15 and so on.
        const std::int64_t finished = stop < 8 ? 0 : stop / 8 * 8 - 3;
        EXPECT_EQ(writer.framesKept(), finished) << stop;
        for (const auto& range : writer.missing()) test::submitFrames(writer, begun_, range);
        writer.finish();
        expectSameFiles();
        fs::remove_all(folder_ / "begun");
        fs::create_directories(folder_ / "begun");
        begun_.resume = false;
    }
}

TEST_P(Resumed, DamagedAndUnfinishedSegmentsAreMadeAgain) {
    makeFilm(whole_);
    stopAt(43);
    const SegmentRecord second = readRecord(recordAt(1));
    const SegmentRecord third = readRecord(recordAt(2));
    const fs::path damaged =
        second.file.empty() ? framePath(begun_.output, second.first + 2) : segments() / second.file;
    std::ofstream(damaged, std::ios::app) << "x";
    fs::resize_file(damaged, fs::file_size(damaged) / 2);
    std::ofstream(recordAt(3)) << "{\"first\": 2";
    std::ofstream(segments() / "00000040.nut.part") << "half";
    begun_.resume = true;
    {
        FilmWriter writer(begun_);
        EXPECT_THAT(writer.missing(),
                    ElementsAre(FrameRange{8, 16}, FrameRange{24, 32}, FrameRange{40, 44}));
        EXPECT_EQ(writer.segmentsDropped(), 3);
        for (const auto& range : writer.missing()) test::submitFrames(writer, begun_, range);
        writer.finish();
    }
    EXPECT_EQ(third.first, 16);
    expectSameFiles();
}

TEST_P(Resumed, WithNothingThereBeginsAndWithAllThereOnlyJoins) {
    makeFilm(whole_);
    begun_.resume = true;
    makeFilm(begun_);
    expectSameFiles();
}

TEST_P(Resumed, RefusesAnotherFilmOrMachineAndSaysWhatDiffers) {
    stopAt(20);
    begun_.resume = true;
    const auto refusal = [](FilmOrder order) {
        return failureOf([&] { const FilmWriter writer(order); });
    };
    FilmOrder edited = begun_;
    edited.provenance = {{"input film.yaml", "fedcba9876543210"}};
    EXPECT_THAT(refusal(edited), HasSubstr("input film.yaml has changed"));
    FilmOrder moved = begun_;
    moved.machine = {{"renderer", "another"}};
    EXPECT_THAT(refusal(moved), HasSubstr("renderer is test and another"));
    FilmOrder smaller = begun_;
    smaller.settings.size = {64, 64};
    EXPECT_THAT(refusal(smaller), HasSubstr("size/0 was 96 and is 64"));
    // Nothing was lost over that.
    EXPECT_EQ(FilmWriter(begun_).framesKept(), 13);
}

TEST_P(Resumed, OnlyWhenAskedForAndForceDropsIt) {
    stopAt(20);
    EXPECT_THAT(failureOf([&] { checkOrder(begun_); }),
                AllOf(HasSubstr("--resume"), HasSubstr("--force")));
    begun_.overwrite = true;
    const FilmWriter writer(begun_);
    EXPECT_THAT(writer.missing(), ElementsAre(FrameRange{3, 44}));
}

TEST_P(Resumed, SegmentsOfAnotherVersionAreRefusedAndForceDropsThem) {
    stopAt(20);
    std::string head = core::readWhole(segments() / "render.json");
    const auto at = head.find("\"version\": ");
    ASSERT_NE(at, std::string::npos);
    head.replace(at, head.find(',', at) - at, "\"version\": 1");
    core::writeWhole(segments() / "render.json", head);
    begun_.resume = true;
    EXPECT_THAT(failureOf([&] { const FilmWriter writer(begun_); }),
                AllOf(HasSubstr("render.json is a render of version 1"),
                      HasSubstr("render the film again")));
    begun_.resume = false;
    begun_.overwrite = true;
    EXPECT_THAT(FilmWriter(begun_).missing(), ElementsAre(FrameRange{3, 44}));
}

TEST_P(Resumed, AreNotMadeTwiceAtOnce) {
    const FilmWriter first(begun_);
    begun_.resume = true;
    EXPECT_THAT(failureOf([&] { const FilmWriter second(begun_); }),
                HasSubstr("another render is at work"));
}

TEST_P(Resumed, PartsAtTheSameTimeJoinToTheSameFilmAndManifest) {
    makeFilm(whole_);
    std::vector<std::thread> machines;
    for (int index = 1; index <= 4; ++index) {
        machines.emplace_back([order = begun_, index]() mutable {
            order.part = Part{index, 4};
            makeFilm(order);
        });
    }
    for (std::thread& machine : machines) machine.join();
    const fs::path folder = segments();
    assembleFilm(begun_, gatherSegments(begun_, {&folder, 1}));
    fs::remove_all(folder);
    expectSameFiles();
}

TEST_P(Resumed, PartsGoOnWhereTheyWereStoppedBesideOthers) {
    makeFilm(whole_);
    begun_.part = Part{2, 2};
    makeFilm(begun_);
    begun_.part = Part{1, 2};
    stopAt(13);
    begun_.resume = true;
    {
        FilmWriter writer(begun_);
        EXPECT_EQ(writer.framesKept(), 5);
        for (const auto& range : writer.missing()) test::submitFrames(writer, begun_, range);
        writer.finish();
    }
    // The whole takes up what parts have made.
    begun_.part.reset();
    FilmWriter writer(begun_);
    EXPECT_THAT(writer.missing(), IsEmpty());
    writer.finish();
    expectSameFiles();
}

std::string kindName(const testing::TestParamInfo<const char*>& info) {
    const std::string name = info.param;
    return name.substr(name.size() - 3);
}
INSTANTIATE_TEST_SUITE_P(Kinds, Resumed, testing::Values("a.mp4", "a.mkv", "%05d.png"), kindName);

TEST_P(Resumed, AfterTheDiskWasFull) {
    makeFilm(whole_);
    {
        FilmWriter writer(begun_);
        test::submitFrames(writer, begun_, {3, 20});
        while (writer.framesTaken() < 17 || recordFiles(segments()).size() < 2) {
            std::this_thread::yield();
        }
        const test::SmallDisk disk(100);
        const std::string said = failureOf([&] {
            test::submitFrames(writer, begun_, {20, 44});
            writer.finish();
        });
        EXPECT_THAT(said, HasSubstr("File too large"));
        EXPECT_EQ(writer.abandon(), 13);
    }
    EXPECT_FALSE(fs::exists(begun_.output));
    begun_.resume = true;
    EXPECT_EQ(FilmWriter(begun_).framesKept(), 13);
    makeFilm(begun_);
    expectSameFiles();
}

TEST_P(Resumed, AfterTheFolderWasGone) {
    makeFilm(whole_);
    {
        FilmWriter writer(begun_);
        fs::remove_all(folder_ / "begun");
        EXPECT_NE(failureOf([&] {
                      test::submitFrames(writer, begun_, {3, 44});
                      writer.finish();
                  }),
                  "");
        EXPECT_EQ(writer.abandon(), 0);
    }
    fs::create_directories(folder_ / "begun");
    begun_.resume = true;
    makeFilm(begun_);
    expectSameFiles();
}

/// Parts in folders of their own, as on machines without a shared file system.
class Gathered : public testing::Test {
protected:
    Gathered() : order_(smallOrder(folder_ / "a.mp4", encode::Codec::h264, {0, 40})) {
        order_.settings.segmentFrames = 8;
    }

    /// The folder of a part made apart.
    fs::path part(int index, int count, const std::string& name) {
        FilmOrder order = order_;
        order.output = folder_ / (name + ".mp4");
        order.part = Part{index, count};
        makeFilm(order);
        return pathsOf(order.output, encode::Container::mp4).segments;
    }
    std::string failure(const std::vector<fs::path>& folders) {
        return failureOf([&] { (void)gatherSegments(order_, folders); });
    }

    test::TemporaryFolder folder_;
    FilmOrder order_;
};

TEST_F(Gathered, FromFoldersOfTheirOwn) {
    const std::vector<fs::path> folders{part(2, 2, "two"), part(1, 2, "one")};
    const auto segments = gatherSegments(order_, folders);
    ASSERT_EQ(segments.size(), 5U);
    for (std::size_t i = 0; i < segments.size(); ++i) {
        EXPECT_EQ(segments[i].record.first, static_cast<std::int64_t>(8 * i));
    }
    EXPECT_THAT(mixedMachines(segments), IsEmpty());
}

TEST_F(Gathered, SaysWhichFramesAreMissing) {
    EXPECT_THAT(failure({part(2, 5, "two"), part(5, 5, "five")}),
                AllOf(HasSubstr("frames 0 to 7 are missing"),
                      HasSubstr("frames 16 to 31 are missing"), Not(HasSubstr("8 to 15"))));
}

TEST_F(Gathered, TakesEqualOnesOnceAndRefusesThoseThatDiffer) {
    const fs::path one = part(1, 1, "one"), again = part(1, 2, "again");
    EXPECT_EQ(gatherSegments(order_, std::vector{one, again}).size(), 5U);
    SegmentRecord other = readRecord(recordFiles(again).front().path);
    other.packets = "0000000000000000";
    writeRecord(again, other);
    EXPECT_THAT(failure({one, again}), HasSubstr("frames 0 to 7 are in"));
}

TEST_F(Gathered, RefusesPartsOfAnotherFilm) {
    const fs::path one = part(1, 2, "one");
    order_.settings.crf = 30;
    const fs::path two = part(2, 2, "two");
    EXPECT_THAT(failure({one, two}), AllOf(HasSubstr("crf was 21 and is 30"), HasSubstr("one")));
}

TEST_F(Gathered, TellsMachinesApart) {
    const fs::path one = part(1, 2, "one");
    order_.machine = {{"renderer", "another"}};
    const auto segments = gatherSegments(order_, std::vector{one, part(2, 2, "two")});
    EXPECT_THAT(mixedMachines(segments), ElementsAre("renderer is test and another"));
}

}  // namespace
}  // namespace ebbflow::delivery
