#pragma once
// What holds a film: a file of some format, or a file for each frame. A container is one row of a
// table; which codecs it can hold is said by theirs.

#include <filesystem>
#include <string_view>

namespace ebbflow::encode {

enum class Container { mp4, mov, mkv, pngFrames, webm, exrFrames, webp, gif };

struct ContainerInfo {
    Container container;
    std::string_view name;
    std::string_view end;    ///< how an output's name ends: `.mp4`, `-%05d.png`
    std::string_view muxer;  ///< libav's name of it; empty: the film is a file for each frame
    bool sound = true;       ///< whether it has a place in the film or beside its frames
};

[[nodiscard]] const ContainerInfo& containerInfo(Container container);

[[nodiscard]] std::string_view nameOf(Container container);
/// How a name of that container ends: `.mp4`, `-%05d.png`.
[[nodiscard]] std::string_view endOf(Container container);

/// By the name's end: `.mp4`, `.mov`, `.mkv`, `.webm`, `.webp`, `.gif`; `frames/%05d.png`,
/// `frames/%05d.exr`; `frames/` or a folder that is there for numbered PNGs. Throws core::Failure
/// for anything else.
[[nodiscard]] Container containerOf(const std::filesystem::path& output);

/// Whether the film is a file for each frame.
[[nodiscard]] bool isNumbered(Container container);
/// Whether sound, or captions as tracks, have a place in the film or beside its frames.
[[nodiscard]] bool takesSound(Container container);
[[nodiscard]] bool takesSubtitles(Container container);

}  // namespace ebbflow::encode
