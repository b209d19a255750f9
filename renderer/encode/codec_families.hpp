#pragma once
// The rows of all codecs, a file for each sort. Another codec is a name in codec.hpp and a row in
// one of those files; who asks for rows goes to codec_info.hpp.

#include <span>

#include "encode/codec_row.hpp"

namespace ebbflow::encode {

/// What players and browsers show: made by a quality.
[[nodiscard]] std::span<const CodecInfo> playedCodecs();
/// What goes into an edit or an archive: every frame whole.
[[nodiscard]] std::span<const CodecInfo> editCodecs();
/// Numbered pictures and slides.
[[nodiscard]] std::span<const CodecInfo> pictureCodecs();

}  // namespace ebbflow::encode
