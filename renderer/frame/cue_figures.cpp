#include "frame/cue_figures.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "flow/figure_at.hpp"
#include "frame/figures_shown.hpp"
#include "frame/moment.hpp"
#include "text/format.hpp"

namespace ebbflow::frame {

namespace {

/// `words(language)` in each of the film's languages.
template <typename Words>
core::LocalText inAllLanguages(const Plan& plan, Words words) {
    core::LocalText text;
    for (const std::string& language : plan.film->scene.languages)
        text.words.emplace_back(language, words(language));
    return text;
}

CueFigure counterOf(const Plan& plan, const flow::Figure& figure, const Moment& moment,
                    core::FilmTime start) {
    CueFigure cue{
        "counter",         start,          {},        moment.step.chapter, moment.step.step + 1, {},
        figure.confidence, figure.sources, figure.row};
    cue.words = inAllLanguages(plan, [&](const std::string& language) {
        const std::string& label =
            figure.label.empty() ? figure.id : figure.label.inOrAny(language);
        return fmt::format(
            "{} {}", text::formatNumber(std::llround(figure.value), language, plan.words), label);
    });
    return cue;
}

/// Follows the counters from frame to frame, as the screen shows them.
class CounterWatch {
public:
    explicit CounterWatch(const Plan& plan) : plan_(plan) {}

    void look(core::FilmTime time) {
        const Moment moment(plan_, time);
        std::map<std::string, Standing> now;
        for (const std::string& id : counterIds(plan_, moment.stepIndex)) {
            const auto* figure = flow::figureAt(plan_.film->tables.figures, id, moment.today());
            if (figure == nullptr || goneFrom(*figure) <= moment.today()) continue;
            const auto before = standing_.find(id);
            const bool same = before != standing_.end() && before->second.figure == figure;
            now.emplace(id, same ? std::move(before->second)
                                 : Standing{figure, counterOf(plan_, *figure, moment, time)});
            if (same) standing_.erase(before);
        }
        endAll(time);
        standing_ = std::move(now);
    }

    std::vector<CueFigure> finish() {
        endAll(plan_.timeline.length);
        return std::move(shown_);
    }

private:
    struct Standing {
        const flow::Figure* figure;
        CueFigure cue;
    };

    void endAll(core::FilmTime time) {
        for (auto& [id, counter] : standing_) {
            counter.cue.end = time;
            shown_.push_back(std::move(counter.cue));
        }
        standing_.clear();
    }

    const Plan& plan_;
    std::map<std::string, Standing> standing_;  ///< by id of figure
    std::vector<CueFigure> shown_;
};

/// Rows of one kind or of the works that are equally sure.
struct Group {
    std::int64_t count = 0;
    std::vector<std::string> sources;
    core::SourcePlace place;

    void add(std::int64_t n, const std::vector<std::string>& ids, const core::SourcePlace& row) {
        if (count == 0) place = row;
        count += n;
        for (const std::string& id : ids) {
            if (std::ranges::find(sources, id) == sources.end()) sources.push_back(id);
        }
    }
};

using Groups = std::map<std::pair<std::size_t, core::Confidence>, Group>;

std::string kindName(const Plan& plan, const Kind& kind, const std::string& language) {
    const std::string name =
        kind.label.empty() ? plan.words.kind(kind.hue, language) : kind.label.inOrAny(language);
    return kind.look.goingHome && kind.label.empty() ? plan.words.goingHome(name, language) : name;
}

std::string withConfidence(const Plan& plan, const std::string& name, std::int64_t count,
                           core::Confidence confidence, const std::string& language) {
    return fmt::format("{}: {} ({})", name, text::formatNumber(count, language, plan.words),
                       plan.words.confidence(confidence, language));
}

Groups movementsIn(const Plan& plan, std::size_t chapter) {
    const auto windows = windowsOf(*plan.film, plan.timeline);
    const auto days = flow::filmDays(windows);
    Groups groups;
    for (const auto& row : plan.film->tables.movements) {
        const Kind* kind = plan.lightPlan.findKind(row.kind);
        const auto count =
            flow::countWithin(row, windows[chapter].first, windows[chapter].last, *days);
        if (kind == nullptr || count == 0) continue;
        const auto index = static_cast<std::size_t>(kind - plan.lightPlan.kinds.data());
        groups[{index, row.confidence}].add(count, row.sources, row.row);
    }
    return groups;
}

Groups worksBy(const Plan& plan, core::Day day) {
    Groups groups;
    for (const auto& site : plan.film->tables.sites) {
        const SiteState state = siteStateOn(site, day.number);
        if (state.dated && !state.begun) continue;
        groups[{0, site.confidence}].add(1, site.sources, site.row);
    }
    return groups;
}

}  // namespace

std::vector<CueFigure> countersShown(const Plan& plan) {
    CounterWatch watch(plan);
    const core::FrameRate& rate = plan.film->scene.frame.rate;
    const std::int64_t frames = plan.frameCount(rate);
    for (std::int64_t frame = 0; frame < frames; ++frame) watch.look(core::frameStart(frame, rate));
    return watch.finish();
}

std::vector<CueFigure> flowsShown(const Plan& plan, std::size_t chapter) {
    const PlannedChapter& planned = plan.timeline.chapters[chapter];
    std::vector<CueFigure> shown;
    const auto add = [&](const char* what, const Groups& groups, auto nameOf) {
        for (const auto& [key, group] : groups) {
            const auto [index, confidence] = key;
            CueFigure cue{what, planned.start, planned.end,   chapter,    0,
                          {},   confidence,    group.sources, group.place};
            cue.words = inAllLanguages(plan, [&](const std::string& language) {
                return withConfidence(plan, nameOf(index, language), group.count, confidence,
                                      language);
            });
            shown.push_back(std::move(cue));
        }
    };
    add("flow", movementsIn(plan, chapter), [&](std::size_t kind, const std::string& language) {
        return kindName(plan, plan.lightPlan.kinds[kind], language);
    });
    add("works", worksBy(plan, planned.lastDay), [&](std::size_t, const std::string& language) {
        return plan.words.word("works", language);
    });
    return shown;
}

}  // namespace ebbflow::frame
