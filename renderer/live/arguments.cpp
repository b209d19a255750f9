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

std::optional<Argument> readSeconds(std::string_view word) {
    double seconds = 0;
    const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), seconds);
    const bool whole = fault == std::errc{} && end == word.data() + word.size();
    if (!whole || !(seconds >= 0 && seconds <= 1e9)) return std::nullopt;
    return seconds;
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

const ArgumentKind& wordArgument() {
    static constexpr ArgumentKind kKind{"WORD", "one word", "zh", readWord};
    return kKind;
}

const ArgumentKind& numberArgument() {
    static constexpr ArgumentKind kKind{"NUMBER", "a whole number from 1", "2", readNumber};
    return kKind;
}

}  // namespace ebbflow::live
