#pragma once
// A linked vertex and fragment shader, and its uniforms by name. Draws nothing by itself.

#include <cstdint>
#include <string>

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

#include "gl/handle.hpp"
#include "gl/shader_library.hpp"

namespace ebbflow::gl {

struct ProgramKind {
    static void destroy(std::uint32_t name) noexcept;
};

class Program : public Handle<ProgramKind> {
public:
    using Handle::Handle;
    void use() const;
    // A uniform that the compiler found unused is quietly left out, as GL has it.
    void set(const char* uniform, int value) const;
    void set(const char* uniform, float value) const;
    void set(const char* uniform, const glm::vec2& value) const;
    void set(const char* uniform, const glm::vec3& value) const;
    void set(const char* uniform, const glm::vec4& value) const;
    void set(const char* uniform, const glm::mat3& value) const;
    void set(const char* uniform, const glm::mat4& value) const;

private:
    [[nodiscard]] int location(const char* uniform) const;
};

/// A program, or the compiler's words with file and line.
struct ProgramOrFault {
    Program program;
    std::string fault;
};

/// Compiles and links two files of the library.
[[nodiscard]] ProgramOrFault buildProgram(const ShaderLibrary& library,
                                          const std::string& vertexFile,
                                          const std::string& fragmentFile);

}  // namespace ebbflow::gl
