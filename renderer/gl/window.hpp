#pragma once
// A window with a GL 4.5 core context, and the keys and the pointer in it. It shows what others
// drew; it decides nothing about keys. No GLFW types leave this header. To be used on the main
// thread.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "gl/context.hpp"

namespace ebbflow::gl {

/// Keys that have a name rather than a character. Characters come by onCharacter, so that `?` and
/// `[` are found on every keyboard layout.
enum class Key {
    escape,
    enter,
    tab,
    backspace,
    left,
    right,
    up,
    down,
    pageUp,
    pageDown,
    home,
    end,
    f5,
    f11
};

enum class Button { left, middle, right };

/// What a mouse did, or a finger, which X hands on as a mouse with one button.
struct Pointer {
    enum class Kind { moved, pressed, released, wheel, gone } kind = Kind::moved;
    double x = 0, y = 0;  ///< pixels of the framebuffer from its top left; it may be outside
    Button button = Button::left;  ///< pressed or released
    double notches = 0;            ///< of the wheel, away from the hand
    bool control = false;          ///< the key is held down
};

struct Extent {
    int width = 0;
    int height = 0;
    friend bool operator==(const Extent&, const Extent&) = default;
};

struct WindowOptions {
    std::string title = "ebbflow";
    Extent size{1280, 720};  ///< screen coordinates; of a window that is not full screen
    int monitor = -1;        ///< ≥ 0: full screen there; -1: an ordinary window
    bool cursor = true;
    bool debug = false;
};

class Window {
public:
    /// Throws core::Failure when there is no display, no such monitor or no OpenGL 4.5.
    explicit Window(const WindowOptions& options);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    [[nodiscard]] const ContextFacts& facts() const;
    [[nodiscard]] std::vector<std::string> takeDebugErrors();
    [[nodiscard]] Extent size() const;             ///< screen coordinates
    [[nodiscard]] Extent framebufferSize() const;  ///< pixels: more than size() on a dense screen
    [[nodiscard]] double refreshRate() const;      ///< of the monitor it is on; 60 when unknown
    /// Of the monitor it is on, as that says itself; 96 an inch when unknown.
    [[nodiscard]] double pixelsPerMillimetre() const;

    [[nodiscard]] bool fullScreen() const;
    /// Full screen on the monitor that it is on (or `monitor`, when not negative), and back to
    /// where it was.
    void setFullScreen(bool on, int monitor = -1);
    void showCursor(bool on);
    void setTitle(const std::string& title);
    void setVsync(bool on);

    /// Hands over what has happened; waits up to `seconds` for something when positive.
    void poll(double seconds = 0);
    void swap();
    /// Whether its user or the system asked it to close; keepOpen() takes the request back.
    [[nodiscard]] bool closeRequested() const;
    void keepOpen();

    void onKey(std::function<void(Key, bool shift)> callback);  ///< pressed or repeated
    void onCharacter(std::function<void(char32_t)> callback);
    void onPointer(std::function<void(const Pointer&)> callback);
    /// Its size has changed, or what was shown in it is lost and must be drawn again.
    void onResize(std::function<void()> callback);
    /// Inside onKey and onCharacter: whether the key is being held down, not pressed anew.
    [[nodiscard]] bool repeating() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// From any thread: whatever window waits in poll() goes on at once. Of use once one was opened.
void wakeWindows();

/// Names of the monitors, in the order of WindowOptions::monitor. Throws core::Failure without a
/// display.
[[nodiscard]] std::vector<std::string> monitorNames();

}  // namespace ebbflow::gl
