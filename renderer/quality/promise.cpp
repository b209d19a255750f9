#include "quality/promise.hpp"

extern "C" {
#include <libavutil/pixdesc.h>
}

#include <array>

#include <nlohmann/json.hpp>

#include "core/error.hpp"
#include "delivery/manifest.hpp"

namespace ebbflow::quality {

using Json = nlohmann::json;

namespace {

/// libav's name of what a manifest calls a pixel format: a manifest names the depth, also of 8
/// bits, and never the order of bytes, which libav's own name of 10 bits has.
std::string formatNamed(std::string name) {
    if (name.ends_with("p8")) name.pop_back();
    const char* theirs = av_get_pix_fmt_name(av_get_pix_fmt(name.c_str()));
    return theirs != nullptr ? theirs : std::string();
}

Manifested read(const Json& head) {
    Manifested result;
    Promise& promise = result.promise;
    promise.by = "its manifest";
    promise.codec = libavCodec(head.value("codec", ""));
    promise.grade = libavProfile(head.value("codec", ""));
    if (head.contains("alpha")) promise.alpha = head["alpha"].get<bool>();
    // Their decoders give other formats than the encoders take.
    if (promise.codec != "prores" && promise.codec != "vp9")
        promise.pixelFormat = formatNamed(head.value("pixel_format", ""));
    promise.rate = core::parseFrameRate(head.value("rate", ""));
    if (head.contains("size")) {
        promise.width = head["size"].at(0).get<int>();
        promise.height = head["size"].at(1).get<int>();
    }
    if (head.contains("first_frame") && head.contains("end_frame")) {
        result.firstFrame = head["first_frame"].get<std::int64_t>();
        promise.frames = head["end_frame"].get<std::int64_t>() - result.firstFrame;
    }
    return result;
}

}  // namespace

std::string libavCodec(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> known{
        {{"h264", "h264"},
         {"hevc", "hevc"},
         {"av1", "av1"},
         {"vp9", "vp9"},
         {"prores", "prores"},
         {"dnxhr", "dnxhd"},
         {"ffv1", "ffv1"}}};
    for (const auto& [ours, theirs] : known) {
        if (name.starts_with(ours)) return std::string(theirs);
    }
    return {};
}

std::string libavProfile(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> known{
        {{"prores-422", "Standard"},
         {"prores-422-hq", "HQ"},
         {"prores-4444", "4444"},
         {"dnxhr-hqx", "DNXHR HQX"},
         {"dnxhr-444", "DNXHR 444"}}};
    for (const auto& [ours, theirs] : known) {
        if (name == ours) return std::string(theirs);
    }
    return {};
}

std::optional<Manifested> manifestOf(const std::filesystem::path& film) {
    const std::filesystem::path path = film.string() + ".manifest.json";
    if (!std::filesystem::exists(path)) return std::nullopt;
    try {
        return read(Json::parse(delivery::readManifest(path).head.text));
    } catch (const Json::exception&) {
        throw core::Failure(path.string() + " is no manifest of ebbflow");
    }
}

}  // namespace ebbflow::quality
