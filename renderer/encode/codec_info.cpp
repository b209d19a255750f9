#include "encode/codec_info.hpp"

#include <array>
#include <cassert>

namespace ebbflow::encode {

namespace {

std::vector<CodecInfo> makeTable() {
    using enum Container;
    using enum PixelFormat;
    using enum RateControl;
    return {
        {Codec::h264,
         "h264",
         "libx264",
         quality,
         51,
         {mp4, mov, mkv},
         {yuv420p8, yuv420p10, yuv444p8}},
        {Codec::hevc,
         "hevc",
         "libx265",
         quality,
         51,
         {mp4, mov, mkv},
         {yuv420p8, yuv420p10, yuv444p8}},
        {Codec::ffv1,
         "ffv1",
         "ffv1",
         lossless,
         0,
         {mkv},
         {yuv444p8, yuv444p10, yuva444p10, yuv420p8}},
        {Codec::png, "png", "", lossless, 0, {pngFrames}, {rgba8, rgba16}},
        {Codec::av1, "av1", "libsvtav1", quality, 63, {mp4, mkv, webm}, {yuv420p8, yuv420p10}},
        {Codec::vp9,
         "vp9",
         "libvpx-vp9",
         quality,
         63,
         {webm, mkv},
         {yuv420p8, yuv420p10, yuva420p8}},
        {Codec::prores422, "prores-422", "prores_ks", byCodec, 0, {mov, mkv}, {yuv422p10}},
        {Codec::prores422Hq, "prores-422-hq", "prores_ks", byCodec, 0, {mov, mkv}, {yuv422p10}},
        {Codec::prores4444,
         "prores-4444",
         "prores_ks",
         byCodec,
         0,
         {mov, mkv},
         {yuv444p10, yuva444p10}},
        {Codec::dnxhrHqx, "dnxhr-hqx", "dnxhd", byCodec, 0, {mov}, {yuv422p10}},
        {Codec::dnxhr444, "dnxhr-444", "dnxhd", byCodec, 0, {mov}, {yuv444p10}},
        {Codec::exr, "exr", "exr", lossless, 0, {exrFrames}, {gbrpf32, gbrapf32}},
        {Codec::webp, "webp", "libwebp", byCodec, 0, {webp}, {rgba8}},
        {Codec::gif, "gif", "gif", byCodec, 0, {gif}, {rgba8}},
    };
}

}  // namespace

const std::vector<CodecInfo>& allCodecs() {
    static const std::vector<CodecInfo> table = makeTable();
    return table;
}

const CodecInfo& codecInfo(Codec codec) {
    const CodecInfo& info = allCodecs()[static_cast<std::size_t>(codec)];
    assert(info.codec == codec);
    return info;
}

std::string_view endOf(Container container) {
    constexpr std::array<std::string_view, 8> ends{".mp4",  ".mov",      ".mkv",  "-%05d.png",
                                                   ".webm", "-%05d.exr", ".webp", ".gif"};
    return ends[static_cast<std::size_t>(container)];
}

}  // namespace ebbflow::encode
