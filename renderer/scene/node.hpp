#pragma once
// What the YAML parser understood, as a tree that remembers where everything stands and keeps
// duplicate keys. It knows nothing of scenes.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "scene/script_text.hpp"

namespace ebbflow::scene {

struct Node {
    enum class Kind { empty, text, list, map };
    Kind kind = Kind::empty;
    bool plain = false;  ///< a text without quotes and not in block form
    std::string text;
    std::vector<Node> keys;   ///< of a map, one per item
    std::vector<Node> items;  ///< of a list or a map
    int line = 0;             ///< from 1
    int column = 0;           ///< from 1, in characters
    std::size_t offset = 0;   ///< byte of the line at which it begins

    [[nodiscard]] bool isText() const { return kind == Kind::text; }
    [[nodiscard]] bool isList() const { return kind == Kind::list; }
    [[nodiscard]] bool isMap() const { return kind == Kind::map; }
    /// The value under `key`, or null.
    [[nodiscard]] const Node* find(std::string_view key) const;
};

/// A sentence and where it applies.
struct YamlFault {
    int line = 0;
    std::size_t offset = 0;
    std::string message;  ///< the parser's own words
};

/// The tree, or what the parser stumbled over. A script without content gives an empty node.
struct NodeOrFault {
    std::optional<Node> node;
    YamlFault fault;
};

[[nodiscard]] NodeOrFault parseYaml(const ScriptText& script);

/// "a list", "a text", …: what was found, for messages.
[[nodiscard]] std::string_view describe(const Node& node);

/// Reports every key that its map holds twice, naming both lines, and drops the later one.
void dropDuplicateKeys(Node& node, const std::string& file, core::Diagnostics& diagnostics);

}  // namespace ebbflow::scene
