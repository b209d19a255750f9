// Every trap of YAML that the scene language names, at its line and column, in plain words; and
// that what only looks like one passes.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/scene_support.hpp"

namespace ebbflow::scene::test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

struct Trap {
    std::string name;
    std::string script;
    std::string place;  ///< line:column:
    std::string gist;   ///< words of the message
};

void PrintTo(const Trap& trap, std::ostream* out) {
    *out << trap.name;
}

std::string with(const std::string& lines) {
    return kScript + lines;
}

class YamlTrap : public testing::TestWithParam<Trap> {};

TEST_P(YamlTrap, IsAnsweredOnceInItsPlace) {
    EXPECT_THAT(
        faultsOf(GetParam().script),
        ElementsAre(AllOf(StartsWith(GetParam().place + " error: "), HasSubstr(GetParam().gist))));
}

INSTANTIATE_TEST_SUITE_P(
    Table, YamlTrap,
    testing::Values(
        Trap{"colour", replaced(kScript, "gold", "#F2B441"),
             "6:21:", "a colour needs quotes: \"#F2B441\""},
        Trap{"colourInBlockForm", replaced(kScript, "{color: gold}", "\n    color: #F2B441"),
             "7:12:", "a colour needs quotes"},
        Trap{"hash", with("    caption: Worker #1 leaves\n"), "10:21:", "` #` is a comment"},
        Trap{"hashAfterHan", with("    caption: 工人 #1\n"), "10:17:", "` #` is a comment"},
        Trap{"hashOnALaterLine", with("    caption: Worker\n      and #1 leave\n"),
             "11:11:", "` #` is a comment"},
        Trap{"hashInBrackets", replaced(kScript, "count: 375", "note: Worker #1, count: 3"),
             "4:76:", "` #` is a comment"},
        Trap{"hashInSource", with("    source: Pravda #1\n"), "10:20:", "` #` is a comment"},
        Trap{"quoteOpen", with("    caption: \"foo\n    notes: bar\n    focus: \"x\"\n"),
             "10:14:", "not closed; it would swallow line 11"},
        Trap{"quoteOpenToTheEnd", with("    caption: \"foo\n"), "10:14:", "not closed"},
        Trap{"quoteOpenInBrackets", with("    caption: {en: \"foo, ru: x}\n    notes: y\n"),
             "10:19:", "not closed; it would swallow line 11"},
        Trap{"twice", with("    date: 1952\n"),
             "10:5:", "`date` is written twice, here and on line 9"},
        Trap{"twiceInBrackets", with("    camera: {tilt: 3, tilt: 4}\n"), "10:23:", "twice"},
        Trap{"noBreakIndent", with("\xC2\xA0   caption: x\n"), "10:1:", "no-break space"},
        Trap{"noBreakDeeper", with("  \xC2\xA0 caption: x\n"), "10:3:", "no-break space"},
        Trap{"ideographicIndent", with("\xE3\x80\x80  caption: x\n"), "10:1:", "no-break space"},
        Trap{"noBreakAfterColon", with("    caption:\xC2\xA0x\n"), "10:13:", "no-break space"},
        Trap{"noBreakInBrackets", with("    camera: {\n\xC2\xA0 tilt: 3}\n"),
             "11:1:", "no-break space"},
        Trap{"secondDocument", with("---\ntitle: x\n"), "10:1:", "`---` would end the script"},
        Trap{"endOfDocument", with("...\ntitle: x\n"), "10:1:", "`...` would end the script"},
        Trap{"comma", replaced(kScript, "375", "1,390"),
             "4:70:", "a comma in a number: write 1390"},
        Trap{"commaTwice", replaced(kScript, "375", "1,390,000"), "4:70:", "write 1390000"},
        Trap{"commaInBlockForm", replaced(kScript, "{color: gold}", "\n    one_light: 1,000"),
             "7:16:", "write 1000"},
        Trap{"question", with("    show: [1956?, 1957]\n"), "10:12:", "\"1956?\""},
        Trap{"questionInMap", replaced(kScript, "1951-08", "1956?"), "4:54:", "\"1956?\""},
        Trap{"colonInText", with("    caption: 1960: the break\n"), "10:18:", "text with `: `"},
        Trap{"colonInBrackets", with("    caption: {en: 1960: the break, ru: x}\n"),
             "10:23:", "text with `: `"},
        Trap{"brace", with("    caption: {n} leave\n"), "10:14:", "begins with `{` needs quotes"},
        Trap{"bracket", with("    caption: [sic] leave\n"),
             "10:14:", "begins with `[` needs quotes"},
        Trap{"percent", with("    caption: %50\n"), "10:14:", "begins with `%` needs quotes"},
        Trap{"at", with("    caption: @home\n"), "10:14:", "begins with `@` needs quotes"},
        Trap{"apostrophe", with("    caption: 'It's over'\n"), "10:17:", "use double quotes"},
        Trap{"wordsAfterQuote", with("    caption: \"Yes\" he said\n"), "10:18:", "closing quote"},
        Trap{"tab", with("\tcaption: x\n"), "10:1:", "a tab"},
        Trap{"tabAfterSpaces", with("  \tcaption: x\n"), "10:3:", "a tab"},
        Trap{"tabAfterColon", with("    caption:\tx\n"), "10:13:", "a tab"},
        Trap{"anchor", with("    caption: &a text\n"), "10:14:", "an anchor"},
        Trap{"alias", with("    caption: *a\n"), "10:14:", "refers to an anchor"},
        Trap{"merge", with("    <<: *a\n"), "10:9:", "refers to an anchor"},
        Trap{"tag", with("    caption: !x y\n"), "10:14:", "begins a tag"},
        Trap{"noSpace", with("    caption:text\n"), "10:5:", "a space is missing after the colon"},
        Trap{"noSpaceInBrackets", with("    camera: {tilt:3}\n"), "10:14:", "a space is missing"},
        Trap{"wideColon", with("    caption：text\n"), "10:5:", "a full-width colon"},
        Trap{"deeper", with("      caption: text\n"), "10:14:", "indented deeper"},
        Trap{"shallower", with("   caption: text\n"), "10:4:", "indentation"},
        Trap{"braceOpen", replaced(kScript, ", count: 375}", ""),
             "4:5:", "not closed before line 5"},
        Trap{"listBehindKey", with("    caption: - foo\n"),
             "10:14:", "a list begins on a line of its own"},
        Trap{"tooDeep", with("    caption: " + std::string(5000, '[') + "\n"), "11:1:", "too deep"},
        Trap{"notUtf8", with("    caption: caf\xE9\n"), "10:17:", "not UTF-8"},
        Trap{"overlong", with("    caption: \xC0\xAF\n"), "10:14:", "not UTF-8"},
        Trap{"surrogate", with("    caption: \xED\xA0\x80\n"), "10:14:", "not UTF-8"},
        Trap{"utf16", std::string("\xFF\xFEt\0i\0", 6), "1:1:", "UTF-16"},
        Trap{"zeroByte", with(std::string("    caption: a\0b\n", 17)),
             "10:15:", "control character"}),
    [](const auto& trap) { return trap.param.name; });

class NoTrap : public testing::TestWithParam<Trap> {};

TEST_P(NoTrap, Passes) {
    EXPECT_THAT(faultsOf(GetParam().script), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    LooksLikeOne, NoTrap,
    testing::Values(
        Trap{"blockText",
             with("    caption: |\n      1960: the break. Worker #1 says \"it's over\".\n"
                  "      %x @y *z &a {b}\n\n      ---\n    notes: >-\n      foo\n"
                  "\n      date: bar\n"),
             {},
             {}},
        Trap{"blockTextHeads",
             with("    caption: |2-  # head\n      x\n    notes: >+\n      y\n\n"),
             {},
             {}},
        Trap{"severalLines",
             with("    caption: This is\n      *really* long\n      & more\n"
                  "    notes: \"quoted\n      over lines\"\n"),
             {},
             {}},
        Trap{"signsInside",
             with("    caption: you & me * and ! or | x > y - z ? w % @ `\n"),
             {},
             {}},
        Trap{"address", with("    notes: see http://x.y/z#part and a:b, c\n"), {}, {}},
        Trap{"commentAfterOthers",
             with("    focus: students   # the rest dims\n    length: 8 # s\n"),
             {},
             {}},
        Trap{"commentsInBrackets",
             with("    show: [Moscow,  # first, [or] last\n      Peking] # x\n"),
             {},
             {}},
        Trap{"quotedSigns",
             with("    caption: \"1960: Worker #1 said {this}\\\"\"\n    notes: 'It''s #1'\n"),
             {},
             {}},
        Trap{"quotedKey", with("    \"caption\": text\n"), {}, {}},
        Trap{"questionInBlockForm",
             replaced(
                 kScript, "{kind: students, from: Peking, to: Moscow, when: 1951-08, count: 375}",
                 "kind: students\n    from: Peking\n    to: Moscow\n    when: 1956?\n    count: 3"),
             {},
             {}},
        Trap{"noBreakInText",
             with("    caption: около 11\xC2\xA0"
                  "000\n"),
             {},
             {}},
        Trap{"noIsText", with("    caption: no\n    notes: 1:30\n    length: 1:30\n"), {}, {}},
        Trap{"firstDocumentMark", "---\n" + kScript, {}, {}},
        Trap{"byteOrderMark", "\xEF\xBB\xBF" + kScript, {}, {}},
        Trap{"tabInText", with("    caption: a\tb\n"), {}, {}},
        Trap{"listAtItsKeysIndent", with("    show:\n    - Moscow\n    - Peking\n"), {}, {}}),
    [](const auto& trap) { return trap.param.name; });

TEST(YamlTraps, AreReportedAllAtOnce) {
    EXPECT_THAT(faultsOf(replaced(
                    with("    caption: Worker #1\n    notes: @x\n    pitch: 3\n\tlength: 3\n"),
                    "gold", "#f2b441")),
                testing::SizeIs(testing::Ge(3)));
}

TEST(YamlTraps, WindowsLineEndsKeepPlaces) {
    std::string script;
    for (const char c : with("    caption: x\n    xyzzy: 3\n"))
        script += c == '\n' ? "\r\n" : std::string(1, c);
    EXPECT_THAT(faultsOf(script),
                ElementsAre(StartsWith("11:5: error: a chapter has no key `xyzzy`")));
}

TEST(YamlTraps, ColumnsCountCharacters) {
    EXPECT_THAT(faultsOf(with("    camera: {center: {lat: 1, lon: 2}, tilt: 99}   # \xE4\xB8\xAD\n"
                              "    caption: {ru: Союз, fr: x}\n")),
                ElementsAre(StartsWith("10:46: error: `tilt` goes from 0 to 60"),
                            StartsWith("11:25: error: `fr` is none of the film's languages")));
}

}  // namespace
}  // namespace ebbflow::scene::test
