// The list of keys is the reader's and the schema's: every example in it is read and is valid, and
// every key of it is one that the reader takes.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

#include "core/confidence.hpp"
#include "scene/init_scene.hpp"
#include "scene/keys.hpp"
#include "scene/schema.hpp"
#include "unit/scene_support.hpp"
#include "unit/scene_support_files.hpp"

namespace ebbflow::scene::test {
namespace {

using testing::IsEmpty;

/// A script with `$` where keys of the group may stand, as a map in braces.
std::string frameOf(Group group) {
    static const std::map<Group, std::string> frames{
        {Group::frame, "frame: $"},           {Group::map, "map: $"},
        {Group::layers, "map: {layers: $}"},  {Group::file, "map: {layers: {rivers: $}}"},
        {Group::flowmap, "movements: $"},     {Group::flow, "flows: {some: $}"},
        {Group::screen, "screen: $"},         {Group::piece, "screen: {date: $}"},
        {Group::movement, "movements: [$]"},  {Group::place, "places: [$]"},
        {Group::site, "sites: [$]"},          {Group::figure, "figures: [$]"},
        {Group::source, "sources: [$]"},      {Group::counters, "screen: {counters: $}"},
        {Group::chart, "screen: {chart: $}"}, {Group::style, "style: $"},
        {Group::fonts, "style: {fonts: $}"},  {Group::sound, "sound: [$]"},
    };
    static const std::map<Group, std::string> inChapter{
        {Group::chapter, "$"},
        {Group::step, "{steps: [$]}"},
        {Group::transition, "{transition: $}"},
        {Group::camera, "{camera: $}"},
        {Group::stop, "{camera: {path: [Moscow, $]}}"},
        {Group::ambience, "{ambience: $}"},
        {Group::point, "{show: [$]}"},
        {Group::caption, "{caption: $}"},
        {Group::card, "{card: $}"},
        {Group::image, "{images: [$]}"},
        {Group::mark, "{marks: [$]}"},
    };
    const std::string head = "languages: [en, zh-Hans, ru]\n";
    if (const auto found = frames.find(group); found != frames.end()) {
        return head + found->second + "\nchapters: [{date: 1951}]\n";
    }
    return head + "chapters:\n  - " + inChapter.at(group) + "\n";
}

/// What a group cannot do without beside the key.
std::string companions(Group group, std::string_view key) {
    if (group == Group::point) return key == "lat" ? ", lon: 1" : ", lat: 1";
    if (group == Group::transition) return key == "kind" ? "" : ", kind: dip";
    if (group == Group::stop && key != "center") return ", center: Peking";
    if (group == Group::ambience) {
        if (key == "kind") return ", between: [Moscow, Peking]";
        if (key == "between") return ", kind: ideas";
        return key == "from" ? ", to: Peking, kind: ideas" : ", from: Moscow, kind: ideas";
    }
    if (group == Group::file && key != "file") return ", file: x.gpkg";
    if (group == Group::flowmap) return key == "flows" ? ", locations: l.csv" : ", flows: f.csv";
    if (group == Group::caption) return ", en: words";
    if (group == Group::counters && key != "figures") return ", figures: sent";
    if (group == Group::chart && key != "figures" && key != "kind") return ", kind: students";
    if (group == Group::card && key != "title") return ", title: words";
    if (group == Group::sound && key != "file") return ", file: a.wav";
    if (group == Group::image) {
        return std::string(key == "file" ? "" : ", file: a.png") +
               (key == "credit" ? "" : ", credit: words");
    }
    if (group == Group::mark && key != "ring" && key != "arrow") return ", ring: Moscow";
    return {};
}

/// One script for every key of the list.
std::map<std::string, std::string> exampleScripts() {
    std::map<std::string, std::string> scripts;
    for (const Key& key : keysOf(Group::film)) {
        const std::string line = std::string(key.name) + ": " + std::string(key.example) + "\n";
        const bool hasOwn = key.name == "chapters" || key.name == "languages";
        scripts["film." + std::string(key.name)] =
            hasOwn ? (key.name == "chapters" ? line : line + "chapters: [{date: 1951}]\n")
                   : "languages: [en, ru]\n" + line + "chapters: [{date: 1951}]\n";
    }
    for (const Group group : kInnerGroups) {
        for (const Key& key : keysOf(group)) {
            const std::string map = "{" + std::string(key.name) + ": " + std::string(key.example) +
                                    companions(group, key.name) + "}";
            scripts[std::string(nameOf(group)) + "." + std::string(key.name)] =
                replaced(frameOf(group), "$", map);
        }
    }
    return scripts;
}

TEST(Keys, EveryExampleIsRead) {
    for (const auto& [name, script] : exampleScripts()) {
        EXPECT_THAT(faultsOf(script), IsEmpty()) << name << "\n" << script;
    }
}

TEST(Keys, EveryWordOfOtherProgramsIsAnswered) {
    const auto message = [](Group group, std::string_view written) {
        return unknownKeyMessage(group, written);
    };
    using testing::HasSubstr;
    EXPECT_THAT(message(Group::step, "Caption"), HasSubstr("did you mean `caption`?"));
    EXPECT_THAT(message(Group::flow, "one-light"), HasSubstr("did you mean `one_light`?"));
    EXPECT_THAT(message(Group::camera, "centre"), HasSubstr("did you mean `center`?"));
    EXPECT_THAT(message(Group::flow, "colour"), HasSubstr("did you mean `color`?"));
    EXPECT_THAT(message(Group::camera, "zoom"), HasSubstr("did you mean `width`?"));
    EXPECT_THAT(message(Group::camera, "pitch"), HasSubstr("did you mean `tilt`?"));
    EXPECT_THAT(message(Group::step, "pitch"), HasSubstr("`tilt` belongs inside `camera"));
    EXPECT_THAT(message(Group::chapter, "duration"), HasSubstr("did you mean `length`?"));
    EXPECT_THAT(message(Group::step, "text"), HasSubstr("did you mean `caption`?"));
    EXPECT_THAT(message(Group::film, "chapers"), HasSubstr("did you mean `chapters`?"));
    EXPECT_THAT(message(Group::film, "caption"), HasSubstr("belongs in a chapter or a step"));
    EXPECT_THAT(message(Group::step, "steps"), HasSubstr("belongs in the chapter"));
    EXPECT_THAT(message(Group::camera, "ease"), HasSubstr("gently"));
    EXPECT_THAT(message(Group::point, "xyzzy"), HasSubstr("it has lat, lon"));
}

TEST(Schema, TakesWhatTheReaderTakes) {
    const TemporaryFolder folder;
    const std::string schema = folder.write("schema.json", schemaText());
    int number = 0;
    for (const auto& [name, script] : exampleScripts()) {
        (void)folder.write("example" + std::to_string(++number) + ".yaml",
                           "# " + name + "\n" + script);
    }
    (void)writeInitialScene(folder.at("init"));
    const std::string command = "python3 " EBBFLOW_SOURCE_DIR "/tests/scenes/test_schema.py " +
                                schema + " " + folder.at("");
    EXPECT_EQ(std::system(command.c_str()), 0);
}

TEST(Keys, ConfidenceHasTheWordsOfTheProgram) {
    const Key* key = findKey(Group::movement, "confidence");
    ASSERT_NE(key, nullptr);
    EXPECT_THAT(splitChoices(key->choices), testing::ElementsAreArray(core::kConfidenceNames));
}

}  // namespace
}  // namespace ebbflow::scene::test
