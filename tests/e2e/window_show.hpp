#pragma once
// A film being played on a test's own screen, watched through its status file.

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "e2e/window_display.hpp"
#include "support/program.hpp"

namespace ebbflow::test {

/// Its keys and values; empty while there is no file.
using StatusValues = std::map<std::string, std::string>;

/// A folder and a screen for one test, and the program run in them.
class WindowTest : public ::testing::Test {
protected:
    void SetUp() override;
    void TearDown() override;

    /// `ebbflow play SCENE …` with a status file; comes back when its first picture is shown.
    void play(const std::string& scene, const std::vector<std::string>& options);
    /// The same, without waiting.
    void launch(const std::string& scene, const std::vector<std::string>& options);

    [[nodiscard]] StatusValues status() const;
    [[nodiscard]] double time() const;
    /// Waits until a key of the status has the value, or satisfies.
    [[nodiscard]] bool becomes(const std::string& key, const std::string& value) const;
    [[nodiscard]] bool becomes(const std::string& key,
                               const std::function<bool(const std::string&)>& good) const;
    void key(const std::string& name) const { display_->key(name); }
    /// Presses, and waits for the status to change to that.
    [[nodiscard]] bool keyMakes(const std::string& name, const std::string& key,
                                const std::string& value) const;

    /// The picture that `ebbflow still` makes of that moment, with more options behind it.
    [[nodiscard]] core::Image still(const std::string& scene, const std::string& time,
                                    const std::string& size,
                                    const std::vector<std::string>& options = {}) const;
    /// Waits until the window shows just that: but 0.1 % of bytes, all within 2 levels.
    [[nodiscard]] bool windowShows(const core::Image& expected) const;

    [[nodiscard]] std::string output() const;
    void write(const std::filesystem::path& path, const std::string& text) const;

    std::filesystem::path folder_;  ///< of this test; the program runs in its `here`
    std::unique_ptr<Display> display_;
    std::unique_ptr<Process> program_;
};

/// A picture in the middle of a black one.
[[nodiscard]] core::Image letterboxed(const core::Image& picture, int width, int height);

}  // namespace ebbflow::test
