#include "produce/studios.hpp"

#include <algorithm>
#include <fstream>
#include <limits>
#include <string>

#include "raster/crew.hpp"

namespace ebbflow::produce {

namespace {

/// Bytes that can be had without swapping; as much as there could be where nobody says.
std::uint64_t freeMemory() {
    std::ifstream file("/proc/meminfo");
    std::string name, unit;
    for (std::uint64_t kibibytes = 0; file >> name >> kibibytes; std::getline(file, unit)) {
        if (name == "MemAvailable:") return kibibytes * 1024;
    }
    return std::numeric_limits<std::uint64_t>::max();
}

}  // namespace

int jobsFor(unsigned processors, std::uint64_t freeBytes, encode::FrameSize size) {
    // Measured at 720 and 1080 lines, encoder and all: docs/performance.md.
    constexpr std::uint64_t kBytesPerPixel = 270, kBytesEach = 64U << 20U;
    const auto pixels =
        static_cast<std::uint64_t>(size.width) * static_cast<std::uint64_t>(size.height);
    // A quarter of the memory stays for others.
    const std::uint64_t room = freeBytes / 4 * 3 / (kBytesEach + kBytesPerPixel * pixels);
    const std::uint64_t useful = std::max(std::min(processors, 2U), processors / 2);
    return static_cast<int>(std::max<std::uint64_t>(std::min(useful, room), 1));
}

Studios::Studios(std::shared_ptr<const frame::Plan> plan, const StudioOptions& options,
                 encode::FrameSize size, int jobs)
    : plan_(std::move(plan)), options_(options) {
    const unsigned processors = raster::processorsAllowed();
    const int wished = jobs > 0 ? jobs : jobsFor(processors, freeMemory(), size);
    // Twice its share, for when another waits for its encoder or has no more to do.
    options_.hands = std::clamp(2 * processors / static_cast<unsigned>(wished), 1U, processors);
    studios_.push_back(std::make_unique<Studio>(plan_, options_));
    if (studios_.front()->byVectors()) studios_.resize(static_cast<std::size_t>(wished));
}

Studio& Studios::at(int number) {
    auto& studio = studios_.at(static_cast<std::size_t>(number));
    if (!studio) studio = std::make_unique<Studio>(plan_, options_);
    return *studio;
}

}  // namespace ebbflow::produce
