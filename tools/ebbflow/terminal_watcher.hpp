#pragma once
// Tells of a render on standard error, and has Ctrl-C end it between two frames.

#include <optional>

#include "ebbflow/interrupt.hpp"
#include "ebbflow/loading.hpp"
#include "ebbflow/progress.hpp"
#include "ebbflow/waiting.hpp"
#include "produce/watcher.hpp"

namespace ebbflow::tools {

class TerminalWatcher final : public produce::Watcher {
public:
    /// `quiet`: warnings alone.
    TerminalWatcher(const std::string& scene, bool quiet) : quiet_(quiet) {
        if (!quiet) waiting_.emplace(scene);
    }

    void found(const core::Diagnostics& diagnostics) override;
    void say(const std::string& sentence) override;
    void warn(const std::string& sentence) override;
    void begin(const std::string& name, std::int64_t frames) override;
    [[nodiscard]] bool wantsEnd() override { return interrupt_ && interrupt_->asked(); }
    void drawn(std::int64_t frames) override { progress_->update(frames); }
    void allDrawn() override { interrupt_.reset(); }
    void finished() override { progress_->finish(); }

private:
    bool quiet_;
    std::optional<Waiting> waiting_;  ///< until there is something to tell
    std::optional<Interrupt> interrupt_;
    std::optional<Progress> progress_;
};

}  // namespace ebbflow::tools
