#include "core/table_columns.hpp"

namespace ebbflow::core {

namespace {

Column confidenceColumn() {
    return {"confidence",
            ColumnKind::doubt,
            "How well it is known.",
            "documented",
            {.leftOut = "`documented` with a source, else `unverified`",
             .more = "[Below](#confidence)."}};
}

Column sourceColumn() {
    return {"source",
            ColumnKind::sources,
            "Ids of the sources table, or free text.",
            "qian_han",
            {.leftOut = "none", .more = "Several are divided by `;`.", .otherWords = {"sources"}}};
}

Column noteColumn(std::string_view example) {
    return {"note",
            ColumnKind::word,
            "For those who read the table.",
            example,
            {.otherWords = {"notes"}, .forPeople = true}};
}

Column degreesColumn(std::string_view name, std::string_view description, std::string_view example,
                     std::vector<std::string_view> inFiles) {
    return {name, ColumnKind::degrees, description, example, {.inFiles = std::move(inFiles)}};
}

}  // namespace

const TableColumns& movementColumns() {
    using enum ColumnKind;
    static const TableColumns table{
        "movement",
        "a row of movements",
        {
            {"id",
             word,
             "The row's own name.",
             "st-1951",
             {.leftOut = "made from the row", .more = "No two rows of a film have the same."}},
            {"kind",
             word,
             "What moves; `flows` says how it looks.",
             "students",
             {.leftOut = "`movement`", .otherWords = {"type"}}},
            {"from",
             place,
             "Where they leave.",
             "Peking",
             {.leftOut = "needed, or `from_lat` and `from_lon`", .more = "A place's name or id."}},
            {"to",
             place,
             "Where they arrive.",
             "Moscow",
             {.leftOut = "needed, or `to_lat` and `to_lon`",
              .more = "A place's name or id.",
              .inFiles = {"destination"}}},
            degreesColumn("from_lat", "Degrees north of where they leave, without a name.", "39.9",
                          {"source_lat"}),
            degreesColumn("from_lon", "Degrees east of where they leave, without a name.", "116.4",
                          {"source_lng", "source_lon", "from_lng"}),
            degreesColumn("to_lat", "Degrees north of where they arrive, without a name.", "55.75",
                          {"target_lat"}),
            degreesColumn("to_lon", "Degrees east of where they arrive, without a name.", "37.62",
                          {"target_lng", "target_lon", "to_lng"}),
            {"when",
             date,
             "The period over which they set out.",
             "1951-08",
             {.leftOut = "`start` and `end`",
              .more = "A [date](#dates).",
              .otherWords = {"date", "year"}}},
            {"start", date, "First day, where `when` is not used.", "1951-08-01"},
            {"end", date, "Last day, where `when` is not used.", "1951-08-31"},
            {"count",
             count,
             "How many.",
             "375",
             {.leftOut = "needed",
              .more = "Write plain digits; see [numbers](#numbers-and-dates-in-tables) for files.",
              .otherWords = {"number", "people", "value"}}},
            {"unit", word, "Of what; people if left out.", "persons", {.leftOut = "people"}},
            {"route",
             word,
             "A named route; left out, a great circle.",
             "moscow-peking",
             {.leftOut = "the kind's `along`, else a great circle",
              .more = "A railway or a road to follow.",
              .otherWords = {"along"}}},
            {"origin", word, "flowmap.blue's name of `from`.", "1", {.standsFor = "from"}},
            {"dest", word, "flowmap.blue's name of `to`.", "2", {.standsFor = "to"}},
            {"time", word, "flowmap.blue's name of `when`.", "1951", {.standsFor = "when"}},
            confidenceColumn(),
            sourceColumn(),
            noteColumn("left in August"),
        }};
    return table;
}

const TableColumns& placeColumns() {
    using enum ColumnKind;
    static const TableColumns table{
        "place",
        "a row of places",
        {
            {"id", word, "The place's id.", "moscow", {.leftOut = "its first name"}},
            {"name",
             texts,
             "Its name, in one or more languages.",
             "{en: Moscow, ru: Москва}",
             {.leftOut = "the id", .otherWords = {"title"}}},
            {"lat",
             degrees,
             "Degrees north.",
             "55.75",
             {.leftOut = "needed", .inFiles = {"latitude"}}},
            {"lon",
             degrees,
             "Degrees east.",
             "37.62",
             {.leftOut = "needed", .inFiles = {"longitude", "lng", "long"}}},
            {"valid_from", date, "From when it had this name.", "1924", {.leftOut = "always"}},
            {"valid_to", date, "Until when it had this name.", "1991", {.leftOut = "always"}},
            {"country", word, "Its state.", "ussr"},
            {"rank", word, "0 = a metropolis; larger = less important.", "1", {.leftOut = "10"}},
            {"aka",
             word,
             "Other names it is found by, divided by semicolons.",
             "Peiping",
             {.leftOut = "none"}},
            noteColumn("renamed"),
        }};
    return table;
}

const TableColumns& siteColumns() {
    using enum ColumnKind;
    static const TableColumns table{
        "site",
        "a row of sites",
        {
            {"id", word, "The row's own name.", "w001", {.leftOut = "none"}},
            {"place",
             place,
             "Where it stands.",
             "Changchun",
             {.leftOut = "needed, or `lat` and `lon`", .more = "A place's name or id."}},
            degreesColumn("lat", "Degrees north, where it is at no named place.", "43.9",
                          {"latitude"}),
            degreesColumn("lon", "Degrees east, where it is at no named place.", "125.3",
                          {"lng", "longitude"}),
            {"name",
             texts,
             "Its name, in one or more languages.",
             "First Automobile Works",
             {.leftOut = "none"}},
            {"industry", word, "What it makes.", "vehicles"},
            {"begun",
             date,
             "When building began.",
             "1953-07-15",
             {.leftOut = "drawn as a faint frame from the first `begun` of the table on",
              .otherWords = {"start"}}},
            {"done",
             date,
             "When it was finished.",
             "1956-10",
             {.leftOut = "never full", .otherWords = {"end", "finished"}}},
            {"halted",
             date,
             "When work on it stopped.",
             "1960",
             {.leftOut = "never", .otherWords = {"stopped"}}},
            confidenceColumn(),
            sourceColumn(),
            noteColumn("year recalled"),
        }};
    return table;
}

const TableColumns& figureColumns() {
    using enum ColumnKind;
    static const TableColumns table{
        "figure",
        "a row of figures",
        {
            {"id",
             word,
             "What is counted; rows of one id are one counter.",
             "advisers_in_china",
             {.leftOut = "needed"}},
            {"date",
             date,
             "The day or period the value holds for.",
             "1950-01",
             {.leftOut = "needed",
              .more = "There is one row per id and date.",
              .otherWords = {"when"}}},
            {"value", number, "The value.", "2200", {.leftOut = "needed", .otherWords = {"count"}}},
            {"unit", word, "Of what.", "persons"},
            {"label",
             texts,
             "The counter's words.",
             "{en: Advisers in China}",
             {.leftOut = "the id", .otherWords = {"name"}}},
            confidenceColumn(),
            sourceColumn(),
            noteColumn("more than 2200"),
        }};
    return table;
}

const TableColumns& sourceColumns() {
    using enum ColumnKind;
    static const TableColumns table{
        "source",
        "a row of sources",
        {
            {"id",
             word,
             "The name by which rows and steps cite it.",
             "qian_han",
             {.leftOut = "needed"}},
            {"citation",
             texts,
             "Author, title, year; citation_ru … by language.",
             "Qian Han (163.com)",
             {.leftOut = "needed", .more = "This is shown.", .otherWords = {"title"}}},
            {"page", word, "The page.", "297", {.more = "For those who look it up."}},
            {"url",
             word,
             "Where it can be read.",
             "https://example.org/",
             {.more = "For those who look it up.", .otherWords = {"link"}}},
            noteColumn("second edition"),
        }};
    return table;
}

std::vector<std::pair<std::string_view, std::string_view>> otherNames(const TableColumns& table) {
    std::vector<std::pair<std::string_view, std::string_view>> names;
    for (const Column& column : table.columns) {
        if (!column.notes.standsFor.empty())
            names.emplace_back(column.name, column.notes.standsFor);
    }
    for (const Column& column : table.columns) {
        for (const std::string_view other : column.notes.inFiles)
            names.emplace_back(other, column.name);
    }
    return names;
}

std::vector<std::string> ourNames(const TableColumns& table) {
    std::vector<std::string> names;
    for (const Column& column : table.columns) {
        if (!column.notes.standsFor.empty()) continue;
        names.emplace_back(column.name);
        if (column.kind == ColumnKind::texts) names.push_back(std::string(column.name) + "_");
    }
    return names;
}

}  // namespace ebbflow::core
