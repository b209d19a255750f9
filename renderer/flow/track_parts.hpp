#pragma once
// What the readers of the single formats of tracks share. Private to this room.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "flow/track.hpp"
#include "geo/xml_file.hpp"

namespace ebbflow::flow {

/// A track under way: points are added with what the file says of their time, if anything.
class TrackMaker {
public:
    explicit TrackMaker(std::string_view name = {});
    void property(std::string_view name, std::string value);
    /// Points that are no degrees are passed over.
    void point(double lon, double lat, std::string time = {});
    /// Where the points have no times of their own.
    void span(std::string begin, std::string end);
    /// Into `tracks`, unless it leads nowhere.
    void finish(std::vector<Track>& tracks);

private:
    Track track_;
};

/// Seconds since 1970, or milliseconds where they are so many, as `2019-07-26T23:39:23Z`.
[[nodiscard]] std::string timeText(double sinceEpoch);

/// The number that is all of the text.
[[nodiscard]] std::optional<double> numberOf(std::string_view text);

[[nodiscard]] std::vector<Track> gpxTracks(const geo::XmlNode& root);
[[nodiscard]] std::vector<Track> kmlTracks(const geo::XmlNode& root);
/// Nothing where the text is no JSON, or no GeoJSON with lines.
[[nodiscard]] std::optional<std::vector<Track>> geoJsonTracks(const std::string& text);
[[nodiscard]] std::optional<std::vector<Track>> czmlTracks(const std::string& text);

}  // namespace ebbflow::flow
