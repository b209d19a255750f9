#pragma once
// Shader text by name: the files built into the program, or a folder's in their place, with
// `#include "file"` resolved. It reads text; compiling it is program.hpp's work.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/embedded_file.hpp"

namespace ebbflow::gl {

/// The files of shaders/, as they were when the program was built.
[[nodiscard]] std::span<const core::EmbeddedFile> embeddedShaders();

/// One compilable text, whose `#line` directives tell explain() which of `files` a line is from.
struct ShaderText {
    std::string text;
    std::vector<std::string> files;
    std::string fault;  ///< `file:line: error: …` when an include is missing; empty = good
};

class ShaderLibrary {
public:
    /// Files found in `folder` take the place of built-in ones; an empty folder name means none do.
    explicit ShaderLibrary(std::string folder = {});
    /// `#version 450 core`, then the file with its includes, each of them once.
    [[nodiscard]] ShaderText expand(const std::string& name) const;
    /// Turns a driver's `0:10014(5): error` or `0(10014) : error` into `shaders/view.glsl:14:
    /// error`.
    [[nodiscard]] static std::string explain(const std::string& log, const ShaderText& shader);

private:
    [[nodiscard]] std::optional<std::string> read(const std::string& name) const;
    [[nodiscard]] std::string displayName(const std::string& name) const;
    void append(const std::string& name, const std::string& includedFrom, ShaderText& out) const;
    std::string folder_;
};

}  // namespace ebbflow::gl
