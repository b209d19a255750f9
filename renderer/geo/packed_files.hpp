#pragma once
// How much a packed file holds once it is unpacked: a zip of a megabyte may be a thousand. It
// unpacks nothing to memory. Needs a GdalSession.

#include <string>

#include "core/limits.hpp"

namespace ebbflow::geo {

/// Why a name of GDAL's (`/vsizip/…`, `/vsigzip/…`) or a file that is an archive by nature (a
/// spreadsheet, a .kmz) may not be read, in words, or nothing: more in it than `limits` has, or an
/// archive inside of another, whose size nobody can tell beforehand.
[[nodiscard]] std::string packedFault(const std::string& name, const core::Limits& limits);

}  // namespace ebbflow::geo
