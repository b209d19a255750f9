// `render --wish` and `--print-wish`: a film ordered by a file is the film ordered by words, from
// wherever the program is started, and what is wrong in the file is told with its place.

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "support/program.hpp"

namespace ebbflow::test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::UnorderedElementsAre;
namespace fs = std::filesystem;

constexpr std::string_view kFilm = R"(title: {en: Film, ru: Фильм}
languages: [ru, en]
frame: {size: 96x64, rate: 25}
source: A register
movements:
  - {kind: students, from: Peking, to: Moscow, when: 1951-08, count: 375}
chapters:
  - {id: one, title: {en: One, ru: Один}, date: 1951, length: 0.4, show: [Peking, Moscow],
     caption: {en: Off., ru: Едут.}}
)";

class Wishes : public ProgramTest {
protected:
    void SetUp() override {
        fs::create_directories(at("scene"));
        writeText(at("scene/film.yaml"), kFilm);
    }
    [[nodiscard]] nlohmann::json wishOfManifest(const std::string& film) const {
        return nlohmann::json::parse(readText(at(film + ".manifest.json"))).at("wish");
    }
};

TEST_F(Wishes, MakeTheFilmThatTheirWordsMake) {
    const Arguments words{"render",     "scene", "-o",    "a.mkv",      "--software", "--quiet",
                          "--language", "en,ru", "--crf", "20",         "--captions", "srt",
                          "--from",     "0.1",   "--to",  "00:00:00:07"};
    Arguments printing = words;
    printing.emplace_back("--print-wish");
    const Said printed = run(printing);
    ASSERT_EQ(printed.status, 0) << printed.err;
    EXPECT_THAT(names(), ElementsAre("scene")) << "nothing is made";
    ASSERT_EQ(run(words).status, 0);
    fs::create_directories(at("words"));
    for (const std::string& name : names()) {
        if (name.starts_with("a.")) fs::rename(at(name), at("words/" + name));
    }
    writeText(at("wish.json"), printed.out);
    const Said said = run({"render", "--wish", "wish.json", "--quiet"});
    ASSERT_EQ(said.status, 0) << said.err;
    for (const auto& entry : fs::directory_iterator(at("words"))) {
        const std::string name = entry.path().filename();
        EXPECT_TRUE(readText(entry.path()) == readText(at(name))) << name;
    }
    EXPECT_TRUE(fs::exists(at("a.ru.srt")));
}

TEST_F(Wishes, HavePathsRelativeToTheirFile) {
    fs::create_directories(at("orders/out"));
    writeText(at("orders/w.json"),
              R"({"format": "ebbflow wish", "version": 1, "scene": "../scene/film.yaml",
                  "output": "out/%02d.png", "to": "f2", "device": "software"})");
    const Said said = run({"render", "--wish", "orders/w.json", "--quiet"});
    ASSERT_EQ(said.status, 0) << said.err;
    EXPECT_TRUE(fs::exists(at("orders/out/01.png")));
    EXPECT_EQ(wishOfManifest("orders/out/frames").at("scene"), at("scene/film.yaml"));
}

TEST_F(Wishes, YieldToWhatIsGivenByHand) {
    writeText(at("w.json"), R"({"format": "ebbflow wish", "version": 1, "scene": "scene",
                               "codec": "hevc", "language": ["ru"], "to": "f5"})");
    const Said said =
        run({"render", "--wish", "w.json", "-o", "b.mkv", "--codec", "ffv1", "--print-wish"});
    ASSERT_EQ(said.status, 0) << said.err;
    const auto wish = nlohmann::json::parse(said.out);
    EXPECT_EQ(wish.at("codec"), "ffv1");
    EXPECT_EQ(wish.at("output"), at("b.mkv"));
    EXPECT_THAT(wish.at("language"), ElementsAre("ru"));
}

TEST_F(Wishes, HaveTheirFaultsToldAllAtOnceAndNothingWritten) {
    writeText(at("w.json"),
              "{\"format\": \"ebbflow wish\", \"version\": 1, \"scene\": \"scene\",\n"
              " \"output\": \"a.mp4\",\n \"codek\": \"h264\",\n \"threads\": 0}\n");
    const Said said = run({"render", "--wish", "w.json"});
    EXPECT_EQ(said.status, 3);
    EXPECT_THAT(said.err,
                AllOf(HasSubstr("w.json:3:2: error: a wish has no `codek`; did you mean `codec`?"),
                      HasSubstr("w.json:4:13: error: `0`: it goes from 1 to 64")));
    EXPECT_THAT(names(), UnorderedElementsAre("scene", "w.json"));
}

TEST_F(Wishes, ThatDoNotSayWhatAreWrongUsage) {
    writeText(at("w.json"), R"({"format": "ebbflow wish", "version": 1})");
    EXPECT_EQ(run({"render", "--wish", "w.json"}).status, 2);
    EXPECT_EQ(run({"render", "--wish", "w.json", "scene"}).status, 2);
    EXPECT_EQ(run({"render", "--wish", "none.json", "scene", "-o", "a.mp4"}).status, 1);
    EXPECT_EQ(run({"render", "--wish", "w.json", "--preset", "web"}).status, 2);
}

TEST_F(Wishes, OfManifestsAreForTheirFilmAlone) {
    ASSERT_EQ(run({"render", "scene", "-o", "a.mkv", "--software", "--quiet", "--language", "all",
                   "--textless", "--to", "f3"})
                  .status,
              0);
    const auto textless = wishOfManifest("a.textless.mkv");
    EXPECT_THAT(textless.at("language"), ElementsAre("ru"));
    EXPECT_EQ(textless.at("textless"), true);
    EXPECT_EQ(textless.at("codec"), "h264");
    EXPECT_EQ(textless.at("size"), "96x64");
    EXPECT_FALSE(textless.contains("output"));
    EXPECT_FALSE(wishOfManifest("a.en.mkv").contains("textless"));
    // However it is said, it is finished.
    const Said said =
        run({"render", "scene/film.yaml", "-o", "a.mkv", "--software", "--language", "ru,en",
             "--textless", "--to", "0.12", "--codec", "h264", "--rate", "25", "--resume"});
    EXPECT_EQ(said.status, 0);
    EXPECT_THAT(said.err, AllOf(HasSubstr("a.textless.mkv: finished already"),
                                HasSubstr("a.en.mkv: finished already")));
}

TEST_F(Wishes, AreMissedInOldManifestsWithASentence) {
    ASSERT_EQ(run({"render", "scene", "-o", "a.mkv", "--software", "--quiet", "--to", "f3"}).status,
              0);
    auto manifest = nlohmann::ordered_json::parse(readText(at("a.mkv.manifest.json")));
    manifest["version"] = 2;
    manifest.erase("wish");
    manifest["asked"] = {{"scene", at("scene/film.yaml")}, {"options", {"--to=f3"}}};
    writeText(at("a.mkv.manifest.json"), manifest.dump(1));
    for (const Arguments& arguments :
         {Arguments{"verify", "a.mkv"}, Arguments{"join", "-o", "a.mkv"},
          Arguments{"render", "scene", "-o", "a.mkv", "--software", "--to", "f3", "--resume"}}) {
        const Said said = run(arguments);
        EXPECT_EQ(said.status, 1) << arguments.front();
        EXPECT_THAT(said.err, AllOf(HasSubstr("version 2"), HasSubstr("render the film again")))
            << arguments.front();
    }
    EXPECT_EQ(
        run({"render", "scene", "-o", "a.mkv", "--software", "--quiet", "--to", "f3", "--force"})
            .status,
        0);
    EXPECT_EQ(run({"verify", "a.mkv"}).status, 0);
}

}  // namespace
}  // namespace ebbflow::test
