#include <algorithm>

#include <fmt/format.h>

#include "scene/reader.hpp"

namespace ebbflow::scene {

namespace {

constexpr std::string_view kBlanks = " \t\r\n";

bool isWhite(char c) {
    return kBlanks.find(c) != std::string_view::npos;
}

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(kBlanks) - first + 1));
}

/// Where a ` #` cuts a plain text short: its byte in the script, or npos. The parser folds line
/// ends into blanks, so the two are walked side by side with blanks taken as one.
std::size_t commentAfter(const ScriptText& script, const Node& node) {
    const std::string& all = script.all();
    std::size_t at = script.position(node.line, node.offset);
    for (std::size_t i = 0; i < node.text.size();) {
        if (isWhite(node.text[i])) {
            while (i < node.text.size() && isWhite(node.text[i])) ++i;
            while (at < all.size() && isWhite(all[at])) ++at;
        } else {
            if (at >= all.size() || all[at] != node.text[i]) return std::string::npos;
            ++at;
            ++i;
        }
    }
    const std::size_t hash = all.find_first_not_of(" \t", at);
    const bool cut = hash != std::string::npos && hash > at && all[hash] == '#';
    return cut ? hash : std::string::npos;
}

/// `Pravda #1`, which is not written as comments are.
bool touchesComment(const Reading& reading, const Node& node) {
    const std::string& all = reading.script.all();
    const std::size_t hash = node.plain ? commentAfter(reading.script, node) : std::string::npos;
    return hash != std::string::npos && !isWhite(all[hash - 2]) && hash + 1 < all.size() &&
           !isWhite(all[hash + 1]);
}

bool reportComment(const Reading& reading, const Node& node) {
    if (!node.plain) return false;
    const std::size_t hash = commentAfter(reading.script, node);
    if (hash == std::string::npos) return false;
    const std::string& all = reading.script.all();
    int line = node.line;
    std::size_t start = reading.script.position(line, 0);
    while (true) {
        const std::size_t end = all.find('\n', start);
        if (end == std::string::npos || end >= hash) break;
        start = end + 1;
        ++line;
    }
    reading.diagnostics.error({reading.file, line, reading.script.column(line, hash - start)},
                              "what follows ` #` is a comment and would be lost: put the text in "
                              "quotes, or the comment on a "
                              "line of its own");
    return true;
}

void putWords(const Reading& reading, const Field& field, core::LocalText& text) {
    const std::string language = languageOf(reading, field.name);
    auto words = readText(reading, field);
    if (!words) return;
    const bool twice =
        std::ranges::any_of(text.words, [&](const auto& entry) { return entry.first == language; });
    if (twice) {
        reading.error(field.key, fmt::format("the language {} is written twice here", language));
        return;
    }
    text.words.emplace_back(language, std::move(*words));
}

std::string unknownLanguage(const Reading& reading, const std::string& tag) {
    const auto matches = std::ranges::count_if(
        reading.languages, [&](const std::string& l) { return core::sameLanguage(l, tag); });
    const std::string listed = fmt::format("{}", fmt::join(reading.languages, ", "));
    if (matches > 1) {
        return fmt::format("`{}` could be several of the film's languages ({}); write the full tag",
                           tag, listed);
    }
    return fmt::format("`{}` is none of the film's languages ({}){}; `languages:` lists them", tag,
                       listed, core::didYouMean(tag, reading.languages));
}

/// `zh`, `ukr`, `pt-BR`: not a misspelt key of captions.
bool looksLikeLanguage(std::string_view tag) {
    const std::string_view word = tag.substr(0, tag.find('-'));
    return word.size() >= 2 && word.size() <= 3 &&
           std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::optional<std::string> readText(const Reading& reading, const Field& field) {
    if (!field.value.isText()) {
        reading.wrongType(field, "a text", "\"The first train\"");
        return std::nullopt;
    }
    std::string text = trimmed(field.value.text);
    if (text.empty()) {
        reading.error(field.value, fmt::format("`{}` is empty; leave the line out", field.name));
        return std::nullopt;
    }
    if (reportComment(reading, field.value)) return std::nullopt;
    return text;
}

std::string languageOf(const Reading& reading, std::string_view tag) {
    std::string found;
    for (const std::string& language : reading.languages) {
        if (language == tag) return language;
        if (!core::sameLanguage(language, tag)) continue;
        if (!found.empty()) return {};
        found = language;
    }
    return found;
}

bool readWordsOf(const Reading& reading, const Field& field, core::LocalText& text) {
    if (languageOf(reading, field.name).empty()) {
        if (!looksLikeLanguage(field.name)) return false;
        reading.error(field.key, unknownLanguage(reading, std::string(field.name)));
        return true;
    }
    putWords(reading, field, text);
    return true;
}

core::LocalText readLocalText(const Reading& reading, const Field& field) {
    core::LocalText text;
    if (field.value.isMap()) {
        for (std::size_t i = 0; i < field.value.keys.size(); ++i) {
            const Node& key = field.value.keys[i];
            if (!key.isText() || languageOf(reading, key.text).empty()) {
                reading.error(key, unknownLanguage(reading, key.text));
            } else {
                putWords(reading, {key.text, key, field.value.items[i]}, text);
            }
        }
    } else if (field.value.isList()) {
        reading.wrongType(field, "a text, or a text per language", "{en: Moscow, ru: Москва}");
    } else if (auto words = readText(reading, field)) {
        text.words.emplace_back(std::string{}, std::move(*words));
    }
    return text;
}

std::vector<std::string> readSources(const Reading& reading, const Field& field, const Key& key) {
    for (const Field& item : itemsOf(field)) {
        // An id may have a comment behind it; words may not.
        const bool words = item.value.text.find(' ') != std::string::npos;
        if ((words || touchesComment(reading, item.value)) && reportComment(reading, item.value)) {
            return {};
        }
    }
    return readWords(reading, field, key);
}

}  // namespace ebbflow::scene
