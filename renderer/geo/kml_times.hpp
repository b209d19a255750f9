#pragma once
// The times of a KML file's placemarks, which OGR reads only where they are whole dates with a
// clock: `1905` and `1905-03` are dates too. It reads times alone; shapes are OGR's.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/xml_file.hpp"

namespace ebbflow::geo {

/// `begin` and `end` of a TimeSpan, or a TimeStamp's `when` as both; empty where there is none.
struct KmlTime {
    std::string begin, end;
    [[nodiscard]] bool empty() const { return begin.empty() && end.empty(); }
};

[[nodiscard]] KmlTime timeOf(const XmlNode& placemark);

/// Of the folder whose placemarks have just these names, in this order (the one called `layer`
/// before another); nothing where no folder does, or none of its placemarks has a time.
[[nodiscard]] std::optional<std::vector<KmlTime>> kmlTimes(const XmlNode& root,
                                                           std::string_view layer,
                                                           const std::vector<std::string>& names);

}  // namespace ebbflow::geo
