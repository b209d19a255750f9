#pragma once
// A fact of a finished QuickTime file that libav's muxer does not let one choose. It changes four
// bytes in place and nothing else.

#include <filesystem>
#include <string_view>

namespace ebbflow::delivery {

/// Writes `vendor` into the description of the picture's samples, whose format is `format`; both
/// are four characters. Throws core::Failure when the file has no such description.
void setQuickTimeVendor(const std::filesystem::path& file, std::string_view format,
                        std::string_view vendor);

}  // namespace ebbflow::delivery
