#include "story/film_dates.hpp"

#include <algorithm>

namespace ebbflow::story {

namespace {

bool anyStep(const scene::Scene& scene, auto holds) {
    return std::ranges::any_of(scene.chapters, [&](const scene::Chapter& chapter) {
        return std::ranges::any_of(chapter.steps, holds);
    });
}

void add(std::optional<core::Span>& all, const core::Period& period) {
    if (period.openBegin || period.openEnd) return;
    const core::Span own = period.span();
    all = all ? core::Span{std::min(all->from, own.from), std::max(all->until, own.until)} : own;
}

}  // namespace

bool saysWhen(const film::Film& film) {
    const auto& tables = film.tables;
    const auto dated = [](const flow::Movement& m) { return !flow::isUndated(m); };
    const auto begun = [](const flow::Site& s) { return s.begun || s.done || s.halted; };
    return anyStep(film.scene, [](const scene::Step& s) { return s.date.has_value(); }) ||
           std::ranges::any_of(tables.movements, dated) ||
           std::ranges::any_of(tables.sites, begun) || !tables.figures.empty();
}

bool hasClocks(const film::Film& film) {
    const auto& tables = film.tables;
    return anyStep(film.scene, [](const scene::Step& s) { return s.date && s.date->hasClock(); }) ||
           std::ranges::any_of(tables.movements,
                               [](const flow::Movement& m) { return m.when.hasClock(); }) ||
           std::ranges::any_of(tables.figures,
                               [](const flow::Figure& f) { return f.date.hasClock(); });
}

core::Span spanOfTables(const flow::Tables& tables) {
    std::optional<core::Span> span;
    for (const flow::Movement& movement : tables.movements) add(span, movement.when);
    if (span) return *span;
    for (const flow::Figure& figure : tables.figures) add(span, figure.date);
    for (const flow::Site& site : tables.sites) {
        for (const auto* date : {&site.begun, &site.done, &site.halted})
            if (*date) add(span, **date);
    }
    const core::Day late = core::toDay({9999, 12, 31});
    return span.value_or(core::wholeDays(late, late));
}

}  // namespace ebbflow::story
