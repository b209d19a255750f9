#include "geo/kml_times.hpp"

#include <algorithm>

namespace ebbflow::geo {

namespace {

constexpr std::string_view kPlacemark = "Placemark";

bool holdsJust(const XmlNode& folder, const std::vector<std::string>& names) {
    std::size_t at = 0;
    for (const XmlNode& child : folder.children) {
        if (child.name != kPlacemark) continue;
        if (at == names.size() || child.textOf("name") != names[at]) return false;
        ++at;
    }
    return at == names.size();
}

/// The folder called so, else any that holds them.
void look(const XmlNode& at, std::string_view layer, const std::vector<std::string>& names,
          const XmlNode*& found) {
    if (holdsJust(at, names) && (found == nullptr || at.textOf("name") == layer)) found = &at;
    for (const XmlNode& child : at.children)
        if (child.name != kPlacemark) look(child, layer, names, found);
}

}  // namespace

KmlTime timeOf(const XmlNode& placemark) {
    if (const XmlNode* span = placemark.find("TimeSpan"))
        return {std::string(span->textOf("begin")), std::string(span->textOf("end"))};
    if (const XmlNode* stamp = placemark.find("TimeStamp"))
        return {std::string(stamp->textOf("when")), std::string(stamp->textOf("when"))};
    return {};
}

std::optional<std::vector<KmlTime>> kmlTimes(const XmlNode& root, std::string_view layer,
                                             const std::vector<std::string>& names) {
    const XmlNode* folder = nullptr;
    look(root, layer, names, folder);
    if (folder == nullptr) return std::nullopt;
    std::vector<KmlTime> times;
    for (const XmlNode& child : folder->children)
        if (child.name == kPlacemark) times.push_back(timeOf(child));
    if (std::ranges::all_of(times, &KmlTime::empty)) return std::nullopt;
    return times;
}

}  // namespace ebbflow::geo
