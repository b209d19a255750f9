// Every codec, in every container and with every format that its row names: made, and read back as
// what the row says it is. Another codec is tried by being a row.

#include <gtest/gtest.h>

#include <algorithm>

#include "delivery/output_paths.hpp"
#include "encode/codec_info.hpp"
#include "support/film_making.hpp"
#include "support/read_slides.hpp"
#include "support/read_video.hpp"

namespace ebbflow::delivery {
namespace {

using encode::CodecInfo;
using encode::Container;
using encode::PixelFormat;

constexpr std::int64_t kFrames = 5;
constexpr double kLeastLuma = 40;     ///< dB, of the best quality
constexpr double kLeastPalette = 30;  ///< of 256 colours

FilmOrder orderOf(const CodecInfo& row, Container container, PixelFormat format, bool alpha,
                  const std::filesystem::path& output) {
    FilmOrder order = test::smallOrder(output, row.codec, {0, kFrames});
    order.settings.format = format;
    order.settings.alpha = alpha;
    order.settings.size = {256, 144};
    order.settings.rate = {25, 1};
    order.settings.segmentFrames = encode::isNumbered(container) ? 0 : 2;
    if (row.rate != encode::RateControl::lossless) order.settings.quality = encode::Quality::master;
    return order;
}

void expectNear(const FilmOrder& order, std::int64_t frame, const encode::Planes& decoded) {
    const bool palette =
        encode::codecInfo(order.settings.codec).form == encode::FrameForm::byPalette;
    EXPECT_EQ(decoded.format(), order.settings.format) << frame;
    EXPECT_GT(test::psnr(test::frameOf(order, frame), decoded, 0),
              palette ? kLeastPalette : kLeastLuma)
        << frame;
}

void expectFilm(const CodecInfo& row, Container container, const FilmOrder& order) {
    const test::VideoFile file =
        test::readVideo(order.output, [&](std::int64_t frame, const encode::Planes& decoded) {
            expectNear(order, frame, decoded);
        });
    EXPECT_EQ(file.frameStarts.size(), static_cast<std::size_t>(kFrames));
    EXPECT_EQ(file.codec, row.readAs.codec);
    const bool mov = container == Container::mp4 || container == Container::mov;
    if (mov && !row.tag.empty()) {
        EXPECT_EQ(file.codecTag, row.tag);
    }
    // Of ProRes only the tag says it, which Matroska has not.
    if (mov && !row.readAs.profile.empty()) {
        EXPECT_EQ(file.profile, row.readAs.profile);
    }
    if (container == Container::mov && !row.vendor.empty()) {
        EXPECT_EQ(file.vendor, row.vendor);
    }
}

void expectNumbered(const FilmOrder& order, Container container) {
    const OutputPaths paths = pathsOf(order.output, container);
    for (std::int64_t frame = 0; frame < kFrames; ++frame) {
        const auto decoded = test::readFrames(framePath(paths.film, frame));
        ASSERT_EQ(decoded.size(), 1U);
        expectNear(order, frame, decoded[0]);
    }
}

void expectBack(const CodecInfo& row, Container container, const FilmOrder& order) {
    if (encode::isNumbered(container))
        expectNumbered(order, container);
    else if (container == Container::webp)  // which libav does not decode
        EXPECT_EQ(test::readWebp(order.output).size(), static_cast<std::size_t>(kFrames));
    else
        expectFilm(row, container, order);
}

class EveryCodec : public testing::TestWithParam<const CodecInfo*> {};

TEST_P(EveryCodec, ComesBackFromEveryContainerInEveryFormat) {
    const CodecInfo& row = *GetParam();
    int made = 0;
    for (const Container container : row.containers) {
        for (const PixelFormat format : row.formats) {
            for (const bool alpha : {false, true}) {
                if (alpha && !encode::keepsAlpha(row, format)) continue;
                const int bits = encode::formatInfo(format).bits;
                if (encode::formatFor(row.codec, bits, alpha) != format) continue;
                SCOPED_TRACE(std::string(encode::nameOf(container)) + ' ' +
                             std::string(encode::formatInfo(format).name));
                const test::TemporaryFolder folder;
                const FilmOrder order =
                    orderOf(row, container, format, alpha,
                            folder / ("a" + std::string(encode::endOf(container))));
                test::makeFilm(order);
                expectBack(row, container, order);
                ++made;
            }
        }
    }
    EXPECT_GE(made, static_cast<int>(row.containers.size()));
}

std::vector<const CodecInfo*> rows() {
    std::vector<const CodecInfo*> result;
    for (const CodecInfo& row : encode::allCodecs()) result.push_back(&row);
    return result;
}

std::string nameOf(const testing::TestParamInfo<const CodecInfo*>& row) {
    std::string name(row.param->name);
    std::ranges::replace(name, '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Rows, EveryCodec, testing::ValuesIn(rows()), nameOf);

}  // namespace
}  // namespace ebbflow::delivery
