#include "gl/debug.hpp"

#include <epoxy/gl.h>

#include <utility>

namespace ebbflow::gl {

struct DebugLog::Impl {
    std::vector<std::string> errors;
};

DebugLog::DebugLog() : impl_(std::make_unique<Impl>()) {}
DebugLog::~DebugLog() = default;

void DebugLog::attach() {
    glEnable(GL_DEBUG_OUTPUT);
    // Synchronous: an error is on record before the call that caused it returns.
    glEnable(GL_DEBUG_OUTPUT_SYNCHRONOUS);
    const auto report = [](GLenum source, GLenum type, GLuint, GLenum severity, GLsizei length,
                           const GLchar* message, const void* user) {
        const bool serious = type == GL_DEBUG_TYPE_ERROR ||
                             type == GL_DEBUG_TYPE_UNDEFINED_BEHAVIOR ||
                             severity == GL_DEBUG_SEVERITY_HIGH;
        // A shader's faults are reported by whoever compiles it, with their file and line.
        if (!serious || source == GL_DEBUG_SOURCE_SHADER_COMPILER) return;
        auto* impl = static_cast<Impl*>(const_cast<void*>(user));
        impl->errors.emplace_back(message, static_cast<std::size_t>(length));
    };
    glDebugMessageCallback(report, impl_.get());
}

std::vector<std::string> DebugLog::take() {
    return std::exchange(impl_->errors, {});
}

DebugGroup::DebugGroup(std::string_view name) {
    glPushDebugGroup(GL_DEBUG_SOURCE_APPLICATION, 0, static_cast<GLsizei>(name.size()),
                     name.data());
}
DebugGroup::~DebugGroup() {
    glPopDebugGroup();
}

}  // namespace ebbflow::gl
