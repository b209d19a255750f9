#pragma once
// A file of XML (KML, also zipped as KMZ; GPX) as a plain tree, names without their namespaces. It
// knows no format and fetches nothing that a file names.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/limits.hpp"

namespace ebbflow::geo {

struct XmlNode {
    std::string name;
    std::string text;  ///< of the node itself, not of those inside
    std::vector<std::pair<std::string, std::string>> attributes;
    std::vector<XmlNode> children;

    /// The first child of that name, or null.
    [[nodiscard]] const XmlNode* find(std::string_view child) const;
    /// Its text; empty where there is none.
    [[nodiscard]] std::string_view textOf(std::string_view child) const;
    [[nodiscard]] std::string_view attribute(std::string_view wanted) const;
};

/// The most of a file that is taken apart into a tree, which is larger than the file by far.
[[nodiscard]] inline std::uint64_t mostTreeBytes(const core::Limits& limits) {
    return limits.bytes / 4;
}

/// The root element, or nothing: the file is no XML, or larger than the limits let it be, which
/// `fault` then says. Within the caller's GdalSession, by which it may be opened or not.
[[nodiscard]] std::optional<XmlNode> readXml(const std::string& path, const core::Limits& limits,
                                             std::string& fault);

/// The bytes of a file, or nothing, likewise.
[[nodiscard]] std::optional<std::string> readBytes(const std::string& path,
                                                   const core::Limits& limits, std::string& fault);

/// Whether a path ends so (`.kml`), whatever its letters' case.
[[nodiscard]] bool endsWith(std::string_view path, std::string_view extension);

}  // namespace ebbflow::geo
