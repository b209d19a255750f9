// Every fault in one run: those of the script, of its tables and of the names in both, and none
// that only follows from another.

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "film/check_film.hpp"
#include "story/load_film.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::story {
namespace {

using namespace ebbflow::test;

using namespace test;
using testing::AllOf;
using testing::HasSubstr;

const std::string kSound = R"(title: Film
source: A register
movements:
  - {id: a, kind: students, from: Peking, to: Moscow, when: 1951-08, count: 375}
  - {id: b, kind: workers, from: Canton, to: Moscow, when: 1952, count: 20}
figures:
  - {id: pupils, date: 1951, value: 40}
flows:
  students: {color: gold}
chapters:
  - title: One
    steps:
      - date: 1951
        show: [Peking, Moscow]
        focus: workers
        screen: {counters: [pupils]}
        caption: They leave.
)";

/// kSound with each first text of a pair replaced by the second.
std::string with(const std::vector<std::pair<std::string, std::string>>& changes) {
    std::string script = kSound;
    for (const auto& [what, instead] : changes) {
        const auto at = script.find(what);
        if (at == std::string::npos) throw std::logic_error("the test replaces what is not there");
        script.replace(at, what.size(), instead);
    }
    return script;
}

/// The errors of a script as `check` finds them, in one text.
std::string faultsOf(const std::string& script) {
    const ebbflow::test::TemporaryFolder folder;
    std::ofstream(folder / "film.yaml") << script;
    core::Diagnostics diagnostics;
    const LoadOptions options{EBBFLOW_SOURCE_DIR "/geodata", {}, false};
    if (const auto film = loadFilm(folder / "film.yaml", options, diagnostics))
        film::checkFilm(*film, diagnostics);
    std::string all;
    for (const core::Diagnostic& d : diagnostics.all()) {
        if (d.severity == core::Severity::error) all += core::toString(d) + "\n";
    }
    return all;
}

std::ptrdiff_t lines(const std::string& text) {
    return std::ranges::count(text, '\n');
}

TEST(AllFaults, OfScriptAndTablesComeInOneRun) {
    const std::string faults = faultsOf(with({{"title: Film", "title: Film\nlangage: ru"},
                                              {"source:", "frame: {rate: abc}\nsource:"},
                                              {"to: Moscow", "to: Moscw"},
                                              {"when: 1952", "when: 1951-13"},
                                              {"count: 20", "count: -3"},
                                              {"show: [Peking", "shwo: [Peking"}}));
    EXPECT_THAT(faults, AllOf(HasSubstr("film.yaml:2:1: error"), HasSubstr("`langage`"),
                              HasSubstr("`shwo`"), HasSubstr("`rate` takes")));
    EXPECT_THAT(faults, AllOf(HasSubstr("film.yaml:6:"), HasSubstr("`Moscw`"),
                              HasSubstr("no month 13"), HasSubstr("count -3 is negative")));
    EXPECT_EQ(lines(faults), 6) << faults;
}

TEST(AllFaults, NamesOfTheScriptAreCheckedBesideItsOtherFaults) {
    const std::string faults = faultsOf(with({{"caption:", "captoin:"},
                                              {"show: [Peking", "show: [Pekking"},
                                              {"focus: workers", "focus: wrokers"},
                                              {"[pupils]", "[pupil]"},
                                              {"count: 20", "count: 20, route: orient-express"}}));
    for (const char* said : {"`captoin`", "`Pekking`", "`wrokers`", "`pupil`", "`orient-express`"})
        EXPECT_THAT(faults, HasSubstr(said));
    EXPECT_EQ(lines(faults), 5) << faults;
}

TEST(AllFaults, AnUnknownRouteIsToldBesideATakenId) {
    const std::string faults = faultsOf(with({{"id: b", "id: a"},
                                              {"count: 375", "count: 375, route: orient-express"},
                                              {"color: gold", "along: nowhere"}}));
    EXPECT_THAT(faults, AllOf(HasSubstr("id `a` is taken"), HasSubstr("route `orient-express`"),
                              HasSubstr("route `nowhere`")));
}

TEST(AllFaults, OfTheScriptAreToldWithoutAnAtlasToo) {
    const ebbflow::test::TemporaryFolder folder;
    std::ofstream(folder / "film.yaml") << with({{"caption:", "captoin:"}});
    core::Diagnostics diagnostics;
    EXPECT_FALSE(loadFilm(folder / "film.yaml", {"/nowhere", {}, false}, diagnostics));
    EXPECT_THAT(words(diagnostics), HasSubstr("`captoin`"));
}

/// Each with one fault, from which others would follow if the rest were taken at its word.
class OneFault : public testing::TestWithParam<std::pair<std::string, std::string>> {};

TEST_P(OneFault, IsToldAlone) {
    const std::string faults = faultsOf(with({GetParam()}));
    EXPECT_EQ(lines(faults), 1) << faults;
}

INSTANTIATE_TEST_SUITE_P(
    AllFaults, OneFault,
    testing::Values(
        std::pair("movements:", "movments:"), std::pair("figures:", "figuers:"),
        std::pair("source: A", "soruce: A"), std::pair("when: 1952, count", "when: 1952, cuont"),
        std::pair("id: pupils, date", "id: pupils, dtae"),
        std::pair("from: Canton", "form: Canton"),
        std::pair("title: Film\n", "title: Film\nplcaes:\n  - {id: cnt, name: Canton}\n"),
        std::pair("source: A register\n", "sources: {fiel: s.csv, file: s.csv}\n"),
        std::pair("source: A register\n", "source: A register\nmap: {layers: {rial: x.shp}}\n"),
        std::pair("chapters:\n", "sites: {fiel: s.csv}\nchapters:\n"),
        std::pair("movements:\n", "figures: []\nmovements:\n")),
    [](const auto& at) { return "number" + std::to_string(at.index); });

}  // namespace
}  // namespace ebbflow::story
