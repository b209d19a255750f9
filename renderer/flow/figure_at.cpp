#include "flow/figure_at.hpp"

namespace ebbflow::flow {

core::Day shownFrom(const Figure& figure) {
    const core::Period& date = figure.date;
    return date.interval && !date.openEnd ? date.last() : date.first();
}

const Figure* figureAt(std::span<const Figure> figures, std::string_view id, core::Day day) {
    const Figure* shown = nullptr;
    for (const Figure& figure : figures) {
        if (figure.id != id || day < shownFrom(figure)) continue;
        if (shown == nullptr || shownFrom(*shown) <= shownFrom(figure)) shown = &figure;
    }
    return shown;
}

}  // namespace ebbflow::flow
