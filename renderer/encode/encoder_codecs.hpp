#pragma once
// Which of our codecs an encoder of libav's makes, by its name. It opens none, and does not know
// which encoder is the usual one.

#include <optional>
#include <string>
#include <vector>

#include "encode/codec.hpp"

namespace ebbflow::encode {

/// In the order of allCodecs(); empty when it makes something else. Nothing when this machine's
/// libav has no encoder of that name for pictures.
[[nodiscard]] std::optional<std::vector<Codec>> codecsOf(const std::string& encoder);

}  // namespace ebbflow::encode
