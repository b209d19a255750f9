// Whatever is done to a good script, the reader answers with a scene or with faults that have a
// place in it, and never crashes or hangs. Deterministic.

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "scene/check_scene.hpp"
#include "unit/scene_support.hpp"
#include "unit/scene_support_files.hpp"

namespace ebbflow::scene::test {
namespace {

class Mutator {
public:
    explicit Mutator(std::uint32_t seed) : random_(seed) {}

    std::string mutated(std::string text) {
        const std::size_t changes = 1 + below(4);
        for (std::size_t i = 0; i < changes; ++i) change(text);
        return text;
    }

private:
    // The engine's numbers are the same everywhere; the standard's distributions are not.
    std::size_t below(std::size_t n) { return n == 0 ? 0 : random_() % n; }

    void change(std::string& text) {
        static const std::vector<std::string> pieces{"\"",
                                                     "'",
                                                     "{",
                                                     "}",
                                                     "[",
                                                     "]",
                                                     ":",
                                                     ": ",
                                                     "#",
                                                     " #",
                                                     "\t",
                                                     "\n",
                                                     "- ",
                                                     "|",
                                                     ">",
                                                     "&a",
                                                     "*a",
                                                     "!x",
                                                     "%",
                                                     "@",
                                                     "---\n",
                                                     "...",
                                                     "?",
                                                     ",",
                                                     "\r",
                                                     "\\",
                                                     "~",
                                                     std::string(1, '\0'),
                                                     "\xC2\xA0",
                                                     "\xFF",
                                                     "\xE4\xB8\xAD",
                                                     "null",
                                                     "1,390",
                                                     "  ",
                                                     "<<",
                                                     "9999999999"};
        const std::size_t at = below(text.size());
        switch (below(5)) {
            case 0:
                text.insert(at, pieces[below(pieces.size())]);
                break;
            case 1:
                text.erase(at, 1 + below(12));
                break;
            case 2:
                if (!text.empty()) text[at] = static_cast<char>(below(256));
                break;
            case 3:
                text.insert(at, text.substr(below(text.size()), below(60)));
                break;
            default:
                text.resize(at);
        }
    }

    std::mt19937 random_;
};

void expectSaneAnswer(const std::string& script) {
    core::Diagnostics diagnostics;
    const auto scene = readSceneText(script, "film.yaml", ".", diagnostics);
    ASSERT_NE(scene.has_value(), diagnostics.hasErrors());
    const auto lines = 1 + std::count(script.begin(), script.end(), '\n');
    for (const auto& d : diagnostics.all()) {
        ASSERT_FALSE(d.message.empty());
        ASSERT_LE(d.place.line, lines) << toString(d);
        ASSERT_GE(d.place.line, 0) << toString(d);
        ASSERT_GE(d.place.column, d.place.line > 0 ? 1 : 0) << toString(d);
    }
    if (!scene) return;
    ASSERT_FALSE(scene->chapters.empty());
    for (const Chapter& chapter : scene->chapters) ASSERT_FALSE(chapter.steps.empty());
    core::Diagnostics checks;
    checkScene(
        *scene, {}, [](auto, auto) { return 2.0; }, checks);
}

TEST(SceneFuzz, MutationsOfTheExamples) {
    const std::string root = EBBFLOW_SOURCE_DIR;
    const std::vector<std::string> originals{kScript,
                                             fileText(root + "/tests/data/scenes/presenter.yaml"),
                                             fileText(root + "/tests/data/scenes/producer.yaml")};
    Mutator mutator(1951);
    for (int round = 0; round < 2000; ++round) {
        for (const std::string& original : originals) {
            const std::string script = mutator.mutated(original);
            ASSERT_NO_FATAL_FAILURE(expectSaneAnswer(script)) << script;
        }
    }
}

TEST(SceneFuzz, EveryBeginningOfAnExample) {
    const std::string text = fileText(EBBFLOW_SOURCE_DIR "/tests/data/scenes/producer.yaml");
    for (std::size_t length = 0; length < text.size(); ++length) {
        ASSERT_NO_FATAL_FAILURE(expectSaneAnswer(text.substr(0, length))) << length;
    }
}

}  // namespace
}  // namespace ebbflow::scene::test
