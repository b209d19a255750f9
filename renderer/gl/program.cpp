#include "gl/program.hpp"

#include <epoxy/gl.h>

#include <glm/gtc/type_ptr.hpp>

namespace ebbflow::gl {
namespace {

/// A shader object for the time of linking.
struct Stage {
    GLuint name = 0;
    std::string fault;
    explicit Stage(GLenum kind) : name(glCreateShader(kind)) {}
    ~Stage() { glDeleteShader(name); }
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    void compile(const ShaderLibrary& library, const std::string& file) {
        const ShaderText source = library.expand(file);
        fault = source.fault;
        if (!fault.empty()) return;
        const GLchar* text = source.text.c_str();
        glShaderSource(name, 1, &text, nullptr);
        glCompileShader(name);
        GLint good = 0, length = 0;
        glGetShaderiv(name, GL_COMPILE_STATUS, &good);
        if (good != 0) return;
        glGetShaderiv(name, GL_INFO_LOG_LENGTH, &length);
        std::string log(static_cast<std::size_t>(length), '\0');
        glGetShaderInfoLog(name, length, &length, log.data());
        log.resize(static_cast<std::size_t>(length));
        fault = ShaderLibrary::explain(log, source);
    }
};

}  // namespace

void ProgramKind::destroy(std::uint32_t name) noexcept {
    glDeleteProgram(name);
}

void Program::use() const {
    glUseProgram(name());
}
int Program::location(const char* uniform) const {
    return glGetUniformLocation(name(), uniform);
}
void Program::set(const char* uniform, int value) const {
    glProgramUniform1i(name(), location(uniform), value);
}
void Program::set(const char* uniform, float value) const {
    glProgramUniform1f(name(), location(uniform), value);
}
void Program::set(const char* uniform, const glm::vec2& value) const {
    glProgramUniform2fv(name(), location(uniform), 1, glm::value_ptr(value));
}
void Program::set(const char* uniform, const glm::vec3& value) const {
    glProgramUniform3fv(name(), location(uniform), 1, glm::value_ptr(value));
}
void Program::set(const char* uniform, const glm::vec4& value) const {
    glProgramUniform4fv(name(), location(uniform), 1, glm::value_ptr(value));
}
void Program::set(const char* uniform, const glm::mat3& value) const {
    glProgramUniformMatrix3fv(name(), location(uniform), 1, GL_FALSE, glm::value_ptr(value));
}
void Program::set(const char* uniform, const glm::mat4& value) const {
    glProgramUniformMatrix4fv(name(), location(uniform), 1, GL_FALSE, glm::value_ptr(value));
}

ProgramOrFault buildProgram(const ShaderLibrary& library, const std::string& vertexFile,
                            const std::string& fragmentFile) {
    Stage vertex(GL_VERTEX_SHADER), fragment(GL_FRAGMENT_SHADER);
    vertex.compile(library, vertexFile);
    fragment.compile(library, fragmentFile);
    ProgramOrFault result;
    result.fault = vertex.fault + fragment.fault;
    if (!result.fault.empty()) return result;

    Program program(glCreateProgram());
    glObjectLabel(GL_PROGRAM, program.name(), -1, fragmentFile.c_str());
    glAttachShader(program.name(), vertex.name);
    glAttachShader(program.name(), fragment.name);
    glLinkProgram(program.name());
    GLint good = 0, length = 0;
    glGetProgramiv(program.name(), GL_LINK_STATUS, &good);
    if (good == 0) {
        glGetProgramiv(program.name(), GL_INFO_LOG_LENGTH, &length);
        std::string log(static_cast<std::size_t>(length), '\0');
        glGetProgramInfoLog(program.name(), length, &length, log.data());
        log.resize(static_cast<std::size_t>(length));
        result.fault = vertexFile + " with " + fragmentFile + ": " + log;
        return result;
    }
    result.program = std::move(program);
    return result;
}

}  // namespace ebbflow::gl
