#include "flow/track_parts.hpp"

#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "core/calendar.hpp"
#include "core/plain_text.hpp"
#include "flow/raw_table.hpp"

namespace ebbflow::flow {

TrackMaker::TrackMaker(std::string_view name) {
    if (!name.empty()) property("name", std::string(name));
}

void TrackMaker::property(std::string_view name, std::string value) {
    track_.properties.emplace_back(core::lower(name), std::move(value));
}

void TrackMaker::point(double lon, double lat, std::string time) {
    if (!std::isfinite(lon) || !std::isfinite(lat) || std::abs(lat) > 90 || std::abs(lon) > 360)
        return;
    if (!time.empty()) {
        if (track_.points.empty()) track_.begin = time;
        track_.end = std::move(time);
    }
    const core::LonLat next{lon, lat};
    if (track_.points.empty() || track_.points.back() != next) track_.points.push_back(next);
}

void TrackMaker::span(std::string begin, std::string end) {
    if (track_.begin.empty()) track_.begin = std::move(begin);
    if (track_.end.empty()) track_.end = std::move(end);
}

void TrackMaker::finish(std::vector<Track>& tracks) {
    if (track_.points.size() > 1) tracks.push_back(std::move(track_));
}

std::string timeText(double sinceEpoch) {
    // As seconds, the year 5138.
    constexpr double kSurelyMilliseconds = 1e11;
    const double seconds =
        std::abs(sinceEpoch) >= kSurelyMilliseconds ? sinceEpoch / 1000 : sinceEpoch;
    const core::Instant instant{static_cast<std::int64_t>(std::floor(seconds))};
    const std::int64_t second = core::secondOfDay(instant);
    return fmt::format("{}T{:02}:{:02}:{:02}Z", core::toString(core::dayOf(instant)), second / 3600,
                       second / 60 % 60, second % 60);
}

std::optional<double> numberOf(std::string_view text) {
    text = trimmed(text);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace ebbflow::flow
