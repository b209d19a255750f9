#pragma once
// The finished segments of one film looked up in the folders of any number of renders: all of them,
// once each, or a clear word on what is not right. It joins nothing.

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "delivery/film_order.hpp"
#include "delivery/joiner.hpp"

namespace ebbflow::delivery {

/// The segments of the order's film, in order; of equal ones the first. Throws core::Failure that
/// names all at once: folders of another film, frames that no folder has, frames that two folders
/// have and that differ.
[[nodiscard]] std::vector<PlacedSegment> gatherSegments(
    const FilmOrder& order, std::span<const std::filesystem::path> folders);

/// What the segments' machines differ in, a phrase each; empty when all were of one kind.
[[nodiscard]] std::vector<std::string> mixedMachines(std::span<const PlacedSegment> segments);

}  // namespace ebbflow::delivery
