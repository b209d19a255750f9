#pragma once
// Facts of a finished QuickTime or MP4 file that libav's muxer does not let one choose. They are
// changed in place, and no sample moves.

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace ebbflow::delivery {

/// Writes `vendor` into the description of the picture's samples, whose format is `format`; both
/// are four characters. Throws core::Failure when the file has no such description.
void setQuickTimeVendor(const std::filesystem::path& file, std::string_view format,
                        std::string_view vendor);

/// Lets the picture's track say that the track `chapters` (its number, from 1) holds its chapters
/// (QuickTime File Format, "Chapter lists": a `chap` reference). libav writes one reference a
/// track, and a timecode's takes its place. The room is that of the name of the picture's handler,
/// which nothing reads. Throws core::Failure when the file is not as libav writes it.
void addChapterReference(const std::filesystem::path& file, std::uint32_t chapters);

}  // namespace ebbflow::delivery
