// Codecs of numbered pictures and of slides: R′G′B′ instead of luma and chroma.

#include <array>

#include "core/enum_size.hpp"
#include "encode/codec_families.hpp"
#include "encode/settings.hpp"

namespace ebbflow::encode {

namespace {

using enum PixelFormat;

constexpr std::array kPngFrames{Container::pngFrames};
constexpr std::array kExrFrames{Container::exrFrames};
constexpr std::array kWebp{Container::webp};
constexpr std::array kGif{Container::gif};
constexpr std::array kPngFormats{rgba8, rgba16};
constexpr std::array kExrFormats{gbrpf32, gbrapf32};
constexpr std::array kBytes{rgba8};

EncoderOptions exrOptions(const Settings& /*settings*/, const CodecInfo& /*row*/) {
    // Half floats hold what a film shows, in half the bytes; ZIP by 16 rows is what readers expect.
    return {{"compression", "zip16"}, {"format", "half"}};
}

EncoderOptions webpOptions(const Settings& settings, const CodecInfo& /*row*/) {
    constexpr auto qualities = std::to_array<const char*>({"55", "75", "90", "100"});
    static_assert(qualities.size() == core::enumSize<Quality>());
    const bool lossless = settings.quality == Quality::master;
    return {{"quality", qualities[static_cast<std::size_t>(settings.quality)]},
            {"lossless", lossless ? "1" : "0"}};
}

EncoderOptions noOptions(const Settings& /*settings*/, const CodecInfo& /*row*/) {
    return {};
}

constexpr std::array kPictureRows{
    CodecInfo{.codec = Codec::png,
              .name = "png",
              .words = {.use = "any program"},
              .containers = kPngFrames,
              .formats = kPngFormats,
              .rate = RateControl::lossless,
              .library = "libpng",
              .readAs = {.codec = "png"}},
    CodecInfo{.codec = Codec::exr,
              .name = "exr",
              .words = {.use = "compositing", .bits = "half floats; alpha"},
              .containers = kExrFrames,
              .formats = kExrFormats,
              .rate = RateControl::lossless,
              .encoder = "exr",
              .options = exrOptions,
              .oneThread = true,
              .readAs = {.codec = "exr"}},
    CodecInfo{.codec = Codec::webp,
              .name = "webp",
              .words = {.use = "slides", .rate = "`--quality`; `master` is lossless"},
              .containers = kWebp,
              .formats = kBytes,
              .rate = RateControl::byCodec,
              .encoder = "libwebp",
              .library = "libwebp.so",
              .options = webpOptions,
              .form = FrameForm::blueFirst,
              .oneThread = true,
              .nutTag = "WEBP",
              .readAs = {.codec = "webp"}},
    CodecInfo{.codec = Codec::gif,
              .name = "gif",
              .words = {.use = "slides that take nothing else",
                        .bits = "256 colours a frame",
                        .rate = "by codec"},
              .containers = kGif,
              .formats = kBytes,
              .fastest = 50,
              .dropsAlpha = true,
              .uncut = "GIF, each of whose frames builds on all before it, and which takes no "
                       "second beginning",
              .rate = RateControl::byCodec,
              .encoder = "gif",
              .options = noOptions,
              .form = FrameForm::byPalette,
              .oneThread = true,
              .readAs = {.codec = "gif"}},
};
static_assert(areWhole(kPictureRows));

}  // namespace

std::span<const CodecInfo> pictureCodecs() {
    return kPictureRows;
}

}  // namespace ebbflow::encode
