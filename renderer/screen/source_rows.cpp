#include "screen/source_rows.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "story/citations.hpp"
#include "story/figures_shown.hpp"
#include "story/kind_name.hpp"
#include "story/pieces.hpp"
#include "text/punctuation.hpp"

namespace ebbflow::screen {

namespace {

constexpr double kHalvesApart = 40;  // the two halves, where they share a row

/// `students, trainees: documented · advisers: estimated`: each degree of confidence once.
std::string confidences(const story::Story& story, std::size_t step) {
    const text::Punctuation& signs = text::punctuationOf(story.shownLanguage);
    std::map<core::Confidence, std::vector<std::string>> kinds;
    for (const story::KindCredit& credit : story.credits[step]) {
        const story::Kind& kind = story.lightPlan.kinds[credit.kind];
        if (!kind.look.sureAtFoot) continue;
        auto& names = kinds[credit.confidence];
        const std::string name = story::kindName(story, kind, story.shownLanguage);
        if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    }
    std::vector<std::string> parts;
    for (const auto& [confidence, names] : kinds) {
        parts.push_back(fmt::format("{}{}{}", fmt::join(names, signs.listComma), signs.colon,
                                    story.words.confidence(confidence, story.shownLanguage)));
    }
    return fmt::format("{}", fmt::join(parts, " · "));
}

/// What the eye rests on first: the caption's sources, then those of counters and charts, then
/// those of the lights.
std::vector<std::string> citations(const story::Story& story, std::size_t step) {
    std::vector<std::string> found = story::citationsOf(story, story.timeline.steps[step]);
    const auto add = [&](const std::string& id) {
        const std::string text = story::shortCitation(story, id);
        if (!text.empty() && std::ranges::find(found, text) == found.end()) found.push_back(text);
    };
    for (const std::string& id : story::sourcesOfFigures(story, step)) add(id);
    for (const story::KindCredit& credit : story.credits[step]) add(credit.source);
    if (found.empty() && !story.film->scene.source.empty())
        found.push_back(story.film->scene.source.inOrAny(story.shownLanguage));
    return found;
}

/// Sets citations one after another, in their order.
class RowSetter {
public:
    RowSetter(const story::Story& story, std::size_t step, const Type& type, const Overlay& pen)
        : signs_(text::punctuationOf(story.shownLanguage)),
          type_(type),
          pen_(pen),
          left_(citations(story, step)) {
        const std::string_view key = left_.size() == 1 ? "source" : "sources";
        opening_ = story.words.word(key, story.shownLanguage) + std::string(signs_.colon);
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

}  // namespace

Type sourceType(const scene::Piece& piece) {
    Type type;
    type.size = story::isLarge(piece) ? kSmallType * 1.15 : kSmallType;
    type.colour = kQuietInk;
    return type;
}

SourceRows sourceRowsOf(const story::Story& story, std::size_t step, const Type& type,
                        const Overlay& pen) {
    const double room = safeArea(story.aspect).width;
    SourceRows rows;
    rows.confidence = pen.shortened(confidences(story, step), type, room);
    const double sure =
        rows.confidence.empty() ? 0 : pen.widthOf(rows.confidence, type) + kHalvesApart;
    RowSetter whole(story, step, type, pen);
    if (whole.done()) return rows;
    rows.lower = whole.row(room - sure, "");
    if (whole.done()) return rows;
    const std::string_view semicolon = text::punctuationOf(story.shownLanguage).semicolon;
    const std::string rest = std::string(semicolon) + "…";
    RowSetter setter(story, step, type, pen);
    rows.upper = setter.row(room, semicolon);
    if (rows.upper.empty()) rows.upper = setter.cut(room);
    rows.lower = setter.done() ? "" : setter.row(room - sure, rest);
    if (rows.lower.empty() && !setter.done()) rows.lower = "…";
    return rows;
}

int sourceRows(const Lettering& letters, std::size_t step) {
    const auto piece = story::pieceOf(letters, step, "sources");
    if (!piece) return 0;
    std::vector<picture::OverlayItem> none;
    const Overlay pen(letters, none);
    return sourceRowsOf(letters, step, sourceType(*piece), pen).upper.empty() ? 1 : 2;
}

}  // namespace ebbflow::screen
