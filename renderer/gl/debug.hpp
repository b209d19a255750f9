#pragma once
// What the GL has to say while we debug: its errors are collected, its other remarks dropped; and
// named groups around passes for tools that capture frames.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ebbflow::gl {

/// Collects the errors that the current context reports. Must live as long as that context.
class DebugLog {
public:
    DebugLog();
    ~DebugLog();
    DebugLog(const DebugLog&) = delete;
    DebugLog& operator=(const DebugLog&) = delete;
    /// Hooks it to the current context, which should be a debug context.
    void attach();
    /// The errors so far, which are then forgotten.
    [[nodiscard]] std::vector<std::string> take();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// A named stretch of GL calls.
class DebugGroup {
public:
    explicit DebugGroup(std::string_view name);
    ~DebugGroup();
    DebugGroup(const DebugGroup&) = delete;
    DebugGroup& operator=(const DebugGroup&) = delete;
};

}  // namespace ebbflow::gl
