#include "live/inspect_words.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "flow/schedule.hpp"
#include "live/hud_words.hpp"
#include "story/citations.hpp"
#include "story/kind_name.hpp"
#include "text/format.hpp"
#include "text/punctuation.hpp"

namespace ebbflow::live {

namespace {

/// Writes lines one under another, in the film's language.
class Note {
public:
    explicit Note(const story::Moment& moment)
        : moment_(moment), story_(moment.story), language_(story_.language) {}

    void title(std::string words) { found_.title = std::move(words); }
    void line(std::string words) {
        if (!words.empty()) found_.lines.push_back(std::move(words));
    }
    void confidence(core::Confidence sure) { line(story_.words.confidence(sure, language_)); }
    /// The words of the whole film where a row names none.
    void sources(const std::vector<std::string>& ids) {
        std::vector<std::string> cited;
        for (const std::string& id : ids) cited.push_back(story::shortCitation(story_, id));
        if (cited.empty()) cited.push_back(story_.film->scene.source.inOrAny(language_));
        if (cited.front().empty()) return;
        const text::Punctuation& signs = text::punctuationOf(language_);
        line(fmt::format("{}{}{}",
                         story_.words.word(cited.size() == 1 ? "source" : "sources", language_),
                         signs.colon, fmt::join(cited, signs.semicolon)));
    }
    /// As the place was called then; empty for bare coordinates.
    [[nodiscard]] std::string place(const std::string& id) const {
        const geo::Place* known = id.empty() ? nullptr : story_.film->world->gazetteer.find(id);
        return known == nullptr ? id : known->nameOn(moment_.today()).inOrAny(language_);
    }
    [[nodiscard]] std::string kind(const story::Kind& kind) const {
        return story::kindName(story_, kind, language_);
    }
    [[nodiscard]] std::string counted(std::int64_t count, const std::string& unit) const {
        return story_.words.counted(unit.empty() ? "people" : unit, count, language_);
    }
    [[nodiscard]] std::string date(const core::Period& period) const {
        return text::formatDate(period, language_, story_.words);
    }
    [[nodiscard]] std::string word(std::string_view key) const {
        return story_.words.word(key, language_);
    }
    [[nodiscard]] const std::string& language() const { return language_; }
    [[nodiscard]] std::string_view colon() const { return text::punctuationOf(language_).colon; }
    Found take() && { return std::move(found_); }

private:
    const story::Moment& moment_;
    const story::Story& story_;
    const std::string& language_;
    Found found_;
};

/// How many of a kind left a place, or made for it, in the chapter so far.
struct Count {
    std::int64_t from = 0, to = 0;
};

bool isAt(const flow::Location& location, const story::LightPlace& place) {
    return place.id.empty() ? location.placeId.empty() && location.position == place.position
                            : location.placeId == place.id;
}

/// All that has set out since the chapter began, exactly as the audit counts.
class PlaceCount {
public:
    PlaceCount(const story::Moment& moment, const story::LightPlace& place)
        : story_(moment.story), counts_(story_.lightPlan.kinds.size()) {
        const auto windows = story::windowsOf(*story_.film, story_.timeline);
        const auto film = flow::filmSpan(windows);
        const flow::Window& window = windows[moment.step.chapter];
        if (!film || !window.launches) return;
        const core::Span soFar{window.span.from, std::min(window.span.until, moment.now())};
        for (const flow::Movement& row : story_.film->tables.movements) {
            const bool from = isAt(row.from, place), to = isAt(row.to, place);
            if (from || to) add(row, flow::countWithin(row, soFar, *film), from, to);
        }
    }

    void writeInto(Note& note) const {
        if (sources_.empty() && !any_) return;
        note.line(std::string(hudWord(HudWord::soFar, note.language())));
        for (std::size_t i = 0; i < counts_.size(); ++i) {
            const story::Kind& kind = story_.lightPlan.kinds[i];
            write(note, kind, counts_[i].to, HudWord::toHere);
            write(note, kind, counts_[i].from, HudWord::fromHere);
        }
        note.confidence(sure_);
        note.sources(sources_);
    }

private:
    void add(const flow::Movement& row, std::int64_t count, bool from, bool to) {
        const story::Kind* kind = story_.lightPlan.findKind(row.kind);
        if (kind == nullptr || count == 0) return;
        Count& sum = counts_[static_cast<std::size_t>(kind - story_.lightPlan.kinds.data())];
        if (from) sum.from += count;
        if (to) sum.to += count;
        any_ = true;
        sure_ = std::max(sure_, flow::drawnAs(row));
        for (const std::string& id : row.sources) {
            if (std::ranges::find(sources_, id) == sources_.end()) sources_.push_back(id);
        }
    }

    static void write(Note& note, const story::Kind& kind, std::int64_t count, HudWord word) {
        if (count == 0) return;
        const std::string amount = note.counted(count, kind.unit);
        const text::Fill fill{"amount", amount};
        note.line(fmt::format("{}{}{}", note.kind(kind), note.colon(),
                              text::filled(hudWord(word, note.language()), {&fill, 1})));
    }

    const story::Story& story_;
    std::vector<Count> counts_;
    core::Confidence sure_ = core::Confidence::documented;
    std::vector<std::string> sources_;
    bool any_ = false;
};

/// Completed, under construction …, with the years that the table gives.
std::string stateOf(const Note& note, const flow::Site& site, const story::SiteState& state) {
    if (!state.dated) return note.word("undated");
    const auto with = [&](std::string_view key, const core::Period& when) {
        return fmt::format("{}{}{}", note.word(key), note.colon(), note.date(when));
    };
    if (state.done) return with("done", *site.done);
    if (state.halted) return with("unfinished", *site.halted);
    return with("begun", *site.begun);
}

}  // namespace

Found wordsOfLight(const story::Moment& moment, std::size_t light) {
    const story::Story& story = moment.story;
    const flow::Movement& row =
        story.film->tables.movements.at(story.lightPlan.movements.at(light));
    const story::Kind& kind = *story.lightPlan.findKind(row.kind);
    Note note(moment);
    note.title(note.kind(kind));
    const std::string from = note.place(row.from.placeId), to = note.place(row.to.placeId);
    if (!from.empty() && !to.empty()) note.line(fmt::format("{} – {}", from, to));
    const std::string count = note.counted(row.count, row.unit);
    note.line(flow::isUndated(row)
                  ? count
                  : fmt::format("{}{}{}", note.date(row.when), note.colon(), count));
    note.line(story.words.oneLight(kind.perLight, kind.unit, note.language()));
    note.confidence(flow::drawnAs(row));
    note.sources(row.sources);
    return std::move(note).take();
}

Found wordsOfPlace(const story::Moment& moment, const story::LightPlace& place) {
    Note note(moment);
    note.title(note.place(place.id));
    PlaceCount(moment, place).writeInto(note);
    return std::move(note).take();
}

Found wordsOfName(const story::Moment& moment, const screen::PlannedLabel& label) {
    const auto& places = moment.story.lightPlan.places;
    const auto here = std::ranges::find_if(places, [&](const story::LightPlace& place) {
        return place.onMap && place.traffic > 0 && place.at == label.at;
    });
    Found found = here == places.end() ? Found{} : wordsOfPlace(moment, *here);
    found.title = label.paragraph.text;
    return found;
}

Found wordsOfSite(const story::Moment& moment, const story::PlannedSite& planned) {
    const flow::Site& site = moment.story.film->tables.sites[planned.site];
    Note note(moment);
    note.title(site.name.inOrAny(note.language()));
    note.line(note.place(site.at.placeId));
    note.line(stateOf(note, site, story::siteStateOn(site, moment.day)));
    note.confidence(site.confidence);
    note.sources(site.sources);
    return std::move(note).take();
}

bool isDrawn(const story::Moment& moment, const story::PlannedSite& planned) {
    const flow::Site& site = moment.story.film->tables.sites[planned.site];
    return site.begun ? story::siteStateOn(site, moment.day).begun
                      : moment.day >= static_cast<double>(moment.story.sites.first.number);
}

}  // namespace ebbflow::live
