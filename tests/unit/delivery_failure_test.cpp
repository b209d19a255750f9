// What goes wrong is one sentence, and nothing stands under the film's name.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "core/error.hpp"
#include "core/whole_file.hpp"
#include "delivery/output_paths.hpp"
#include "support/film_making.hpp"
#include "support/small_disk.hpp"

namespace ebbflow::delivery {
namespace {

using test::makeFilm;
using test::SmallDisk;
using test::smallOrder;
using testing::HasSubstr;

template <typename F>
std::string failureOf(F&& f) {
    try {
        f();
    } catch (const core::Failure& failure) {
        return failure.what();
    }
    return "";
}

TEST(Refusal, OddSizeNamesANearOne) {
    const test::TemporaryFolder folder;
    FilmOrder order = smallOrder(folder / "a.mp4", encode::Codec::h264, {0, 4});
    order.settings.size = {97, 64};
    EXPECT_THAT(failureOf([&] { const FilmWriter writer(order); }), HasSubstr("96x64 would do"));
    EXPECT_EQ(folder.entries(), 0U);
}

TEST(Refusal, AllFaultsOfAnOrderInOneSentence) {
    FilmOrder order = smallOrder("/nowhere/at/all/a.mp4", encode::Codec::h264, {4, 4});
    order.settings.threads = 0;
    EXPECT_THAT(failureOf([&] { checkOrder(order); }),
                AllOf(HasSubstr("/nowhere/at/all/a.mp4"), HasSubstr("threads"),
                      HasSubstr("no frame from 4 to 4"), HasSubstr("no folder /nowhere/at/all")));
}

TEST(Refusal, AFilmThatIsThereStaysUnlessForced) {
    const test::TemporaryFolder folder;
    std::ofstream(folder / "a.mp4") << "precious";
    FilmOrder order = smallOrder(folder / "a.mp4", encode::Codec::h264, {0, 4});
    EXPECT_THAT(failureOf([&] { makeFilm(order); }), HasSubstr("--force"));
    EXPECT_EQ(core::readWhole(order.output), "precious");
    order.overwrite = true;
    makeFilm(order);
    EXPECT_NE(core::readWhole(order.output), "precious");
}

TEST(Refusal, AFrameThatIsThereStaysUnlessForced) {
    const test::TemporaryFolder folder;
    std::ofstream(folder / "00002.png") << "precious";
    FilmOrder order = smallOrder(folder.path(), encode::Codec::png, {0, 4});
    EXPECT_THAT(failureOf([&] { makeFilm(order); }), HasSubstr("00002.png"));
    EXPECT_EQ(folder.entries(), 1U);
    order.range = {3, 6};
    makeFilm(order);
    EXPECT_EQ(core::readWhole(folder / "00002.png"), "precious");
}

TEST(Refusal, AFolderOfTheFilmsNameIsNotAFilm) {
    const test::TemporaryFolder folder;
    std::filesystem::create_directory(folder / "a.mp4");
    FilmOrder order = smallOrder(folder / "a.mp4", encode::Codec::h264, {0, 4});
    order.overwrite = true;
    EXPECT_THAT(failureOf([&] { makeFilm(order); }), HasSubstr("is a folder"));
    EXPECT_TRUE(std::filesystem::is_directory(folder / "a.mp4"));
}

TEST(Refusal, AFolderThatCannotBeWrittenTo) {
    const FilmOrder order = smallOrder("/proc/a.mp4", encode::Codec::h264, {0, 4});
    EXPECT_THAT(failureOf([&] { makeFilm(order); }), HasSubstr("/proc/a.mp4"));
}

TEST(Refusal, AMissingEncoderIsKnownBeforeTheFirstFrame) {
    const test::TemporaryFolder folder;
    FilmOrder order = smallOrder(folder / "a.mp4", encode::Codec::h264, {0, 4});
    order.settings.encoder = "h264_of_tomorrow";
    EXPECT_THAT(failureOf([&] { const FilmWriter writer(order); }),
                AllOf(HasSubstr("`h264_of_tomorrow`"), HasSubstr("h264")));
    EXPECT_EQ(folder.entries(), 0U);
}

TEST(Refusal, AnEncoderThatDoesNotTakeTheSettings) {
    const test::TemporaryFolder folder;
    FilmOrder order = smallOrder(folder / "a.mp4", encode::Codec::h264, {0, 4});
    order.settings.encoder = "mjpeg";
    EXPECT_THAT(failureOf([&] { const FilmWriter writer(order); }), HasSubstr("mjpeg"));
    EXPECT_EQ(folder.entries(), 0U);
}

class FullDisk : public testing::TestWithParam<const char*> {
protected:
    FilmOrder order(FrameRange range) const {
        const std::string name = GetParam();
        const encode::Codec codec = name.ends_with(".mkv")   ? encode::Codec::ffv1
                                    : name.ends_with(".png") ? encode::Codec::png
                                                             : encode::Codec::h264;
        FilmOrder made = smallOrder(folder_ / name, codec, range);
        made.settings.size = {256, 192};  // every frame is beyond the limit
        made.settings.segmentFrames = 10;
        return made;
    }
    test::TemporaryFolder folder_;
};

// It fills up while segments are written: submit() or finish() says so, again if asked again.
TEST_P(FullDisk, WhileEncodingFails) {
    const FilmOrder asked = order({0, 200});
    {
        const SmallDisk disk(2000);
        FilmWriter writer(asked);
        const auto write = [&] {
            test::submitFrames(writer, asked, asked.range);
            writer.finish();
        };
        EXPECT_THAT(failureOf(write), HasSubstr("File too large"));
        EXPECT_THAT(failureOf([&] { writer.finish(); }), HasSubstr("File too large"));
    }
    EXPECT_EQ(folder_.entries(), 0U);
}

std::string endOf(const testing::TestParamInfo<const char*>& disk) {
    const std::string name = disk.param;
    return name.substr(name.size() - 3);
}
INSTANTIATE_TEST_SUITE_P(Kinds, FullDisk, testing::Values("a.mp4", "a.mkv", "%05d.png"), endOf);

TEST(FullDiskAtJoin, KeepsTheSegmentsAndNoFilm) {
    const test::TemporaryFolder folder;
    FilmOrder order = smallOrder(folder / "a.mkv", encode::Codec::ffv1, {0, 60});
    order.settings.segmentFrames = 10;
    makeFilm(order);
    const auto film = std::filesystem::file_size(order.output);
    std::filesystem::remove(order.output);
    {
        FilmWriter writer(order);
        test::submitFrames(writer, order, order.range);
        const SmallDisk disk(film / 2);
        EXPECT_THAT(failureOf([&] { writer.finish(); }),
                    AllOf(HasSubstr("a.mkv"), HasSubstr("File too large")));
    }
    EXPECT_FALSE(std::filesystem::exists(order.output));
    EXPECT_FALSE(std::filesystem::exists(core::partOf(order.output)));
    EXPECT_EQ(readRecords(pathsOf(order.output, encode::Container::mkv).segments).size(), 6U);
}

TEST(FolderGone, IsAFailureAndNoHang) {
    const test::TemporaryFolder folder;
    std::filesystem::create_directory(folder / "out");
    FilmOrder order = smallOrder(folder / "out/a.mp4", encode::Codec::h264, {0, 200});
    order.settings.segmentFrames = 10;
    FilmWriter writer(order);
    std::filesystem::remove_all(folder / "out");
    const auto write = [&] {
        test::submitFrames(writer, order, order.range);
        writer.finish();
    };
    EXPECT_THAT(failureOf(write), HasSubstr("No such file"));
}

TEST(FrameMissing, IsNoFilm) {
    const test::TemporaryFolder folder;
    const FilmOrder order = smallOrder(folder / "a.mp4", encode::Codec::h264, {0, 10});
    {
        FilmWriter writer(order);
        test::submitFrames(writer, order, {0, 9});
        EXPECT_THAT(failureOf([&] { writer.finish(); }), HasSubstr("only 9 of 10 frames"));
    }
    EXPECT_FALSE(std::filesystem::exists(order.output));
}

class Abandoned : public testing::TestWithParam<int> {};

TEST_P(Abandoned, LeavesNoFilmAndOnlyFinishedSegments) {
    const test::TemporaryFolder folder;
    FilmOrder order = smallOrder(folder / "a.mp4", encode::Codec::h264, {0, 100});
    order.settings.segmentFrames = 10;
    {
        FilmWriter writer(order);
        test::submitFrames(writer, order, {0, GetParam()});
    }
    EXPECT_FALSE(std::filesystem::exists(order.output));
    const auto segments = pathsOf(order.output, encode::Container::mp4).segments;
    if (std::filesystem::exists(segments)) {
        const auto records = readRecords(segments);
        EXPECT_FALSE(records.empty());
        for (const auto& record : records) {
            EXPECT_EQ(record.count, 10);
            EXPECT_TRUE(std::filesystem::exists(segments / record.file));
        }
        for (const auto& entry : std::filesystem::directory_iterator(segments)) {
            EXPECT_NE(entry.path().extension(), ".part");
        }
    }
    order.overwrite = true;  // and what was left behind is not in the way
    makeFilm(order);
    EXPECT_EQ(folder.entries(), 2U);
}
INSTANTIATE_TEST_SUITE_P(After, Abandoned, testing::Values(0, 1, 9, 10, 11, 57));

TEST(Abandoned, WithNothingFinishedLeavesNothing) {
    const test::TemporaryFolder folder;
    const FilmOrder order = smallOrder(folder / "a.mp4", encode::Codec::h264, {0, 100});
    {
        FilmWriter writer(order);
        test::submitFrames(writer, order, {0, 20});
    }
    EXPECT_EQ(folder.entries(), 0U);
}

}  // namespace
}  // namespace ebbflow::delivery
