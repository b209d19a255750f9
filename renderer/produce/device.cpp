#include "produce/device.hpp"

#include <fmt/format.h>

#include "core/error.hpp"

namespace ebbflow::produce {

Device deviceNamed(std::string_view name) {
    for (const DeviceName& known : kDevices)
        if (known.name == name) return known.device;
    throw core::Failure(
        fmt::format("there is no device `{}`; use auto, gpu, software or software-gl", name));
}

}  // namespace ebbflow::produce
