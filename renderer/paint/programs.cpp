#include "paint/programs.hpp"

#include <utility>

#include "core/error.hpp"
#include "gl/shader_library.hpp"

namespace ebbflow::paint {
namespace {

struct Files {
    const char* vertex;
    const char* fragment;
};

constexpr auto kFiles = std::to_array<Files>({
    {"area.vert.glsl", "area.frag.glsl"},          {"line.vert.glsl", "line.frag.glsl"},
    {"tiles.vert.glsl", "blur.frag.glsl"},         {"fullscreen.vert.glsl", "ground.frag.glsl"},
    {"light.vert.glsl", "light.frag.glsl"},        {"ribbon.vert.glsl", "ribbon.frag.glsl"},
    {"sprite.vert.glsl", "sprite.frag.glsl"},      {"tiles.vert.glsl", "solid.frag.glsl"},
    {"tiles.vert.glsl", "quarter.frag.glsl"},      {"tiles.vert.glsl", "composite_dark.frag.glsl"},
    {"tiles.vert.glsl", "composite.frag.glsl"},    {"mesh.vert.glsl", "mesh.frag.glsl"},
    {"text.vert.glsl", "text.frag.glsl"},          {"text.vert.glsl", "image.frag.glsl"},
    {"tiles.vert.glsl", "luma.frag.glsl"},         {"tiles.vert.glsl", "chroma.frag.glsl"},
    {"tiles.vert.glsl", "alpha_plane.frag.glsl"},  {"fullscreen.vert.glsl", "solid.frag.glsl"},
    {"fullscreen.vert.glsl", "mix.frag.glsl"},     {"fullscreen.vert.glsl", "expose.frag.glsl"},
    {"fullscreen.vert.glsl", "develop.frag.glsl"},
});
static_assert(kFiles.size() == core::enumSize<Pass>());

}  // namespace

Programs::Programs(const std::string& shaderFolder) : folder_(shaderFolder) {
    const std::string fault = reload();
    if (!fault.empty()) throw core::Failure("the shaders do not compile:\n" + fault);
}

std::string Programs::reload() {
    const gl::ShaderLibrary library(folder_);
    decltype(programs_) fresh;
    std::string faults;
    for (std::size_t i = 0; i < kFiles.size(); ++i) {
        gl::ProgramOrFault built = gl::buildProgram(library, kFiles[i].vertex, kFiles[i].fragment);
        faults += built.fault;
        fresh[i] = std::move(built.program);
    }
    if (faults.empty()) programs_ = std::move(fresh);
    return faults;
}

}  // namespace ebbflow::paint
