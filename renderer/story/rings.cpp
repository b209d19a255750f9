#include "story/rings.hpp"

#include <algorithm>
#include <map>
#include <span>

namespace ebbflow::story {

namespace {

void addBeginnings(std::vector<RingEvent>& events, std::span<const float> times,
                   std::uint32_t place, std::uint32_t kind) {
    double last = -1e9;
    for (const float time : times) {
        if (time - last > kRingSeconds) events.push_back({time, place, kind});
        last = time;
    }
}

/// Streams of one hue that begin together at one city share a ring.
std::vector<RingEvent> merged(const std::vector<RingEvent>& events) {
    std::vector<RingEvent> result;
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> last;
    for (const RingEvent& event : events) {
        const auto key = std::pair(event.place, event.kind);
        const auto before = last.find(key);
        if (before != last.end() && event.seconds - before->second < kRingSeconds / 2) continue;
        last[key] = event.seconds;
        result.push_back(event);
    }
    return result;
}

}  // namespace

std::vector<RingEvent> planRings(const LightPlan& plan) {
    std::vector<RingEvent> events;
    for (const Stream& stream : plan.streams) {
        for (const auto& [times, place] : {std::pair(&stream.departures, stream.fromPlace),
                                           std::pair(&stream.arrivals, stream.toPlace)}) {
            if (plan.places[place].onMap) addBeginnings(events, *times, place, stream.kind);
        }
    }
    std::ranges::stable_sort(events, {}, &RingEvent::seconds);
    return merged(events);
}

}  // namespace ebbflow::story
