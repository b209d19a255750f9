#include "produce/shader_folder.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "gl/shader_library.hpp"
#include "produce/refusal.hpp"

namespace ebbflow::produce {

std::string faultOfShaderFolder(const std::string& folder) {
    const auto holds = [&](const core::EmbeddedFile& shader) {
        return std::filesystem::exists(std::filesystem::path(folder) / shader.name);
    };
    if (std::ranges::any_of(gl::embeddedShaders(), holds)) return {};
    return fmt::format("there is no shader in {}, such as {}", folder,
                       gl::embeddedShaders().front().name);
}

void requireShaders(const std::filesystem::path& folder) {
    if (folder.empty()) return;
    if (const std::string fault = faultOfShaderFolder(folder.string()); !fault.empty())
        throw Refusal(fault);
}

}  // namespace ebbflow::produce
