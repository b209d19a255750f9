#include "ebbflow/provenance.hpp"

#include <array>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "core/hash.hpp"
#include "ebbflow/atlas_folder.hpp"

namespace ebbflow::tools {

namespace {

std::string hashOfFile(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return "not readable as a file";
    std::uint64_t hash = core::hashText("");
    std::array<char, 1 << 16> block{};
    while (file.read(block.data(), block.size()) || file.gcount() > 0) {
        hash = core::hashText({block.data(), static_cast<std::size_t>(file.gcount())}, hash);
    }
    return fmt::format("{:016x}", hash);
}

}  // namespace

video::Provenance provenanceOf(const frame::Plan& plan, const gl::ContextFacts& facts) {
    video::Provenance provenance{{"program", "ebbflow " EBBFLOW_VERSION},
                                 {"renderer", facts.renderer},
                                 {"gl", facts.version},
                                 {"language", plan.language}};
    const std::filesystem::path folder = plan.film->scene.folder;
    for (const std::string& file : frame::filesOf(plan.film->scene)) {
        // Relative to the scene, so that a film rendered elsewhere has the same manifest.
        provenance.emplace_back(
            "input " + std::filesystem::path(file).lexically_proximate(folder).string(),
            hashOfFile(file));
    }
    for (const char* name : {"atlas.gpkg", "relief.tif"}) {
        provenance.emplace_back(std::string("atlas ") + name,
                                hashOfFile(atlasFolder() + "/" + name));
    }
    return provenance;
}

}  // namespace ebbflow::tools
