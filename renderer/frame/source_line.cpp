#include <algorithm>

#include <fmt/format.h>

#include "frame/furniture.hpp"

namespace ebbflow::frame {

namespace {

constexpr double kTop = 998;
constexpr double kSize = 20.6;  // 1.9 % of the picture's height, the least that can be read

/// The citation without the web address in brackets behind it: the full one is in the tables.
std::string shortCitation(const Film& film, const std::string& id) {
    const auto found = std::ranges::find(film.tables.sources, id, &flow::Source::id);
    if (found == film.tables.sources.end()) return id;
    const std::string& whole = found->citation;
    const auto bracket = whole.rfind(" (");
    return bracket != std::string::npos && bracket > 12 ? whole.substr(0, bracket) : whole;
}

std::string confidences(const Moment& moment) {
    std::vector<std::string> parts;
    const auto& language = moment.plan.language;
    for (const KindCredit& credit : moment.plan.credits[moment.step.chapter]) {
        const Kind& kind = moment.plan.lightPlan.kinds[credit.kind];
        if (kind.look.goingHome) continue;
        const std::string name = kind.label.empty() ? moment.plan.words.kind(kind.hue, language)
                                                    : kind.label.inOrAny(language);
        const std::string part =
            fmt::format("{}: {}", name, moment.plan.words.confidence(credit.confidence, language));
        if (std::ranges::find(parts, part) == parts.end()) parts.push_back(part);
    }
    return fmt::format("{}", fmt::join(parts, " · "));
}

std::vector<std::string> citations(const Moment& moment) {
    std::vector<std::string> found;
    const auto add = [&](const std::string& id) {
        const std::string text = shortCitation(*moment.plan.film, id);
        if (!text.empty() && std::ranges::find(found, text) == found.end()) found.push_back(text);
    };
    for (const auto& id : moment.script.sources) add(id);
    for (const KindCredit& credit : moment.plan.credits[moment.step.chapter]) add(credit.source);
    if (found.empty() && !moment.plan.film->scene.source.empty()) {
        found.push_back(moment.plan.film->scene.source.inOrAny(moment.plan.language));
    }
    return found;
}

}  // namespace

void describeSourceLine(const Moment& moment, Overlay& overlay) {
    if (!pieceOf(moment, &scene::Screen::sources, true)) return;
    const core::PixelBox safe = safeArea(moment.plan.aspect);
    Overlay::Type type;
    type.size = kSize;
    type.colour = kQuietInk;
    const std::string sure = confidences(moment);
    const auto right = overlay.paragraph(sure, type);
    const double room = safe.width - (sure.empty() ? 0 : overlay.measure(right).width + 40);
    // As many citations as the line holds, the step's own first.
    std::string line;
    const auto all = citations(moment);
    for (std::size_t n = all.size(); n > 0; --n) {
        line = fmt::format(
            "{}: {}", moment.plan.words.word(n == 1 ? "source" : "sources", moment.plan.language),
            fmt::join(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(n), "; "));
        if (overlay.measure(overlay.paragraph(line, type)).width <= room) break;
    }
    overlay.text(overlay.paragraph(line, type), type, {safe.x, kTop}, 0.85);
    if (!sure.empty()) {
        overlay.text(right, type, {safe.x + safe.width - overlay.measure(right).width, kTop}, 0.85);
    }
}

}  // namespace ebbflow::frame
