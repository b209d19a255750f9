#include "scene/key_page.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/error.hpp"
#include "scene/keys.hpp"

namespace ebbflow::scene {

namespace {

constexpr std::string_view kBegin = "<!-- keys: ";
constexpr std::string_view kEndOfMark = " -->\n";
constexpr std::string_view kEnd = "<!-- end of keys -->";

/// A bar would end the cell.
std::string cell(std::string_view text) {
    std::string result = text.empty() ? "|" : "| ";
    for (const char c : text) {
        if (c == '|') result += '\\';
        result += c;
    }
    return result + " ";
}

/// The words that it may be, unless the description already names them.
std::string choicesOf(const Key& key) {
    const auto& choices = key.takes.choices;
    const bool said = std::ranges::all_of(choices, [&](const std::string& word) {
        return key.description.find(word) != std::string_view::npos;
    });
    if (said || choices.size() < 2) return {};
    std::string list;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const bool last = i + 1 == choices.size();
        list += fmt::format("{}`{}`", i == 0 ? "" : last ? " or " : ", ", choices[i]);
    }
    return fmt::format(" {}.", list);
}

std::string rangeOf(const Takes& takes) {
    if (takes.maximum <= takes.minimum) return {};
    return fmt::format(" From {:g} to {:g} {}.", takes.minimum, takes.maximum, takes.unit);
}

std::string rowOf(const Group& group, const Key& key) {
    const bool texts =
        group.languages == LanguageNames::columns && key.takes.shape == Shape::localText;
    const std::string name =
        texts ? fmt::format("`{0}`, or `{0}_en` …", key.name) : fmt::format("`{}`", key.name);
    const std::string more = key.notes.more.empty() ? "" : fmt::format(" {}", key.notes.more);
    const std::string says =
        fmt::format("{}{}{}{}", key.description, choicesOf(key), rangeOf(key.takes), more);
    return cell(name) + cell(says) + cell(fmt::format("`{}`", key.example)) +
           cell(key.notes.leftOut) + "|\n";
}

std::string tableOf(const Group& group) {
    const std::string_view what = group.languages == LanguageNames::columns ? "column" : "key";
    std::string table = fmt::format("| {} | what it says | such as | left out |\n", what);
    table += "|---|---|---|---|\n";
    for (const Key* key : group.keys) table += rowOf(group, *key);
    return table;
}

const Group& groupNamed(std::string_view id) {
    const auto found = std::ranges::find(groups(), id, &Group::id);
    if (found == groups().end())
        throw core::Failure(fmt::format("the page asks for keys of `{}`, which is no group", id));
    return **found;
}

}  // namespace

std::string withKeyTables(std::string_view page) {
    std::string result;
    while (true) {
        const auto begin = page.find(kBegin);
        if (begin == std::string_view::npos) return result.append(page);
        const auto id = begin + kBegin.size();
        const auto idEnd = page.find(kEndOfMark, id);
        const auto end = page.find(kEnd, id);
        if (idEnd == std::string_view::npos || end == std::string_view::npos || end < idEnd)
            throw core::Failure(fmt::format("a table of keys on the page has no `{}`", kEnd));
        result += page.substr(0, idEnd + kEndOfMark.size());
        result += "\n" + tableOf(groupNamed(page.substr(id, idEnd - id))) + "\n";
        page.remove_prefix(end);
    }
}

}  // namespace ebbflow::scene
