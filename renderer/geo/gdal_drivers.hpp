#pragma once
// Which of GDAL's drivers read what a scene names: files of this machine, by formats that people
// have. Databases, services and drivers that run other programs are not among them. A list, no
// more.

#include <string_view>

namespace ebbflow::geo {

/// What a source is opened for.
enum class Role { table, shapes, elevation, picture };

/// Whether GDAL's driver of that name may open a file for that role, or a part of one (a source of
/// a VRT, say).
[[nodiscard]] bool driverReads(std::string_view driver, Role role);

/// Whether that driver asks another machine.
[[nodiscard]] bool driverReachesOut(std::string_view driver);

}  // namespace ebbflow::geo
