#include <charconv>

#include "core/digits.hpp"
#include "geo/gdal_access.hpp"
#include "intake/xml_text_impl.hpp"

namespace ebbflow::intake {

namespace {

/// GDAL says `Line 3: …` or `… at line 3`.
int lineOf(std::string_view message) {
    for (const std::string_view word : {"Line ", "line "}) {
        const std::size_t at = message.find(word);
        if (at == std::string_view::npos) continue;
        const std::string_view rest = message.substr(at + word.size());
        return core::toInt(
            rest.substr(0, std::min<std::size_t>(rest.find_first_not_of("0123456789"), 9)));
    }
    return 1;
}

bool isElement(const CPLXMLNode* node, std::string_view name) {
    return node->eType == CXT_Element && name == node->pszValue;
}

}  // namespace

XmlTree parseXml(const Document& document, core::Diagnostics& diagnostics) {
    geo::GdalSession session(core::Access{}, geo::Role::table);
    XmlTree tree(CPLParseXMLString(document.text.c_str()));
    if (!tree) {
        const std::string why = session.takeMessage("GDAL cannot read it");
        diagnostics.error({document.path, lineOf(why), 1}, "is no sound XML: " + why);
        return tree;
    }
    CPLStripXMLNamespace(tree.get(), nullptr, TRUE);
    return tree;
}

void forEachChild(const CPLXMLNode* node, std::string_view name,
                  const std::function<void(const CPLXMLNode*)>& f) {
    for (const CPLXMLNode* child = node->psChild; child != nullptr; child = child->psNext) {
        if (isElement(child, name)) f(child);
    }
}

void forEachBelow(const CPLXMLNode* node, std::string_view name,
                  const std::function<void(const CPLXMLNode*)>& f) {
    for (; node != nullptr; node = node->psNext) {
        if (isElement(node, name)) f(node);
        if (node->psChild != nullptr) forEachBelow(node->psChild, name, f);
    }
}

std::string_view textUnder(const CPLXMLNode* node, const char* name) {
    const char* text = CPLGetXMLValue(node, name, "");
    return flow::trimmed(text);
}

}  // namespace ebbflow::intake
