#include "encode/card_options.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "encode/codec_info.hpp"

namespace ebbflow::encode {

bool isOnCard(std::string_view encoder) {
    return std::ranges::any_of(allCodecs(), [&](const CodecInfo& row) {
        return std::ranges::find(row.cards, encoder) != row.cards.end();
    });
}

bool isVaapi(std::string_view encoder) {
    return encoder.ends_with("_vaapi");
}

EncoderOptions cardOptions(std::string_view encoder, std::optional<std::int64_t> bitrate,
                           double crf) {
    if (bitrate) {
        const std::string rate = fmt::format("{}", *bitrate);
        return {{"b", rate}, {"maxrate", rate}, {"bufsize", fmt::format("{}", 2 * *bitrate)}};
    }
    if (isVaapi(encoder)) return {{"qp", fmt::format("{:.0f}", crf)}};
    return {{"rc", "vbr"}, {"cq", fmt::format("{}", crf)}, {"b", "0"}};
}

}  // namespace ebbflow::encode
