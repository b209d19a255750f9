#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "scene/reader.hpp"

namespace ebbflow::scene {

namespace {

std::optional<double> toNumber(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

/// `1,390` → `1390`; empty when the text is no number with commas.
std::string withoutCommas(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            digits += c;
        else if (c != ',')
            return {};
    }
    return digits.size() == text.size() ? std::string{} : digits;
}

std::string replaced(std::string_view text, std::string_view what, std::string_view with) {
    std::string result(text);
    if (const auto at = result.find(what); at != std::string::npos)
        result.replace(at, what.size(), with);
    return result;
}

std::string whatItIs(const Node& node) {
    return node.isText() ? fmt::format("`{}` is none", node.text)
                         : fmt::format("this is {}", describe(node));
}

}  // namespace

core::SourcePlace Reading::place(const Node& node) const {
    return {file, node.line, node.column};
}

void Reading::error(const Node& node, std::string message) const {
    diagnostics.error(place(node), std::move(message));
}

void Reading::wrongType(const Field& field, std::string_view wanted,
                        std::string_view example) const {
    if (field.value.kind == Node::Kind::empty) {
        // `null` and `~` mean nothing in YAML too, which nobody expects of a word.
        error(field.key, fmt::format("`{}` has no value; it takes {}, such as {}", field.name,
                                     wanted, example));
        return;
    }
    error(field.value, fmt::format("`{}` takes {}, such as {}; {}", field.name, wanted, example,
                                   whatItIs(field.value)));
}

void reportUnknown(const Reading& reading, const Field& field, const Group& group) {
    std::vector<std::string> more;
    if (group.languages == LanguageNames::keys) more = reading.languages;
    reading.error(field.key, unknownKeyMessage(group, field.name, more));
}

void reportMissing(const Reading& reading, const Field& field, const Group& group) {
    std::string_view said;
    for (const Key* key : group.keys) {
        const std::string_view needed = key->notes.needed;
        if (needed.empty() || needed == said || field.value.find(key->name) != nullptr) continue;
        reading.error(field.value, replaced(needed, "{}", field.name));
        said = needed;
    }
}

bool isMap(const Reading& reading, const Field& field, std::string_view example) {
    if (field.value.isMap()) return true;
    reading.wrongType(field, "keys of its own", example);
    return false;
}

bool isNumber(std::string_view text) {
    return toNumber(text).has_value();
}

std::vector<Field> itemsOf(const Field& field) {
    if (!field.value.isList()) return {field};
    std::vector<Field> items;
    for (const Node& item : field.value.items) items.push_back({field.name, item, item});
    return items;
}

std::optional<std::string> readWord(const Reading& reading, const Field& field,
                                    std::string_view wanted, std::string_view example) {
    if (field.value.isText() && !field.value.text.empty()) return field.value.text;
    reading.wrongType(field, wanted, example);
    return std::nullopt;
}

std::optional<std::string> readChoice(const Reading& reading, const Field& field, const Key& key) {
    const auto& choices = key.takes.choices;
    if (field.value.isText() && std::ranges::find(choices, field.value.text) != choices.end()) {
        return field.value.text;
    }
    const std::string list = fmt::format("{}", fmt::join(choices, ", "));
    const std::string nearest =
        field.value.isText() ? core::didYouMean(field.value.text, choices) : std::string{};
    if (nearest.empty()) {
        reading.wrongType(field, choices.size() == 1 ? "one word only" : "one of a few words",
                          list);
    } else {
        reading.error(field.value,
                      fmt::format("`{}` cannot be `{}`{}", field.name, field.value.text, nearest));
    }
    return std::nullopt;
}

std::optional<bool> readYesNo(const Reading& reading, const Field& field) {
    constexpr std::array yes{"yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"};
    constexpr std::array no{"no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"};
    if (field.value.isText()) {
        if (std::ranges::find(yes, field.value.text) != yes.end()) return true;
        if (std::ranges::find(no, field.value.text) != no.end()) return false;
    }
    reading.wrongType(field, "yes or no", "yes");
    return std::nullopt;
}

std::optional<double> readNumber(const Reading& reading, const Field& field, const Key& key) {
    const auto value = field.value.isText() ? toNumber(field.value.text) : std::nullopt;
    if (!value) {
        reading.wrongType(field, "a number", key.example);
        return std::nullopt;
    }
    const auto [least, most] = std::pair(key.takes.minimum, key.takes.maximum);
    if (most > least && (*value < least || *value > most)) {
        reading.error(field.value, fmt::format("`{}` goes from {:g} to {:g}; {:g} is outside",
                                               field.name, least, most, *value));
        return std::nullopt;
    }
    return value;
}

std::optional<std::int64_t> readCount(const Reading& reading, const Field& field, const Key& key) {
    const std::string_view text = field.value.text;
    if (const std::string plain = withoutCommas(text); !plain.empty()) {
        reading.error(field.value, fmt::format("a comma in a number: write {}", plain));
        return std::nullopt;
    }
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (!field.value.isText() || error != std::errc{} || end != text.data() + text.size() ||
        value < 1) {
        reading.wrongType(field, "a whole number from 1", key.example);
        return std::nullopt;
    }
    return value;
}

std::optional<double> readWidth(const Reading& reading, const Field& field) {
    // No map is wider than the Earth's equator is long.
    constexpr double widest = 40075;
    std::string_view text = field.value.text;
    if (text.ends_with("km")) text.remove_suffix(2);
    while (text.ends_with(' ')) text.remove_suffix(1);
    if (const std::string plain = withoutCommas(text); !plain.empty()) {
        reading.error(field.value, fmt::format("a comma in a number: write {} km", plain));
        return std::nullopt;
    }
    const auto value = field.value.isText() ? toNumber(text) : std::nullopt;
    if (!value) {
        reading.wrongType(field, "kilometres", "2600 km");
        return std::nullopt;
    }
    if (*value <= 0 || *value > widest) {
        reading.error(field.value,
                      fmt::format("`{}` is more than 0 and at most {:g} km; {:g} is not",
                                  field.name, widest, *value));
        return std::nullopt;
    }
    return value;
}

std::optional<core::Period> readDate(const Reading& reading, const Field& field) {
    if (!field.value.isText()) {
        reading.wrongType(field, "a date or a period", "1956-08 or 1956/1957");
        return std::nullopt;
    }
    auto [period, fault] = core::parsePeriod(field.value.text);
    if (!period) reading.error(field.value, fault);
    if (period && period->saysNothing()) {
        reading.error(field.value, fmt::format("`{}` says no date", field.value.text));
        return std::nullopt;
    }
    return period;
}

std::optional<core::FilmTime> readTime(const Reading& reading, const Field& field) {
    const auto time =
        field.value.isText() ? core::parseFilmTime(field.value.text, reading.rate) : std::nullopt;
    if (!time) reading.wrongType(field, "a time", "8, 8.5, 1:20 or f200 for frames");
    return time;
}

std::optional<core::Colour> readColour(const Reading& reading, const Field& field) {
    const auto colour = field.value.isText() ? core::parseColour(field.value.text) : std::nullopt;
    if (!colour) {
        reading.wrongType(field, "a colour of the palette, or one in quotes",
                          "gold, cyan, vermilion, violet or \"#f2b441\"");
    }
    return colour;
}

std::vector<std::string> readWords(const Reading& reading, const Field& field, const Key& key) {
    std::vector<std::string> result;
    for (const Field& item : itemsOf(field)) {
        if (auto word = readWord(reading, item, "a name or a list of names", key.example)) {
            result.push_back(std::move(*word));
        }
    }
    return result;
}

}  // namespace ebbflow::scene
