#pragma once
// Small scripts for the tests of the scene room, and what the reader said to them.

#include <string>
#include <vector>

#include "scene/read_scene.hpp"

namespace ebbflow::scene::test {

/// A whole film in nine lines; tests add a tenth and more to its only chapter.
inline const std::string kScript = R"(title: Film
languages: [en, ru]
movements:
  - {kind: students, from: Peking, to: Moscow, when: 1951-08, count: 375}
flows:
  students: {color: gold}
chapters:
  - title: One
    date: 1951
)";

inline std::string replaced(std::string text, const std::string& what, const std::string& with) {
    const auto at = text.find(what);
    return at == std::string::npos ? std::string("the test replaces what is not there: ") + what
                                   : text.replace(at, what.size(), with);
}

/// Diagnostics as `line:column: severity: message`.
inline std::vector<std::string> said(const core::Diagnostics& diagnostics) {
    std::vector<std::string> result;
    for (core::Diagnostic d : diagnostics.all()) {
        d.place.file.clear();
        result.push_back(toString(d).substr(d.place.line > 0 ? 1 : 0));
    }
    return result;
}

inline std::vector<std::string> faultsOf(const std::string& script) {
    core::Diagnostics diagnostics;
    const auto scene = readSceneText(script, "film.yaml", ".", diagnostics);
    auto result = said(diagnostics);
    if (scene.has_value() == diagnostics.hasErrors())
        result.emplace_back("scene and errors disagree");
    return result;
}

inline Scene sceneOf(const std::string& script) {
    core::Diagnostics diagnostics;
    return readSceneText(script, "film.yaml", ".", diagnostics).value_or(Scene{});
}

}  // namespace ebbflow::scene::test
