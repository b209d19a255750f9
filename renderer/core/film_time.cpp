#include "core/film_time.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

namespace ebbflow::core {

namespace {

std::optional<double> parseSeconds(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    if (!std::isfinite(value) || value < 0 || value > 1e9) return std::nullopt;
    return value;
}

std::optional<std::int64_t> parseWhole(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
    if (value > 1'000'000'000) return std::nullopt;
    return value;
}

std::optional<FrameRate> exact(FrameRate rate) {
    if (rate.numerator <= 0 || rate.denominator <= 0) return std::nullopt;
    const auto divisor = std::gcd(rate.numerator, rate.denominator);
    rate = {rate.numerator / divisor, rate.denominator / divisor};
    if (rate.numerator > 1'000'000 || rate.denominator > 1'000'000) return std::nullopt;
    constexpr std::int64_t kFastest = 120;
    if (rate.numerator < rate.denominator || rate.numerator > kFastest * rate.denominator)
        return std::nullopt;
    if ((FilmTime::kTicksPerSecond * rate.denominator) % rate.numerator != 0) return std::nullopt;
    return rate;
}

}  // namespace

FilmTime FilmTime::fromSeconds(double seconds) {
    return fromTicks(std::llround(seconds * static_cast<double>(kTicksPerSecond)));
}

std::optional<FrameRate> parseFrameRate(std::string_view text) {
    // The names by which the NTSC rates go, and the fractions they stand for (SMPTE ST 12-1).
    struct Named {
        std::string_view name;
        FrameRate rate;
    };
    constexpr std::array named{Named{"23.976", {24000, 1001}}, Named{"23.98", {24000, 1001}},
                               Named{"29.97", {30000, 1001}}, Named{"59.94", {60000, 1001}}};
    for (const Named& n : named) {
        if (n.name == text) return n.rate;
    }
    const auto slash = text.find('/');
    const auto numerator = parseWhole(text.substr(0, slash));
    const auto denominator = slash == std::string_view::npos ? std::optional<std::int64_t>(1)
                                                             : parseWhole(text.substr(slash + 1));
    if (!numerator || !denominator) return std::nullopt;
    return exact({*numerator, *denominator});
}

std::string toString(const FrameRate& rate) {
    return rate.denominator == 1 ? fmt::format("{}", rate.numerator)
                                 : fmt::format("{}/{}", rate.numerator, rate.denominator);
}

FilmTime frameStart(std::int64_t index, const FrameRate& rate) {
    const std::int64_t ticksPerFrame =
        FilmTime::kTicksPerSecond * rate.denominator / rate.numerator;
    return FilmTime::fromTicks(index * ticksPerFrame);
}

std::int64_t frameAt(FilmTime time, const FrameRate& rate) {
    const std::int64_t ticksPerFrame =
        FilmTime::kTicksPerSecond * rate.denominator / rate.numerator;
    const std::int64_t whole = time.ticks() / ticksPerFrame;
    return time.ticks() < 0 && time.ticks() % ticksPerFrame != 0 ? whole - 1 : whole;
}

std::int64_t frameCount(FilmTime length, const FrameRate& rate) {
    if (length.ticks() <= 0) return 0;
    return frameAt(length - FilmTime::fromTicks(1), rate) + 1;
}

std::optional<FilmTime> parseFilmTime(std::string_view text, const FrameRate& rate) {
    if (!text.empty() && text.front() == 'f') {
        const auto frame = parseWhole(text.substr(1));
        return frame ? std::optional(frameStart(*frame, rate)) : std::nullopt;
    }
    double total = 0;
    int fields = 0;
    for (std::string_view rest = text; ++fields <= 3;) {
        const auto colon = rest.find(':');
        const std::string_view field = rest.substr(0, colon);
        if (colon == std::string_view::npos) {
            const auto seconds = parseSeconds(field);
            if (!seconds || (fields > 1 && *seconds >= 60)) return std::nullopt;
            return FilmTime::fromSeconds(total * 60 + *seconds);
        }
        const auto whole = parseWhole(field);
        if (!whole || (fields > 1 && *whole >= 60)) return std::nullopt;
        total = total * 60 + static_cast<double>(*whole);
        rest = rest.substr(colon + 1);
    }
    return std::nullopt;
}

std::string toString(FilmTime time) {
    const std::int64_t hundredths = std::llround(time.seconds() * 100);
    return fmt::format("{}:{:02}.{:02}", hundredths / 6000, hundredths / 100 % 60,
                       hundredths % 100);
}

}  // namespace ebbflow::core
