#include "delivery/film_order.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/error.hpp"
#include "core/whole_file.hpp"
#include "delivery/output_paths.hpp"
#include "encode/segment_length.hpp"
#include "encode/settings_check.hpp"

namespace ebbflow::delivery {

namespace fs = std::filesystem;

namespace {

// The first file that would be written over, or an empty path. Frames of a resumed render are its
// own.
fs::path alreadyThere(const FilmOrder& order, encode::Container container,
                      const OutputPaths& paths) {
    if (!encode::isNumbered(container)) return fs::exists(paths.film) ? paths.film : fs::path();
    if (order.resume && fs::exists(paths.segments)) return {};
    const FrameRange share = shareOf(order);
    for (std::int64_t frame = share.first; frame < share.end; ++frame) {
        fs::path path = framePath(paths.film, frame);
        if (fs::exists(path)) return path;
    }
    return {};
}

bool begunBefore(const FilmOrder& order, const OutputPaths& paths) {
    const FrameRange share = shareOf(order);
    for (const RecordFile& record : recordFiles(paths.segments)) {
        if (!order.part || (record.first >= share.first && record.first < share.end)) return true;
    }
    return false;
}

std::string whyAnother(const std::vector<std::string>& differences) {
    return differences.empty() ? std::string()
                               : fmt::format(" as another film: {}", fmt::join(differences, "; "));
}

/// A file in the folder that is to be filled with frames which is no frame: likely a folder that
/// was named by mistake, such as a scene's own. Empty where the frames are named, or all is well.
std::string strangerIn(const FilmOrder& order) {
    std::error_code ignored;
    if (!fs::is_directory(order.output, ignored)) return {};
    for (const auto& entry : fs::directory_iterator(order.output, ignored)) {
        const fs::path& path = entry.path();
        std::string name = path.filename().string();
        const bool ours = path.extension() == ".png" || path.extension() == ".exr" ||
                          name.ends_with(".manifest.json") || name.ends_with(".part.d");
        if (!ours) return name;
    }
    return {};
}

void checkPlaces(const FilmOrder& order, encode::Container container, const OutputPaths& paths,
                 const std::vector<std::string>& differences, std::vector<std::string>& found) {
    // The folder of numbered frames is made; that of a film is somebody's, and likely mistyped.
    const fs::path folder = core::folderOf(paths.film);
    if (!encode::isNumbered(container) && !fs::is_directory(folder)) {
        found.push_back(fmt::format("there is no folder {}", folder.string()));
    } else if (fs::is_directory(paths.film)) {
        found.push_back(fmt::format("{} is a folder", paths.film.string()));
    } else if (!order.resume && !order.overwrite && begunBefore(order, paths)) {
        found.push_back(fmt::format(
            "{} holds finished segments of a render that was stopped; --resume goes on from them, "
            "--force drops them and begins again",
            paths.segments.string()));
    } else if (const std::string other = strangerIn(order);
               !order.resume && !order.overwrite && !other.empty()) {
        found.push_back(fmt::format(
            "the folder holds other files ({}); name the frames ({}), or --force puts them there",
            other, paths.film.string()));
    } else if (const fs::path old = alreadyThere(order, container, paths);
               !old.empty() && !order.overwrite) {
        found.push_back(fmt::format("{} is already there{}; --force writes over it", old.string(),
                                    whyAnother(differences)));
    }
}

}  // namespace

FrameRange shareOf(const FilmOrder& order) {
    return order.part ? shareOf(order.range, encode::segmentLength(order.settings), *order.part)
                      : order.range;
}

std::vector<std::string> misfits(const FilmOrder& order) {
    const encode::Container container = encode::containerOf(order.output);
    (void)pathsOf(order.output, container);
    std::vector<std::string> found;
    for (encode::Problem& problem : encode::problems(order.settings, container))
        found.push_back(std::move(problem.sentence));
    if (order.range.first < 0 || order.range.count() < 1) {
        found.push_back(
            fmt::format("there is no frame from {} to {}", order.range.first, order.range.end));
    }
    if (const std::string why = encode::whyNotCut(order.settings);
        !why.empty() && (order.part || order.resume)) {
        found.push_back(
            fmt::format("{} does not go with {}", order.part ? "--part" : "--resume", why));
    }
    return found;
}

void checkOrder(const FilmOrder& order, const std::vector<std::string>& differences) {
    const encode::Container container = encode::containerOf(order.output);
    const OutputPaths paths = pathsOf(order.output, container);
    std::vector<std::string> found = misfits(order);
    checkPlaces(order, container, paths, differences, found);
    if (!found.empty()) {
        throw core::Failure(
            fmt::format("cannot write {}: {}", order.output.string(), fmt::join(found, "; ")));
    }
}

std::string headOf(const FilmOrder& order) {
    return manifestHead(order.settings, encode::containerOf(order.output), order.range,
                        order.provenance);
}

}  // namespace ebbflow::delivery
