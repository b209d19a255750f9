#include "encode/hardware.hpp"

#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/error.hpp"
#include "encode/codec_info.hpp"
#include "encode/encoder.hpp"

namespace ebbflow::encode {

namespace {

/// Empty when it opens.
std::string faultOf(Settings settings, std::string_view encoder) {
    settings.encoder = encoder;
    if (settings.format != PixelFormat::yuv420p8)
        return fmt::format("{} frames are not handed to it", formatInfo(settings.format).name);
    try {
        const Encoder opened(settings, [](const AVPacket&) {});
    } catch (const core::Failure& failure) {
        return failure.what();
    }
    return {};
}

}  // namespace

EncoderChoice chooseHardware(const Settings& settings) {
    std::vector<std::string> faults;
    for (const std::string_view card : codecInfo(settings.codec).cards) {
        if (!settings.encoder.empty() && settings.encoder != card) continue;
        const std::string fault = faultOf(settings, card);
        if (fault.empty()) return {std::string(card), fmt::format("encoding with {}", card)};
        faults.push_back(fmt::format("{}: {}", card, fault));
    }
    const std::string why = faults.empty()
                                ? fmt::format("there is none for {}", nameOf(settings.codec))
                                : fmt::format("{}", fmt::join(faults, "; "));
    return {"", fmt::format("no hardware encoder opens here ({}); encoding with {}", why,
                            codecInfo(settings.codec).encoder)};
}

}  // namespace ebbflow::encode
