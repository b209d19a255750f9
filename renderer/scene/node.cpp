#include "scene/node.hpp"

#include <sstream>
#include <unordered_map>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

namespace ebbflow::scene {

namespace {

/// Builds the tree from the parser's events. Anchors and tags never get here: the byte checks have
/// refused them.
class TreeBuilder : public YAML::EventHandler {
public:
    explicit TreeBuilder(const ScriptText& script) : script_(script) { open_.emplace_back(); }

    [[nodiscard]] Node takeRoot() {
        Node& top = open_.front();
        return top.items.empty() ? Node{} : std::move(top.items.front());
    }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
        add(make(mark, Node::Kind::empty));
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        add(make(mark, Node::Kind::empty));
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                  const std::string& value) override {
        Node node = make(mark, Node::Kind::text);
        node.plain = tag != "!";  // the parser marks quoted and block texts with this tag
        node.text = value;
        add(std::move(node));
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {
        open_.push_back(make(mark, Node::Kind::list));
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                    YAML::EmitterStyle::value) override {
        open_.push_back(make(mark, Node::Kind::map));
    }
    void OnMapEnd() override { close(); }

private:
    Node make(const YAML::Mark& mark, Node::Kind kind) const {
        Node node;
        node.kind = kind;
        node.line = mark.line + 1;
        node.offset = static_cast<std::size_t>(mark.column < 0 ? 0 : mark.column);
        node.column = script_.column(node.line, node.offset);
        return node;
    }

    void add(Node node) {
        Node& parent = open_.back();
        const bool isKey = parent.isMap() && parent.keys.size() == parent.items.size();
        (isKey ? parent.keys : parent.items).push_back(std::move(node));
    }

    void close() {
        Node done = std::move(open_.back());
        open_.pop_back();
        add(std::move(done));
    }

    const ScriptText& script_;
    std::vector<Node> open_;
};

}  // namespace

const Node* Node::find(std::string_view key) const {
    for (std::size_t i = 0; i < keys.size() && i < items.size(); ++i) {
        if (keys[i].isText() && keys[i].text == key) return &items[i];
    }
    return nullptr;
}

NodeOrFault parseYaml(const ScriptText& script) {
    std::istringstream stream(script.all());
    TreeBuilder builder(script);
    try {
        YAML::Parser parser(stream);
        (void)parser.HandleNextDocument(builder);
    } catch (const YAML::Exception& e) {
        const auto column = static_cast<std::size_t>(e.mark.column < 0 ? 0 : e.mark.column);
        return {std::nullopt, {e.mark.line + 1, column, e.msg}};
    }
    return {builder.takeRoot(), {}};
}

std::string_view describe(const Node& node) {
    switch (node.kind) {
        case Node::Kind::empty:
            return "nothing";
        case Node::Kind::text:
            return "a text";
        case Node::Kind::list:
            return "a list";
        case Node::Kind::map:
            return "a map of keys";
    }
    return "nothing";
}

void dropDuplicateKeys(Node& node, const std::string& file, core::Diagnostics& diagnostics) {
    if (node.isMap()) {
        std::unordered_map<std::string, int> firstLine;
        std::size_t kept = 0;
        for (std::size_t i = 0; i < node.keys.size(); ++i) {
            const Node& key = node.keys[i];
            const auto [first, isNew] = firstLine.try_emplace(key.text, key.line);
            if (key.isText() && !isNew) {
                diagnostics.error(
                    {file, key.line, key.column},
                    fmt::format("`{}` is written twice, here and on line {}; keep one", key.text,
                                first->second));
                continue;
            }
            if (kept != i) {
                node.keys[kept] = std::move(node.keys[i]);
                node.items[kept] = std::move(node.items[i]);
            }
            ++kept;
        }
        node.keys.resize(kept);
        node.items.resize(kept);
    }
    for (Node& item : node.items) dropDuplicateKeys(item, file, diagnostics);
}

}  // namespace ebbflow::scene
