#include "papers/cue_figures.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "flow/figure_at.hpp"
#include "story/figures_shown.hpp"
#include "story/kind_counter.hpp"
#include "story/kind_name.hpp"
#include "story/moment.hpp"
#include "text/format.hpp"

namespace ebbflow::papers {

namespace {

/// `words(language)` in each of the film's languages.
template <typename Words>
core::LocalText inAllLanguages(const story::Story& story, Words words) {
    core::LocalText text;
    for (const std::string& language : story.film->scene.languages)
        text.words.emplace_back(language, words(language));
    return text;
}

CueFigure counterOf(const story::Story& story, const flow::Figure& figure,
                    const story::Moment& moment, core::FilmTime start) {
    CueFigure cue{
        "counter",         start,          {},        moment.step.chapter, moment.step.step + 1, {},
        figure.confidence, figure.sources, figure.row};
    cue.words = inAllLanguages(story, [&](const std::string& language) {
        const std::string& label =
            figure.label.empty() ? figure.id : figure.label.inOrAny(language);
        return fmt::format(
            "{} {}", text::formatNumber(std::llround(figure.value), language, story.words), label);
    });
    return cue;
}

/// Follows the counters from frame to frame, as the screen shows them.
class CounterWatch {
public:
    explicit CounterWatch(const story::Story& story) : story_(story) {}

    void look(core::FilmTime time) {
        const story::Moment moment(story_, time);
        std::map<std::string, Standing> now;
        for (const std::string& id : story::standingIds(story_, moment.stepIndex)) {
            const auto* figure = flow::figureAt(story_.film->tables.figures, id, moment.now());
            if (figure == nullptr || flow::goneFrom(*figure) <= moment.now()) continue;
            const auto before = standing_.find(id);
            const bool same = before != standing_.end() && before->second.figure == figure;
            now.emplace(id, same ? std::move(before->second)
                                 : Standing{figure, counterOf(story_, *figure, moment, time)});
            if (same) standing_.erase(before);
        }
        endAll(time);
        standing_ = std::move(now);
    }

    std::vector<CueFigure> finish() {
        endAll(story_.timeline.length);
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

    const story::Story& story_;
    std::map<std::string, Standing> standing_;  ///< by id of figure
    std::vector<CueFigure> shown_;
};

/// Rows of one kind or of the works that are equally sure.
struct Group {
    std::int64_t count = 0;
    bool shaped = false;  ///< when they leave within the rows' periods is the script's
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

std::string withConfidence(const story::Story& story, const std::string& name, std::int64_t count,
                           core::Confidence confidence, const std::string& language) {
    return fmt::format("{}: {} ({})", name, text::formatNumber(count, language, story.words),
                       story.words.confidence(confidence, language));
}

Groups movementsIn(const story::Story& story, std::size_t chapter) {
    const auto windows = story::windowsOf(*story.film, story.timeline);
    const auto film = flow::filmSpan(windows);
    Groups groups;
    for (const auto& row : story.film->tables.movements) {
        const story::Kind* kind = story.lightPlan.findKind(row.kind);
        const auto count = flow::countWithin(row, windows[chapter].span, *film);
        if (kind == nullptr || count == 0) continue;
        const auto index = static_cast<std::size_t>(kind - story.lightPlan.kinds.data());
        Group& group = groups[{index, row.confidence}];
        group.add(count, row.sources, row.row);
        group.shaped = group.shaped || row.departures != core::DepartureShape::even;
    }
    return groups;
}

/// Counters that run with what moves: what they come to, and from which rows.
void addKindCounters(const story::Story& story, std::size_t first, std::vector<CueFigure>& shown) {
    std::size_t last = first;
    while (last + 1 < story.timeline.steps.size() &&
           story::firstOfCounters(story, last + 1) == first)
        ++last;
    const story::PlannedStep &begins = story.timeline.steps[first],
                             &ends = story.timeline.steps[last];
    const story::Moment end(story, ends.end() - core::FilmTime::fromTicks(1), last);
    for (const std::string& name : story::counterKinds(story, first)) {
        const story::Kind* kind = story.lightPlan.findKind(name);
        if (kind == nullptr) continue;
        const story::KindCount count = story::countedAt(end, name);
        CueFigure cue{
            "counter",        begins.start, ends.end(), begins.chapter, begins.step + 1, {},
            count.confidence, {},           {}};
        for (const flow::Movement* row : count.rows) {
            if (cue.place.line == 0) cue.place = row->row;
            for (const std::string& id : row->sources) {
                if (std::ranges::find(cue.sources, id) == cue.sources.end())
                    cue.sources.push_back(id);
            }
        }
        cue.words = inAllLanguages(story, [&](const std::string& language) {
            return "0 → " + withConfidence(story, story::kindName(story, *kind, language),
                                           count.left, count.confidence, language);
        });
        shown.push_back(std::move(cue));
    }
}

Groups worksBy(const story::Story& story, core::Day day) {
    Groups groups;
    for (const auto& site : story.film->tables.sites) {
        const story::SiteState state = story::siteStateOn(site, static_cast<double>(day.number));
        if (state.dated && !state.begun) continue;
        groups[{0, site.confidence}].add(1, site.sources, site.row);
    }
    return groups;
}

}  // namespace

std::vector<CueFigure> countersShown(const story::Story& story) {
    CounterWatch watch(story);
    const core::FrameRate& rate = story.film->scene.frame.rate;
    const std::int64_t frames = story.frameCount(rate);
    for (std::int64_t frame = 0; frame < frames; ++frame) watch.look(core::frameStart(frame, rate));
    std::vector<CueFigure> shown = watch.finish();
    for (std::size_t step = 0; step < story.timeline.steps.size(); ++step) {
        if (story::firstOfCounters(story, step) == step) addKindCounters(story, step, shown);
    }
    return shown;
}

std::vector<CueFigure> flowsShown(const story::Story& story, std::size_t chapter) {
    const story::PlannedChapter& planned = story.timeline.chapters[chapter];
    std::vector<CueFigure> shown;
    const auto add = [&](const char* what, const Groups& groups, auto nameOf) {
        for (const auto& entry : groups) {
            const Group& group = entry.second;
            const std::size_t index = entry.first.first;
            const core::Confidence confidence = entry.first.second;
            CueFigure cue{what, planned.start, planned.end,   chapter,    0,
                          {},   confidence,    group.sources, group.place};
            cue.words = inAllLanguages(story, [&](const std::string& language) {
                const std::string words = withConfidence(story, nameOf(index, language),
                                                         group.count, confidence, language);
                return group.shaped ? words + "; " + story.words.word("shaped", language) : words;
            });
            shown.push_back(std::move(cue));
        }
    };
    add("flow", movementsIn(story, chapter), [&](std::size_t kind, const std::string& language) {
        return story::kindName(story, story.lightPlan.kinds[kind], language);
    });
    add("works", worksBy(story, planned.lastDay), [&](std::size_t, const std::string& language) {
        return story.words.word("works", language);
    });
    return shown;
}

}  // namespace ebbflow::papers
