#include "encode/container.hpp"

#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/diagnostic.hpp"
#include "core/enum_size.hpp"
#include "core/error.hpp"

namespace ebbflow::encode {

namespace {

constexpr std::array kContainers{
    ContainerInfo{Container::mp4, "MP4", ".mp4", "mp4"},
    ContainerInfo{Container::mov, "MOV", ".mov", "mov"},
    ContainerInfo{Container::mkv, "MKV", ".mkv", "matroska"},
    ContainerInfo{Container::pngFrames, "numbered PNG frames", "-%05d.png", ""},
    ContainerInfo{Container::webm, "WebM", ".webm", "webm"},
    ContainerInfo{Container::exrFrames, "numbered EXR frames", "-%05d.exr", ""},
    ContainerInfo{Container::webp, "animated WebP", ".webp", "webp", false},
    ContainerInfo{Container::gif, "GIF", ".gif", "gif", false}};
static_assert(core::hasEveryValue(kContainers, &ContainerInfo::container));

}  // namespace

const ContainerInfo& containerInfo(Container container) {
    return kContainers[static_cast<std::size_t>(container)];
}

std::string_view nameOf(Container container) {
    return containerInfo(container).name;
}

std::string_view endOf(Container container) {
    return containerInfo(container).end;
}

Container containerOf(const std::filesystem::path& output) {
    const std::string name = output.filename().string();
    const std::string end = output.extension().string();
    if (name.empty()) return Container::pngFrames;
    std::vector<std::string> ends;
    for (const ContainerInfo& row : kContainers) {
        if (isNumbered(row.container)) continue;
        if (row.end == end) return row.container;
        ends.emplace_back(row.end);
    }
    if (std::filesystem::is_directory(output)) return Container::pngFrames;
    const bool picture = end == ".png" || end == ".exr";
    if (picture && name.find('%') == std::string::npos) {
        throw core::Failure(fmt::format(
            "`{}` is one picture: name the frames of a film with a number, as in `{}-%05d{}`",
            output.string(), output.stem().string(), end));
    }
    if (picture) return end == ".png" ? Container::pngFrames : Container::exrFrames;
    throw core::Failure(fmt::format(
        "`{}`: the end of the name says what to write{}: {}, or `NAME-%05d.png`, `NAME-%05d.exr` "
        "or a folder for numbered frames",
        output.string(), core::didYouMean(end, ends), fmt::join(ends, ", ")));
}

bool isNumbered(Container container) {
    return containerInfo(container).muxer.empty();
}

bool takesSound(Container container) {
    return containerInfo(container).sound;
}

bool takesSubtitles(Container container) {
    return takesSound(container) && !isNumbered(container);
}

}  // namespace ebbflow::encode
