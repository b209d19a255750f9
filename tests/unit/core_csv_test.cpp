// Comma-separated values: what is written reads back, whatever is in it, and each cell knows where
// it stood.

#include <gmock/gmock.h>

#include "core/csv.hpp"

namespace ebbflow::core {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<CsvRow> rowsOf(std::string_view text) {
    Diagnostics diagnostics;
    auto rows = readCsv(text, "a.csv", diagnostics);
    EXPECT_THAT(diagnostics.all(), IsEmpty());
    return rows;
}

std::vector<std::string> textsOf(const CsvRow& row) {
    std::vector<std::string> texts;
    for (const CsvCell& cell : row) texts.push_back(cell.text);
    return texts;
}

std::string faultOf(std::string_view text) {
    Diagnostics diagnostics;
    EXPECT_THAT(readCsv(text, "a.csv", diagnostics), IsEmpty());
    return diagnostics.all().empty() ? "" : toString(diagnostics.all().front());
}

TEST(Csv, WhatIsWrittenReadsBack) {
    const std::vector<std::string> cells{"",   "plain",      "a, b",         "say \"no\"",
                                         "\"", "two\nlines", "two\r\nlines", "疏远；",
                                         " ",  "end"};
    const std::string text = csvRow(cells) + csvRow(std::vector<std::string>{"1", "2"});
    const auto rows = rowsOf(text);
    ASSERT_THAT(rows, SizeIs(2));
    EXPECT_EQ(textsOf(rows[0]), cells);
    EXPECT_EQ(textsOf(rows[1]), (std::vector<std::string>{"1", "2"}));
}

TEST(Csv, RowsEndWithCrLfAndQuotesAreDoubled) {
    EXPECT_EQ(csvRow(std::vector<std::string>{"", "a\"b", "c"}), ",\"a\"\"b\",c\r\n");
}

TEST(Csv, SpreadsheetsOfOtherCountriesAreRead) {
    EXPECT_THAT(textsOf(rowsOf("\xEF\xBB\xBF"
                               "key;en\r\na;\"x;y\"\r\n")[1]),
                ElementsAre("a", "x;y"));
    EXPECT_THAT(textsOf(rowsOf("key\ten\na\tx, y\n")[1]), ElementsAre("a", "x, y"));
    EXPECT_THAT(rowsOf("a,b\n\n\nc,d"), SizeIs(2)) << "empty lines, and no end of line at the end";
}

TEST(Csv, CellsKnowTheirPlace) {
    const auto rows = rowsOf("key,zh,ru\na,疏远,\"о\nт\"\nb,x,y\n");
    EXPECT_EQ(rows[1][2].place, (SourcePlace{"a.csv", 2, 6}));
    EXPECT_EQ(rows[2][0].place, (SourcePlace{"a.csv", 4, 1})) << "a cell may hold a line end";
}

TEST(Csv, BlanksAroundQuotesAreNoPartOfTheCell) {
    EXPECT_THAT(textsOf(rowsOf("a,b\n \"x, y\" , z \n")[1]), ElementsAre("x, y", " z "));
}

TEST(Csv, WhatReadersUnderstandDifferentlyIsRefused) {
    EXPECT_THAT(faultOf("a,b\n\"x\"y,1\n"), HasSubstr("a.csv:2:4: error: text after"));
    EXPECT_THAT(faultOf("a,b\n1,12\" gun\n"), HasSubstr("a.csv:2:5: error: a quote inside"));
}

TEST(Csv, FaultsHaveTheirPlace) {
    EXPECT_THAT(faultOf("key,en\na,caf\xE9\n"), HasSubstr("a.csv:2:6: error: this is not UTF-8"));
    EXPECT_THAT(faultOf("key,en\na,\"open\nb,c\n"), HasSubstr("a.csv:2:3: error: this quote"));
}

}  // namespace
}  // namespace ebbflow::core
