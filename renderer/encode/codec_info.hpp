#pragma once
// The rows of all codecs together: looked up by name, by container, by depth and alpha. What is
// wrong of a choice is a sentence; whether this machine has an encoder is not known here.

#include <span>
#include <string_view>

#include "encode/codec_row.hpp"

namespace ebbflow::encode {

/// In the order of the page. The first that a container holds is its usual one.
[[nodiscard]] std::span<const CodecInfo> allCodecs();
[[nodiscard]] const CodecInfo& codecInfo(Codec codec);
/// Null where there is none of that name.
[[nodiscard]] const CodecInfo* findCodec(std::string_view name);

/// Throws core::Failure that names the nearest one and lists all. `h265` is `hevc`.
[[nodiscard]] Codec codecNamed(std::string_view name);
[[nodiscard]] std::string_view nameOf(Codec codec);

[[nodiscard]] Codec usualCodec(Container container);
[[nodiscard]] Container usualContainer(Codec codec);
[[nodiscard]] PixelFormat usualFormat(Codec codec);
/// The codec's format of so many bits a sample (0: as usual), with or without alpha. Throws
/// core::Failure that lists what there is.
[[nodiscard]] PixelFormat formatFor(Codec codec, int bits, bool alpha);
/// Whether the codec keeps the alpha of that format of its.
[[nodiscard]] bool keepsAlpha(const CodecInfo& row, PixelFormat format);

}  // namespace ebbflow::encode
