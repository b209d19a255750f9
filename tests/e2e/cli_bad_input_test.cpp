// Bad scripts and bad data, given to `render`: each is answered with where it is and what is wrong,
// exit status 3, and nothing is written.

#include <gmock/gmock.h>

#include <functional>

#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include "support/program.hpp"

namespace ebbflow::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr std::string_view kGood = R"(title: Film
source: A register
movements:
  - {kind: students, from: Peking, to: Moscow, when: 1951-08, count: 375}
chapters:
  - title: One
    date: 1951
    show: [Peking, Moscow]
    caption: They leave.
)";

/// The good script with one thing in it replaced; `$` marks the end of the script.
std::string with(std::string_view what, std::string_view instead) {
    std::string script(kGood);
    if (what == "$") return script.append(instead);
    const std::size_t found = script.find(what);
    if (found == std::string::npos) throw std::logic_error("the test replaces what is not there");
    return script.replace(found, what.size(), instead);
}

std::string withLayer(std::string_view role, std::string_view file) {
    return with("chapters:", std::string("map: {layers: {")
                                 .append(role)
                                 .append(": ")
                                 .append(file)
                                 .append("}}\nchapters:"));
}

/// Rows in a file beside the script.
std::string withTable(std::string_view file) {
    return with("\n  - {kind: students, from: Peking, to: Moscow, when: 1951-08, count: 375}",
                std::string(" ").append(file));
}

using Prepare = std::function<void(const fs::path& folder)>;

Prepare file(const std::string& name, const std::string& text) {
    return [=](const fs::path& folder) { writeText(folder / name, text); };
}

Prepare table(const std::string& row) {
    return file("m.csv", "kind,from,to,when,count\n" + row + "\n");
}

std::string millions(std::size_t count, char letter) {
    return std::string(count * 1'000'000, letter);
}

void longScript(const fs::path& folder) {
    writeText(folder / "film.yaml", "title: " + millions(200, 'a') + "\n");
}

void longRow(const fs::path& folder) {
    writeText(folder / "m.csv",
              "kind,from,to,when,count\nstudents,Peking,Moscow,1951," + millions(200, '1') + "\n");
}

void shapefileAlone(const fs::path& folder) {
    fs::copy(EBBFLOW_SOURCE_DIR "/tests/data/geo/no_index.shp", folder / "land.shp");
}

void truncatedPackage(const fs::path& folder) {
    const fs::path cut = folder / "land.gpkg";
    fs::copy(EBBFLOW_SOURCE_DIR "/geodata/atlas.gpkg", cut);
    fs::permissions(cut, fs::perms::owner_write, fs::perm_options::add);
    fs::resize_file(cut, fs::file_size(cut) / 2);
}

std::string geoJson(const std::string& rings) {
    return R"({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {},)"
           R"( "geometry": {"type": "Polygon", "coordinates": )" +
           rings + "}}]}\n";
}

Prepare pipe(const std::string& name) {
    return [=](const fs::path& folder) {
        if (::mkfifo((folder / name).c_str(), 0600) != 0) throw std::runtime_error("no pipe");
    };
}

struct Bad {
    std::string name;
    std::string script;  ///< empty: none is written
    std::string place;   ///< end of the file's name, and where in it
    std::string gist;    ///< words of the message
    Prepare prepare = {};
};

void PrintTo(const Bad& bad, std::ostream* out) {
    *out << bad.name;
}

class BadInput : public ProgramTest, public testing::WithParamInterface<Bad> {};

TEST_P(BadInput, IsToldWithItsPlaceAndNothingIsWritten) {
    const Bad& bad = GetParam();
    if (!bad.script.empty()) writeText(folder_ / "film.yaml", bad.script);
    if (bad.prepare) bad.prepare(folder_.path());
    const auto before = names();
    const Said said = run({"render", at("film.yaml"), "-o", at("film.mp4"), "--software"});
    EXPECT_EQ(said.status, 3) << said.err;
    EXPECT_THAT(said.err, HasSubstr(bad.place + ": error: "));
    EXPECT_THAT(said.err, HasSubstr(bad.gist));
    EXPECT_EQ(said.out, "");
    EXPECT_LT(said.err.size(), 2000U) << "a message is to be read";
    EXPECT_EQ(names(), before);
}

const auto kName = [](const auto& bad) { return bad.param.name; };

INSTANTIATE_TEST_SUITE_P(
    Files, BadInput,
    testing::Values(Bad{"missing", "", "film.yaml", "no such file"},
                    Bad{"empty", "", "film.yaml:1:1", "empty", file("film.yaml", "")},
                    Bad{"onlyComments", "# nothing\n", "film.yaml:1:1", "empty"},
                    Bad{"folder", "", "film.yaml", "folder",
                        [](const fs::path& folder) { fs::create_directory(folder / "film.yaml"); }},
                    Bad{"notUtf8", with("They", "Caf\xE9"), "film.yaml:9:17", "not UTF-8"},
                    Bad{"line200MB", "", "film.yaml", "too large", longScript},
                    Bad{"row200MB", withTable("m.csv"), "m.csv:2:1", "more than 1 MB", longRow}),
    kName);

INSTANTIATE_TEST_SUITE_P(
    Script, BadInput,
    testing::Values(
        Bad{"unknownKey", with("show:", "shwo:"), "film.yaml:8:5", "did you mean `show`?"},
        Bad{"wrongType", with("date: 1951", "date: [1951]"), "film.yaml:7:11", "a list"},
        Bad{"wrongTypeOfNumber", with("$", "    camera: {tilt: steep}\n"), "film.yaml:10:20",
            "`tilt` takes a number"},
        Bad{"duplicateKey", with("$", "    date: 1952\n"), "film.yaml:10:5", "written twice"},
        Bad{"unknownCity", with("show: [Peking", "show: [Pekking"), "film.yaml:8:12",
            "did you mean `Peking`?"},
        Bad{"endBeforeStart", with("date: 1951", "date: 1957/1956"), "film.yaml:7:11",
            "ends before it begins"},
        Bad{"month13", with("date: 1951", "date: 1956-13"), "film.yaml:7:11", "no month 13"},
        Bad{"february30", with("date: 1951", "date: 1956-02-30"), "film.yaml:7:11", "29 days"},
        Bad{"nanCoordinates", with("[Peking, Moscow]", "[{lat: nan, lon: 4}]"), "film.yaml:8:18",
            "`lat` takes a number"},
        Bad{"projection", with("chapters:", "map: {projection: +proj=nonsense}\nchapters:"),
            "film.yaml:5:19", "projection"},
        Bad{"projectionOfTheMoon",
            with("chapters:", "map: {projection: \"+proj=laea +lat_0=200\"}\nchapters:"),
            "film.yaml:5:19", "projection"}),
    kName);

INSTANTIATE_TEST_SUITE_P(
    Rows, BadInput,
    testing::Values(
        Bad{"unknownCity", with("from: Peking", "from: Pekking"), "film.yaml:4:28",
            "did you mean `Peking`?"},
        Bad{"endBeforeStart", with("1951-08", "1952/1951"), "film.yaml:4:54",
            "ends before it begins"},
        Bad{"negativeCount", with("375", "-375"), "film.yaml:4:70", "count -375 is negative"},
        Bad{"commaInNumber", with("375", "1,390"), "film.yaml:4:70", "write 1390"},
        Bad{"commaInTable", withTable("m.csv"), "m.csv:2:29", "12.000 or 12000",
            table("students,Peking,Moscow,1951,12.000")},
        Bad{"negativeInTable", withTable("m.csv"), "m.csv:2:29", "count -5 is negative",
            table("students,Peking,Moscow,1951,-5")},
        Bad{"month13", withTable("m.csv"), "m.csv:2:24", "no month 13",
            table("students,Peking,Moscow,1956-13,5")},
        Bad{"february30", withTable("m.csv"), "m.csv:3:24", "29 days",
            table("students,Peking,Moscow,1951,5\nstudents,Peking,Moscow,1956-02-30,5")},
        Bad{"nanCoordinates", withTable("m.csv"), "m.csv:2:1", "`nan` is no number",
            file("m.csv",
                 "source_lat,source_lng,target_lat,target_lng,count\nnan,116.4,55.8,37.6,5\n")},
        Bad{"notUtf8", withTable("m.csv"), "m.csv:2:11", "not UTF-8",
            table("students,P\xE9kin,Moscow,1951,5")},
        Bad{"missingTable", withTable("data/m.csv"), "film.yaml:3:12", "m.csv"},
        Bad{"emptyTable", withTable("m.csv"), "m.csv", "empty", file("m.csv", "")},
        Bad{"pipe", withTable("m.csv"), "film.yaml:3:12", "is a pipe", pipe("m.csv")},
        Bad{"pipeOfOgr", withTable("m.gpkg"), "film.yaml:3:12", "is a pipe", pipe("m.gpkg")},
        Bad{"device", withTable("/dev/zero"), "film.yaml:3:12", "a device"},
        Bad{"unknownRoute", with("count: 375", "count: 375, route: orient-express"),
            "film.yaml:4:5", "there is no route `orient-express`"}),
    kName);

INSTANTIATE_TEST_SUITE_P(
    MapData, BadInput,
    testing::Values(Bad{"shapefileWithoutIndex", withLayer("land", "land.shp"), "film.yaml:5:22",
                        "land.shx", shapefileAlone},
                    Bad{"truncatedGeoPackage", withLayer("land", "land.gpkg"), "film.yaml:5:22",
                        "malformed", truncatedPackage},
                    Bad{"polygonWithOnePoint", withLayer("land", "land.geojson"), "film.yaml:5:22",
                        "1 different point", file("land.geojson", geoJson("[[[10, 20]]]"))},
                    Bad{"pipe", withLayer("land", "land.gpkg"), "film.yaml:5:22", "is a pipe",
                        pipe("land.gpkg")},
                    Bad{"reliefFromAPipe", withLayer("relief", "r.tif"), "film.yaml:5:24",
                        "is a pipe", pipe("r.tif")},
                    Bad{"metresWithoutPrj", withLayer("states", "lost.csv"), "film.yaml:5:24",
                        "is the .prj missing?",
                        file("lost.csv",
                             "id,WKT\na,\"POLYGON((6679169 4865942,7792364 4865942,"
                             "7792364 6446275,6679169 4865942))\"\n")},
                    Bad{"missing", withLayer("land", "land.gpkg"), "film.yaml:5:22",
                        "no such file"},
                    Bad{"notMapData", withLayer("land", "land.gpkg"), "film.yaml:5:22",
                        "no such format", file("land.gpkg", "these are words\n")},
                    Bad{"onTheNetwork", withLayer("land", "/vsicurl/http://localhost:9/land.gpkg"),
                        "film.yaml:5:22", "--network"}),
    kName);

std::string withFonts(std::string_view fonts) {
    return with("$", std::string("style: {fonts: {").append(fonts).append("}}\n"));
}

std::string withStyle(std::string_view serif) {
    return withFonts("serif: " + std::string(serif));
}

INSTANTIATE_TEST_SUITE_P(
    Inserts, BadInput,
    testing::Values(
        Bad{"glyph", with("They leave.", "They leave \U000F0000."), "film.yaml:9:14",
            "no font has"},
        Bad{"glyphOnACard", with("$", "    card: \U000F0000\n"), "film.yaml:10:11", "card title"},
        Bad{"imageMissing", with("$", "    images:\n      - {file: a.png, credit: A}\n"),
            "film.yaml:11:16", "there is no such file"},
        Bad{"imageIsNone", with("$", "    images:\n      - {file: a.png, credit: A}\n"),
            "film.yaml:11:16", "cannot be opened as a picture", file("a.png", "no picture\n")},
        Bad{"imageFromAPipe", with("$", "    images:\n      - {file: a.png, credit: A}\n"),
            "film.yaml:11:16", "is a pipe", pipe("a.png")},
        Bad{"soundFromAPipe", with("$", "    narration: a.wav\n"), "film.yaml:10:16", "a pipe",
            pipe("a.wav")},
        Bad{"imageWithoutCredit", with("$", "    images:\n      - {file: a.png}\n"),
            "film.yaml:11:9", "needs a `credit`"},
        Bad{"ringAroundNowhere", with("$", "    marks:\n      - {ring: Pekking}\n"),
            "film.yaml:11:16", "did you mean `Peking`?"},
        Bad{"chartOfNothing", with("$", "    screen: {chart: {kind: studens}}\n"),
            "film.yaml:10:21", "did you mean `students`?"},
        Bad{"fontFamily", withStyle("PT Srif"), "film.yaml:10:24", "did you mean `PT Serif`?"},
        Bad{"fontFile", withStyle("fonts/My.ttf"), "film.yaml:10:24", "no such file"},
        Bad{"fontOfNoScript", withFonts("scripts: {hebrw: fonts/My.ttf}"), "film.yaml:10:34",
            "is no script"},
        Bad{"fontIsNone", withStyle("./my.ttf"), "film.yaml:10:24", "no font that can be read",
            file("my.ttf", "no font\n")}),
    kName);

INSTANTIATE_TEST_SUITE_P(
    YamlTraps, BadInput,
    testing::Values(
        Bad{"colour", with("$", "flows:\n  students: {color: #F2B441}\n"), "film.yaml:11:21",
            "a colour needs quotes"},
        Bad{"hash", with("They leave.", "Worker #1 leaves"), "film.yaml:9:21", "` #`"},
        Bad{"quoteOpen", with("They leave.", "\"foo\n    notes: bar"), "film.yaml:9:14",
            "not closed"},
        Bad{"noBreakSpace", with("    date", "\xC2\xA0   date"), "film.yaml:7:1", "no-break space"},
        Bad{"secondDocument", with("$", "---\ntitle: Again\n"), "film.yaml:10:1", "`---`"},
        Bad{"questionInList", with("[Peking, Moscow]", "[1956?, 1957]"), "film.yaml:8:12",
            "\"1956?\""},
        Bad{"questionInMap", with("1951-08", "1956?"), "film.yaml:4:54", "\"1956?\""},
        Bad{"colonInText", with("They leave.", "1960: the break"), "film.yaml:9:18",
            "text with `: ` in it needs quotes"},
        Bad{"brace", with("They leave.", "{n} leave"), "film.yaml:9:14", "needs quotes"},
        Bad{"percent", with("They leave.", "%50"), "film.yaml:9:14", "needs quotes"},
        Bad{"at", with("They leave.", "@home"), "film.yaml:9:14", "needs quotes"},
        Bad{"apostrophe", with("They leave.", "'It's over'"), "film.yaml:9:17",
            "use double quotes"},
        Bad{"tab", with("    date", "\tdate"), "film.yaml:7:1", "a tab"}),
    kName);

using Input = ProgramTest;

TEST_F(Input, ACharacterThatNoFontHasIsAFaultNotABox) {
    writeText(folder_ / "film.yaml", with("They leave.", "They leave \U000F0000."));
    const Said said = run({"check", at("film.yaml")});
    EXPECT_EQ(said.status, 3);
    EXPECT_THAT(said.err, HasSubstr("film.yaml:9:14: error: no font has "));
}

TEST_F(Input, WordsThatLookLikeYamlTypesAreText) {
    writeText(folder_ / "film.yaml", with("They leave.", "no\n    notes: 1:30"));
    const Said said = run({"check", at("film.yaml")});
    EXPECT_EQ(said.status, 0) << said.err;
}

TEST_F(Input, AllFaultsOfScriptAndTablesComeAtOnce) {
    std::string script = with("[Peking, Moscow]", "[Pekking, Moskow]");
    script += "sites:\n  - {place: Harbn, begun: 1953}\nfigures: f.csv\n";
    writeText(folder_ / "film.yaml", script.replace(script.find("375"), 3, "-375"));
    writeText(folder_ / "f.csv", "id,date,value\na,1956-13,5\nb,1956-02-30,6\n");
    const Said said = run({"check", at("film.yaml")});
    EXPECT_EQ(said.status, 3);
    for (const char* place : {"film.yaml:4:70:", "film.yaml:8:12:", "film.yaml:8:21:",
                              "film.yaml:11:13:", "f.csv:2:3:", "f.csv:3:3:"}) {
        EXPECT_THAT(said.err, HasSubstr(place));
    }
    const Said asJson = run({"check", at("film.yaml"), "--json"});
    EXPECT_EQ(asJson.status, 3);
    const auto rows = nlohmann::json::parse(asJson.out);
    EXPECT_EQ(rows.size(), 6U);
    EXPECT_EQ(rows.at(0).at("severity"), "error");
}

}  // namespace
}  // namespace ebbflow::test
