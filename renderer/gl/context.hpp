#pragma once
// A GL 4.5 core context without a window: a GPU through EGL's devices first, then Mesa's
// surfaceless platform. Windows make their own through GLFW (window.hpp). No EGL types leave this
// header.

#include <memory>
#include <string>
#include <vector>

namespace ebbflow::gl {

struct ContextFacts {
    std::string vendor, renderer, version;
    std::string platform;  ///< `EGL device`, `EGL surfaceless` or `GLFW`
    bool software = false;
};

struct ContextOptions {
    bool debug = false;     ///< ask for a debug context and collect its errors
    bool software = false;  ///< skip GPU devices: goldens are exact on Mesa's llvmpipe only
};

/// What the current context says of itself.
[[nodiscard]] ContextFacts currentContextFacts(std::string platform);

/// False where EGL lists its devices and every one of them runs on the processor; then no context
/// need be made to know it.
[[nodiscard]] bool mayHaveGpu();

/// Current on the thread that made it until it is destroyed.
class HeadlessContext {
public:
    /// Throws core::Failure that names what was tried and why each failed.
    explicit HeadlessContext(const ContextOptions& options = {});
    ~HeadlessContext();
    HeadlessContext(const HeadlessContext&) = delete;
    HeadlessContext& operator=(const HeadlessContext&) = delete;
    [[nodiscard]] const ContextFacts& facts() const;
    /// GL errors since the last call; always none without `debug`.
    [[nodiscard]] std::vector<std::string> takeDebugErrors();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ebbflow::gl
