#include "produce/provenance.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include <fmt/format.h>

#include "core/byte_hash.hpp"
#include "core/error.hpp"
#include "core/hash.hpp"
#include "gl/shader_library.hpp"
#include "produce/data_folder.hpp"

namespace ebbflow::produce {

namespace fs = std::filesystem;

namespace {

std::string hashOr(const fs::path& path) {
    try {
        return core::hashOfFile(path);
    } catch (const core::Failure&) {
        return "not readable as a file";
    }
}

// A shapefile is several files of one stem, a file geodatabase a folder of them.
std::set<fs::path> filesBehind(const fs::path& input) {
    std::set<fs::path> files;
    std::error_code error;
    if (fs::is_directory(input, error)) {
        for (const auto& entry : fs::recursive_directory_iterator(input, error)) {
            if (entry.is_regular_file()) files.insert(entry.path());
        }
    } else if (input.extension() == ".shp") {
        for (const auto& entry : fs::directory_iterator(input.parent_path(), error)) {
            if (entry.path().stem() == input.stem()) files.insert(entry.path());
        }
    }
    if (files.empty()) files.insert(input);
    return files;
}

std::string hashOfInput(const fs::path& input) {
    const std::set<fs::path> files = filesBehind(input);
    if (files.size() == 1) return hashOr(*files.begin());
    std::uint64_t hash = core::hashText("");
    for (const fs::path& file : files) {
        hash = core::hashText(file.filename().string() + hashOr(file), hash);
    }
    return fmt::format("{:016x}", hash);
}

std::string hashOfShaders(const std::string& folder) {
    const gl::ShaderLibrary library(folder);
    std::uint64_t hash = core::hashText("");
    for (const core::EmbeddedFile& shader : gl::embeddedShaders()) {
        hash = core::hashText(library.expand(std::string(shader.name)).text, hash);
    }
    return fmt::format("{:016x}", hash);
}

void addFonts(const text::FontSet& fonts, delivery::Provenance& provenance) {
    std::set<fs::path> files;
    for (const text::FontFile& font : fonts.files) files.insert(font.path);
    for (const fs::path& file : files) {
        provenance.emplace_back("font " + file.filename().string(), hashOr(file));
    }
}

/// What frames are averaged from, where they are.
void addExposure(const RenderWish& wish, delivery::Provenance& provenance) {
    if (wish.samples > 1) provenance.emplace_back("samples", std::to_string(wish.samples));
    if (wish.shutter > 0)
        provenance.emplace_back(
            "shutter", fmt::format("{}° in {} moments", wish.shutter, wish.shutterMoments));
}

}  // namespace

delivery::Provenance provenanceOf(const frame::Plan& plan, const RenderWish& wish) {
    delivery::Provenance provenance{{"program", "ebbflow " EBBFLOW_VERSION},
                                    {"program's file", hashOr("/proc/self/exe")},
                                    {"shaders", hashOfShaders(wish.shaders.string())},
                                    {"language", plan.language}};
    const fs::path folder = plan.film->scene.folder;
    for (const std::string& file : film::filesOf(plan.film->scene)) {
        // Relative to the scene, so that a film rendered elsewhere has the same manifest.
        provenance.emplace_back("input " + fs::path(file).lexically_proximate(folder).string(),
                                hashOfInput(file));
    }
    for (const char* name : {"atlas.gpkg", "more_places.csv", "relief.tif"}) {
        provenance.emplace_back(std::string("atlas ") + name, hashOr(atlasFolder() + "/" + name));
    }
    addFonts(plan.film->fonts, provenance);
    if (wish.review) provenance.emplace_back("review marks", "yes");
    addExposure(wish, provenance);
    return provenance;
}

delivery::Provenance rendererOf(const gl::ContextFacts* gl) {
    if (gl == nullptr) return {{"renderer", "the processor's vectors"}, {"pictures", "by vectors"}};
    return {{"renderer", gl->renderer}, {"gl", gl->version}, {"pictures", "by GL"}};
}

}  // namespace ebbflow::produce
