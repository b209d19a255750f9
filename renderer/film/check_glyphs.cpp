#include "film/check_film.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "scene/check_scene.hpp"
#include "text/words.hpp"

namespace ebbflow::film {

namespace {

using text::Family;

/// The typeface of a shown text: figures, credits and what stands on the map are set in sans.
Family familyOf(std::string_view what) {
    constexpr std::array<std::string_view, 6> sans{"label",        "card kicker", "chart title",
                                                   "image credit", "mark text",   "object text"};
    return std::ranges::find(sans, what) == sans.end() ? Family::serif : Family::sans;
}

class GlyphCheck {
public:
    GlyphCheck(const Film& film, const text::Typesetter& typesetter, core::Diagnostics& diagnostics)
        : film_(film), words_(film.scene.words), fonts_(typesetter), diagnostics_(diagnostics) {}

    void all() {
        script();
        ownWords();
        tables();
        places();
        mapNames();
    }

private:
    /// All languages of a text that its author wrote.
    void text(const core::LocalText& text, Family family, const core::SourcePlace& place,
              std::string_view what) {
        for (const auto& [language, words] : text.words)
            line(words, language.empty() ? film_.scene.languages.front() : language, family, place,
                 what);
    }

    /// What of a name is shown: its words in the film's languages, or the first that there are.
    void name(const core::LocalText& name, Family family, const core::SourcePlace& place,
              std::string_view what) {
        for (const std::string& language : film_.scene.languages)
            line(name.inOrAny(language), language, family, place, what);
    }

    /// Each text is told once, however many rows have it.
    void line(const std::string& words, const std::string& language, Family family,
              const core::SourcePlace& place, std::string_view what) {
        if (words.empty() || !seen_.insert({words, language, family}).second) return;
        const auto missing = fonts_.missingGlyphs(words, language, family);
        if (missing.empty() || !told_.insert(words).second) return;
        diagnostics_.error(place, fmt::format("no font has {} in this {} (`{}`)",
                                              fmt::join(missing, " "), what, words));
    }

    void script() {
        scene::eachShownText(film_.scene, [&](const core::LocalText& shown, std::string_view what,
                                              const core::SourcePlace& place) {
            text(shown, familyOf(what), place, what);
        });
        // Words on paper are set in both families.
        scene::eachPrintedText(film_.scene,
                               [&](const core::LocalText& printed, std::string_view what,
                                   const core::SourcePlace& place) {
                                   for (const Family family : {Family::serif, Family::sans})
                                       text(printed, family, place, what);
                               });
        text(film_.scene.source, Family::sans, {film_.scene.file, 0, 0}, "source");
    }

    void ownWords() {
        for (const auto& [key, words] : film_.scene.words) {
            const std::string what = fmt::format("word `{}`", key);
            // Months stand in the date as well as on axes.
            for (const Family family : {Family::sans, Family::serif})
                text(words, family, {film_.scene.file, 0, 0}, what);
        }
    }

    void tables() {
        const flow::Tables& tables = film_.tables;
        for (const flow::Movement& movement : tables.movements) {
            if (kinds_.insert(movement.kind).second) kind(movement);
            if (units_.insert(movement.unit).second) unit(movement);
            sources(movement.sources, movement.row);
        }
        for (const flow::Figure& figure : tables.figures) {
            text(figure.label, Family::sans, figure.row, "label");
            if (figure.label.empty())
                line(figure.id, film_.scene.languages.front(), Family::sans, figure.row, "id");
            sources(figure.sources, figure.row);
        }
        for (const flow::Site& site : tables.sites) sources(site.sources, site.row);
        for (const flow::Source& source : tables.sources)
            text(source.citation, Family::sans, source.row, "citation");
    }

    void kind(const flow::Movement& movement) {
        for (const std::string& language : film_.scene.languages)
            line(words_.kind(movement.kind, language), language, Family::sans, movement.row,
                 "kind");
    }

    void unit(const flow::Movement& movement) {
        for (const std::string& language : film_.scene.languages)
            line(words_.counted(movement.unit, 1, language), language, Family::sans, movement.row,
                 "unit");
    }

    /// Where a row names no id of the sources table, its words are shown.
    void sources(const std::vector<std::string>& names, const core::SourcePlace& row) {
        for (const std::string& source : names) {
            if (!sources_.insert(source).second) continue;
            line(source, film_.scene.languages.front(), Family::sans, row, "source");
        }
    }

    /// Those that a name on the map may be asked of.
    void places() {
        for (const flow::Movement& movement : film_.tables.movements) {
            place(movement.from.placeId);
            place(movement.to.placeId);
        }
        for (const flow::Site& site : film_.tables.sites) place(site.at.placeId);
        for (const scene::Chapter& chapter : film_.scene.chapters)
            for (const scene::Step& step : chapter.steps) lookedAt(step);
    }

    void lookedAt(const scene::Step& step) {
        const auto refs = [&](const std::vector<scene::PlaceRef>& all) {
            for (const scene::PlaceRef& ref : all)
                if (!ref.position) place(ref.name);
        };
        for (const scene::Mark& mark : step.marks) refs(mark.places);
        for (const scene::Object& object : step.objects) refs({object.at});
        if (!step.camera) return;
        refs(step.camera->show);
        refs(step.camera->follow);
        for (const auto& stop : step.camera->path) refs({stop.center});
        if (step.camera->center) refs({*step.camera->center});
    }

    void place(const std::string& called) {
        if (called.empty() || !places_.insert(called).second) return;
        const geo::Place* found = film_.world->gazetteer.find(called);
        if (found == nullptr) return;
        for (const geo::PlaceName& dated : found->names)
            name(dated.name, Family::sans, placesFile(),
                 fmt::format("name of the place `{}`", found->id));
    }

    void mapNames() {
        core::SourcePlace file{film_.scene.file, 0, 0};
        for (const scene::MapLayer& layer : film_.scene.map.layers)
            if (layer.role == "names") file = layer.file.place;
        for (const geo::MapName& row : film_.world->names)
            name(row.name, row.kind == "state" ? Family::sans : Family::serif, file,
                 fmt::format("name of a {}", row.kind));
    }

    [[nodiscard]] core::SourcePlace placesFile() const {
        const auto& files = film_.scene.places.files;
        return files.empty() ? core::SourcePlace{film_.scene.file, 0, 0} : files.front().place;
    }

    const Film& film_;
    text::WordTable words_;
    const text::Typesetter& fonts_;
    core::Diagnostics& diagnostics_;
    std::set<std::tuple<std::string, std::string, Family>> seen_;
    std::set<std::string> told_, places_, kinds_, units_, sources_;
};

}  // namespace

void checkGlyphs(const Film& film, const text::Typesetter& typesetter,
                 core::Diagnostics& diagnostics) {
    GlyphCheck(film, typesetter, diagnostics).all();
}

}  // namespace ebbflow::film
