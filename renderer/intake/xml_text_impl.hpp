#pragma once
// XML of a stranger as a tree, without its namespaces. For the readers of this room.

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include <cpl_minixml.h>

#include "core/diagnostic.hpp"
#include "intake/given.hpp"

namespace ebbflow::intake {

struct XmlTreeCloser {
    void operator()(CPLXMLNode* node) const { CPLDestroyXMLNode(node); }
};
using XmlTree = std::unique_ptr<CPLXMLNode, XmlTreeCloser>;

/// Null after an error at its line.
[[nodiscard]] XmlTree parseXml(const Document& document, core::Diagnostics& diagnostics);

/// `f` of every element of that name right under `node`.
void forEachChild(const CPLXMLNode* node, std::string_view name,
                  const std::function<void(const CPLXMLNode*)>& f);
/// The same at any depth, in the order of the file.
void forEachBelow(const CPLXMLNode* node, std::string_view name,
                  const std::function<void(const CPLXMLNode*)>& f);

/// Text of an element or attribute right under `node`; empty where there is none.
[[nodiscard]] std::string_view textUnder(const CPLXMLNode* node, const char* name);

}  // namespace ebbflow::intake
