// Lines and columns of CSV as an editor counts them, and the forms that are refused.
#include "flow/csv_index.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/flow_random.hpp"

namespace ebbflow::flow {
namespace {

using testing::HasSubstr;

CsvIndex indexOf(std::string_view text, char separator = ',') {
    CsvIndex index(separator);
    index.feed(text);
    (void)index.finish();
    return index;
}

std::vector<std::uint32_t> rowLines(const CsvIndex& index) {
    std::vector<std::uint32_t> lines;
    for (std::size_t i = 0; i < index.rowCount(); ++i) lines.push_back(index.cells(i)[0].line);
    return lines;
}

TEST(CsvIndex, CountsLinesPastQuotedNewlinesAndBlankLines) {
    const auto index = indexOf("id,note\n\na,\"one\ntwo\"\n\n\nb,x\r\nc,y\rd,z");
    EXPECT_TRUE(index.faults().empty());
    EXPECT_EQ(rowLines(index), (std::vector<std::uint32_t>{1, 3, 7, 8, 9}));
}

TEST(CsvIndex, ColumnsCountCharactersNotBytes) {
    const auto index = indexOf("id,name,count\n北京,Москва,5\n");
    ASSERT_EQ(index.rowCount(), 2U);
    EXPECT_EQ(index.cells(1)[1], (TextPlace{2, 4}));
    EXPECT_EQ(index.cells(1)[2], (TextPlace{2, 11}));
}

TEST(CsvIndex, SeparatorsInQuotesDoNotCount) {
    const auto index = indexOf("a;b\n\"x;y\";\"z \"\"q\"\"\"\n", ';');
    EXPECT_TRUE(index.faults().empty());
    EXPECT_EQ(index.cells(1).size(), 2U);
}

TEST(CsvIndex, CellAfterAQuotedNewlineIsOnItsOwnLine) {
    const auto index = indexOf("a,b\n\"1\n2\",x\n");
    EXPECT_EQ(index.cells(1)[1], (TextPlace{3, 4}));
}

TEST(CsvIndex, PiecesOfAnySizeGiveTheSameIndex) {
    const std::string text = "id,note\r\n\r\n\"a\",\"Ж\n日\"\r\n\nb,\"q\"\"r\"\r\n";
    const auto whole = indexOf(text);
    test::Random random(7);
    for (int round = 0; round < 50; ++round) {
        CsvIndex index(',');
        for (std::size_t at = 0; at < text.size();) {
            const auto length = static_cast<std::size_t>(random.in(1, 4));
            index.feed(std::string_view(text).substr(at, length));
            at += length;
        }
        EXPECT_TRUE(index.finish());
        ASSERT_EQ(index.rowCount(), whole.rowCount());
        for (std::size_t row = 0; row < whole.rowCount(); ++row) {
            EXPECT_TRUE(std::ranges::equal(index.cells(row), whole.cells(row)));
        }
    }
}

TEST(CsvIndex, FindsTheSeparator) {
    EXPECT_EQ(core::csvSeparator("a,b\n1;2;3"), ',');
    EXPECT_EQ(core::csvSeparator("a;b\n1,2"), ';');
    EXPECT_EQ(core::csvSeparator("\n\na\tb\n"), '\t');
    EXPECT_EQ(core::csvSeparator("\"a;x\",b\n"), ',');
    EXPECT_EQ(core::csvSeparator("a;b,c\n"), ',');
    EXPECT_EQ(core::csvSeparator("id\n1,2\n"), 0);
    EXPECT_EQ(core::csvSeparator(""), 0);
}

struct BadForm {
    const char* name;
    std::string text;
    TextPlace place;
    const char* message;
};

class BadForms : public testing::TestWithParam<BadForm> {};
INSTANTIATE_TEST_SUITE_P(
    Forms, BadForms,
    testing::Values(BadForm{"openQuote", "a,b\n1,\"x\n2,y\n", {2, 3}, "never closed"},
                    BadForm{"strayQuote", "a,b\n1,12\" gun\n", {2, 5}, "a quote inside a value"},
                    BadForm{"textAfterQuote", "a,b\n\"x\"y,1\n", {2, 4}, "after the closing quote"},
                    BadForm{"latin1", "a,b\n1,Z\xFCrich\n", {2, 4}, "not UTF-8"},
                    BadForm{"overlong", "a,b\n1,\xC0\xAF\n", {2, 3}, "not UTF-8"},
                    BadForm{"surrogate", "a,b\n1,\xED\xA0\x80\n", {2, 3}, "not UTF-8"},
                    BadForm{"cutCharacter", "a,b\n1,\xE6\x97", {2, 3}, "within a character"},
                    BadForm{"nul", std::string("a,b\n1,\0x\n", 9), {2, 3}, "NUL"},
                    BadForm{"longRow",
                            "a,b\n" + std::string(core::kMaxRowBytes + 1, 'x'),
                            {2, 1},
                            "more than 1 MB"},
                    BadForm{"longQuote",
                            "a,b\n1,\"" + std::string(core::kMaxRowBytes, '\n'),
                            {2, 3},
                            "not closed within 1 MB"}),
    [](const auto& form) { return form.param.name; });

TEST_P(BadForms, IsRefusedAtItsPlace) {
    const auto index = indexOf(GetParam().text);
    ASSERT_FALSE(index.faults().empty());
    EXPECT_THAT(index.faults()[0].message, HasSubstr(GetParam().message));
    EXPECT_EQ(index.faults()[0].place, GetParam().place);
}

TEST(CsvIndex, StopsReadingAtARowWithoutEnd) {
    CsvIndex index(',');
    const std::string piece(1 << 16, 'x');
    int pieces = 0;
    while (pieces < 3200 && index.feed(piece)) ++pieces;
    EXPECT_LT(pieces, 18);
}

TEST(CsvIndex, ReportsSeveralFaultsInOnePass) {
    EXPECT_EQ(indexOf("a,b\n1,x\"y\n2,ok\n3,\xFF\n").faults().size(), 2U);
}

}  // namespace
}  // namespace ebbflow::flow
