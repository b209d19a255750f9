#include "screen/marks.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "flow/paths.hpp"
#include "picture/easing.hpp"
#include "screen/anchor.hpp"
#include "screen/furniture.hpp"
#include "screen/mark_ring.hpp"

namespace ebbflow::screen {

namespace {

constexpr double kDrawSeconds = 0.6;
constexpr double kGoSeconds = 0.5;
constexpr double kStroke = 4;
constexpr double kUnder = 9;      // the dark stroke under it
constexpr double kStandOff = 22;  // of an arrow's ends from their places
constexpr double kBow = 0.16;     // how far an arrow bends aside, of its length
constexpr double kHead = 20;
constexpr double kTextSize = 26;
constexpr int kPieces = 48;

/// 0 before it begins; 1 when it is drawn; gone again at its end.
struct Progress {
    double drawn = 0, opacity = 0, words = 0;
};

Progress progressOf(const Moment& moment, const scene::Mark& mark) {
    const double since = moment.sinceStep - mark.start.seconds();
    const double rest = moment.step.length.seconds() - mark.start.seconds();
    const double length = mark.length ? std::min(rest, mark.length->seconds()) : rest;
    if (since <= 0 || since >= length) return {};
    const double going = picture::smooth((length - since) / kGoSeconds);
    return {picture::easeInOut(since / kDrawSeconds), going,
            going * picture::smooth((since - 0.5 * kDrawSeconds) / kDrawSeconds)};
}

/// Where the way from one place to the other leaves the map at one edge and comes back at another;
/// nothing where it stays on the map.
std::vector<core::MapPoint> edgesBetween(const geo::Projection& projection, core::LonLat from,
                                         core::LonLat to) {
    constexpr double kLeapKm = 100;
    const flow::Path path = flow::makePath(projection, from, to, nullptr);
    for (std::size_t i = 1; i < path.parts.size(); ++i) {
        const glm::vec3 out = path.parts[i - 1].samples.back(), in = path.parts[i].samples.front();
        if (std::hypot(out.x - in.x, out.y - in.y) > kLeapKm) return {{out.x, out.y}, {in.x, in.y}};
    }
    return {};
}

/// The mark's places on the map; of an arrow over the map's edge, both points of the edge between
/// them. Empty when one of them is not on the map.
std::vector<core::MapPoint> pointsOf(const story::Story& story, const scene::Mark& mark) {
    const geo::Projection& projection = story.film->world->projection;
    std::vector<core::LonLat> positions;
    std::vector<core::MapPoint> points;
    for (const scene::PlaceRef& ref : mark.places) {
        const auto position = positionOf(story, ref);
        const auto point = position ? projection.forward(*position) : std::nullopt;
        if (!point) return {};
        positions.push_back(*position);
        points.push_back(*point);
    }
    if (mark.isArrow()) {
        const auto edges = edgesBetween(projection, positions[0], positions[1]);
        points.insert(points.begin() + 1, edges.begin(), edges.end());
    }
    return points;
}

/// Where those are in the picture; empty when one is behind the camera.
std::vector<core::PixelPoint> anchorsOf(const story::Story& story, const picture::CameraView& view,
                                        const scene::Mark& mark) {
    std::vector<core::PixelPoint> anchors;
    for (const core::MapPoint& point : pointsOf(story, mark)) {
        const auto anchor = picture::project(view, story.aspect, point);
        if (!anchor) return {};
        anchors.push_back(*anchor);
    }
    return anchors;
}

/// From the upper left round to where it began and a little further, as a hand does.
std::vector<core::PixelPoint> ring(core::PixelPoint at) {
    std::vector<core::PixelPoint> points;
    for (int i = 0; i <= kPieces; ++i) {
        const double turn = -2.3 + 2 * std::numbers::pi * i / kPieces;
        points.push_back(
            {at.x + kRingRadius * std::cos(turn), at.y + kRingRadius * std::sin(turn)});
    }
    return points;
}

/// A quadratic curve that bends to the right of its way, so far from both ends.
std::vector<core::PixelPoint> bow(core::PixelPoint a, core::PixelPoint b, double fromA,
                                  double fromB) {
    const double dx = b.x - a.x, dy = b.y - a.y, length = std::hypot(dx, dy);
    if (length < 2.5 * kStandOff) return {};
    const core::PixelPoint control{(a.x + b.x) / 2 + dy * kBow * 2,
                                   (a.y + b.y) / 2 - dx * kBow * 2};
    std::vector<core::PixelPoint> points;
    for (int i = 0; i <= kPieces; ++i) {
        const double part = static_cast<double>(i) / kPieces;
        const double t = picture::mix(fromA / length, 1 - fromB / length, part), u = 1 - t;
        points.push_back({u * u * a.x + 2 * u * t * control.x + t * t * b.x,
                          u * u * a.y + 2 * u * t * control.y + t * t * b.y});
    }
    return points;
}

/// What the mark draws, clear of its places: a ring, an arrow, or an arrow in two over the map's
/// edge.
std::vector<std::vector<core::PixelPoint>> linesOf(const scene::Mark& mark,
                                                   const std::vector<core::PixelPoint>& anchors) {
    if (!mark.isArrow()) return {ring(anchors[0])};
    if (anchors.size() < 4) return {bow(anchors[0], anchors[1], kStandOff, kStandOff)};
    return {bow(anchors[0], anchors[1], kStandOff, 0), bow(anchors[2], anchors[3], 0, kStandOff)};
}

/// The part of a line that is drawn so far, ending between two of its points.
std::vector<core::PixelPoint> drawnPart(const std::vector<core::PixelPoint>& points, double share) {
    const double end = share * static_cast<double>(points.size() - 1);
    const auto whole = static_cast<std::size_t>(end);
    std::vector<core::PixelPoint> part(points.begin(),
                                       points.begin() + static_cast<std::ptrdiff_t>(whole) + 1);
    if (whole + 1 < points.size()) {
        const double rest = end - static_cast<double>(whole);
        part.push_back({picture::mix(points[whole].x, points[whole + 1].x, rest),
                        picture::mix(points[whole].y, points[whole + 1].y, rest)});
    }
    return part;
}

/// Both strokes of the head, at the end of a line.
std::vector<core::PixelPoint> headOf(const std::vector<core::PixelPoint>& line) {
    const core::PixelPoint tip = line.back();
    const core::PixelPoint before = line[line.size() > 4 ? line.size() - 4 : 0];
    const double way = std::atan2(tip.y - before.y, tip.x - before.x);
    const auto wing = [&](double side) {
        const double turn = way + std::numbers::pi - side * 0.48;
        return core::PixelPoint{tip.x + kHead * std::cos(turn), tip.y + kHead * std::sin(turn)};
    };
    return {wing(1), tip, wing(-1)};
}

void stroke(Overlay& overlay, const std::vector<core::PixelPoint>& points, core::Colour colour,
            double opacity) {
    overlay.line(points, kUnder, kHalo.withAlpha(0.5F), opacity);
    overlay.line(points, kStroke, colour, opacity);
}

void drawMark(Overlay& overlay, const scene::Mark& mark,
              const std::vector<core::PixelPoint>& anchors, const Progress& progress) {
    const core::Colour colour = mark.colour.value_or(kInk);
    const auto lines = linesOf(mark, anchors);
    // One after the other, as a hand does.
    double drawn = progress.drawn * static_cast<double>(lines.size());
    std::vector<core::PixelPoint> last;
    for (const auto& whole : lines) {
        if (whole.size() < 2 || drawn <= 0) return;
        last = drawnPart(whole, std::min(1.0, drawn));
        if (last.size() < 2) return;
        stroke(overlay, last, colour, progress.opacity);
        drawn -= 1;
        if (drawn <= 0) break;
    }
    if (mark.isArrow() && progress.drawn > 0.08)
        stroke(overlay, headOf(last), colour, progress.opacity);
}

Type textType() {
    Type type;
    type.size = kTextSize;
    type.weight = 600;
    type.halo = 8;
    type.maxWidth = 420;
    type.marked = true;
    return type;
}

bool overlap(const core::PixelBox& a, const core::PixelBox& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

/// To either side of an arrow's middle, the outer side of its bend first.
std::vector<core::PixelPoint> besideArrow(const std::vector<core::PixelPoint>& line,
                                          const text::Measure& size) {
    if (line.empty()) return {};
    const core::PixelPoint middle = line[line.size() / 2];
    const double dx = line.back().x - line.front().x, dy = line.back().y - line.front().y;
    const double length = std::max(1.0, std::hypot(dx, dy));
    const double nx = dy / length, ny = -dx / length;
    const double away = std::abs(nx) * size.width / 2 + std::abs(ny) * size.height / 2 + 14;
    return {{middle.x + nx * away, middle.y + ny * away},
            {middle.x - nx * away, middle.y - ny * away}};
}

/// Over, under and beside a ring, then at its corners.
std::vector<core::PixelPoint> aboutRing(core::PixelPoint at, const text::Measure& size) {
    const double over = kRingRadius + size.height / 2 + 6,
                 beside = kRingRadius + size.width / 2 + 14;
    const double corner = size.width / 2 + 0.6 * kRingRadius;
    return {{at.x, at.y - over},          {at.x, at.y + over},
            {at.x + beside, at.y},        {at.x - beside, at.y},
            {at.x + corner, at.y - over}, {at.x + corner, at.y + over},
            {at.x - corner, at.y - over}, {at.x - corner, at.y + over}};
}

/// Where words of that size may stand about what is drawn, best first; the middle of their box.
std::vector<core::PixelPoint> seats(const scene::Mark& mark,
                                    const std::vector<core::PixelPoint>& anchors,
                                    const text::Measure& size) {
    if (anchors.empty()) return {};
    return mark.isArrow() ? besideArrow(linesOf(mark, anchors).front(), size)
                          : aboutRing(anchors[0], size);
}

/// A step's end as what is in the way of words: names and furniture.
struct Rest {
    Rest(const Page& page, const story::PlannedStep& step, const std::vector<PlannedLabel>& names,
         std::vector<core::PixelBox> cards)
        : at(page, step.end() - core::FilmTime::fromTicks(1)),
          furniture(furnitureAt(at)),
          objects(std::move(cards)),
          labels(names) {}
    Moment at;
    Furniture furniture;
    std::vector<core::PixelBox> objects;
    const std::vector<PlannedLabel>& labels;

    [[nodiscard]] bool isFree(const core::PixelBox& box) const {
        const core::PixelBox& safe = furniture.stage.safe;
        const bool inside = box.x > safe.x && box.x + box.width < safe.x + safe.width &&
                            box.y > safe.y && box.y + box.height < safe.y + safe.height;
        if (!inside) return false;
        const bool underPiece = std::ranges::any_of(
            furniture.blocks, [&](const Block& block) { return overlap(box, block.box); });
        const bool underObject = std::ranges::any_of(
            objects, [&](const core::PixelBox& object) { return overlap(box, object); });
        return !underPiece && !underObject && !underName(box);
    }

    [[nodiscard]] bool underName(const core::PixelBox& box) const {
        return std::ranges::any_of(labels, [&](const PlannedLabel& label) {
            const auto anchor = picture::project(at.camera, at.page.aspect, label.at);
            return label.start < at.seconds && label.end > at.step.start.seconds() && anchor &&
                   overlap(box, labelBox(label, *anchor));
        });
    }
};

text::Paragraph wordsOf(const Page& page, const scene::Mark& mark) {
    std::vector<picture::OverlayItem> none;
    Type type = textType();
    type.align = text::Align::centre;
    return Overlay(page, none).paragraph(mark.text.inOrAny(page.shownLanguage), type);
}

std::size_t seatIn(const Rest& rest, const scene::Mark& mark) {
    if (mark.text.empty()) return 0;
    const text::Measure size = rest.at.page.ruler.measure(wordsOf(rest.at.page, mark));
    const auto possible = seats(mark, anchorsOf(rest.at.page, rest.at.camera, mark), size);
    for (std::size_t i = 0; i < possible.size(); ++i) {
        if (rest.isFree({possible[i].x - size.width / 2, possible[i].y - size.height / 2,
                         size.width, size.height}))
            return i;
    }
    return 0;
}

void drawWords(const Moment& moment, Overlay& overlay, const scene::Mark& mark, std::size_t seat,
               const std::vector<core::PixelPoint>& anchors, double opacity) {
    if (mark.text.empty() || opacity <= 0) return;
    const auto words = wordsOf(moment.page, mark);
    const text::Measure size = overlay.measure(words);
    const auto possible = seats(mark, anchors, size);
    if (possible.empty()) return;
    const core::PixelPoint at = possible[std::min(seat, possible.size() - 1)];
    picture::TextItem item{words,
                           {at.x - size.width / 2, at.y - size.height / 2},
                           mark.colour.value_or(kInk),
                           kHalo,
                           static_cast<float>(opacity)};
    item.glides = true;
    overlay.add(std::move(item));
}

}  // namespace

MarkSeats planMarkSeats(const Page& page, const std::vector<PlannedLabel>& labels,
                        const ObjectSeats& objects) {
    MarkSeats all;
    for (const story::PlannedStep& step : page.timeline.steps) {
        std::vector<std::size_t>& taken = all.emplace_back();
        const auto& marks = page.film->scene.chapters[step.chapter].steps[step.step].marks;
        if (page.textless || marks.empty()) continue;
        const Rest rest(page, step, labels, pinnedIn(objects, all.size() - 1).cards);
        for (const scene::Mark& mark : marks) taken.push_back(seatIn(rest, mark));
    }
    return all;
}

void describeMarks(const MarkSeats& seats, const Moment& moment, Overlay& overlay) {
    const auto& marks = moment.script.marks;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const Progress progress = progressOf(moment, marks[i]);
        const auto anchors = anchorsOf(moment.page, moment.camera, marks[i]);
        if (progress.drawn <= 0 || anchors.empty()) continue;
        drawMark(overlay, marks[i], anchors, progress);
        drawWords(moment, overlay, marks[i], seats[moment.stepIndex][i], anchors, progress.words);
    }
}

}  // namespace ebbflow::screen
