#include "papers/film_words.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "scene/check_scene.hpp"
#include "text/cldr.hpp"
#include "text/reading.hpp"

namespace ebbflow::papers {

namespace {

bool isBefore(const core::SourcePlace& a, const core::SourcePlace& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
}

/// `chapter's title` → `title`, `image credit` → `image_credit`.
std::string wordOf(std::string_view what) {
    constexpr std::string_view kOfChapter = "chapter's ";
    if (what.starts_with(kOfChapter)) what.remove_prefix(kOfChapter.size());
    std::string word(what);
    std::ranges::replace_if(
        word, [](char c) { return c == ' ' || c == '\''; }, '_');
    return word;
}

/// Takes the script's texts in their order and finds the chapter and the step of each.
class TextCollector {
public:
    explicit TextCollector(const story::Story& story) : story_(story), scene_(story.film->scene) {}

    std::vector<FilmText> collect() {
        scene::eachShownText(scene_, [&](const core::LocalText& text, std::string_view what,
                                         const core::SourcePlace& place) {
            if (what == "chapter's title") ++chapters_;
            if (!text.empty()) add(text, what, place);
        });
        return std::move(texts_);
    }

private:
    void add(const core::LocalText& text, std::string_view what, const core::SourcePlace& place) {
        FilmText entry;
        entry.words = text;
        entry.place = place;
        std::string key = wordOf(what);
        if (chapters_ == 0) {
            entry.seconds = story_.timeline.length.seconds();
            if (const auto* flow = flowAt(place); flow != nullptr && what == "label")
                key = "flows." + flow->kind;
        } else {
            locate(entry, what);
            key = entry.step > 0 ? fmt::format("{}.{}.{}", entry.chapter, entry.step, key)
                                 : fmt::format("{}.{}", entry.chapter, key);
        }
        const int before = ++uses_[key];
        entry.key = before > 1 ? fmt::format("{}.{}", key, before) : key;
        if (what == "caption") time(entry, static_cast<std::size_t>(before - 1));
        texts_.push_back(std::move(entry));
    }

    [[nodiscard]] const scene::Flow* flowAt(const core::SourcePlace& place) const {
        const auto found = std::ranges::find(scene_.flows, place, &scene::Flow::place);
        return found == scene_.flows.end() ? nullptr : &*found;
    }

    void locate(FilmText& entry, std::string_view what) const {
        const std::size_t c = chapters_ - 1;
        const scene::Chapter& chapter = scene_.chapters[c];
        const story::PlannedChapter& planned = story_.timeline.chapters[c];
        entry.chapter = chapter.id;
        entry.start = planned.start;
        entry.seconds = (planned.end - planned.start).seconds();
        if (what == "chapter's title") return;
        for (std::size_t s = 0; s < chapter.steps.size(); ++s) {
            if (isBefore(entry.place, chapter.steps[s].place)) break;
            entry.step = s + 1;
        }
        if (entry.step == 0) return;
        const story::PlannedStep& step = story_.timeline.steps[planned.firstStep + entry.step - 1];
        entry.start = step.start;
        entry.seconds = step.length.seconds();
    }

    /// A caption has times of its own.
    void time(FilmText& entry, std::size_t index) const {
        if (entry.step == 0) return;
        const story::PlannedChapter& planned = story_.timeline.chapters[chapters_ - 1];
        const auto& captions = story_.timeline.steps[planned.firstStep + entry.step - 1].captions;
        if (index >= captions.size()) return;
        entry.start = core::FilmTime::fromSeconds(captions[index].start);
        entry.seconds = captions[index].end - captions[index].start;
        entry.timed = true;
        const auto& script = scene_.chapters[chapters_ - 1].steps[entry.step - 1];
        const bool last = index + 1 == captions.size();
        entry.grows = last && !script.length && !script.captions[index].length;
    }

    const story::Story& story_;
    const scene::Scene& scene_;
    std::size_t chapters_ = 0;  ///< begun so far
    std::map<std::string, int> uses_;
    std::vector<FilmText> texts_;
};

}  // namespace

std::vector<FilmText> textsOf(const story::Story& story) {
    return TextCollector(story).collect();
}

int charactersAllowed(double seconds, const std::string& language) {
    const bool han = text::isHanLanguage(language);
    const double each = text::readingSeconds(han ? "字" : "a", language);
    // The art direction's one and a half readings.
    return static_cast<int>(std::floor(seconds / 1.5 / each));
}

}  // namespace ebbflow::papers
