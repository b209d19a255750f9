#include "quality/promise.hpp"

extern "C" {
#include <libavutil/pixdesc.h>
}

#include <nlohmann/json.hpp>

#include "core/error.hpp"
#include "delivery/manifest.hpp"
#include "encode/codec_info.hpp"

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
    const encode::CodecInfo* row = encode::findCodec(head.value("codec", ""));
    const encode::ReadAs readAs = row != nullptr ? row->readAs : encode::ReadAs();
    promise.codec = readAs.codec;
    promise.grade = readAs.profile;
    const bool alphaShows = row == nullptr || !row->dropsAlpha;
    if (alphaShows && head.contains("alpha")) promise.alpha = head["alpha"].get<bool>();
    if (readAs.sameFormat) promise.pixelFormat = formatNamed(head.value("pixel_format", ""));
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
