#include "frame/source_line.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "frame/citations.hpp"
#include "frame/furniture.hpp"
#include "frame/pieces.hpp"
#include "text/punctuation.hpp"

namespace ebbflow::frame {

namespace {

constexpr double kRow = 26;
constexpr double kBetween = 40;  // the two halves, where they share a row

/// `students, trainees: documented · advisers: estimated`: each degree of confidence once.
std::string confidences(const Plan& plan, std::size_t chapter) {
    const text::Punctuation& signs = text::punctuationOf(plan.language);
    std::map<core::Confidence, std::vector<std::string>> kinds;
    for (const KindCredit& credit : plan.credits[chapter]) {
        const Kind& kind = plan.lightPlan.kinds[credit.kind];
        if (kind.look.goingHome) continue;
        auto& names = kinds[credit.confidence];
        const std::string name = kind.label.empty() ? plan.words.kind(kind.hue, plan.language)
                                                    : kind.label.inOrAny(plan.language);
        if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    }
    std::vector<std::string> parts;
    for (const auto& [confidence, names] : kinds) {
        parts.push_back(fmt::format("{}{}{}", fmt::join(names, signs.listComma), signs.colon,
                                    plan.words.confidence(confidence, plan.language)));
    }
    return fmt::format("{}", fmt::join(parts, " · "));
}

std::vector<std::string> citations(const Plan& plan, const PlannedStep& step) {
    std::vector<std::string> found = citationsOf(plan, step);
    const auto add = [&](const std::string& id) {
        const std::string text = shortCitation(plan, id);
        if (!text.empty() && std::ranges::find(found, text) == found.end()) found.push_back(text);
    };
    for (const KindCredit& credit : plan.credits[step.chapter]) add(credit.source);
    if (found.empty() && !plan.film->scene.source.empty())
        found.push_back(plan.film->scene.source.inOrAny(plan.language));
    return found;
}

Type lineType(const scene::Piece& piece) {
    Type type;
    type.size = isLarge(piece) ? kSmallType * 1.15 : kSmallType;
    type.colour = kQuietInk;
    return type;
}

/// As many citations as the room holds, the step's own first; the first one is cut if it must be.
std::string fitted(const Plan& plan, const std::vector<std::string>& all, const Type& type,
                   double room, const Overlay& pen) {
    const text::Punctuation& signs = text::punctuationOf(plan.language);
    for (std::size_t n = all.size(); n > 0; --n) {
        const std::string_view key = all.size() == 1 ? "source" : "sources";
        const std::string line = fmt::format(
            "{}{}{}{}", plan.words.word(key, plan.language), signs.colon,
            fmt::join(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(n), signs.semicolon),
            n < all.size() ? std::string(signs.semicolon) + "…" : "");
        if (pen.widthOf(line, type) <= room) return line;
        if (n == 1) return pen.shortened(line, type, room);
    }
    return {};
}

struct Halves {
    std::string sources, confidence;
    friend bool operator==(const Halves&, const Halves&) = default;
};

/// Both halves as they would be if each had a row.
Halves halvesOf(const Plan& plan, std::size_t step, const Type& type, const Overlay& pen) {
    const PlannedStep& planned = plan.timeline.steps[step];
    const double room = safeArea(plan.aspect).width;
    return {fitted(plan, citations(plan, planned), type, room, pen),
            pen.shortened(confidences(plan, planned.chapter), type, room)};
}

bool fitSideBySide(const Halves& halves, const Type& type, double room, const Overlay& pen) {
    if (halves.sources.empty() || halves.confidence.empty()) return true;
    return pen.widthOf(halves.sources, type) + kBetween + pen.widthOf(halves.confidence, type) <=
           room;
}

}  // namespace

int sourceRows(const Plan& plan, std::size_t step) {
    const auto piece = pieceOf(plan, step, &scene::Screen::sources, true);
    if (!piece) return 0;
    std::vector<OverlayItem> none;
    const Overlay pen(plan, none);
    const Type type = lineType(*piece);
    const Halves halves = halvesOf(plan, step, type, pen);
    return fitSideBySide(halves, type, safeArea(plan.aspect).width, pen) ? 1 : 2;
}

std::optional<Block> sourceLineBlock(const Moment& moment) {
    const Plan& plan = moment.plan;
    const auto piece = pieceOf(plan, moment.stepIndex, &scene::Screen::sources, true);
    if (!piece) return std::nullopt;
    Block block{.name = "sources",
                .position = positionOr(*piece, "bottom"),
                .band = true,
                .box = {},
                .items = {}};
    Overlay pen(plan, block.items);
    const Type type = lineType(*piece);
    const double width = safeArea(plan.aspect).width, row = kRow * (isLarge(*piece) ? 1.15 : 1);
    const Halves halves = halvesOf(plan, moment.stepIndex, type, pen);
    const bool oneRow = fitSideBySide(halves, type, width, pen);
    block.box = {0, 0, width, row * plan.foot.sourceRows};
    // What needs but one row stands in the lower one, where it is in every step.
    const double lower = row * (plan.foot.sourceRows - 1);
    const double opacity = 0.85 * presence(moment, [&](std::size_t step) {
                               return pieceOf(plan, step, &scene::Screen::sources, true);
                           });
    pen.text(pen.paragraph(halves.sources, type), type, {0, oneRow ? lower : lower - row}, opacity);
    const auto sure = pen.paragraph(halves.confidence, type);
    pen.text(sure, type, {width - pen.measure(sure).width, lower}, opacity);
    return block;
}

}  // namespace ebbflow::frame
