#include "core/timecode.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace ebbflow::core {

namespace {

/// Frames that a second of timecode counts; nothing for rates without timecode.
std::optional<std::int64_t> nominal(const FrameRate& rate) {
    if (rate.denominator == 1) return rate.numerator;
    if (rate.denominator == 1001 && rate.numerator % 1000 == 0) return rate.numerator / 1000;
    return std::nullopt;
}

/// SMPTE ST 12-1's rates, and 48, twice one of them; the names of a faster one take three digits.
constexpr std::array<std::int64_t, 6> kRatesNamed{24, 25, 30, 48, 50, 60};

/// Names left out at the start of a minute: 2 at 29.97, 4 at 59.94; 0 where none can be.
std::int64_t droppedAMinute(const FrameRate& rate) {
    if (rate.denominator != 1001) return 0;
    return rate.numerator == 30'000 ? 2 : rate.numerator == 60'000 ? 4 : 0;
}

/// Two digits at each of four places, with the right marks between; nothing otherwise.
std::optional<std::array<int, 4>> fieldsOf(std::string_view text) {
    constexpr std::size_t kLength = 11;
    if (text.size() != kLength) return std::nullopt;
    std::array<int, 4> fields{};
    for (std::size_t i = 0; i < kLength; ++i) {
        const char c = text[i];
        if (i % 3 == 2) {
            if (c != ':' && !(i == 8 && c == ';')) return std::nullopt;
        } else {
            if (c < '0' || c > '9') return std::nullopt;
            fields[i / 3] = fields[i / 3] * 10 + (c - '0');
        }
    }
    if (fields[0] > 23 || fields[1] > 59 || fields[2] > 59) return std::nullopt;
    return fields;
}

TimecodeOrFault faulty(std::string fault) {
    return {0, false, std::move(fault)};
}

}  // namespace

bool looksLikeTimecode(std::string_view text) {
    return std::ranges::count(text, ':') == 3 || text.find(';') != std::string_view::npos;
}

TimecodeOrFault parseTimecode(std::string_view text, const FrameRate& rate) {
    const auto fields = fieldsOf(text);
    if (!fields)
        return faulty(fmt::format("`{}` is no timecode; write hh:mm:ss:ff, as 10:00:00:00", text));
    const auto perSecond = nominal(rate);
    if (!perSecond || std::ranges::find(kRatesNamed, *perSecond) == kRatesNamed.end()) {
        return faulty(fmt::format("there is no timecode at {} frames a second", toString(rate)));
    }
    const auto [hours, minutes, seconds, frames] = *fields;
    if (frames >= *perSecond) {
        return faulty(fmt::format("`{}`: at {} frames a second they are counted from 00 to {:02}",
                                  text, toString(rate), *perSecond - 1));
    }
    const bool drop = text[8] == ';';
    const std::int64_t dropped = droppedAMinute(rate);
    if (drop && dropped == 0) {
        return faulty(
            fmt::format("`{}`: `;` is drop-frame timecode, of 29.97 and 59.94 frames a second; at "
                        "{} write `:`",
                        text, toString(rate)));
    }
    if (drop && minutes % 10 != 0 && seconds == 0 && frames < dropped) {
        return faulty(
            fmt::format("`{}` is a name that drop-frame timecode leaves out; the minute "
                        "begins with ;{:02}",
                        text, dropped));
    }
    const std::int64_t minute = hours * 60 + minutes;
    const std::int64_t named = (minute * 60 + seconds) * *perSecond + frames;
    // ST 12-1: names are left out at every minute that is no tenth one.
    return {drop ? named - dropped * (minute - minute / 10) : named, drop, {}};
}

std::string timecodeOf(std::int64_t frame, const FrameRate& rate, bool dropFrame) {
    const std::int64_t perSecond = nominal(rate).value_or(1);
    const std::int64_t dropped = dropFrame ? droppedAMinute(rate) : 0;
    const std::int64_t minute = perSecond * 60 - dropped;  // frames of one that leaves names out
    const std::int64_t tenMinutes = minute * 10 + dropped;
    const std::int64_t within = frame % tenMinutes;
    // The first minute of ten leaves none out, so it is longer by as many.
    const std::int64_t leftOut =
        within < minute + dropped ? 0 : dropped * ((within - dropped) / minute);
    const std::int64_t named = frame + leftOut + frame / tenMinutes * dropped * 9;
    const std::int64_t seconds = named / perSecond;
    return fmt::format("{:02}:{:02}:{:02}{}{:02}", seconds / 3600 % 24, seconds / 60 % 60,
                       seconds % 60, dropFrame ? ';' : ':', named % perSecond);
}

TimecodeClock::TimecodeClock(std::string_view start, const FrameRate& rate) : rate_(rate) {
    if (!start.empty()) start_ = parseTimecode(start, rate);
}

std::string TimecodeClock::at(std::int64_t index) const {
    return timecodeOf(start_.frame + index, rate_, start_.dropFrame);
}

}  // namespace ebbflow::core
