#include "gl/window.hpp"

#include <epoxy/gl.h>
// epoxy first: GLFW then leaves GL's own headers alone.
#include <GLFW/glfw3.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "core/error.hpp"
#include "gl/dead_manager.hpp"
#include "gl/debug.hpp"

namespace ebbflow::gl {
namespace {

std::string glfwReason() {
    const char* words = nullptr;
    glfwGetError(&words);
    return words == nullptr ? "no reason given" : words;
}

void startGlfw() {
    static const bool looked = (forgetDeadWindowManager(), true);
    static_cast<void>(looked);
    // Idempotent. Never terminated: another window may still be open, and the process frees it.
    if (glfwInit() == GLFW_FALSE)
        throw core::Failure("there is no display to show a window on: " + glfwReason());
}

GLFWmonitor* monitorAt(int index) {
    int count = 0;
    GLFWmonitor** all = glfwGetMonitors(&count);
    if (index < 0 || index >= count) {
        throw core::Failure("there is no monitor " + std::to_string(index) + "; there are " +
                            std::to_string(count) + ", counted from 0");
    }
    return all[index];
}

std::optional<Key> keyOf(int code) {
    switch (code) {
        case GLFW_KEY_ESCAPE:
            return Key::escape;
        case GLFW_KEY_ENTER:
        case GLFW_KEY_KP_ENTER:
            return Key::enter;
        case GLFW_KEY_TAB:
            return Key::tab;
        case GLFW_KEY_BACKSPACE:
            return Key::backspace;
        case GLFW_KEY_LEFT:
            return Key::left;
        case GLFW_KEY_RIGHT:
            return Key::right;
        case GLFW_KEY_UP:
            return Key::up;
        case GLFW_KEY_DOWN:
            return Key::down;
        case GLFW_KEY_PAGE_UP:
            return Key::pageUp;
        case GLFW_KEY_PAGE_DOWN:
            return Key::pageDown;
        case GLFW_KEY_HOME:
            return Key::home;
        case GLFW_KEY_END:
            return Key::end;
        case GLFW_KEY_F5:
            return Key::f5;
        case GLFW_KEY_F11:
            return Key::f11;
        default:
            return std::nullopt;
    }
}

std::optional<Button> buttonOf(int code) {
    switch (code) {
        case GLFW_MOUSE_BUTTON_LEFT:
            return Button::left;
        case GLFW_MOUSE_BUTTON_MIDDLE:
            return Button::middle;
        case GLFW_MOUSE_BUTTON_RIGHT:
            return Button::right;
        default:
            return std::nullopt;
    }
}

/// Area of the overlap of the window with a monitor, screen coordinates.
int overlap(GLFWwindow* window, GLFWmonitor* monitor) {
    int x = 0, y = 0, w = 0, h = 0, mx = 0, my = 0;
    glfwGetWindowPos(window, &x, &y);
    glfwGetWindowSize(window, &w, &h);
    glfwGetMonitorPos(monitor, &mx, &my);
    const GLFWvidmode* mode = glfwGetVideoMode(monitor);
    const int across = std::min(x + w, mx + mode->width) - std::max(x, mx);
    const int down = std::min(y + h, my + mode->height) - std::max(y, my);
    return std::max(across, 0) * std::max(down, 0);
}

/// The one that most of the window is on.
GLFWmonitor* monitorUnder(GLFWwindow* window) {
    int count = 0;
    GLFWmonitor** all = glfwGetMonitors(&count);
    if (count == 0) return nullptr;
    return *std::max_element(all, all + count, [&](GLFWmonitor* a, GLFWmonitor* b) {
        return overlap(window, a) < overlap(window, b);
    });
}

}  // namespace

struct Window::Impl {
    GLFWwindow* window = nullptr;
    ContextFacts facts;
    DebugLog log;
    int x = 0, y = 0;  ///< where the window was before it went full screen
    Extent windowed;
    std::function<void(Key, bool)> key;
    std::function<void(char32_t)> character;
    std::function<void(const Pointer&)> pointer;
    std::function<void()> resize;
    bool repeating = false;  ///< of the key event that was last; its character follows it

    ~Impl() {
        if (window != nullptr) glfwDestroyWindow(window);
    }
    static Impl& of(GLFWwindow* window) {
        return *static_cast<Impl*>(glfwGetWindowUserPointer(window));
    }
    void listen();
    void listenToPointer();
    /// Says where the pointer is, and hands on what it did.
    void point(Pointer did) const;
};

void Window::Impl::point(Pointer did) const {
    if (!pointer) return;
    int width = 0, height = 0, across = 0, down = 0;
    glfwGetWindowSize(window, &width, &height);
    glfwGetFramebufferSize(window, &across, &down);
    if (width <= 0 || height <= 0) return;
    glfwGetCursorPos(window, &did.x, &did.y);
    did.x *= static_cast<double>(across) / width;
    did.y *= static_cast<double>(down) / height;
    pointer(did);
}

void Window::Impl::listenToPointer() {
    glfwSetCursorPosCallback(window, [](GLFWwindow* w, double, double) { of(w).point({}); });
    glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int entered) {
        if (entered == GLFW_FALSE) of(w).point({.kind = Pointer::Kind::gone});
    });
    glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int code, int action, int modifiers) {
        const auto button = buttonOf(code);
        if (!button) return;
        of(w).point(
            {.kind = action == GLFW_PRESS ? Pointer::Kind::pressed : Pointer::Kind::released,
             .button = *button,
             .control = (modifiers & GLFW_MOD_CONTROL) != 0});
    });
    glfwSetScrollCallback(window, [](GLFWwindow* w, double, double notches) {
        const bool control = glfwGetKey(w, GLFW_KEY_LEFT_CONTROL) == GLFW_PRESS ||
                             glfwGetKey(w, GLFW_KEY_RIGHT_CONTROL) == GLFW_PRESS;
        of(w).point({.kind = Pointer::Kind::wheel, .notches = notches, .control = control});
    });
}

void Window::Impl::listen() {
    glfwSetWindowUserPointer(window, this);
    glfwSetKeyCallback(window, [](GLFWwindow* w, int code, int, int action, int modifiers) {
        of(w).repeating = action == GLFW_REPEAT;
        const auto named = keyOf(code);
        if (action != GLFW_RELEASE && named && of(w).key)
            of(w).key(*named, (modifiers & GLFW_MOD_SHIFT) != 0);
    });
    glfwSetCharCallback(window, [](GLFWwindow* w, unsigned c) {
        if (of(w).character) of(w).character(static_cast<char32_t>(c));
    });
    listenToPointer();
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) {
        if (of(w).resize) of(w).resize();
    });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) {
        if (of(w).resize) of(w).resize();
    });
}

Window::Window(const WindowOptions& options) : impl_(std::make_unique<Impl>()) {
    startGlfw();
    glfwDefaultWindowHints();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 4);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 5);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_DEBUG_CONTEXT, options.debug ? GLFW_TRUE : GLFW_FALSE);
    // Everything is drawn in the painter's own framebuffer: the window's needs no depth and no
    // samples.
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
    // What window managers know the window by, whatever film is its title.
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "ebbflow");
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "ebbflow");
    impl_->windowed = options.size;
    GLFWmonitor* monitor = options.monitor >= 0 ? monitorAt(options.monitor) : nullptr;
    Extent size = options.size;
    if (monitor != nullptr) {
        const GLFWvidmode* mode = glfwGetVideoMode(monitor);
        size = {mode->width, mode->height};
        glfwWindowHint(GLFW_REFRESH_RATE, mode->refreshRate);
    }
    impl_->window =
        glfwCreateWindow(size.width, size.height, options.title.c_str(), monitor, nullptr);
    if (impl_->window == nullptr)
        throw core::Failure("no window with OpenGL 4.5 can be opened: " + glfwReason());
    glfwMakeContextCurrent(impl_->window);
    glfwSwapInterval(1);
    impl_->facts = currentContextFacts("GLFW");
    if (options.debug) impl_->log.attach();
    impl_->listen();
    showCursor(options.cursor);
}

Window::~Window() = default;

const ContextFacts& Window::facts() const {
    return impl_->facts;
}
std::vector<std::string> Window::takeDebugErrors() {
    return impl_->log.take();
}

Extent Window::size() const {
    Extent result;
    glfwGetWindowSize(impl_->window, &result.width, &result.height);
    return result;
}

Extent Window::framebufferSize() const {
    Extent result;
    glfwGetFramebufferSize(impl_->window, &result.width, &result.height);
    return result;
}

double Window::refreshRate() const {
    GLFWmonitor* monitor = monitorUnder(impl_->window);
    const GLFWvidmode* mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor);
    return mode == nullptr || mode->refreshRate <= 0 ? 60.0 : mode->refreshRate;
}

double Window::pixelsPerMillimetre() const {
    GLFWmonitor* monitor = monitorUnder(impl_->window);
    const GLFWvidmode* mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor);
    int across = 0, down = 0;
    if (monitor != nullptr) glfwGetMonitorPhysicalSize(monitor, &across, &down);
    return mode == nullptr || across <= 0 ? 96 / 25.4 : static_cast<double>(mode->width) / across;
}

bool Window::fullScreen() const {
    return glfwGetWindowMonitor(impl_->window) != nullptr;
}

void Window::setFullScreen(bool on, int monitor) {
    if (on == fullScreen()) return;
    if (!on) {
        glfwSetWindowMonitor(impl_->window, nullptr, impl_->x, impl_->y, impl_->windowed.width,
                             impl_->windowed.height, GLFW_DONT_CARE);
        return;
    }
    GLFWmonitor* target = monitor >= 0 ? monitorAt(monitor) : monitorUnder(impl_->window);
    if (target == nullptr) return;
    glfwGetWindowPos(impl_->window, &impl_->x, &impl_->y);
    impl_->windowed = size();
    const GLFWvidmode* mode = glfwGetVideoMode(target);
    glfwSetWindowMonitor(impl_->window, target, 0, 0, mode->width, mode->height, mode->refreshRate);
}

void Window::showCursor(bool on) {
    glfwSetInputMode(impl_->window, GLFW_CURSOR, on ? GLFW_CURSOR_NORMAL : GLFW_CURSOR_HIDDEN);
}
void Window::setTitle(const std::string& title) {
    glfwSetWindowTitle(impl_->window, title.c_str());
}
void Window::setVsync(bool on) {
    glfwSwapInterval(on ? 1 : 0);
}

void Window::poll(double seconds) {
    if (seconds > 0) {
        glfwWaitEventsTimeout(seconds);
    } else {
        glfwPollEvents();
    }
}
void Window::swap() {
    glfwSwapBuffers(impl_->window);
}
bool Window::closeRequested() const {
    return glfwWindowShouldClose(impl_->window) != GLFW_FALSE;
}
void Window::keepOpen() {
    glfwSetWindowShouldClose(impl_->window, GLFW_FALSE);
}

void Window::onKey(std::function<void(Key, bool)> callback) {
    impl_->key = std::move(callback);
}
void Window::onCharacter(std::function<void(char32_t)> callback) {
    impl_->character = std::move(callback);
}
void Window::onPointer(std::function<void(const Pointer&)> callback) {
    impl_->pointer = std::move(callback);
}
void Window::onResize(std::function<void()> callback) {
    impl_->resize = std::move(callback);
}

bool Window::repeating() const {
    return impl_->repeating;
}

void wakeWindows() {
    glfwPostEmptyEvent();
}

std::vector<std::string> monitorNames() {
    startGlfw();
    int count = 0;
    GLFWmonitor** all = glfwGetMonitors(&count);
    std::vector<std::string> names;
    for (int i = 0; i < count; ++i) names.emplace_back(glfwGetMonitorName(all[i]));
    return names;
}

}  // namespace ebbflow::gl
