#include "frame/source_line.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "frame/citations.hpp"
#include "frame/figures_shown.hpp"
#include "frame/furniture.hpp"
#include "frame/pieces.hpp"
#include "text/punctuation.hpp"

namespace ebbflow::frame {

namespace {

constexpr double kRow = 26;
constexpr double kBetween = 40;  // the two halves, where they share a row

/// `students, trainees: documented · advisers: estimated`: each degree of confidence once.
std::string confidences(const Plan& plan, std::size_t step) {
    const text::Punctuation& signs = text::punctuationOf(plan.language);
    std::map<core::Confidence, std::vector<std::string>> kinds;
    for (const KindCredit& credit : plan.credits[step]) {
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

/// What the eye rests on first: the caption's sources, then those of counters and charts, then
/// those of the lights.
std::vector<std::string> citations(const Plan& plan, std::size_t step) {
    std::vector<std::string> found = citationsOf(plan, plan.timeline.steps[step]);
    const auto add = [&](const std::string& id) {
        const std::string text = shortCitation(plan, id);
        if (!text.empty() && std::ranges::find(found, text) == found.end()) found.push_back(text);
    };
    for (const std::string& id : sourcesOfFigures(plan, step)) add(id);
    for (const KindCredit& credit : plan.credits[step]) add(credit.source);
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

struct Rows {
    std::string upper, lower;  ///< of citations; what fits into one row stands in the lower
    std::string confidence;    ///< at the end of the lower
    friend bool operator==(const Rows&, const Rows&) = default;
};

/// Sets citations one after another, in their order.
class RowSetter {
public:
    RowSetter(const Plan& plan, std::size_t step, const Type& type, const Overlay& pen)
        : signs_(text::punctuationOf(plan.language)),
          type_(type),
          pen_(pen),
          left_(citations(plan, step)) {
        const std::string_view key = left_.size() == 1 ? "source" : "sources";
        opening_ = plan.words.word(key, plan.language) + std::string(signs_.colon);
    }

    /// As many of those left as the room holds, with a mark where more follow.
    std::string row(double room, std::string_view more) {
        std::string row, words = opening_;
        std::size_t taken = 0;
        for (; taken < left_.size(); ++taken) {
            words += (taken > 0 ? std::string(signs_.semicolon) : std::string()) + left_[taken];
            const bool last = taken + 1 == left_.size();
            const std::string whole = last ? words : words + std::string(more);
            if (pen_.widthOf(whole, type_) > room) break;
            row = whole;
        }
        if (taken > 0) opening_.clear();
        left_.erase(left_.begin(), left_.begin() + static_cast<std::ptrdiff_t>(taken));
        return row;
    }
    /// The first of those left, cut to the room.
    std::string cut(double room) {
        const std::string words = opening_ + left_.front();
        opening_.clear();
        left_.erase(left_.begin());
        return pen_.shortened(words, type_, room);
    }
    [[nodiscard]] bool done() const { return left_.empty(); }

private:
    const text::Punctuation& signs_;
    const Type& type_;
    const Overlay& pen_;
    std::vector<std::string> left_;
    std::string opening_;
};

Rows rowsOf(const Plan& plan, std::size_t step, const Type& type, const Overlay& pen) {
    const double room = safeArea(plan.aspect).width;
    Rows rows;
    rows.confidence = pen.shortened(confidences(plan, step), type, room);
    const double sure = rows.confidence.empty() ? 0 : pen.widthOf(rows.confidence, type) + kBetween;
    RowSetter whole(plan, step, type, pen);
    if (whole.done()) return rows;
    rows.lower = whole.row(room - sure, "");
    if (whole.done()) return rows;
    const std::string_view semicolon = text::punctuationOf(plan.language).semicolon;
    const std::string rest = std::string(semicolon) + "…";
    RowSetter setter(plan, step, type, pen);
    rows.upper = setter.row(room, semicolon);
    if (rows.upper.empty()) rows.upper = setter.cut(room);
    rows.lower = setter.done() ? "" : setter.row(room - sure, rest);
    if (rows.lower.empty() && !setter.done()) rows.lower = "…";
    return rows;
}

}  // namespace

int sourceRows(const Plan& plan, std::size_t step) {
    const auto piece = pieceOf(plan, step, &scene::Screen::sources, true);
    if (!piece) return 0;
    std::vector<OverlayItem> none;
    const Overlay pen(plan, none);
    return rowsOf(plan, step, lineType(*piece), pen).upper.empty() ? 1 : 2;
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
    const Rows rows = rowsOf(plan, moment.stepIndex, type, pen);
    block.box = {0, 0, width, row * plan.foot.sourceRows};
    // What needs but one row stands in the lower one, where it is in every step.
    const double lower = row * (plan.foot.sourceRows - 1);
    const double opacity = 0.85 * presence(moment, [&](std::size_t step) {
                               return pieceOf(plan, step, &scene::Screen::sources, true);
                           });
    pen.text(pen.paragraph(rows.upper, type), type, {0, lower - row}, opacity);
    pen.text(pen.paragraph(rows.lower, type), type, {0, lower}, opacity);
    const auto sure = pen.paragraph(rows.confidence, type);
    pen.text(sure, type, {width - pen.measure(sure).width, lower}, opacity);
    return block;
}

}  // namespace ebbflow::frame
