#pragma once
// A screen of a test's own: Xvfb on a free display, keys by xdotool, screenshots by xwd.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "core/image.hpp"
#include "support/process.hpp"

namespace ebbflow::test {

class Display {
public:
    /// 800×600, 24 bits, no window manager. Throws when Xvfb does not start.
    explicit Display(const std::filesystem::path& folder);

    [[nodiscard]] const std::string& name() const { return name_; }
    /// A key as xdotool names it, pressed and released for whichever window has the focus.
    void key(const std::string& name) const;
    /// Pixels of the screen from its top left, where windows lie.
    void movePointer(int x, int y) const;
    /// 1 left, 2 middle, 3 right; 4 and 5 are the wheel, away from the hand and back.
    void click(int button, int times = 1) const;
    void press(int button) const;
    void release(int button) const;
    void resizeWindow(int width, int height) const;
    /// As a window manager asks a window to close: politely.
    void askToClose() const;
    /// What a window manager leaves behind that was killed.
    void leaveDeadManager() const;
    /// Nothing while no window of ours is there.
    [[nodiscard]] std::optional<core::Image> window() const;

private:
    [[nodiscard]] std::string ask(const std::vector<std::string>& command) const;
    [[nodiscard]] std::string windowId() const;

    std::filesystem::path folder_;
    std::unique_ptr<Process> server_;
    std::string name_;
};

/// xwd's ZPixmap dump with 32 bits a pixel. Throws when it is something else.
[[nodiscard]] core::Image imageFromXwd(const std::string& bytes);

}  // namespace ebbflow::test
