#include "geo/xml_file.hpp"

#include <algorithm>
#include <cctype>
#include <memory>

#include <cpl_minixml.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

namespace ebbflow::geo {

namespace {

struct Closer {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

struct TreeEnds {
    void operator()(CPLXMLNode* tree) const { CPLDestroyXMLNode(tree); }
};

/// The first script of a KMZ, which is a zip of one.
std::string insideOf(const std::string& path) {
    if (!endsWith(path, ".kmz")) return path;
    const std::string zip = "/vsizip/" + path;
    const CPLStringList names(VSIReadDir(zip.c_str()));
    for (int i = 0; i < names.Count(); ++i)
        if (endsWith(names[i], ".kml")) return zip + "/" + names[i];
    return path;
}

XmlNode treeOf(const CPLXMLNode& source) {
    XmlNode node;
    node.name = source.pszValue;
    for (const CPLXMLNode* part = source.psChild; part != nullptr; part = part->psNext) {
        if (part->eType == CXT_Text) node.text += part->pszValue;
        if (part->eType == CXT_Element) node.children.push_back(treeOf(*part));
        if (part->eType == CXT_Attribute && part->psChild != nullptr)
            node.attributes.emplace_back(part->pszValue, part->psChild->pszValue);
    }
    return node;
}

const CPLXMLNode* rootOf(const CPLXMLNode* node) {
    while (node != nullptr && (node->eType != CXT_Element || node->pszValue[0] == '?'))
        node = node->psNext;
    return node;
}

}  // namespace

const XmlNode* XmlNode::find(std::string_view child) const {
    const auto found = std::ranges::find(children, child, &XmlNode::name);
    return found == children.end() ? nullptr : &*found;
}

std::string_view XmlNode::textOf(std::string_view child) const {
    const XmlNode* found = find(child);
    return found == nullptr ? std::string_view{} : std::string_view(found->text);
}

std::string_view XmlNode::attribute(std::string_view wanted) const {
    for (const auto& [key, value] : attributes)
        if (key == wanted) return value;
    return {};
}

bool endsWith(std::string_view path, std::string_view extension) {
    return path.size() >= extension.size() &&
           std::ranges::equal(
               path.substr(path.size() - extension.size()), extension,
               [](unsigned char a, unsigned char b) { return std::tolower(a) == b; });
}

std::optional<std::string> readBytes(const std::string& path, const core::Limits& limits,
                                     std::string& fault) {
    const std::unique_ptr<VSILFILE, Closer> file(VSIFOpenL(path.c_str(), "rb"));
    if (!file) return std::nullopt;
    VSIFSeekL(file.get(), 0, SEEK_END);
    const auto size = static_cast<std::uint64_t>(VSIFTellL(file.get()));
    if (size > mostTreeBytes(limits)) {
        fault = fmt::format("has {} MB; files of this kind are read to {} MB; {}", size >> 20,
                            mostTreeBytes(limits) >> 20, core::kLiftLimits);
        return std::nullopt;
    }
    VSIFSeekL(file.get(), 0, SEEK_SET);
    std::string bytes(size, '\0');
    if (VSIFReadL(bytes.data(), 1, size, file.get()) != size) return std::nullopt;
    return bytes;
}

std::optional<XmlNode> readXml(const std::string& path, const core::Limits& limits,
                               std::string& fault) {
    const auto bytes = readBytes(insideOf(path), limits, fault);
    if (!bytes) return std::nullopt;
    const std::unique_ptr<CPLXMLNode, TreeEnds> tree(CPLParseXMLString(bytes->c_str()));
    const CPLXMLNode* root = rootOf(tree.get());
    if (root == nullptr) return std::nullopt;
    CPLStripXMLNamespace(tree.get(), nullptr, TRUE);
    return treeOf(*root);
}

}  // namespace ebbflow::geo
