// The presenter's console as its page sees it: the files of the page and nothing else, what the
// page reads, and who may ask for it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <regex>
#include <set>

#include <nlohmann/json.hpp>

#include "encode/png.hpp"
#include "remote/answers.hpp"
#include "remote/console_json.hpp"
#include "remote/console_page.hpp"
#include "remote/small_picture.hpp"
#include "remote_fixture.hpp"
#include "support/video_fixture.hpp"
#include "text/languages.hpp"

namespace ebbflow::remote {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

constexpr const char* kToken = "0123456789abcdef";

std::string textOf(std::string_view path) {
    const core::EmbeddedFile* file = consoleFile(path);
    return file == nullptr ? std::string() : std::string(file->text);
}

TEST(ConsolePage, IsTheFilesOfItsFolderAndNoOthers) {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(EBBFLOW_SOURCE_DIR "/console")) {
        const std::string name = entry.path().filename();
        const std::string path = name == "console.html" ? "/console" : "/" + name;
        std::ostringstream text;
        text << std::ifstream(entry.path()).rdbuf();
        EXPECT_TRUE(textOf(path) == text.str()) << name << " is another than the one built in";
        EXPECT_THAT(mediaType(*consoleFile(path)), Not(StartsWith("text/plain"))) << name;
        ++count;
    }
    EXPECT_EQ(count, 4U);
    for (const char* path :
         {"", "/", "console", "/console.html", "/console/", "/console/..", "/../console/console.js",
          "/console.js/", "//console.js", "/console.js%00", "/CMakeLists.txt", "/en.yaml"})
        EXPECT_EQ(consoleFile(path), nullptr) << path;
}

TEST(ConsolePage, RunsAndLoadsNothingThatItsPolicyForbids) {
    const std::string page = textOf("/console");
    EXPECT_THAT(page, Not(HasSubstr("style=")));
    EXPECT_THAT(page, Not(HasSubstr("<style")));
    EXPECT_FALSE(std::regex_search(page, std::regex("\\son[a-z]+="))) << "code in the page";
    EXPECT_FALSE(std::regex_search(page, std::regex("<script(?![^>]*src=)")));
    for (const char* path : {"/console", "/console.css", "/console.js"})
        EXPECT_FALSE(std::regex_search(textOf(path), std::regex("https?://|url\\(|@import")))
            << path;
    EXPECT_THAT(textOf("/console.js"), Not(HasSubstr("innerHTML")));
}

/// All that a pattern's first group finds.
std::set<std::string> found(const std::string& text, const std::string& pattern) {
    std::set<std::string> all;
    const std::regex regex(pattern);
    for (std::sregex_iterator at(text.begin(), text.end(), regex), end; at != end; ++at)
        all.insert((*at)[1]);
    return all;
}

TEST(ConsolePage, SaysTheWordsThatThereAreAndAllOfThem) {
    std::set<std::string> said = found(textOf("/console"), "data-(?:word|label)=\"(\\w+)\"");
    said.merge(found(textOf("/console.js"), "word\\('(\\w+)'"));
    // The film's states, as the status has them.
    said.insert({"playing", "paused", "waiting", "ended"});
    std::set<std::string> there;
    for (const text::Word& word : text::english().console) there.insert(word.key);
    EXPECT_EQ(said, there);
}

TEST(ConsolePage, HasItsTokenWhereNoServerSeesIt) {
    EXPECT_EQ(consoleAddress("10.0.0.7:8080", "abc-._~09"),
              "http://10.0.0.7:8080/console#abc-._~09");
    EXPECT_EQ(consoleAddress("[::1]:9", "a b/%\xc3\xa9"),
              "http://[::1]:9/console#a%20b%2F%25%C3%A9");
}

live::PromptBook book() {
    live::PromptBook book;
    book.number = 3;
    book.title = "The \"title\"";
    book.language = "ru";
    book.aspect = 1.5;
    book.chapters = {{"One", 0, 1}, {"Two", 1, 1}};
    book.steps.resize(2);
    book.steps[1].chapter = 1;
    book.steps[1].notes = {"Say </script> \xff and\nbreathe."};
    return book;
}

TEST(ConsoleJson, TellsTheFilmInItsLanguage) {
    const json film = json::parse(consoleFilmJson(book()));
    EXPECT_EQ(film["number"], 3);
    EXPECT_EQ(film["title"], "The \"title\"");
    EXPECT_EQ(film["direction"], "ltr");
    EXPECT_EQ(film["chapters"][1]["title"], "Two");
    EXPECT_EQ(film["chapters"][1]["first"], 1);
    EXPECT_THAT(film["steps"][1]["notes"][0].get<std::string>(), HasSubstr("Say </script> "));
    EXPECT_EQ(film["words"]["next"], "Дальше");
    live::PromptBook arabic = book();
    arabic.language = "ar";
    EXPECT_EQ(json::parse(consoleFilmJson(arabic))["direction"], "rtl");
    arabic.language = "qaa";
    EXPECT_EQ(json::parse(consoleFilmJson(arabic))["words"]["next"], "Next");
}

TEST(ConsoleJson, TellsHowTheTalkStands) {
    live::Report report;
    EXPECT_EQ(json::parse(consoleStateJson(report))["film"], 0) << "before the first picture";
    report.prompt = {std::make_shared<const live::PromptBook>(book()), 1, live::NextDoes::goOn,
                     61.5};
    EXPECT_TRUE(json::parse(consoleStateJson(report))["behind"].is_null());
    report.prompt.behind = -12.5;
    report.status.state = "waiting";
    report.status.black = true;
    report.drawn = 12;
    const json state = json::parse(consoleStateJson(report));
    EXPECT_EQ(state["film"], 3);
    EXPECT_EQ(state["step"], 1);
    EXPECT_EQ(state["state"], "waiting");
    EXPECT_EQ(state["black"], true);
    EXPECT_EQ(state["next"], "go_on");
    EXPECT_EQ(state["elapsed"], 61.5);
    EXPECT_EQ(state["behind"], -12.5);
    EXPECT_EQ(state["drawn"], 12);
}

TEST(SameSite, IsOurPageOrNoBrowser) {
    const auto from = [](const char* origin, const char* site) {
        return fromOurPage({"10.0.0.7:8080", origin, site});
    };
    EXPECT_TRUE(from("", ""));
    EXPECT_TRUE(from("http://10.0.0.7:8080", "same-origin"));
    EXPECT_TRUE(from("http://10.0.0.7:8080", ""));
    EXPECT_TRUE(from("", "none"));
    EXPECT_FALSE(from("http://10.0.0.7:8081", ""));
    EXPECT_FALSE(from("http://evil.example", "cross-site"));
    EXPECT_FALSE(from("", "cross-site"));
    EXPECT_FALSE(from("http://10.0.0.7:8080", "same-site")) << "another port of this machine";
    EXPECT_FALSE(from("null", "")) << "a page in a sandbox";
    EXPECT_FALSE(from("http://10.0.0.7:8080.evil.example", ""));
}

TEST(SmallPicture, IsTheMeanOfWhatItCovers) {
    std::mt19937 random(4);
    core::Image image(31, 17);
    for (std::uint8_t& byte : image.rgba) byte = static_cast<std::uint8_t>(random());
    EXPECT_EQ(smallPicture(image, 31), image);
    EXPECT_EQ(smallPicture(image, 500), image);
    const core::Image one = smallPicture(image, 1);
    ASSERT_EQ(one.width, 1);
    ASSERT_EQ(one.height, 1);
    for (std::size_t c = 0; c < 4; ++c) {
        double sum = 0;
        for (std::size_t i = c; i < image.rgba.size(); i += 4) sum += image.rgba[i];
        EXPECT_NEAR(one.rgba[c], sum / (31 * 17), 0.51);
    }
    core::Image plain(1280, 720);
    for (std::uint8_t& byte : plain.rgba) byte = 137;
    const core::Image small = smallPicture(plain, 470);
    EXPECT_EQ(small.width, 470);
    EXPECT_EQ(small.height, 264);
    EXPECT_TRUE(std::ranges::all_of(small.rgba, [](int byte) { return byte == 137; }));
}

TEST(SmallPicture, KeepsEverythingInItsPlace) {
    core::Image image(8, 4);
    image.pixel(5, 2)[0] = 200;
    const core::Image small = smallPicture(image, 4);
    for (int y = 0; y < 2; ++y)
        for (int x = 0; x < 4; ++x)
            EXPECT_EQ(small.pixel(x, y)[0], x == 2 && y == 1 ? 50 : 0) << x << ',' << y;
}

class ConsoleAnswers : public testing::Test {
protected:
    ConsoleAnswers() {
        film_.console = true;
        film_.report.prompt.book = std::make_shared<const live::PromptBook>(book());
    }
    [[nodiscard]] Answer ask(const std::string& path, Origin from = {},
                             std::string authorization = std::string("Bearer ") + kToken) {
        return answers().to({"GET", path, std::move(authorization), {}, std::move(from)});
    }
    Answers& answers() {
        if (!answers_) answers_.emplace(kToken, film_.show());
        return *answers_;
    }

    test::PretendedShow film_;
    std::optional<Answers> answers_;
};

const std::vector<std::string> kPrivate{"/console/film", "/console/state", "/console/screen.png",
                                        "/console/step/3/1.png"};

TEST_F(ConsoleAnswers, ThePageIsForAllAndWhatItShowsForWhoHasTheToken) {
    for (const char* path : {"/console", "/console.css", "/console.js", "/console.svg"})
        EXPECT_EQ(ask(path, {}, "").status, 200) << path;
    EXPECT_THAT(ask("/console", {}, "").type, StartsWith("text/html"));
    for (const std::string& path : kPrivate) {
        EXPECT_EQ(ask(path, {}, "").status, 401) << path;
        EXPECT_EQ(ask(path, {}, "Bearer 0123456789abcdeg").status, 401) << path;
        EXPECT_THAT(ask(path, {}, "").body, Not(HasSubstr("Two"))) << path;
        EXPECT_EQ(ask(path).status, 200) << path;
    }
}

TEST_F(ConsoleAnswers, AnotherSitesPageLearnsAndChangesNothing) {
    const Origin evil{"10.0.0.7:8080", "http://evil.example", "cross-site"};
    for (const std::string& path : kPrivate) EXPECT_EQ(ask(path, evil).status, 403) << path;
    const std::string token = std::string("Bearer ") + kToken;
    EXPECT_EQ(answers().to({"POST", "/command", token, "next", evil}).status, 403);
    EXPECT_EQ(film_.commands(), 0U);
    const Origin ours{"10.0.0.7:8080", "http://10.0.0.7:8080", "same-origin"};
    EXPECT_EQ(answers().to({"POST", "/command", token, "next", ours}).status, 202);
    EXPECT_EQ(film_.commands(), 1U);
}

TEST_F(ConsoleAnswers, AreNoneWhereThereIsNoConsole) {
    film_.console = false;
    EXPECT_EQ(ask("/console").status, 404);
    EXPECT_EQ(ask("/console.js").status, 404);
    for (const std::string& path : kPrivate) EXPECT_EQ(ask(path).status, 404) << path;
}

TEST_F(ConsoleAnswers, PicturesAreSmallAndOfThatFilm) {
    film_.size = {1280, 720};
    const ebbflow::test::TemporaryFolder folder;
    std::ofstream(folder / "a.png", std::ios::binary) << ask("/console/screen.png").body;
    EXPECT_EQ(encode::readPng(folder / "a.png").width, 640);
    EXPECT_THAT(ask("/console/step/3/1.png").body, StartsWith("\x89PNG"));
    for (const char* path :
         {"/console/step/2/1.png", "/console/step/3/2.png", "/console/step/3/-1.png",
          "/console/step/3/1", "/console/step/3/1.png/", "/console/step/3/", "/console/step//1.png",
          "/console/step/3/1.pngx", "/console/step/3/99999999999999999999.png"})
        EXPECT_EQ(ask(path).status, 404) << path;
    film_.stillMade = false;
    EXPECT_EQ(ask("/console/step/3/1.png").status, 202) << "asked for again in a moment";
}

TEST_F(ConsoleAnswers, WaitForTheFirstPicture) {
    film_.report.prompt.book = nullptr;
    EXPECT_EQ(ask("/console/film").status, 503);
    EXPECT_EQ(ask("/console/step/3/1.png").status, 404);
}

}  // namespace
}  // namespace ebbflow::remote
