#include "story/threads.hpp"

#include <algorithm>
#include <cmath>

#include "picture/easing.hpp"

namespace ebbflow::story {

namespace {

constexpr double kEver = -1e15;        // days; before all history
constexpr double kThinnest = 1.1;      // reference pixels
constexpr double kThickest = 24;       // reference pixels, of the way that most have gone
constexpr double kMostOfLength = 0.1;  // of a short way's own length
constexpr double kThreadGap = 1.5;     // reference pixels, between threads side by side
constexpr double kComeSeconds = 1.6;
constexpr double kVeilWidth = 42;  // reference pixels
constexpr double kVeilStrength = 0.55;

/// Since when a step counts; nothing when it shows no threads.
std::optional<double> countedFrom(const scene::Step& step) {
    if (step.accumulate == scene::Accumulate::no) return std::nullopt;
    if (step.accumulate == scene::Accumulate::step && step.date)
        return core::inDays(step.date->span().from);
    return kEver;
}

double countOn(const Way& way, const Moment& m) {
    double sum = 0;
    const double now = m.entered(kComeSeconds);
    if (const auto from = countedFrom(m.script)) sum += now * way.countBetween(*from, m.day);
    if (m.before == nullptr || now >= 1) return sum;
    // Threads of the step before draw back as they came.
    if (const auto from = countedFrom(*m.before)) {
        const double last =
            m.step.step > 0 ? m.day : m.story.timeline.chapters[m.step.chapter - 1].dates.lastDay();
        sum += (1 - now) * way.countBetween(*from, last);
    }
    return sum;
}

/// How many lights of a way stood before those that a step counts from.
std::int64_t stoodBefore(const Way& way, const Moment& m, std::int64_t perLight) {
    const auto from = countedFrom(m.script);
    // What draws back is what the step before had; then the film is counted from its beginning.
    if (!from || *from == kEver) return 0;
    return static_cast<std::int64_t>(way.countBetween(kEver, *from)) / perLight;
}

void addStanding(const Way& way, const Moment& m, double count, picture::MapPicture& frame) {
    const std::int64_t perLight = m.story.lightPlan.kinds[way.kind].perLight;
    const std::int64_t skipped =
        std::min<std::int64_t>(stoodBefore(way, m, perLight), way.standing);
    // A whole number of people may come out a hair too small.
    const auto lights = static_cast<std::int64_t>(count + 1e-6) / perLight;
    const auto shown = std::min(lights, way.standing - skipped);
    if (shown <= 0) return;
    frame.standing.push_back({way.firstStanding + static_cast<std::uint32_t>(skipped),
                              static_cast<std::uint32_t>(shown)});
}

/// Threads of one path lie side by side, in the order of the kinds.
void layAbreast(std::vector<picture::Ribbon>& ribbons, std::size_t first) {
    double whole = -kThreadGap;
    for (std::size_t i = first; i < ribbons.size(); ++i) whole += ribbons[i].width + kThreadGap;
    double at = -whole / 2;
    for (std::size_t i = first; i < ribbons.size(); ++i) {
        ribbons[i].aside = static_cast<float>(at + ribbons[i].width / 2);
        at += ribbons[i].width + kThreadGap;
    }
}

bool isSame(const Veil& veil, const std::vector<Veil>& veils) {
    return std::ranges::find(veils, veil) != veils.end();
}

void addVeil(const Veil& veil, double strength, picture::MapPicture& frame) {
    if (strength <= 0) return;
    picture::Ribbon ribbon;
    ribbon.path = veil.path;
    ribbon.kind = veil.kind;
    ribbon.width = static_cast<float>(kVeilWidth);
    ribbon.strength = static_cast<float>(kVeilStrength * strength);
    ribbon.softness = 1;
    ribbon.drifts = true;
    frame.ribbons.push_back(ribbon);
}

}  // namespace

double threadWidth(double count, double most) {
    return count <= 0 ? 0 : kThinnest + (kThickest - kThinnest) * std::sqrt(count / most);
}

void addFurtherParts(const picture::Lights& lights, std::size_t first, picture::MapPicture& frame) {
    const std::size_t end = frame.ribbons.size();
    for (std::size_t i = first; i < end; ++i) {
        picture::Ribbon ribbon = frame.ribbons[i];
        const std::uint32_t endOfWay = lights.endOfWay(ribbon.path);
        for (++ribbon.path; ribbon.path < endOfWay; ++ribbon.path) frame.ribbons.push_back(ribbon);
    }
}

void describeThreads(const Moment& m, picture::MapPicture& frame) {
    if (!showsThreads(m)) return;
    const std::size_t first = frame.ribbons.size();
    const LightPlan& plan = m.story.lightPlan;
    const double scale = picture::pixelsPerKm(m.camera, m.story.aspect);
    std::size_t firstOfPath = frame.ribbons.size();
    for (std::size_t i = 0; i < plan.ways.size(); ++i) {
        const Way& way = plan.ways[i];
        if (i > 0 && plan.ways[i - 1].path != way.path) firstOfPath = frame.ribbons.size();
        const double count = countOn(way, m);
        addStanding(way, m, count, frame);
        if (count < 0.5) continue;
        picture::Ribbon ribbon;
        ribbon.path = way.path;
        ribbon.kind = way.kind;
        ribbon.width =
            static_cast<float>(std::min(threadWidth(count, plan.mostOnAWay),
                                        std::max(kThinnest, kMostOfLength * way.lengthKm * scale)));
        const double hue = plan.kinds[way.kind].look.threadStrength;
        ribbon.strength = static_cast<float>(hue * picture::smooth(count));
        frame.ribbons.push_back(ribbon);
        const bool lastOfPath = i + 1 == plan.ways.size() || plan.ways[i + 1].path != way.path;
        if (lastOfPath) layAbreast(frame.ribbons, firstOfPath);
    }
    addFurtherParts(*m.story.lights, first, frame);
}

void describeVeils(const Moment& m, picture::MapPicture& frame) {
    const auto& now = m.story.lightPlan.veils[m.stepIndex];
    const double entered = m.entered(kComeSeconds);
    const std::size_t first = frame.ribbons.size();
    const auto before =
        m.stepIndex > 0 ? m.story.lightPlan.veils[m.stepIndex - 1] : std::vector<Veil>{};
    for (const Veil& veil : now) addVeil(veil, isSame(veil, before) ? 1 : entered, frame);
    for (const Veil& veil : before) {
        if (!isSame(veil, now)) addVeil(veil, 1 - entered, frame);
    }
    addFurtherParts(*m.story.lights, first, frame);
}

bool showsThreads(const Moment& m) {
    if (m.script.accumulate != scene::Accumulate::no) return true;
    return m.before != nullptr && m.before->accumulate != scene::Accumulate::no &&
           m.entered(kComeSeconds) < 1;
}

bool showsVeils(const Moment& m) {
    return !m.story.lightPlan.veils[m.stepIndex].empty();
}

}  // namespace ebbflow::story
