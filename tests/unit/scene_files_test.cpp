// Scripts that are not there, are not scripts, or are far too large; and the scene that `init`
// writes.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.hpp"
#include "scene/check_scene.hpp"
#include "scene/new_scene.hpp"
#include "unit/scene_support.hpp"
#include "unit/scene_support_files.hpp"

namespace ebbflow::scene::test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> faultsOfFile(const std::string& path) {
    core::Diagnostics diagnostics;
    EXPECT_FALSE(readScene(path, diagnostics).has_value());
    std::vector<std::string> result;
    for (const auto& d : diagnostics.all()) result.push_back(toString(d));
    return result;
}

TEST(ScriptFile, MissingNamesTheNearest) {
    const TemporaryFolder folder;
    folder.write("film.yaml", kScript);
    EXPECT_THAT(faultsOfFile(folder.at("flim.yaml")),
                ElementsAre(AllOf(HasSubstr("flim.yaml: error: there is no such file"),
                                  HasSubstr("did you mean `film.yaml`?"))));
    EXPECT_THAT(faultsOfFile(folder.at("no/where.yaml")),
                ElementsAre(HasSubstr("there is no folder")));
    EXPECT_THAT(faultsOfFile(""), testing::SizeIs(1));
}

TEST(ScriptFile, FolderStandsForItsFilm) {
    const TemporaryFolder folder;
    EXPECT_THAT(faultsOfFile(folder.at("")),
                ElementsAre(HasSubstr("this folder has no `film.yaml`")));
    folder.write("other.yaml", kScript);
    EXPECT_THAT(faultsOfFile(folder.at("")), ElementsAre(HasSubstr("it holds `other.yaml`")));
    folder.write("film.yaml", kScript);
    core::Diagnostics diagnostics;
    const auto scene = readScene(folder.at(""), diagnostics);
    ASSERT_TRUE(scene);
    EXPECT_EQ(scene->file, folder.at("film.yaml"));
}

TEST(ScriptFile, EmptyOrNoScript) {
    const TemporaryFolder folder;
    EXPECT_THAT(faultsOfFile(folder.write("film.yaml", "")),
                ElementsAre(HasSubstr("script is empty")));
    EXPECT_THAT(faultsOfFile(folder.write("film.yaml", "# only\n\n")),
                ElementsAre(HasSubstr("script is empty")));
    EXPECT_THAT(faultsOfFile(folder.write("film.yaml", "- a\n")),
                ElementsAre(AllOf(HasSubstr(":1:1: error:"), HasSubstr("this is a list"))));
    EXPECT_THAT(faultsOfFile("/dev/null"), ElementsAre(HasSubstr("not a file")));
    EXPECT_THAT(faultsOfFile(folder.write("a.png", "\x89PNG\r\n\x1A\n")), testing::Not(IsEmpty()));
}

TEST(ScriptFile, TooLargeIsRefusedUnread) {
    const TemporaryFolder folder;
    const std::string path = folder.write("film.yaml", "title: x");
    std::filesystem::resize_file(path, 200'000'000);
    EXPECT_THAT(faultsOfFile(path), ElementsAre(HasSubstr("190 MB is too large")));
    EXPECT_THAT(
        faultsOfFile(folder.write("long.yaml", "title: " + std::string(2'000'000, 'x') + "\n")),
        ElementsAre(AllOf(HasSubstr(":1: error: "), HasSubstr("too long"))));
}

TEST(NewScene, OfEveryTemplateReadsBackWithoutAWord) {
    for (const std::string& name : templateNames()) {
        const TemporaryFolder folder;
        const auto written = writeNewScene(name, folder.at("new/film"));
        EXPECT_EQ(written.size(), templateFiles(name).size());
        core::Diagnostics diagnostics;
        const auto scene = readScene(folder.at("new/film"), diagnostics);
        ASSERT_TRUE(scene) << name << testing::PrintToString(said(diagnostics));
        for (const std::string& language : scene->languages)
            checkLanguage(*scene, language, {}, diagnostics);
        EXPECT_THAT(said(diagnostics), IsEmpty()) << name;
        for (const core::FileSpec& file : scene->movements.files)
            EXPECT_TRUE(std::filesystem::exists(file.path)) << file.path;
    }
}

TEST(NewScene, NeverWritesOverAnything) {
    const TemporaryFolder folder;
    folder.write("README.md", "mine");
    EXPECT_THROW((void)writeNewScene(kFirstTemplate, folder.at("")), core::Failure);
    EXPECT_FALSE(std::filesystem::exists(folder.at("film.yaml")));
    EXPECT_THROW((void)writeNewScene(kFirstTemplate, folder.at("README.md/x")), core::Failure);
}

}  // namespace
}  // namespace ebbflow::scene::test
