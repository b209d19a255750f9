// A key is one row: its example is read and is valid, it changes what is read, and the schema and
// the advice know it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "scene/key_table.hpp"
#include "scene/new_scene.hpp"
#include "scene/schema.hpp"
#include "unit/scene_key_scripts.hpp"
#include "unit/scene_support.hpp"
#include "unit/scene_support_files.hpp"

namespace ebbflow::scene::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

// A row without a reader, and a value without one, cannot be written.
static_assert(!std::constructible_from<Value<Card>, Takes>);
static_assert(!std::constructible_from<Value<Card>, Takes, std::nullptr_t>);
static_assert(!std::constructible_from<Row<Card>, const char*, Takes, const char*, const char*>);
static_assert(!std::constructible_from<Row<Card>, Key, std::nullptr_t>);

/// Takes the places out of a tree, so that only values make a difference.
void forgetPlaces(Node& node) {
    node.line = node.column = 0;
    node.offset = 0;
    node.plain = false;
    for (Node& key : node.keys) forgetPlaces(key);
    for (Node& item : node.items) forgetPlaces(item);
}

/// What is read of a script, faulty or not, without the places of anything.
Scene valuesOf(const std::string& script) {
    const ScriptText text(script);
    Node root = parseYaml(text).node.value_or(Node{});
    forgetPlaces(root);
    core::Diagnostics unused;
    Reading reading{text, "", "", unused, {"en"}, {}};
    return readFilm(reading, root);
}

TEST(Keys, EveryExampleIsRead) {
    for (const auto& [name, script] : exampleScripts()) {
        EXPECT_THAT(faultsOf(script.with), IsEmpty()) << name << "\n" << script.with;
    }
}

TEST(Keys, EveryKeyChangesWhatIsRead) {
    EXPECT_GT(exampleScripts().size(), 200U);
    for (const auto& [name, script] : exampleScripts()) {
        if (name == "style.look") continue;  // there is one
        const std::string& with = script.withOther.empty() ? script.with : script.withOther;
        EXPECT_FALSE(valuesOf(with) == valuesOf(script.without)) << name << "\n" << with;
        EXPECT_TRUE(valuesOf(with) == valuesOf(with)) << name;
    }
}

TEST(Keys, OfAFewWordsRefuseOthers) {
    int choices = 0;
    for (const Group* group : groups()) {
        // Whether a column's word is right is known where its table is read.
        if (group->languages == LanguageNames::columns) continue;
        for (const Key* key : group->keys) {
            if (key->takes.shape != Shape::choice) continue;
            ++choices;
            const std::string name = std::string(key->name);
            const auto& script = exampleScripts().at(std::string(group->id) + "." + name).with;
            const std::string entry = name + ": ";
            EXPECT_THAT(
                faultsOf(replaced(script, entry + std::string(key->example), entry + "xyzzy")),
                testing::ElementsAre(HasSubstr("xyzzy")))
                << group->id << "." << name;
        }
    }
    EXPECT_GT(choices, 10);
}

TEST(Keys, AreOfGroupsThatAFilmHolds) {
    std::set<std::string> listed;
    for (const Group* group : groups()) listed.emplace(group->id);
    EXPECT_EQ(listed.size(), groups().size());
    EXPECT_EQ(listed, idsOfGroupsInAFilm());
}

TEST(Keys, HaveNamesOfTheirOwn) {
    for (const Group* group : groups()) {
        std::set<std::string_view> names;
        for (const Key* key : group->keys) EXPECT_TRUE(names.insert(key->name).second) << key->name;
        for (const Key* key : group->keys) {
            for (const std::string_view word : key->notes.otherWords)
                EXPECT_TRUE(names.insert(word).second || findKey(*group, word) != nullptr)
                    << group->title << ": " << word << " means two keys";
        }
    }
}

TEST(Keys, EveryWordOfOtherProgramsIsAnswered) {
    for (const Group* group : groups()) {
        for (const Key* key : group->keys) {
            for (const std::string_view word : key->notes.otherWords) {
                if (findKey(*group, word) != nullptr) continue;
                EXPECT_THAT(unknownKeyMessage(*group, word),
                            HasSubstr("did you mean `" + std::string(key->name) + "`?"))
                    << word;
            }
        }
    }
}

TEST(Keys, EveryWrongNameIsAnswered) {
    EXPECT_THAT(unknownKeyMessage(stepKeys(), "Caption"), HasSubstr("did you mean `caption`?"));
    EXPECT_THAT(unknownKeyMessage(flowKeys(), "one-light"), HasSubstr("did you mean `one_light`?"));
    EXPECT_THAT(unknownKeyMessage(stepKeys(), "pitch"), HasSubstr("`tilt` belongs inside `camera"));
    EXPECT_THAT(unknownKeyMessage(chapterKeys(), "duration"), HasSubstr("did you mean `length`?"));
    EXPECT_THAT(unknownKeyMessage(filmKeys(), "chapers"), HasSubstr("did you mean `chapters`?"));
    EXPECT_THAT(unknownKeyMessage(filmKeys(), "caption"),
                HasSubstr("belongs in a chapter or a step"));
    EXPECT_THAT(unknownKeyMessage(stepKeys(), "steps"), HasSubstr("belongs in the chapter"));
    EXPECT_THAT(unknownKeyMessage(cameraKeys(), "ease"), HasSubstr("gently"));
    EXPECT_THAT(unknownKeyMessage(pointKeys(), "xyzzy"), HasSubstr("it has lat, lon"));
}

TEST(Schema, TakesWhatTheReaderTakes) {
    const TemporaryFolder folder;
    const std::string schema = folder.write("schema.json", schemaText());
    int number = 0;
    for (const auto& [name, script] : exampleScripts()) {
        (void)folder.write("example" + std::to_string(++number) + ".yaml",
                           "# " + name + "\n" + script.with);
    }
    for (const std::string& name : templateNames()) (void)writeNewScene(name, folder.at(name));
    const std::string command = "python3 " EBBFLOW_SOURCE_DIR "/tests/scenes/test_schema.py " +
                                schema + " " + folder.at("");
    EXPECT_EQ(std::system(command.c_str()), 0);
}

}  // namespace
}  // namespace ebbflow::scene::test
