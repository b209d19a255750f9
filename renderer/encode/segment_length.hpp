#pragma once
// Whether a film can be cut into segments that are encoded one by one, and how long they are.

#include <string>

#include "encode/settings.hpp"

namespace ebbflow::encode {

/// Why a film with these settings is made in one go or not at all, so that it can be neither
/// resumed nor made in parts; empty when it can be cut.
[[nodiscard]] std::string whyNotCut(const Settings& settings);

/// Frames of a segment: one key frame's, or without end when the film cannot be cut. Segments begin
/// at multiples of it counted from frame 0 of the film, whatever part of the film is rendered.
[[nodiscard]] int segmentLength(const Settings& settings);

}  // namespace ebbflow::encode
