#pragma once
// All shader programs of the painter, built together. Rebuilding is all or nothing: one faulty file
// leaves every program as it was.

#include <array>
#include <cstddef>
#include <string>

#include "core/enum_size.hpp"
#include "gl/program.hpp"

namespace ebbflow::paint {

enum class Pass {
    area,
    line,
    blurTiles,
    ground,
    light,
    ribbon,
    sprite,
    clearTiles,
    quarter,
    compositeDark,
    composite,
    mesh,
    text,
    image,
    luma,
    chroma,
    alphaPlane,
    solid,
    mix,
    expose,
    develop
};

class Programs {
public:
    /// Throws core::Failure with the compiler's words when the first build fails.
    explicit Programs(const std::string& shaderFolder);
    /// Builds all again from the folder. Empty = they took the old ones' place; else file, line and
    /// fault.
    [[nodiscard]] std::string reload();

    [[nodiscard]] const gl::Program& operator[](Pass pass) const {
        return programs_[static_cast<std::size_t>(pass)];
    }

private:
    std::string folder_;
    std::array<gl::Program, core::enumSize<Pass>()> programs_;
};

}  // namespace ebbflow::paint
