#pragma once
// The forms of a wish's values: how each is written as text and as JSON, and what its schema says.
// Of use in this room alone.

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/error.hpp"
#include "produce/wish.hpp"
#include "scene/node.hpp"

namespace ebbflow::produce {

using Json = nlohmann::ordered_json;

/// What of JSON a value may be.
enum class Token { text, number, textOrNumber, flag };

template <class T>
struct Form {
    Token token = Token::text;
    Json schema;
    std::function<T(const std::string&)> parse;  ///< throws core::Failure or Refusal
    std::function<Json(const T&)> write;

    [[nodiscard]] T read(const scene::Node& node) const;
};

/// Throws core::Failure unless the node is what the form takes.
void requireToken(const scene::Node& node, Token token);

/// `a,b,c` → a, b, c; of an empty text none.
[[nodiscard]] std::vector<std::string> dividedAtCommas(const std::string& text);

[[nodiscard]] Form<bool> yesOrNo();
[[nodiscard]] Form<int> wholeFrom(int least, int most);
[[nodiscard]] Form<int> oneOf(std::vector<int> values);
[[nodiscard]] Form<double> anyNumber();
[[nodiscard]] Form<std::string> anyText();
[[nodiscard]] Form<std::filesystem::path> anyPath();
[[nodiscard]] Form<encode::Codec> codecs();
[[nodiscard]] Form<encode::Quality> qualities();
[[nodiscard]] Form<Layer> layers();
[[nodiscard]] Form<Device> devices();
[[nodiscard]] Form<CaptionFile> captionFiles();
[[nodiscard]] Form<encode::FrameSize> sizes();
[[nodiscard]] Form<core::FrameRate> rates();
[[nodiscard]] Form<std::int64_t> bitrates();
[[nodiscard]] Form<Moment> moments();

template <class T>
T Form<T>::read(const scene::Node& node) const {
    requireToken(node, token);
    if (token != Token::flag) return parse(node.text);
    return parse(node.text == "true" ? "yes" : "no");
}

}  // namespace ebbflow::produce
