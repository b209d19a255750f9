// Codecs for an edit or an archive: every frame is whole, and the profile says how large it is.

#include <array>

#include "encode/codec_families.hpp"
#include "encode/settings.hpp"

namespace ebbflow::encode {

namespace {

using enum Container;
using enum PixelFormat;

constexpr std::array kEdits{mov, mkv};
constexpr std::array kAvid{mov};
constexpr std::array kArchive{mkv};
constexpr std::array k422{yuv422p10};
constexpr std::array k444{yuv444p10};
constexpr std::array k4444{yuv444p10, yuva444p10};
constexpr std::array kFfv1Formats{yuv444p8, yuv444p10, yuva444p10, yuv420p8};

EncoderOptions proresOptions(const Settings& settings, const CodecInfo& row) {
    return {{"profile", std::string(row.profile)},
            {"vendor", std::string(row.vendor)},
            {"alpha_bits", settings.alpha ? "16" : "0"}};
}

EncoderOptions dnxhrOptions(const Settings& /*settings*/, const CodecInfo& row) {
    return {{"profile", std::string(row.profile)}};
}

// Version 3, every frame a key frame, slices of fixed number with checksums: the form that archives
// ask for. The slices are in the stream, so their number must not follow the threads.
EncoderOptions ffv1Options(const Settings& /*settings*/, const CodecInfo& /*row*/) {
    return {{"level", "3"}, {"slices", "16"}, {"slicecrc", "1"}, {"coder", "range_tab"}};
}

/// What a profile of ProRes differs in.
struct ProRes {
    Codec codec;
    std::string_view name, profile, tag, readAs;
    std::string_view use = "edits";
    std::span<const PixelFormat> formats = k422;
};

// The vendor is Apple's: editors that trust no other make their own previews of such a file.
constexpr CodecInfo prores(const ProRes& its) {
    return {.codec = its.codec,
            .name = its.name,
            .words = {.use = its.use, .rate = "by profile"},
            .containers = kEdits,
            .formats = its.formats,
            .rate = RateControl::byCodec,
            .encoder = "prores_ks",
            .options = proresOptions,
            .profile = its.profile,
            .tag = its.tag,
            .vendor = "apl0",
            .readAs = {"prores", its.readAs, false}};
}

/// What a profile of DNxHR differs in; `number` is libav's.
struct Dnxhr {
    Codec codec;
    std::string_view name, profile, readAs;
    int number;
    std::span<const PixelFormat> formats = k422;
};

constexpr CodecInfo dnxhr(const Dnxhr& its) {
    return {.codec = its.codec,
            .name = its.name,
            .words = {.use = "edits on Avid; from 256×120 pixels", .rate = "by profile"},
            .containers = kAvid,
            .formats = its.formats,
            .smallest = {"DNxHR", 256, 120},
            .rate = RateControl::byCodec,
            .encoder = "dnxhd",
            .options = dnxhrOptions,
            .profile = its.profile,
            .profileNumber = its.number,
            .tag = "AVdh",
            .readAs = {"dnxhd", its.readAs}};
}

constexpr std::array kEditRows{
    prores({Codec::prores422Proxy, "prores-422-proxy", "proxy", "apco", "Proxy",
            "cutting on a small machine; the film itself comes later"}),
    prores({Codec::prores422Lt, "prores-422-lt", "lt", "apcs", "LT", "edits with little room"}),
    prores({Codec::prores422, "prores-422", "standard", "apcn", "Standard"}),
    prores({Codec::prores422Hq, "prores-422-hq", "hq", "apch", "HQ"}),
    prores({Codec::prores4444, "prores-4444", "4444", "ap4h", "4444", "titles over other pictures",
            k4444}),
    dnxhr({Codec::dnxhrHqx, "dnxhr-hqx", "dnxhr_hqx", "DNXHR HQX", 4}),
    dnxhr({Codec::dnxhr444, "dnxhr-444", "dnxhr_444", "DNXHR 444", 5, k444}),
    CodecInfo{.codec = Codec::ffv1,
              .name = "ffv1",
              .words = {.use = "archives"},
              .containers = kArchive,
              .formats = kFfv1Formats,
              .rate = RateControl::lossless,
              .encoder = "ffv1",
              .options = ffv1Options,
              .readAs = {.codec = "ffv1"}},
};
static_assert(areWhole(kEditRows));

}  // namespace

std::span<const CodecInfo> editCodecs() {
    return kEditRows;
}

}  // namespace ebbflow::encode
