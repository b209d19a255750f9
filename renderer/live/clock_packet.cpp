#include "live/clock_packet.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "core/byte_hash.hpp"

namespace ebbflow::live {

namespace {

constexpr std::string_view kMagic = "ebbclock";
constexpr std::uint64_t kVersion = 1;
constexpr std::uint64_t kRuns = 1, kBlack = 2;
constexpr std::size_t kLanguageBytes = 16, kHashed = kClockPacketBytes - 8;
constexpr double kLongestSeconds = 1e9, kFastest = 1000;  // beyond that it is no clock of a film

void put(ClockPacket& packet, std::size_t at, std::uint64_t value, std::size_t bytes) {
    for (std::size_t i = 0; i < bytes; ++i)
        packet.at(at + i) = static_cast<std::uint8_t>(value >> (8 * i));
}

std::uint64_t number(std::span<const std::uint8_t> bytes, std::size_t at, std::size_t count) {
    std::uint64_t value = 0;
    for (std::size_t i = count; i-- > 0;) value = value << 8 | bytes[at + i];
    return value;
}

std::uint64_t hashOf(std::span<const std::uint8_t> bytes) {
    core::ByteHash hash;
    hash.add(bytes.data(), kHashed);
    return hash.value();
}

bool isOfLanguages(char c) {
    return c == '-' || ('0' <= c && c <= '9') || ('A' <= c && c <= 'Z') || ('a' <= c && c <= 'z');
}

std::uint64_t millionths(double value) {
    return static_cast<std::uint64_t>(std::llround(value * 1e6));
}

/// Nothing where something stands behind its end.
std::optional<std::string> languageIn(std::span<const std::uint8_t> bytes) {
    const auto end = std::ranges::find(bytes, 0);
    std::string language(bytes.begin(), end);
    const bool good = std::ranges::all_of(language, isOfLanguages) &&
                      std::all_of(end, bytes.end(), [](std::uint8_t b) { return b == 0; });
    return good ? std::optional(std::move(language)) : std::nullopt;
}

}  // namespace

ClockPacket packetOf(const ClockNews& news) {
    ClockPacket packet{};
    std::ranges::copy(kMagic, packet.begin());
    put(packet, 8, kVersion, 2);
    put(packet, 10, kClockPacketBytes, 2);
    put(packet, 12, (news.runs ? kRuns : 0) | (news.black ? kBlack : 0), 4);
    put(packet, 16, news.session, 8);
    put(packet, 24, news.number, 8);
    put(packet, 32, news.film, 8);
    put(packet, 40, static_cast<std::uint64_t>(news.time.ticks()), 8);
    put(packet, 48, millionths(news.waiting), 8);
    put(packet, 56, millionths(news.speed), 8);
    std::copy_n(news.language.begin(), std::min(news.language.size(), kLanguageBytes),
                packet.begin() + 64);
    put(packet, kHashed, hashOf(packet), 8);
    return packet;
}

std::optional<ClockNews> newsIn(std::span<const std::uint8_t> bytes) {
    if (bytes.size() != kClockPacketBytes ||
        !std::equal(kMagic.begin(), kMagic.end(), bytes.begin()) ||
        number(bytes, 8, 2) != kVersion || number(bytes, 10, 2) != kClockPacketBytes ||
        number(bytes, kHashed, 8) != hashOf(bytes))
        return std::nullopt;
    const std::uint64_t flags = number(bytes, 12, 4);
    const auto ticks = static_cast<std::int64_t>(number(bytes, 40, 8));
    const double waiting = static_cast<double>(number(bytes, 48, 8)) / 1e6;
    const double speed = static_cast<double>(number(bytes, 56, 8)) / 1e6;
    const auto language = languageIn(bytes.subspan(64, kLanguageBytes));
    const core::FilmTime time = core::FilmTime::fromTicks(ticks);
    if (flags > (kRuns | kBlack) || ticks < 0 || time.seconds() > kLongestSeconds ||
        waiting > kLongestSeconds || !(speed > 0 && speed <= kFastest) || !language)
        return std::nullopt;
    return ClockNews{number(bytes, 16, 8),
                     number(bytes, 24, 8),
                     number(bytes, 32, 8),
                     time,
                     waiting,
                     speed,
                     (flags & kRuns) != 0,
                     (flags & kBlack) != 0,
                     *language};
}

}  // namespace ebbflow::live
