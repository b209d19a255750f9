// Tracks of GPX and of KML.

#include <algorithm>

#include "flow/raw_table.hpp"
#include "flow/track_parts.hpp"
#include "geo/kml_times.hpp"

namespace ebbflow::flow {

namespace {

using geo::XmlNode;

void addGpxPoint(const XmlNode& point, TrackMaker& track) {
    const auto lon = numberOf(point.attribute("lon")), lat = numberOf(point.attribute("lat"));
    if (lon && lat) track.point(*lon, *lat, std::string(point.textOf("time")));
}

void addGpxWords(const XmlNode& source, TrackMaker& track) {
    if (const auto type = source.textOf("type"); !type.empty())
        track.property("kind", std::string(type));
}

/// `lon,lat,height` and further such words.
void addCoordinates(std::string_view text, TrackMaker& track) {
    constexpr std::string_view kWhite = " \t\r\n";
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(kWhite), text.size()));
        if (text.empty()) return;
        const std::string_view word = text.substr(0, text.find_first_of(kWhite));
        const std::size_t comma = std::min(word.find(','), word.size());
        const std::string_view behind = word.substr(std::min(comma + 1, word.size()));
        const auto lon = numberOf(word.substr(0, comma));
        const auto lat = numberOf(behind.substr(0, behind.find(',')));
        if (lon && lat) track.point(*lon, *lat);
        text.remove_prefix(word.size());
    }
}

/// gx:Track: times and positions in two lists of one order.
void addTrack(const XmlNode& source, TrackMaker& track) {
    std::vector<std::string_view> times;
    for (const XmlNode& child : source.children)
        if (child.name == "when") times.push_back(child.text);
    std::size_t at = 0;
    for (const XmlNode& child : source.children) {
        if (child.name != "coord") continue;
        const std::string_view text = trimmed(child.text);
        const std::size_t blank = std::min(text.find(' '), text.size());
        const std::string_view behind = trimmed(text.substr(blank));
        const auto lon = numberOf(text.substr(0, blank));
        const auto lat = numberOf(behind.substr(0, behind.find(' ')));
        const std::string time(at < times.size() ? trimmed(times[at]) : std::string_view{});
        ++at;
        if (lon && lat) track.point(*lon, *lat, time);
    }
}

void addShapes(const XmlNode& source, TrackMaker& track) {
    for (const XmlNode& child : source.children) {
        if (child.name == "LineString") addCoordinates(child.textOf("coordinates"), track);
        if (child.name == "Track") addTrack(child, track);
        if (child.name == "MultiTrack" || child.name == "MultiGeometry") addShapes(child, track);
    }
}

void addData(const XmlNode& placemark, TrackMaker& track) {
    const XmlNode* data = placemark.find("ExtendedData");
    if (data == nullptr) return;
    for (const XmlNode& child : data->children) {
        if (child.name == "Data")
            track.property(child.attribute("name"), std::string(child.textOf("value")));
        if (child.name != "SchemaData") continue;
        for (const XmlNode& value : child.children)
            if (value.name == "SimpleData") track.property(value.attribute("name"), value.text);
    }
}

void collect(const XmlNode& at, std::vector<const XmlNode*>& placemarks) {
    for (const XmlNode& child : at.children) {
        if (child.name == "Placemark")
            placemarks.push_back(&child);
        else
            collect(child, placemarks);
    }
}

/// A journey kept as dated points: a leg from each to the next, which leaves when it was there.
std::vector<Track> legs(std::vector<const XmlNode*> placemarks) {
    std::erase_if(placemarks, [](const XmlNode* placemark) {
        return placemark->find("Point") == nullptr || geo::timeOf(*placemark).begin.empty();
    });
    std::ranges::stable_sort(
        placemarks, {}, [](const XmlNode* placemark) { return geo::timeOf(*placemark).begin; });
    std::vector<Track> tracks;
    for (std::size_t i = 1; i < placemarks.size(); ++i) {
        TrackMaker track(placemarks[i]->textOf("name"));
        for (const XmlNode* end : {placemarks[i - 1], placemarks[i]})
            addCoordinates(end->find("Point")->textOf("coordinates"), track);
        const geo::KmlTime left = geo::timeOf(*placemarks[i - 1]);
        track.span(left.end.empty() ? left.begin : left.end, geo::timeOf(*placemarks[i]).begin);
        track.finish(tracks);
    }
    return tracks;
}

}  // namespace

std::vector<Track> gpxTracks(const XmlNode& root) {
    std::vector<Track> tracks;
    for (const XmlNode& child : root.children) {
        if (child.name != "trk" && child.name != "rte") continue;
        TrackMaker track(child.textOf("name"));
        addGpxWords(child, track);
        for (const XmlNode& part : child.children) {
            if (part.name == "rtept") addGpxPoint(part, track);
            if (part.name != "trkseg") continue;
            for (const XmlNode& point : part.children)
                if (point.name == "trkpt") addGpxPoint(point, track);
        }
        track.finish(tracks);
    }
    return tracks;
}

std::vector<Track> kmlTracks(const XmlNode& root) {
    std::vector<const XmlNode*> placemarks;
    collect(root, placemarks);
    std::vector<Track> tracks;
    for (const XmlNode* placemark : placemarks) {
        TrackMaker track(placemark->textOf("name"));
        addData(*placemark, track);
        addShapes(*placemark, track);
        const geo::KmlTime time = geo::timeOf(*placemark);
        track.span(time.begin, time.end);
        track.finish(tracks);
    }
    return tracks.empty() ? legs(placemarks) : tracks;
}

}  // namespace ebbflow::flow
