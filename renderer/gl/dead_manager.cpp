#include "gl/dead_manager.hpp"

#include <X11/Xatom.h>
#include <X11/Xlib.h>

#include <cstdlib>
#include <cstring>
#include <memory>
#include <optional>

namespace ebbflow::gl {

namespace {

struct CloseDisplay {
    void operator()(Display* display) const { XCloseDisplay(display); }
};

/// The window that a property of `window` names; nothing where there is no such property or no
/// such window.
std::optional<Window> named(Display* display, Window window, Atom property) {
    Atom type = None;
    int format = 0;
    unsigned long count = 0, left = 0;
    unsigned char* data = nullptr;
    XGetWindowProperty(display, window, property, 0, 1, False, XA_WINDOW, &type, &format, &count,
                       &left, &data);
    const std::unique_ptr<unsigned char, decltype(&XFree)> owned(data, XFree);
    if (type != XA_WINDOW || format != 32 || count != 1) return std::nullopt;
    // Of 32 bits on the wire, long in memory.
    unsigned long value = 0;
    std::memcpy(&value, data, sizeof value);
    return value;
}

int passOver(Display* /*display*/, XErrorEvent* /*event*/) {
    return 0;
}

}  // namespace

void forgetDeadWindowManager() {
    const char* name = std::getenv("DISPLAY");
    if (name == nullptr || *name == '\0') return;
    const std::unique_ptr<Display, CloseDisplay> display(XOpenDisplay(nullptr));
    if (!display) return;
    const Atom check = XInternAtom(display.get(), "_NET_SUPPORTING_WM_CHECK", True);
    if (check == None) return;
    const Window root = DefaultRootWindow(display.get());
    const auto manager = named(display.get(), root, check);
    if (!manager) return;
    // Asking a window that is gone is an error, and Xlib's own handler ends the program.
    XErrorHandler before = XSetErrorHandler(passOver);
    const auto itself = named(display.get(), *manager, check);
    XSync(display.get(), False);
    XSetErrorHandler(before);
    if (!itself) XDeleteProperty(display.get(), root, check);
}

}  // namespace ebbflow::gl
