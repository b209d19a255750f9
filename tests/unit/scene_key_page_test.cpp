// The pages about the scene language, held against the rows of its keys.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "core/error.hpp"
#include "scene/key_page.hpp"
#include "scene/keys.hpp"
#include "scene/node.hpp"
#include "unit/scene_support_files.hpp"

namespace ebbflow::scene::test {
namespace {

using testing::HasSubstr;

const std::string kPage = EBBFLOW_SOURCE_DIR "/docs/scene-language.md";
const std::string kPictures = EBBFLOW_SOURCE_DIR "/scenes/README.md";

std::string table(std::string_view id) {
    return "<!-- keys: " + std::string(id) + " -->\nold\n<!-- end of keys -->\n";
}

TEST(KeyPage, SaysWhatTheRowsSay) {
    const std::string page = fileText(kPage);
    EXPECT_EQ(withKeyTables(page), page) << "tools/pages writes its tables anew";
}

TEST(KeyPage, HasEveryKey) {
    const std::string page = fileText(kPage);
    for (const Group* group : groups()) {
        // A chapter has all keys of a step.
        const std::string_view id = group->id == "step" ? "chapter" : group->id;
        EXPECT_THAT(page, HasSubstr("<!-- keys: " + std::string(id) + " -->"));
    }
}

TEST(KeyPage, KeepsWhatStandsAroundItsTables) {
    const std::string page =
        withKeyTables("before\n" + table("point") + "between\n" + table("frame") + "behind\n");
    EXPECT_TRUE(page.starts_with("before\n<!-- keys: point -->\n\n| key |")) << page;
    EXPECT_TRUE(page.ends_with("|\n\n<!-- end of keys -->\nbehind\n")) << page;
    EXPECT_THAT(page, HasSubstr("\n<!-- end of keys -->\nbetween\n<!-- keys: frame -->\n"));
    EXPECT_THAT(page, HasSubstr("\n| `lat` | Degrees north. From -90 to 90 degrees. | `55.8` |"));
    EXPECT_THAT(page, testing::Not(HasSubstr("old")));
    EXPECT_EQ(withKeyTables(page), page);
}

TEST(KeyPage, NamesGroupsThatThereAre) {
    EXPECT_THROW((void)withKeyTables(table("pont")), core::Failure);
    EXPECT_THROW((void)withKeyTables("<!-- keys: point -->\n"), core::Failure);
}

void addKeys(const Node& node, std::set<std::string>& keys) {
    for (const Node& key : node.keys) keys.insert(key.text);
    for (const Node& item : node.items) addKeys(item, keys);
}

/// Every key in the page's scripts.
std::set<std::string> keysInScripts(const std::string& page) {
    std::set<std::string> keys;
    for (auto at = page.find("\n```yaml"); at != std::string::npos;) {
        const auto begin = page.find('\n', at + 1) + 1;
        const auto end = page.find("\n```", begin);
        const auto tree = parseYaml(ScriptText(page.substr(begin, end - begin)));
        if (tree.node) addKeys(*tree.node, keys);
        at = page.find("\n```yaml", end + 1);
    }
    return keys;
}

TEST(Reference, ShowsEveryKeyThatCanBeSeen) {
    const auto shown = keysInScripts(fileText(kPictures));
    EXPECT_GT(shown.size(), 60U);
    for (const Group* group : groups()) {
        for (const Key* key : group->keys) {
            EXPECT_TRUE(!key->notes.seen || shown.contains(std::string(key->name)))
                << "`" << key->name << "` of " << group->title
                << " needs a script and a picture in scenes/README.md, or `.seen = false`";
        }
    }
}

}  // namespace
}  // namespace ebbflow::scene::test
