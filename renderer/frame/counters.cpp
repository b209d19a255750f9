#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "flow/figure_at.hpp"
#include "frame/furniture.hpp"
#include "text/format.hpp"

namespace ebbflow::frame {

namespace {

constexpr double kNumberSize = 52;
constexpr double kLabelSize = 22;
constexpr double kGap = 14;

std::string numberText(const Moment& moment, double value) {
    return text::formatNumber(std::llround(value), moment.plan.language, moment.plan.words);
}

/// The label and, unless the figure is documented, how sure it is.
std::string labelText(const Moment& moment, const flow::Figure& figure) {
    const std::string label =
        figure.label.empty() ? figure.id : figure.label.inOrAny(moment.plan.language);
    if (figure.confidence == core::Confidence::documented) return label;
    return fmt::format("{} ({})", label,
                       moment.plan.words.confidence(figure.confidence, moment.plan.language));
}

const std::vector<std::string>* counterIds(const Moment& moment) {
    for (const scene::Screen* screen :
         {&moment.script.screen, &moment.chapterScript.screen, &moment.plan.film->scene.screen}) {
        if (screen->counters) return &*screen->counters;
    }
    return nullptr;
}

}  // namespace

void describeCounters(const Moment& moment, Overlay& overlay) {
    const auto* ids = counterIds(moment);
    if (ids == nullptr) return;
    const core::PixelBox safe = safeArea(moment.plan.aspect);
    Overlay::Type number;
    number.family = text::Family::serif;
    number.size = kNumberSize;
    number.halo = 11;
    Overlay::Type label;
    label.size = kLabelSize;
    label.colour = kQuietInk;
    label.maxWidth = 460;
    label.align = text::Align::right;
    double y = safe.y;
    const double right = safe.x + safe.width;
    for (const std::string& id : *ids) {
        const flow::Figure* figure =
            flow::figureAt(moment.plan.film->tables.figures, id, moment.today());
        if (figure == nullptr) continue;
        const auto value = overlay.paragraph(numberText(moment, figure->value), number);
        const auto words = overlay.paragraph(labelText(moment, *figure), label);
        overlay.text(value, number, {right - overlay.measure(value).width, y}, 0.95);
        y += overlay.measure(value).height - 6;
        overlay.text(words, label, {right - overlay.measure(words).width, y}, 0.95);
        y += overlay.measure(words).height + kGap;
    }
}

}  // namespace ebbflow::frame
