#include "frame/describe_flow.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "picture/easing.hpp"
#include "story/crowd_dots.hpp"
#include "story/stays.hpp"
#include "story/threads.hpp"

namespace ebbflow::frame {

namespace {

constexpr double kUnfocused = 0.25;
constexpr double kFocusSeconds = 0.8;
constexpr double kRateSeconds = 1.5;     // a ribbon's width follows the rate of this long
constexpr double kThinnestRibbon = 1.2;  // reference pixels
constexpr std::string_view kWorks = "works";

double focusOf(const scene::Step& step, std::string_view name) {
    if (step.focus.empty()) return 1;
    return std::ranges::find(step.focus, name) != step.focus.end() ? 1 : kUnfocused;
}

/// Eases from the step before to this one.
double focusAt(const story::Moment& m, std::string_view name) {
    const double now = focusOf(m.script, name);
    return m.before == nullptr
               ? now
               : picture::mix(focusOf(*m.before, name), now, m.entered(kFocusSeconds));
}

void describeFocus(const story::Moment& m, picture::MapPicture& frame) {
    frame.brightness.fill(1);
    const auto& kinds = m.story.lightPlan.kinds;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        frame.brightness[i] = static_cast<float>(focusAt(m, kinds[i].name));
    }
    const double now = m.script.focus.empty() ? 0 : 1;
    const double before = m.before != nullptr && !m.before->focus.empty() ? 1 : 0;
    frame.dim = static_cast<float>(picture::mix(before, now, m.entered(kFocusSeconds)));
}

/// Lights that left within kRateSeconds, the latest ones weighing most, per second.
double rateAt(const std::vector<float>& departures, double seconds, double since) {
    const auto end =
        std::upper_bound(departures.begin(), departures.end(), static_cast<float>(seconds));
    double sum = 0;
    for (auto it = end; it != departures.begin();) {
        const double age = seconds - *--it;
        if (age >= 2 * kRateSeconds || *it < since) break;
        sum += picture::smooth(1 - std::abs(age - kRateSeconds) / kRateSeconds);
    }
    return sum / kRateSeconds;
}

void describeRibbons(const story::Moment& m, picture::MapPicture& frame) {
    const double since = m.story.timeline.flightsOf(m.step.chapter).from;
    const std::size_t first = frame.ribbons.size();
    for (const story::Stream& stream : m.story.lightPlan.streams) {
        const double widest = m.story.lightPlan.kinds.at(stream.kind).look.ribbonWidth;
        const story::ThreadShown thread = story::threadAt(stream.bouts, m.lightSeconds, since);
        if (thread.strength <= 0 || thread.to <= 0 || widest <= 0) continue;
        picture::Ribbon ribbon;
        ribbon.path = stream.path;
        ribbon.kind = stream.kind;
        const double rate = rateAt(stream.departures, m.lightSeconds, since);
        const double share = std::sqrt(std::min(1.0, rate / m.story.lightPlan.peakRate));
        ribbon.width =
            static_cast<float>(std::lerp(std::min(kThinnestRibbon, widest), widest, share));
        ribbon.strength = static_cast<float>(thread.strength);
        ribbon.to = static_cast<float>(thread.to);
        ribbon.softness = static_cast<float>(stream.confidence) / 4.0F;
        frame.ribbons.push_back(ribbon);
    }
    story::addFurtherParts(*m.story.lights, first, frame);
}

struct Gathered {
    double arrived = 0;
    double arriving = 0;
    std::uint32_t kind = 0;
};

/// Who has come in this chapter so far. A glow is a picture of arrivals, not a stock: stocks are
/// figures.
void describeGlows(const story::Moment& m, picture::MapPicture& frame) {
    const auto& plan = m.story.lightPlan;
    std::map<std::pair<std::uint32_t, std::string_view>, Gathered> gathered;
    const double start = m.story.timeline.clock.at(m.chapter.start.seconds());
    for (const story::Stream& stream : plan.streams) {
        const auto first = std::lower_bound(stream.arrivals.begin(), stream.arrivals.end(),
                                            static_cast<float>(start));
        const auto now =
            std::upper_bound(first, stream.arrivals.end(), static_cast<float>(m.lightSeconds));
        if (first == now || !plan.places[stream.toPlace].onMap) continue;
        Gathered& g = gathered[{stream.toPlace, plan.kinds[stream.kind].hue}];
        g.arrived += static_cast<double>(now - first);
        g.arriving += rateAt(stream.arrivals, m.lightSeconds, start);
        g.kind = stream.kind;
    }
    const double fade = std::min(1.0, picture::smooth(m.chapterLeft / 0.8));
    for (const auto& [key, g] : gathered) {
        const double swell = std::log2(1 + g.arrived);
        const double rush = std::min(1.0, g.arriving / 40);
        frame.glows.push_back({plan.places[key.first].at, plan.kinds[g.kind].look.colour,
                               static_cast<float>(8 + 4.5 * swell + 10 * rush),
                               static_cast<float>((0.10 + 0.035 * swell + 0.25 * rush) * fade *
                                                  focusAt(m, plan.kinds[g.kind].name))});
    }
}

void describeRings(const story::Moment& m, picture::MapPicture& frame) {
    const auto& events = m.story.rings;
    auto it = std::ranges::lower_bound(events, m.lightSeconds - story::kRingSeconds, {},
                                       &story::RingEvent::seconds);
    for (; it != events.end() && it->seconds <= m.lightSeconds; ++it) {
        const double age = (m.lightSeconds - it->seconds) / story::kRingSeconds;
        const story::Kind& kind = m.story.lightPlan.kinds[it->kind];
        frame.rings.push_back(
            {m.story.lightPlan.places[it->place].at, kind.look.colour,
             static_cast<float>(5 + 17 * (1 - (1 - age) * (1 - age))), 1.6F,
             static_cast<float>(0.8 * (1 - age) * (1 - age) * focusAt(m, kind.name))});
    }
}

void describeDots(const story::Moment& m, const std::vector<screen::PlannedLabel>& labels,
                  picture::MapPicture& frame) {
    for (const story::LightPlace& place : m.story.lightPlan.places) {
        if (place.traffic > 0 && place.onMap)
            frame.dots.push_back({place.at, {0.86F, 0.88F, 0.9F, 1}, 2.2F, 0.55F});
    }
    for (const screen::PlannedLabel& label : labels) {
        const double on = picture::fadeInOut(m.seconds, label.start, label.end, screen::kLabelFade);
        if (on > 0 && label.look == screen::LabelLook::place)
            frame.dots.push_back(
                {label.at, {0.93F, 0.94F, 0.95F, 1}, 3.2F, static_cast<float>(on)});
    }
}

picture::Square describeSquare(const story::Moment& m, const story::PlannedSite& planned,
                               double focus) {
    const flow::Site& site = m.story.film->tables.sites[planned.site];
    const story::SiteState state = story::siteStateOn(site, m.day);
    picture::Square square;
    square.at = planned.at;
    square.offset = {planned.offset.x, planned.offset.y + story::squareDropAt(m, site.at.placeId)};
    square.side = static_cast<float>(story::kSquareSide);
    square.colour = core::parseColour("vermilion")->withAlpha(static_cast<float>(focus));
    if (!state.dated) {
        // No year in the table: there, but neither begun nor done at any moment.
        const double there =
            picture::smooth((m.seconds - m.reached(core::startOf(m.story.sites.first))) / 0.8);
        square.outline = static_cast<float>(0.28 * there);
        return square;
    }
    const double there = picture::smooth((m.seconds - m.reached(site.begun->span().from)) / 0.8);
    square.outline = static_cast<float>((state.done ? 1.0 : 0.85) * there);
    square.filled = static_cast<float>(state.done ? 1 : 0.55 * state.progress);
    if (state.done) {
        const double age = m.seconds - m.reached(site.done->span().until);
        square.glow = static_cast<float>(0.25 + 0.75 * std::exp(-age / 1.2));
    }
    return square;
}

void describeSquares(const story::Moment& m, picture::MapPicture& frame) {
    const double focus = focusAt(m, kWorks);
    for (const story::PlannedSite& planned : m.story.sites.sites) {
        const picture::Square square = describeSquare(m, planned, focus);
        if (square.outline > 0) frame.squares.push_back(square);
    }
}

}  // namespace

void describeFlow(const story::Moment& moment, const std::vector<screen::PlannedLabel>& labels,
                  picture::MapPicture& frame) {
    describeFocus(moment, frame);
    frame.lights = story::lightsUnderWay(*moment.story.lights, moment.lightSeconds,
                                         moment.story.timeline.flightsOf(moment.step.chapter).from);
    describeRibbons(moment, frame);
    story::describeThreads(moment, frame);
    story::describeVeils(moment, frame);
    describeGlows(moment, frame);
    describeRings(moment, frame);
    story::describeStays(moment, frame);
    story::describeCrowds(moment, frame);
    describeDots(moment, labels, frame);
    describeSquares(moment, frame);
}

}  // namespace ebbflow::frame
