// Rows of tables, written in the script: their keys are the tables' columns.

#include <algorithm>

#include <fmt/format.h>

#include "core/confidence.hpp"
#include "core/table_columns.hpp"
#include "scene/key_values.hpp"

namespace ebbflow::scene {

namespace {

using core::InlineRow;

void addCell(const Reading& reading, const Node& where, InlineRow& row, std::string column,
             std::string value) {
    row.cells.push_back({std::move(column), std::move(value), reading.place(where)});
}

void addWord(const Reading& reading, const Field& field, const Key& key, InlineRow& row) {
    if (auto value = readWord(reading, field, "a value", key.example))
        addCell(reading, field.value, row, std::string(field.name), std::move(*value));
}

/// A point in a row becomes the columns in which tables keep one.
void addPoint(const Reading& reading, const Field& field, InlineRow& row) {
    const auto ref = readPoint(reading, field);
    if (!ref) return;
    if (!ref->position) {
        addCell(reading, field.value, row, std::string(field.name), ref->name);
        return;
    }
    // The columns from_lat, to_lon …; a site's own position has no prefix.
    const std::string prefix = field.name == "place" ? "" : fmt::format("{}_", field.name);
    addCell(reading, field.value, row, prefix + "lat", fmt::format("{}", ref->position->lat));
    addCell(reading, field.value, row, prefix + "lon", fmt::format("{}", ref->position->lon));
}

/// `name: {en: …, ru: …}` is the columns name_en, name_ru.
void addTexts(const Reading& reading, const Field& field, InlineRow& row) {
    for (auto& [language, words] : readLocalText(reading, field).words) {
        const std::string column =
            language.empty() ? std::string(field.name) : fmt::format("{}_{}", field.name, language);
        addCell(reading, field.value, row, column, std::move(words));
    }
}

/// Several sources in one cell are divided by semicolons, as in the tables' files.
void addSources(const Reading& reading, const Field& field, const Key& key, InlineRow& row) {
    addCell(reading, field.value, row, std::string(field.name),
            fmt::format("{}", fmt::join(readSources(reading, field, key), "; ")));
}

Value<InlineRow> cell(core::ColumnKind kind) {
    switch (kind) {
        case core::ColumnKind::word:
        case core::ColumnKind::count:
        case core::ColumnKind::number:
        case core::ColumnKind::degrees:
            return {{Shape::cell}, addWord};
        case core::ColumnKind::texts:
            return {{Shape::localText}, addTexts};
        case core::ColumnKind::place:
            return {{.shape = Shape::point, .inside = &pointKeys()}, addPoint};
        case core::ColumnKind::date:
            return {{Shape::date}, addWord};
        case core::ColumnKind::doubt:
            return {{.shape = Shape::choice,
                     .choices = {core::kConfidenceNames.begin(), core::kConfidenceNames.end()}},
                    addWord};
        case core::ColumnKind::sources:
            return {{Shape::words}, addSources};
    }
    return {{Shape::cell}, addWord};
}

Row<InlineRow> rowOf(const core::Column& column) {
    const core::ColumnNotes& says = column.notes;
    KeyNotes notes{.leftOut = says.leftOut, .more = says.more, .otherWords = says.otherWords};
    notes.otherWords.insert(notes.otherWords.end(), says.inFiles.begin(), says.inFiles.end());
    notes.seen = column.kind == core::ColumnKind::doubt;
    return {column.name, cell(column.kind), column.description, column.example, std::move(notes)};
}

std::vector<Row<InlineRow>> rowsOf(const core::TableColumns& table) {
    std::vector<Row<InlineRow>> rows;
    for (const core::Column& column : table.columns) rows.push_back(rowOf(column));
    return rows;
}

/// `name_ru`, `label_zh`: a column per language, as in files.
bool addLanguageColumn(const Reading& reading, const Field& field, const core::TableColumns& table,
                       InlineRow& row) {
    const auto underscore = field.name.rfind('_');
    if (underscore == std::string_view::npos) return false;
    const auto column =
        std::ranges::find(table.columns, field.name.substr(0, underscore), &core::Column::name);
    if (column == table.columns.end() || column->kind != core::ColumnKind::texts) return false;
    if (languageOf(reading, field.name.substr(underscore + 1)).empty()) return false;
    if (auto words = readText(reading, field))
        addCell(reading, field.value, row, std::string(field.name), std::move(*words));
    return true;
}

struct RowTable : KeyTable<InlineRow> {
    explicit RowTable(const core::TableColumns& table)
        : KeyTable<InlineRow>(
              {.id = table.id, .title = table.title, .languages = LanguageNames::columns},
              rowsOf(table), [&table](const Reading& reading, const Field& field, InlineRow& row) {
                  return addLanguageColumn(reading, field, table, row);
              }) {}
};

std::size_t errorsIn(const core::Diagnostics& diagnostics) {
    return static_cast<std::size_t>(
        std::ranges::count(diagnostics.all(), core::Severity::error, &core::Diagnostic::severity));
}

}  // namespace

const KeyTable<InlineRow>& movementKeys() {
    static const RowTable keys(core::movementColumns());
    return keys;
}

const KeyTable<InlineRow>& placeKeys() {
    static const RowTable keys(core::placeColumns());
    return keys;
}

const KeyTable<InlineRow>& siteKeys() {
    static const RowTable keys(core::siteColumns());
    return keys;
}

const KeyTable<InlineRow>& figureKeys() {
    static const RowTable keys(core::figureColumns());
    return keys;
}

const KeyTable<InlineRow>& sourceKeys() {
    static const RowTable keys(core::sourceColumns());
    return keys;
}

core::TableSpec readTable(const Reading& reading, const Field& field,
                          const KeyTable<InlineRow>& rows) {
    core::TableSpec table;
    const auto isFile = [](const Node& n) { return n.isText() || n.find("file") != nullptr; };
    const bool oneRow = field.value.isMap() && !isFile(field.value);
    if (oneRow || field.value.kind == Node::Kind::empty) {
        reading.wrongType(field, "a file, a list of files, or rows that each begin with `- `",
                          "data/students.csv");
        return table;
    }
    for (const Field& item : itemsOf(field)) {
        if (isFile(item.value)) {
            auto file = readFileSpec(reading, item);
            if (!file.path.empty()) table.files.push_back(std::move(file));
        } else if (item.value.isMap()) {
            // A row that lost a cell to a fault would be faulted for lacking it.
            const std::size_t said = errorsIn(reading.diagnostics);
            InlineRow row;
            row.place = reading.place(item.value);
            readKeys(reading, item, rows, row);
            if (errorsIn(reading.diagnostics) == said) table.rows.push_back(std::move(row));
        } else {
            reading.wrongType(item, "files or rows",
                              "{kind: students, from: Peking, to: Moscow, when: 1951, count: 375}");
        }
    }
    return table;
}

}  // namespace ebbflow::scene
