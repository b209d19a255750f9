#include "live/arguments.hpp"

#include <charconv>

namespace ebbflow::live {

namespace {

/// Whoever sends a command need not know the film's rate: frames are no times here.
std::optional<Argument> readTime(std::string_view word) {
    if (word.starts_with('f')) return std::nullopt;
    const auto time = core::parseFilmTime(word, {});
    return time ? std::optional<Argument>(*time) : std::nullopt;
}

std::optional<Argument> readReal(std::string_view word, double least, double most) {
    double number = 0;
    const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), number);
    const bool whole = fault == std::errc{} && end == word.data() + word.size();
    if (!whole || !(number >= least && number <= most)) return std::nullopt;
    return number;
}

std::optional<Argument> readSeconds(std::string_view word) {
    return readReal(word, 0, 1e9);
}

std::optional<Argument> readShare(std::string_view word) {
    return readReal(word, -100, 100);
}

std::optional<Argument> readPart(std::string_view word) {
    return readReal(word, 0, 1);
}

std::optional<Argument> readFactor(std::string_view word) {
    return readReal(word, 0.01, 100);
}

std::optional<Argument> readNumber(std::string_view word) {
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), number);
    const bool whole = fault == std::errc{} && end == word.data() + word.size();
    if (!whole || number < 1 || number > 1'000'000) return std::nullopt;
    return number;
}

std::optional<Argument> readWord(std::string_view word) {
    constexpr std::size_t kLongest = 64;
    return word.empty() || word.size() > kLongest ? std::nullopt
                                                  : std::optional<Argument>(std::string(word));
}

std::optional<Argument> readText(std::string_view words) {
    constexpr std::size_t kLongest = 200;
    return words.empty() || words.size() > kLongest ? std::nullopt
                                                    : std::optional<Argument>(std::string(words));
}

std::optional<Argument> readSpeed(std::string_view word) {
    return readReal(word, 0.1, 10);
}

}  // namespace

const ArgumentKind& timeArgument() {
    static constexpr ArgumentKind kKind{"TIME", "seconds, or minutes and seconds", "1:23.5",
                                        readTime};
    return kKind;
}

const ArgumentKind& secondsArgument() {
    static constexpr ArgumentKind kKind{"SECONDS", "a number that is not negative", "2.5",
                                        readSeconds};
    return kKind;
}

const ArgumentKind& shareArgument() {
    static constexpr ArgumentKind kKind{"SHARE", "a number of picture heights, from -100 to 100",
                                        "-0.25", readShare};
    return kKind;
}

const ArgumentKind& partArgument() {
    static constexpr ArgumentKind kKind{"PART", "a number from 0 to 1", "0.25", readPart};
    return kKind;
}

const ArgumentKind& factorArgument() {
    static constexpr ArgumentKind kKind{"FACTOR", "a number from 0.01 to 100", "1.5", readFactor};
    return kKind;
}

const ArgumentKind& wordArgument() {
    static constexpr ArgumentKind kKind{"WORD", "one word", "zh", readWord};
    return kKind;
}

const ArgumentKind& textArgument() {
    static constexpr ArgumentKind kKind{"TEXT", "a few words", "The great flow", readText, true};
    return kKind;
}

const ArgumentKind& speedArgument() {
    static constexpr ArgumentKind kKind{"SPEED", "a number from 0.1 to 10", "0.5", readSpeed};
    return kKind;
}

const ArgumentKind& numberArgument() {
    static constexpr ArgumentKind kKind{"NUMBER", "a whole number from 1", "2", readNumber};
    return kKind;
}

}  // namespace ebbflow::live
