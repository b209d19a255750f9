#include "live/command_text.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "core/diagnostic.hpp"
#include "live/commands.hpp"

namespace ebbflow::live {

namespace {

using Words = std::vector<std::string_view>;

Words wordsOf(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n";
    Words words;
    for (std::size_t begin = text.find_first_not_of(kBlanks); begin != std::string_view::npos;) {
        const std::size_t end = std::min(text.find_first_of(kBlanks, begin), text.size());
        words.push_back(text.substr(begin, end - begin));
        begin = text.find_first_not_of(kBlanks, end);
    }
    return words;
}

/// The row whose name begins the words; of `seek` and `seek on`, the longer one.
const CommandRow* rowNamed(const Words& words) {
    const CommandRow* best = nullptr;
    for (const CommandRow& row : commandTable()) {
        const Words name = wordsOf(row.name);
        const bool longer = best == nullptr || row.name.size() > best->name.size();
        if (name.size() <= words.size() && longer &&
            std::equal(name.begin(), name.end(), words.begin())) {
            best = &row;
        }
    }
    return best;
}

std::string joined(const Words& words) {
    return fmt::format("{}", fmt::join(words, " "));
}

/// "; did you mean …", of all names but that which was understood.
std::string orAnother(const Words& words, const CommandRow* understood = nullptr) {
    std::vector<std::string> names;
    for (const CommandRow& row : commandTable()) {
        if (&row != understood) names.emplace_back(row.name);
    }
    return core::didYouMean(joined(words), names);
}

std::string whatItTakes(const CommandRow& row) {
    if (row.takes.empty()) return "nothing";
    std::string all;
    for (const ArgumentKind& kind : row.takes) {
        if (!all.empty()) all += ", ";
        all += fmt::format("{} ({}, such as {})", kind.name, kind.written, kind.example);
    }
    return all;
}

/// As many words as it takes, where the last argument is all that is left.
std::vector<std::string> told(const CommandRow& row, const Words& words) {
    std::vector<std::string> all(words.begin(), words.end());
    const std::size_t takes = row.takes.size();
    if (takes == 0 || all.size() <= takes || !row.takes.back().rest) return all;
    all.resize(takes);
    const auto left = words.begin() + static_cast<std::ptrdiff_t>(takes) - 1;
    all.back() = joined({left, words.end()});
    return all;
}

CommandOrFault withWords(const CommandRow& row, const Words& spoken) {
    const std::vector<std::string> words = told(row, spoken);
    Command command{&row, {}};
    for (std::size_t i = 0; i < std::min(words.size(), row.takes.size()); ++i) {
        if (auto read = row.takes[i].read(words[i])) command.arguments.push_back(*read);
    }
    if (words.size() == row.takes.size() && command.arguments.size() == words.size())
        return {std::move(command), {}};
    return {std::nullopt,
            fmt::format("`{}` takes {}, not {}", row.name, whatItTakes(row),
                        words.empty() ? "nothing" : fmt::format("`{}`", joined(spoken)))};
}

}  // namespace

CommandOrFault withArguments(const CommandRow& row, std::string_view words) {
    return withWords(row, wordsOf(words));
}

CommandOrFault parseCommand(std::string_view text, Mode mode) {
    const Words words = wordsOf(text);
    if (words.empty()) return {std::nullopt, "a command is missing"};
    const CommandRow* row = rowNamed(words);
    if (row == nullptr)
        return {std::nullopt,
                fmt::format("there is no command `{}`{}", joined(words), orAnother(words))};
    if (!isOf(*row, mode))
        return {std::nullopt, fmt::format("`{}` is no command of this mode", row->name)};
    const auto nameLength = static_cast<std::ptrdiff_t>(wordsOf(row->name).size());
    CommandOrFault read = withWords(*row, {words.begin() + nameLength, words.end()});
    if (!read.command) read.fault += orAnother(words, row);
    return read;
}

}  // namespace ebbflow::live
