#include "delivery/finished_film.hpp"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>

#include "core/byte_hash.hpp"
#include "core/error.hpp"
#include "delivery/frame_claim.hpp"
#include "delivery/head_difference.hpp"
#include "delivery/machine.hpp"
#include "delivery/output_paths.hpp"
#include "delivery/segment_file.hpp"

namespace ebbflow::delivery {

namespace fs = std::filesystem;

namespace {

bool hasItsBytes(const FilmOrder& order, const Manifest& manifest, const OutputPaths& paths) {
    if (!encode::isNumbered(encode::containerOf(order.output)))
        return core::hashOfFile(paths.film) == manifest.filmHash;
    return std::ranges::all_of(manifest.segments, [&](const SegmentRecord& record) {
        return isWhole(record, {}, paths, order.settings.rate);
    });
}

std::vector<std::string> differences(const FilmOrder& order, const OutputPaths& paths,
                                     const SameWish& sameWish) {
    if (!fs::exists(paths.manifest)) return {"it has no manifest"};
    const Manifest manifest = readManifest(paths.manifest);
    auto found = headDifferences(manifest.head.text, headOf(order));
    if (!sameWish(manifest.head.wish)) found.emplace_back("it was made for another wish");
    if (found.empty() && !hasItsBytes(order, manifest, paths))
        found.emplace_back("it is not as it was written");
    return found;
}

OutputPaths placesOf(const FilmOrder& order) {
    return pathsOf(order.output, encode::containerOf(order.output));
}

}  // namespace

std::vector<std::string> filmDifferences(const FilmOrder& order, const SameWish& sameWish) {
    try {
        return differences(order, placesOf(order), sameWish);
    } catch (const core::Failure& failure) {
        return {failure.what()};
    }
}

bool isFinished(const FilmOrder& order, const SameWish& sameWish) {
    const OutputPaths paths = placesOf(order);
    const bool numbered = encode::isNumbered(encode::containerOf(order.output));
    const fs::path there = numbered ? framePath(paths.film, order.range.first) : paths.film;
    return fs::exists(there) && filmDifferences(order, sameWish).empty();
}

std::vector<std::string> filmMachineDifferences(const FilmOrder& order) {
    if (order.part) return {};
    const Provenance here = machineFacts(order.settings, order.machine);
    for (const SegmentRecord& record : readManifest(placesOf(order).manifest).segments) {
        auto found = machineDifferences(record.machine, here);
        if (!found.empty()) return found;
    }
    return {};
}

void tidyUp(const FilmOrder& order) {
    const fs::path folder = placesOf(order).segments;
    if (!fs::is_directory(folder)) return;
    const FrameClaim claim(folder);
    if (!claim.takeAll()) return;
    std::error_code ignored;
    fs::remove_all(folder, ignored);
}

}  // namespace ebbflow::delivery
