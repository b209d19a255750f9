// Every column that the tables are said to have is read: with it something else comes out than
// without it.

#include "core/table_columns.hpp"
#include "unit/flow_fixture.hpp"

namespace ebbflow::flow {
namespace {

using Cells = std::vector<std::pair<std::string, std::string>>;

/// A table as it is said to be, and a row of it that is whole.
struct Table {
    const core::TableColumns& columns;
    core::TableSpec TableSpecs::*spec;
    Cells row;
};

const std::vector<Table>& tables() {
    static const std::vector<Table> all{
        {core::movementColumns(),
         &TableSpecs::movements,
         {{"from", "Peking"}, {"to", "Moscow"}, {"when", "1953"}, {"count", "10"}}},
        {core::placeColumns(),
         &TableSpecs::places,
         {{"id", "tomsk"}, {"name", "Tomsk"}, {"lat", "56.5"}, {"lon", "85"}}},
        {core::siteColumns(), &TableSpecs::sites, {{"place", "Harbin"}, {"name", "Works"}}},
        {core::figureColumns(),
         &TableSpecs::figures,
         {{"id", "sent"}, {"date", "1953"}, {"value", "583"}}},
        {core::sourceColumns(), &TableSpecs::sources, {{"id", "a"}, {"citation", "A register"}}},
    };
    return all;
}

/// All that the film can have of a table.
struct Outcome {
    Tables tables;
    std::vector<geo::Place> places;
    std::vector<std::string> messages;
    friend bool operator==(const Outcome&, const Outcome&) = default;
};

Cells without(Cells row, std::string_view column) {
    std::erase_if(row, [&](const auto& cell) { return cell.first == column; });
    return row;
}

Cells with(Cells row, std::string_view column, std::string value) {
    row = without(std::move(row), column);
    row.emplace_back(column, std::move(value));
    return row;
}

std::string valueOf(const core::Column& column) {
    return column.kind == core::ColumnKind::texts ? "Other words" : std::string(column.example);
}

class Columns : public test::TableTest {
protected:
    Outcome outcome(const Table& table, const Cells& row) {
        std::string names, values;
        for (const auto& [name, value] : row) {
            names += (names.empty() ? "" : ",") + name;
            values += (values.empty() ? "" : ",") + ("\"" + value + "\"");
        }
        TableSpecs all;
        all.*table.spec = fileSpec(write("table.csv", names + "\n" + values + "\n"));
        geo::Gazetteer places = gazetteer;
        diagnostics = {};
        Tables read = readTables(all, places, diagnostics);
        return {std::move(read), places.all(), messages()};
    }
};

TEST_F(Columns, AreAllReadButThoseForPeople) {
    for (const Table& table : tables()) {
        ASSERT_THAT(outcome(table, table.row).messages, testing::IsEmpty()) << table.columns.id;
        for (const core::Column& column : table.columns.columns) {
            // Where two columns say the same, the row has neither before.
            Cells row = without(table.row, column.notes.standsFor);
            if (column.name == "start" || column.name == "end") row = without(row, "when");
            const Outcome before = outcome(table, without(row, column.name));
            const Outcome after = outcome(table, with(row, column.name, valueOf(column)));
            EXPECT_EQ(before == after, column.notes.forPeople)
                << table.columns.title << ": " << column.name;
        }
    }
}

TEST_F(Columns, AreReadByEachOfTheirNames) {
    for (const Table& table : tables()) {
        for (const auto& [other, ours] : core::otherNames(table.columns)) {
            const auto column = std::ranges::find(table.columns.columns, ours, &core::Column::name);
            ASSERT_NE(column, table.columns.columns.end()) << ours;
            const std::string value(column->example);
            EXPECT_EQ(outcome(table, with(table.row, ours, value)),
                      outcome(table, with(without(table.row, ours), other, value)))
                << table.columns.title << ": " << other;
        }
    }
}

TEST_F(Columns, OfTextsAreReadInEveryLanguage) {
    for (const Table& table : tables()) {
        for (const core::Column& column : table.columns.columns) {
            if (column.kind != core::ColumnKind::texts) continue;
            const std::string name = std::string(column.name) + "_ru";
            EXPECT_NE(outcome(table, table.row), outcome(table, with(table.row, name, "Слова")))
                << table.columns.title << ": " << name;
        }
    }
}

}  // namespace
}  // namespace ebbflow::flow
