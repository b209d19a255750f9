#pragma once
// Options of encoders on graphics cards, NVENC and VAAPI, in place of the software's. It knows
// their names and opens none.

#include <cstdint>
#include <optional>
#include <string_view>

#include "encode/codec_row.hpp"

namespace ebbflow::encode {

/// Whether some codec's row names the encoder as one of a card's.
[[nodiscard]] bool isOnCard(std::string_view encoder);
/// Whether it takes no frames but those on the card.
[[nodiscard]] bool isVaapi(std::string_view encoder);

/// About the quality that the software's encoder has by the same crf, or an average of so many bits
/// a second.
[[nodiscard]] EncoderOptions cardOptions(std::string_view encoder,
                                         std::optional<std::int64_t> bitrate, double crf);

}  // namespace ebbflow::encode
