#include "produce/data_folder.hpp"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <ranges>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/error.hpp"

namespace ebbflow::produce {

std::string atlasFolder() {
    if (const char* chosen = std::getenv("EBBFLOW_ATLAS"); chosen != nullptr && *chosen != '\0')
        return chosen;
    std::error_code none;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", none).parent_path();
    const std::array candidates{program / "geodata", program / "../share/ebbflow/geodata",
                                program / "../../geodata"};
    for (const auto& folder : candidates) {
        if (std::filesystem::exists(folder / "atlas.gpkg", none)) {
            return std::filesystem::weakly_canonical(folder).string();
        }
    }
    throw core::Failure(
        fmt::format("the map data atlas.gpkg is not beside the program; looked in {}, {} and {}",
                    candidates[0].string(), candidates[1].string(), candidates[2].string()));
}

std::string cacheFolder() {
    if (const char* chosen = std::getenv("EBBFLOW_CACHE"); chosen != nullptr) return chosen;
    const auto below = [](const char* variable, const char* folder) {
        const char* root = std::getenv(variable);
        // The XDG base directory specification has relative paths ignored.
        if (root == nullptr || *root != '/') return std::string();
        return (std::filesystem::path(root) / folder).string();
    };
    const std::string stated = below("XDG_CACHE_HOME", "ebbflow");
    return stated.empty() ? below("HOME", ".cache/ebbflow") : stated;
}

std::string presetsFolder() {
    if (const char* chosen = std::getenv("EBBFLOW_PRESETS"); chosen != nullptr && *chosen != '\0')
        return chosen;
    std::error_code none;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", none).parent_path();
    const std::array candidates{program / "presets", program / "../share/ebbflow/presets",
                                program / "../../presets"};
    for (const auto& folder : candidates) {
        if (std::filesystem::is_directory(folder, none))
            return std::filesystem::weakly_canonical(folder).string();
    }
    throw core::Failure(fmt::format(
        "the presets are not beside the program; looked in {}",
        fmt::join(candidates | std::views::transform([](auto& p) { return p.string(); }), ", ")));
}

}  // namespace ebbflow::produce
