#pragma once
// Films for tests that plan them: a script of the test's own, a rich one made for tests, or, where
// it is itself the subject, the default film. All without the map's shapes.

#include <algorithm>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>

#include "film/check_film.hpp"
#include "frame/plan.hpp"
#include "story/load_film.hpp"
#include "support/video_fixture.hpp"
#include "text/fonts.hpp"

namespace ebbflow::test {

inline std::string words(const core::Diagnostics& diagnostics) {
    std::string all;
    for (const auto& d : diagnostics.all()) all += core::toString(d) + "\n";
    return all;
}

/// Throws when the film has errors.
inline std::shared_ptr<const film::Film> filmAt(const std::string& path) {
    core::Diagnostics diagnostics;
    story::LoadOptions options;
    options.atlasFolder = EBBFLOW_SOURCE_DIR "/geodata";
    options.geometry = false;
    auto film = story::loadFilm(path, options, diagnostics);
    if (film) film::checkFilm(*film, diagnostics);
    if (!film || diagnostics.hasErrors()) throw std::runtime_error(words(diagnostics));
    return std::make_shared<const film::Film>(std::move(*film));
}

inline std::shared_ptr<const film::Film> filmOf(const std::string& script) {
    const ebbflow::test::TemporaryFolder folder;
    std::ofstream(folder / "film.yaml") << script;
    return filmAt(folder / "film.yaml");
}

/// Many lights, crowded names, works, charts, cards, every sort of passage; in English, Chinese and
/// Russian.
inline std::shared_ptr<const film::Film> exchangeFilm() {
    return filmAt(EBBFLOW_SOURCE_DIR "/tests/data/scenes/exchange");
}

/// Only for what is to be true of that very film, in files named for it.
inline std::shared_ptr<const film::Film> defaultFilm() {
    return filmAt(EBBFLOW_SOURCE_DIR "/scenes/china-soviet-union");
}

inline std::shared_ptr<const frame::Plan> planOf(const std::shared_ptr<const film::Film>& film,
                                                 const std::string& language = {}) {
    core::Diagnostics diagnostics;
    auto plan =
        frame::makePlan(film, std::make_shared<const text::Typesetter>(text::defaultFonts()),
                        {language, false}, diagnostics);
    if (!plan) throw std::runtime_error(words(diagnostics));
    return plan;
}

/// A film of 1950 to 1956 with two kinds, a route home, works and every sort of camera.
inline const std::string kFilm = R"(title: {en: Film, ru: Фильм}
languages: [en, ru]
source: A register
movements:
  - {kind: students, from: Peking, to: Moscow, when: 1951-08, count: 375}
  - {kind: students, from: Peking, to: Moscow, when: 1953, count: 583}
  - {kind: advisers, from: Moscow, to: Harbin, when: 1952/1954, count: 1003}
  - {kind: home, from: Harbin, to: Moscow, when: 1956-03, count: 77}
sites:
  - {place: Harbin, begun: 1952, done: 1955}
flows:
  home: {like: advisers, going: home}
chapters:
  - title: {en: One, ru: Один}
    steps:
      - date: 1950/1951
        show: [Peking, Moscow]
        caption: {en: They leave., ru: "Они уезжают далеко, на девять дней пути по железной дороге."}
      - date: 1952
        camera: {center: Harbin, width: 1500 km, tilt: 30, bearing: 350}
      - date: 1953-01-01
        length: 3
  - title: {en: Two, ru: Два}
    date: 1952/1956
    camera: {show: [Harbin, Moscow], bearing: 10, move: 2}
)";

}  // namespace ebbflow::test
