#include "produce/placed_json.hpp"

#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace ebbflow::produce {

namespace {

using PlainJson = nlohmann::json;
using scene::Node;

/// Follows the characters that the parser takes. Whatever it tells of last is the token that began
/// last, for at most one character behind a token is taken, and no token begins with that.
class Course {
public:
    void take(char letter) {
        const bool blank = letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
        const bool divides = letter == ',' || letter == ':' || letter == ']' || letter == '}';
        if (inText_) {
            if (letter == '"' && !escaped_) inText_ = false;
            escaped_ = letter == '\\' && !escaped_;
        } else if (blank || divides) {
            inWord_ = false;
        } else if (!inWord_) {
            line = line_;
            column = column_;
            inText_ = letter == '"';
            inWord_ = !inText_ && letter != '{' && letter != '[';
        }
        step(letter);
    }
    int line = 1, column = 1;  ///< where the last token begins

private:
    void step(char letter) {
        // Bytes of UTF-8 after the first of a character, and a byte order mark, are no columns.
        const bool within = (static_cast<unsigned char>(letter) & 0xC0U) == 0x80U;
        if (letter == '\n') {
            ++line_;
            column_ = 1;
        } else if (!within) {
            ++column_;
        }
    }

    int line_ = 1, column_ = 1;
    bool inText_ = false, escaped_ = false, inWord_ = false;
};

class FollowedText {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    FollowedText(const char* at, Course* course) : at_(at), course_(course) {}
    reference operator*() const { return *at_; }
    FollowedText& operator++() {
        course_->take(*at_++);
        return *this;
    }
    friend bool operator==(const FollowedText& a, const FollowedText& b) { return a.at_ == b.at_; }

private:
    const char* at_;
    Course* course_;
};

class TreeBuilder final : public nlohmann::json_sax<PlainJson> {
public:
    explicit TreeBuilder(const Course& course) : course_(course) {}

    bool null() override { return add({}); }
    bool boolean(bool value) override { return add(word(value ? "true" : "false")); }
    bool number_integer(number_integer_t value) override {
        return add(word(std::to_string(value)));
    }
    bool number_unsigned(number_unsigned_t value) override {
        return add(word(std::to_string(value)));
    }
    bool number_float(number_float_t /*value*/, const string_t& text) override {
        return add(word(text));
    }
    bool string(string_t& value) override { return add(text(value)); }
    bool binary(binary_t& /*value*/) override { return false; }
    bool start_object(std::size_t /*elements*/) override { return open(Node::Kind::map); }
    bool key(string_t& value) override {
        open_.back().keys.push_back(here(text(value)));
        return true;
    }
    bool end_object() override { return close(); }
    bool start_array(std::size_t /*elements*/) override { return open(Node::Kind::list); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                     const nlohmann::detail::exception& error) override {
        // "[json.exception.parse_error.101] parse error at line 1, column 2: what is wrong"
        fault = error.what();
        if (const auto colon = fault.find(": "); colon != std::string::npos)
            fault.erase(0, colon + 2);
        return false;
    }

    Node root;
    std::string fault;

private:
    static Node word(std::string value) {
        Node node = text(std::move(value));
        node.plain = true;
        return node;
    }
    static Node text(std::string value) {
        Node node;
        node.kind = Node::Kind::text;
        node.text = std::move(value);
        return node;
    }
    Node here(Node node) const {
        node.line = course_.line;
        node.column = course_.column;
        return node;
    }
    bool add(Node node) { return put(here(std::move(node))); }
    bool put(Node node) {
        if (open_.empty())
            root = std::move(node);
        else
            open_.back().items.push_back(std::move(node));
        return true;
    }
    bool open(Node::Kind kind) {
        Node node;
        node.kind = kind;
        open_.push_back(here(std::move(node)));
        return true;
    }
    bool close() {
        Node node = std::move(open_.back());
        open_.pop_back();
        return put(std::move(node));
    }

    const Course& course_;
    std::vector<Node> open_;
};

}  // namespace

std::optional<Node> parsePlacedJson(std::string_view text, const std::string& file,
                                    core::Diagnostics& diagnostics) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    Course course;
    TreeBuilder tree(course);
    const bool good = PlainJson::sax_parse(FollowedText(text.data(), &course),
                                           FollowedText(text.data() + text.size(), &course), &tree);
    if (!good) {
        diagnostics.error({file, course.line, course.column}, "this is no JSON: " + tree.fault);
        return {};
    }
    scene::dropDuplicateKeys(tree.root, file, diagnostics);
    return std::move(tree.root);
}

}  // namespace ebbflow::produce
