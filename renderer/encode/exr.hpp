#pragma once
// One frame as an OpenEXR file: linear light, premultiplied, half floats, as compositing programs
// expect it. It reads none.

#include <filesystem>

#include "encode/planes.hpp"
#include "encode/settings.hpp"

namespace ebbflow::encode {

/// Writes NAME.part and renames it; the frame is in gbrpf32 or gbrapf32, as the settings say.
/// Throws core::Failure, leaving nothing behind.
void writeExr(Planes frame, const Settings& settings, const std::filesystem::path& path);

}  // namespace ebbflow::encode
