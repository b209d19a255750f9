#include "live/key_list.hpp"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>

#include "live/commands.hpp"
#include "live/hud_words.hpp"

namespace ebbflow::live {

namespace {

constexpr std::size_t kManualWidth = 100;  // characters

/// How many of the keys write one character after the other: 1, 2, 3 …
std::size_t runOf(std::span<const Binding> keys) {
    const auto character = [&](std::size_t i) {
        const auto* one = std::get_if<char32_t>(&keys[i].press);
        return one == nullptr ? U'\0' : *one;
    };
    std::size_t run = 1;
    while (run < keys.size() && character(run) != 0 && character(run) == character(run - 1) + 1)
        ++run;
    return run;
}

/// A run of three or more by its ends.
std::vector<std::string> labelsOf(std::span<const Binding> keys, std::string_view language) {
    std::vector<std::string> labels;
    while (!keys.empty()) {
        const std::size_t run = runOf(keys) > 2 ? runOf(keys) : 1;
        std::string label = keyLabel(keys.front().press, language);
        if (run > 1) label += "–" + keyLabel(keys[run - 1].press, language);
        labels.push_back(std::move(label));
        keys = keys.subspan(run);
    }
    return labels;
}

/// Empty where the mode has no keys for it.
std::string labelsOf(const CommandRow& row, Mode mode, std::string_view language) {
    std::vector<std::string> labels = labelsOf(keysOf(row, mode), language);
    if (row.byNumber && mode != Mode::kiosk)
        labels.push_back(fmt::format("{} {}", hudWord(HudWord::number, language),
                                     keyLabel(gl::Key::enter, language)));
    return fmt::format("{}", fmt::join(labels, "  "));
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
    std::string text, left = labelsOf(row, mode, "en");
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
        if (!labelsOf(row, mode, "en").empty()) text += manualRow(row, mode, column);
    }
    return text;
}

}  // namespace

std::vector<KeyLine> keyLines(Mode mode, std::string_view language) {
    std::vector<KeyLine> lines;
    for (const CommandRow& row : commandTable()) {
        std::string keys = labelsOf(row, mode, language);
        if (!keys.empty()) lines.push_back({std::move(keys), std::string(hudWord(row, language))});
    }
    return lines;
}

std::string manualOfKeys() {
    return fmt::format("Keys of plain `play`\n{}\nKeys of `play --presenter`\n{}",
                       manualOf(Mode::play), manualOf(Mode::presenter));
}

}  // namespace ebbflow::live
