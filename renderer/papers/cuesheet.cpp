#include "papers/cuesheet.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "papers/cue_figures.hpp"
#include "scene/numerals.hpp"
#include "text/markup.hpp"

namespace ebbflow::papers {

namespace {

CueSource sourceOf(const film::Film& film, const std::string& id, const std::string& language) {
    const auto found = std::ranges::find(film.tables.sources, id, &flow::Source::id);
    if (found == film.tables.sources.end()) return {{}, id, {}, {}};
    return {id, found->citation.inOrAny(language), found->page, found->url};
}

bool saysWhereToLook(const CueSource& source) {
    return !source.page.empty() || !source.url.empty();
}

std::string openWith(const Cue& cue) {
    if (cue.confidence == core::Confidence::unverified) return "unverified";
    if (cue.confidence == core::Confidence::disputed) return "disputed";
    if (cue.sources.empty()) return "no source";
    if (std::ranges::none_of(cue.sources, saysWhereToLook)) return "no page or address";
    return {};
}

bool holdsFigure(const core::LocalText& text, const story::PlannedChapter& chapter) {
    core::Period days;
    days.begin.from = days.begin.until = chapter.span.from;
    days.end.from = days.end.until = chapter.span.until;
    days.interval = true;
    return std::ranges::any_of(text.words, [&](const auto& entry) {
        const auto numerals = scene::numeralsIn(entry.second);
        return std::ranges::any_of(numerals,
                                   [&](const auto& n) { return !scene::isPartOf(n, days); });
    });
}

/// As they are read: without the signs of markup.
core::LocalText plain(core::LocalText text) {
    for (auto& [language, words] : text.words) words = text::withoutMarkup(words);
    return text;
}

/// All that is printed on a card, in its own languages, or whose picture is on it, and what is
/// written under it.
std::string wordsOn(const scene::Object& object, const std::string& language) {
    std::vector<std::string> all;
    const auto addAll = [&](const core::LocalText& text) {
        for (const auto& [printedIn, words] : text.words) all.push_back(words);
    };
    if (object.paper) {
        const scene::Paper& paper = *object.paper;
        for (const auto* text :
             {&paper.masthead, &paper.issue, &paper.date, &paper.headline, &paper.title})
            addAll(*text);
        for (const auto* rows : {&paper.primer, &paper.poem}) {
            for (const core::LocalText& row : *rows) addAll(row);
        }
        addAll(paper.author);
    }
    for (const auto* text : {&object.text, &object.image.credit}) {
        if (!text->empty()) all.push_back(text->inOrAny(language));
    }
    return fmt::format("{}", fmt::join(all, " · "));
}

class CueWriter {
public:
    explicit CueWriter(const story::Story& story) : story_(story), scene_(story.film->scene) {}

    std::vector<Cue> write() {
        for (std::size_t c = 0; c < story_.timeline.chapters.size(); ++c) {
            addTitles(c);
            for (const CueFigure& figure : flowsShown(story_, c)) addFigure(figure);
        }
        for (const story::PlannedStep& step : story_.timeline.steps) {
            addCaptions(step);
            addInserts(step);
            addObjects(step);
        }
        for (const CueFigure& figure : countersShown(story_)) addFigure(figure);
        std::ranges::stable_sort(cues_, {}, &Cue::start);
        return std::move(cues_);
    }

private:
    void addTitles(std::size_t c) {
        const story::PlannedChapter& planned = story_.timeline.chapters[c];
        const auto add = [&](const core::LocalText& text, const core::SourcePlace& place) {
            if (text.empty()) return;
            Cue cue{"title", planned.start, planned.end, c, 0, text, {}, {}, {}, place};
            if (holdsFigure(text, planned)) cue.open = "a number without source";
            cues_.push_back(std::move(cue));
        };
        if (c == 0) add(scene_.title, scene_.titlePlace);
        add(scene_.chapters[c].title, scene_.chapters[c].place);
    }

    void addCaptions(const story::PlannedStep& planned) {
        const scene::Step& step = scene_.chapters[planned.chapter].steps[planned.step];
        for (std::size_t i = 0; i < planned.captions.size(); ++i) {
            const story::PlannedCaption& caption = planned.captions[i];
            Cue cue{"caption",
                    core::FilmTime::fromSeconds(caption.start),
                    core::FilmTime::fromSeconds(caption.end),
                    planned.chapter,
                    planned.step + 1,
                    plain(caption.text),
                    {},
                    sourcesOf(step.sources),
                    {},
                    step.captions[i].place};
            cue.open = openWith(cue);
            cues_.push_back(std::move(cue));
        }
    }

    /// What a card says, and what is written beside marks.
    void addInserts(const story::PlannedStep& planned) {
        const scene::Step& step = scene_.chapters[planned.chapter].steps[planned.step];
        const auto add = [&](std::string what, const core::LocalText& text, const auto& insert) {
            if (text.empty()) return;
            const auto start = planned.start + insert.start;
            const auto end = insert.length ? start + *insert.length : planned.end();
            Cue cue{std::move(what),
                    start,
                    std::min(end, planned.end()),
                    planned.chapter,
                    planned.step + 1,
                    plain(text),
                    {},
                    sourcesOf(step.sources),
                    {},
                    insert.place};
            if (cue.sources.empty() && holdsFigure(text, story_.timeline.chapters[planned.chapter]))
                cue.open = "a number without source";
            cues_.push_back(std::move(cue));
        };
        if (step.card) {
            for (const auto* text : {&step.card->kicker, &step.card->title, &step.card->subtitle})
                add("card", *text, *step.card);
        }
        for (const scene::Mark& mark : step.marks) add("mark", mark.text, mark);
    }

    /// What is printed on cards, and whose pictures are on them.
    void addObjects(const story::PlannedStep& planned) {
        const scene::Step& step = scene_.chapters[planned.chapter].steps[planned.step];
        for (const scene::Object& object : step.objects) {
            const auto end = object.out ? planned.start + *object.out : planned.end();
            core::LocalText words;
            for (const std::string& language : scene_.languages)
                words.words.emplace_back(language, wordsOn(object, language));
            Cue cue{"object",
                    planned.start + object.in,
                    std::min(end, planned.end()),
                    planned.chapter,
                    planned.step + 1,
                    std::move(words),
                    {},
                    sourcesOf(object.sources.empty() ? step.sources : object.sources),
                    {},
                    object.place};
            // A picture's credit says whose it is.
            if (object.paper) cue.open = openWith(cue);
            cues_.push_back(std::move(cue));
        }
    }

    void addFigure(const CueFigure& figure) {
        Cue cue{figure.what, figure.start, figure.end,        figure.chapter,
                figure.step, figure.words, figure.confidence, sourcesOf(figure.sources),
                {},          figure.place};
        cue.open = openWith(cue);
        cues_.push_back(std::move(cue));
    }

    /// The film's own words stand for what cites nothing, in a film without a table of sources.
    [[nodiscard]] std::vector<CueSource> sourcesOf(const std::vector<std::string>& ids) const {
        std::vector<CueSource> sources;
        for (const std::string& id : ids)
            sources.push_back(sourceOf(*story_.film, id, story_.language));
        if (sources.empty() && scene_.sources.empty() && !scene_.source.empty())
            sources.push_back({{}, scene_.source.inOrAny(story_.language), {}, {}});
        return sources;
    }

    const story::Story& story_;
    const scene::Scene& scene_;
    std::vector<Cue> cues_;
};

}  // namespace

std::vector<Cue> cuesOf(const story::Story& story) {
    return CueWriter(story).write();
}

}  // namespace ebbflow::papers
