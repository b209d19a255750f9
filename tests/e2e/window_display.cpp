#include "e2e/window_display.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include "support/program.hpp"

// After ours, for it defines words such as None and Bool.
#include <X11/Xatom.h>
#include <X11/Xlib.h>

#include <array>
#include <stdexcept>

namespace ebbflow::test {

namespace {

constexpr double kPatience = 60;  // seconds, on a machine that many share

/// What the server writes to -displayfd once it takes clients.
std::string firstLine(int file, int timeoutMs) {
    std::string line;
    pollfd waiting{file, POLLIN, 0};
    char c = 0;
    while (::poll(&waiting, 1, timeoutMs) == 1 && ::read(file, &c, 1) == 1 && c != '\n') line += c;
    return line;
}

std::uint32_t bigEndian(const std::string& bytes, std::size_t word) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8U | static_cast<unsigned char>(bytes.at(word * 4 + i));
    return value;
}

}  // namespace

Display::Display(const std::filesystem::path& folder) : folder_(folder) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    Launch launch;
    launch.command = {"Xvfb",      "-displayfd", std::to_string(ends[1]),
                      "-screen",   "0",          "800x600x24",
                      "-nolisten", "tcp",        "-noreset"};
    launch.output = launch.errors = folder / "xvfb.log";
    launch.inheritedFile = ends[1];
    server_ = std::make_unique<Process>(launch);
    ::close(ends[1]);
    const std::string number = firstLine(ends[0], 30'000);
    ::close(ends[0]);
    if (number.empty()) throw std::runtime_error("Xvfb (Debian package xvfb) does not start");
    name_ = ":" + number;
}

std::string Display::ask(const std::vector<std::string>& command) const {
    const std::filesystem::path answer = folder_ / "answer";
    std::filesystem::remove(answer);
    Launch launch;
    launch.command = command;
    launch.environment = {{"DISPLAY", name_}};
    launch.output = answer;
    launch.errors = folder_ / "complaints";
    return runToEnd(launch, kPatience) == 0 ? readText(answer) : std::string();
}

std::string Display::windowId() const {
    const std::string found = ask({"xdotool", "search", "--onlyvisible", "--class", "ebbflow"});
    return found.substr(0, found.find('\n'));
}

void Display::key(const std::string& name) const {
    (void)ask({"xdotool", "key", name});
}

void Display::movePointer(int x, int y) const {
    (void)ask({"xdotool", "mousemove", std::to_string(x), std::to_string(y)});
}

void Display::click(int button, int times) const {
    (void)ask({"xdotool", "click", "--repeat", std::to_string(times), "--delay", "60",
               std::to_string(button)});
}

void Display::press(int button) const {
    (void)ask({"xdotool", "mousedown", std::to_string(button)});
}

void Display::release(int button) const {
    (void)ask({"xdotool", "mouseup", std::to_string(button)});
}

void Display::resizeWindow(int width, int height) const {
    (void)ask({"xdotool", "windowsize", windowId(), std::to_string(width), std::to_string(height)});
}

void Display::askToClose() const {
    ::Display* server = XOpenDisplay(name_.c_str());
    if (server == nullptr) throw std::runtime_error("the test's screen is gone");
    XEvent request{};
    request.xclient.type = ClientMessage;
    request.xclient.window = std::stoul(windowId());
    request.xclient.message_type = XInternAtom(server, "WM_PROTOCOLS", False);
    request.xclient.format = 32;
    request.xclient.data.l[0] = static_cast<long>(XInternAtom(server, "WM_DELETE_WINDOW", False));
    XSendEvent(server, request.xclient.window, False, NoEventMask, &request);
    XCloseDisplay(server);
}

void Display::leaveDeadManager() const {
    ::Display* server = XOpenDisplay(name_.c_str());
    if (server == nullptr) throw std::runtime_error("the test's X server takes no client");
    const ::Window root = DefaultRootWindow(server);
    const ::Window manager = XCreateSimpleWindow(server, root, 0, 0, 1, 1, 0, 0, 0);
    XDestroyWindow(server, manager);
    XChangeProperty(server, root, XInternAtom(server, "_NET_SUPPORTING_WM_CHECK", False), XA_WINDOW,
                    32, PropModeReplace, reinterpret_cast<const unsigned char*>(&manager), 1);
    XCloseDisplay(server);
}

std::optional<core::Image> Display::window() const {
    const std::string id = windowId();
    if (id.empty()) return std::nullopt;
    const std::string dump = ask({"xwd", "-silent", "-id", id});
    if (dump.empty()) return std::nullopt;
    return imageFromXwd(dump);
}

core::Image imageFromXwd(const std::string& bytes) {
    // XWDFile.h, version 7: words 0 header size, 4 width, 5 height, 11 bits a pixel, 12 bytes a
    // line, 19 colours of 12 bytes each before the pixels; pixels as B, G, R, unused.
    const std::uint32_t width = bigEndian(bytes, 4), height = bigEndian(bytes, 5);
    const std::uint32_t line = bigEndian(bytes, 12);
    const std::size_t start = bigEndian(bytes, 0) + std::size_t{12} * bigEndian(bytes, 19);
    if (bigEndian(bytes, 1) != 7 || bigEndian(bytes, 11) != 32 ||
        bytes.size() < start + std::size_t{line} * height) {
        throw std::runtime_error("not a screenshot of the kind expected");
    }
    core::Image image(static_cast<int>(width), static_cast<int>(height));
    for (std::uint32_t y = 0; y < height; ++y) {
        for (std::uint32_t x = 0; x < width; ++x) {
            const std::size_t from = start + std::size_t{y} * line + std::size_t{x} * 4;
            std::uint8_t* to = image.pixel(static_cast<int>(x), static_cast<int>(y));
            for (std::size_t channel = 0; channel < 3; ++channel)
                to[channel] = static_cast<std::uint8_t>(bytes[from + 2 - channel]);
            to[3] = 255;
        }
    }
    return image;
}

}  // namespace ebbflow::test
