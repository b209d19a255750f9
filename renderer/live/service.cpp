#include "live/service.hpp"

#include <cstdint>

#include <systemd/sd-daemon.h>

namespace ebbflow::live {

namespace {

constexpr int kKeep = 0;  // the environment stays for whatever else reads it

}  // namespace

Service::Service() {
    std::uint64_t microseconds = 0;
    if (sd_watchdog_enabled(kKeep, &microseconds) > 0)
        pause_ = static_cast<double>(microseconds) / 4e6;
}

Service::~Service() {
    if (ready_) sd_notify(kKeep, "STOPPING=1");
}

void Service::ready() {
    if (ready_) return;
    ready_ = true;
    sd_notify(kKeep, "READY=1");
}

void Service::alive(const std::string& what, double now) {
    if (pause_ <= 0 || now - toldAt_ < pause_) return;
    toldAt_ = now;
    sd_notifyf(kKeep, "WATCHDOG=1\nSTATUS=%s", what.c_str());
}

}  // namespace ebbflow::live
