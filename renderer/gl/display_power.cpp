#include "gl/display_power.hpp"

#include <memory>

#include <X11/Xlib.h>
#include <X11/extensions/dpms.h>

namespace ebbflow::gl {

namespace {

struct Close {
    void operator()(Display* display) const { XCloseDisplay(display); }
};

/// A connection of its own, for that of a window is the library's; none to a server that cannot.
std::unique_ptr<Display, Close> displayWithPower() {
    std::unique_ptr<Display, Close> display(XOpenDisplay(nullptr));
    int event = 0, error = 0;
    if (display && DPMSQueryExtension(display.get(), &event, &error) != 0 &&
        DPMSCapable(display.get()) != 0)
        return display;
    return nullptr;
}

}  // namespace

bool setDisplayPower(bool on) {
    const auto display = displayWithPower();
    if (!display) return false;
    DPMSEnable(display.get());
    DPMSForceLevel(display.get(), on ? DPMSModeOn : DPMSModeOff);
    // Once it is on, nobody's idle time may switch it off: the film is being shown.
    if (on) DPMSDisable(display.get());
    XSync(display.get(), 0);
    return true;
}

bool canSetDisplayPower() {
    return displayWithPower() != nullptr;
}

}  // namespace ebbflow::gl
