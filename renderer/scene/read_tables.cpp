#include <algorithm>

#include <fmt/format.h>

#include "scene/reader.hpp"

namespace ebbflow::scene {

namespace {

void readColumns(const Reading& reading, const Field& field, core::FileSpec& file) {
    if (!isMap(reading, field, "{name: cntry_name}")) return;
    for (std::size_t i = 0; i < field.value.keys.size(); ++i) {
        const Node& key = field.value.keys[i];
        const Field column{key.text, key, field.value.items[i]};
        if (auto name = readWord(reading, column, "the name of a column", "cntry_name")) {
            file.columns.emplace_back(key.text, std::move(*name));
        }
    }
}

void addCell(const Reading& reading, const Node& where, core::InlineRow& row, std::string column,
             std::string value) {
    row.cells.push_back({std::move(column), std::move(value), reading.place(where)});
}

/// A point in a row becomes the columns in which tables keep one.
void addPoint(const Reading& reading, const Field& field, core::InlineRow& row) {
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
void addTexts(const Reading& reading, const Field& field, core::InlineRow& row) {
    for (auto& [language, words] : readLocalText(reading, field).words) {
        const std::string column =
            language.empty() ? std::string(field.name) : fmt::format("{}_{}", field.name, language);
        addCell(reading, field.value, row, column, std::move(words));
    }
}

void addCellOf(const Reading& reading, const Field& field, const Key& key, core::InlineRow& row) {
    switch (key.shape) {
        case Shape::localText:
            return addTexts(reading, field, row);
        case Shape::point:
            return addPoint(reading, field, row);
        case Shape::words:
            // Several sources in one cell are divided by semicolons, as in the tables' files.
            return addCell(reading, field.value, row, std::string(field.name),
                           fmt::format("{}", fmt::join(readSources(reading, field, key), "; ")));
        default:
            if (auto value = readWord(reading, field, "a value", key.example)) {
                addCell(reading, field.value, row, std::string(field.name), std::move(*value));
            }
    }
}

/// `name_ru`, `label_zh`: a column per language, as in files.
bool addLanguageColumn(const Reading& reading, const Field& field, Group group,
                       core::InlineRow& row) {
    const auto underscore = field.name.rfind('_');
    if (underscore == std::string_view::npos) return false;
    const Key* key = findKey(group, field.name.substr(0, underscore));
    if (key == nullptr || key->shape != Shape::localText) return false;
    if (languageOf(reading, field.name.substr(underscore + 1)).empty()) return false;
    if (auto words = readText(reading, field)) {
        addCell(reading, field.value, row, std::string(field.name), std::move(*words));
    }
    return true;
}

core::InlineRow readRow(const Reading& reading, const Node& node, Group group) {
    core::InlineRow row;
    row.place = reading.place(node);
    eachKey(
        reading, node, group,
        [&](const Field& field, const Key& key) { addCellOf(reading, field, key, row); },
        [&](const Field& field) { return addLanguageColumn(reading, field, group, row); });
    return row;
}

std::size_t errorsIn(const core::Diagnostics& diagnostics) {
    return static_cast<std::size_t>(
        std::ranges::count(diagnostics.all(), core::Severity::error, &core::Diagnostic::severity));
}

}  // namespace

std::string resolvedPath(const Reading& reading, const std::string& path) {
    if (path.starts_with('/') || path.find("://") != std::string::npos || reading.folder.empty()) {
        return path;
    }
    return reading.folder + "/" + path;
}

core::FileSpec readFileSpec(const Reading& reading, const Field& field) {
    core::FileSpec file;
    file.place = reading.place(field.value);
    if (!field.value.isMap()) {
        if (auto path = readWord(reading, field, "a file", "data/my.gpkg")) {
            file.path = resolvedPath(reading, *path);
        }
        return file;
    }
    eachKey(reading, field.value, Group::file, [&](const Field& f, const Key& key) {
        if (f.name == "columns") return readColumns(reading, f, file);
        if (f.name == "finest") {
            file.finestKm = readWidth(reading, f).value_or(0);
            return;
        }
        auto word = readWord(reading, f, "a name", key.example);
        if (!word) return;
        if (f.name == "file")
            file.path = resolvedPath(reading, *word);
        else
            file.layer = std::move(*word);
    });
    if (field.value.find("file") == nullptr) {
        reading.error(field.value,
                      fmt::format("`{}` needs a file: {{file: data/my.gpkg}}", field.name));
    }
    return file;
}

core::TableSpec readTable(const Reading& reading, const Field& field, Group group) {
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
            core::InlineRow row = readRow(reading, item.value, group);
            if (errorsIn(reading.diagnostics) == said) table.rows.push_back(std::move(row));
        } else {
            reading.wrongType(item, "files or rows",
                              "{kind: students, from: Peking, to: Moscow, when: 1951, count: 375}");
        }
    }
    return table;
}

}  // namespace ebbflow::scene
