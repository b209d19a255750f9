#include "live/key_list.hpp"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>

#include "live/commands.hpp"
#include "live/hud_words.hpp"

namespace ebbflow::live {

namespace {

constexpr std::size_t kManualWidth = 100;  // characters

std::string labelsOf(std::span<const Binding> keys, std::string_view language) {
    std::string labels;
    for (const Binding& key : keys) {
        if (!labels.empty()) labels += "  ";
        labels += keyLabel(key.press, language);
    }
    return labels;
}

std::vector<std::string> wrapped(const std::string& text, std::size_t width) {
    std::vector<std::string> lines;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        const bool fits = !lines.empty() && lines.back().size() + 1 + word.size() <= width;
        if (fits) {
            lines.back() += " " + word;
        } else {
            lines.push_back(word);
        }
    }
    return lines;
}

/// A row of the manual's, its meaning wrapped beside its keys.
std::string manualRow(const CommandRow& row, Mode mode, std::size_t column) {
    const std::string meaning(row.manual.empty() ? row.says : row.manual);
    std::string text, left = labelsOf(keysOf(row, mode), "en");
    for (const std::string& line : wrapped(meaning, kManualWidth - column - 4)) {
        text += fmt::format("  {:<{}}  {}\n", left, column, line);
        left.clear();
    }
    return text;
}

std::string manualOf(Mode mode) {
    std::size_t column = 0;
    for (const KeyLine& line : keyLines(mode, "en")) column = std::max(column, line.keys.size());
    std::string text;
    for (const CommandRow& row : commandTable()) {
        if (!keysOf(row, mode).empty()) text += manualRow(row, mode, column);
    }
    return text;
}

}  // namespace

std::vector<KeyLine> keyLines(Mode mode, std::string_view language) {
    std::vector<KeyLine> lines;
    for (const CommandRow& row : commandTable()) {
        const auto keys = keysOf(row, mode);
        if (keys.empty()) continue;
        lines.push_back({labelsOf(keys, language), std::string(hudWord(row, language))});
    }
    return lines;
}

std::string manualOfKeys() {
    return fmt::format("Keys of plain `play`\n{}\nKeys of `play --presenter`\n{}",
                       manualOf(Mode::play), manualOf(Mode::presenter));
}

}  // namespace ebbflow::live
