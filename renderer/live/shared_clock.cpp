#include "live/shared_clock.hpp"

#include <random>

#include "core/byte_hash.hpp"
#include "core/error.hpp"

namespace ebbflow::live {

namespace {

/// Of this run: what tells it from the one before is all that is wanted of it.
std::uint64_t freshSession() {
    std::random_device device;
    return static_cast<std::uint64_t>(device()) << 32 | device();
}

}  // namespace

std::uint64_t filmHash(const std::vector<std::string>& files) {
    core::ByteHash all;
    for (const std::string& file : files) {
        std::string hash;
        try {
            hash = core::hashOfFile(file);
        } catch (const core::Failure&) {
            hash = "-";
        }
        all.add(reinterpret_cast<const std::uint8_t*>(hash.data()), hash.size());
    }
    return all.value();
}

SharedClock::SharedClock(const ClockWish& wish)
    : leads(wish.leads),
      socket(wish.leads ? ClockSocket::sender(wish.at) : ClockSocket::receiver(wish.at.at(0))),
      session(freshSession()) {}

std::string SharedClock::state(double now) const {
    if (leads) return "leading";
    return followed.at(now) ? "following" : "alone";
}

}  // namespace ebbflow::live
