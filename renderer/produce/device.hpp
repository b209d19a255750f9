#pragma once
// What makes a film's pictures: a GPU, or the processor. Their pictures are the same within a level
// of 255 but for a hundredth of the bytes; each is exact.

#include <array>
#include <string_view>

namespace ebbflow::produce {

enum class Device {
    automatic,   ///< a GPU where there is one, else the processor
    gpu,         ///< a GPU, or none at all
    software,    ///< the processor, by vectors
    softwareGl,  ///< the processor, by the passes that a GPU would run; slow, to compare with
};

struct DeviceName {
    Device device;
    std::string_view name;
};
/// As the command line and wishes say them.
inline constexpr std::array kDevices{
    DeviceName{Device::automatic, "auto"}, DeviceName{Device::gpu, "gpu"},
    DeviceName{Device::software, "software"}, DeviceName{Device::softwareGl, "software-gl"}};

[[nodiscard]] constexpr std::string_view nameOf(Device device) {
    for (const DeviceName& known : kDevices)
        if (known.device == device) return known.name;
    return "";
}
/// Throws core::Failure when there is none of that name.
[[nodiscard]] Device deviceNamed(std::string_view name);

}  // namespace ebbflow::produce
