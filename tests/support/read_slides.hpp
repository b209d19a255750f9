#pragma once
// Animated WebP and GIF taken apart by hand, frame by frame, for libav has no decoder of the one
// and says little of the other. It shares no code with what writes them.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace ebbflow::test {

/// A frame of an animated WebP.
struct WebpFrame {
    int milliseconds = 0;
    bool blended = true;  ///< over the frame before, instead of in its place
    bool kept = true;     ///< what it shows stays until the next
    std::string picture;  ///< as a WebP of its own, without alpha beside it: lossless ones only
};
/// Throws core::Failure when it is none.
[[nodiscard]] std::vector<WebpFrame> readWebp(const std::filesystem::path& path);

/// How long each frame of a GIF is shown, hundredths of a second.
[[nodiscard]] std::vector<int> gifDelays(const std::filesystem::path& path);

}  // namespace ebbflow::test
