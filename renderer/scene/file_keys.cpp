// A file of data: its path, its layer, its columns' names.

#include "scene/key_values.hpp"

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

std::optional<std::string> readPath(const Reading& reading, const Field& field, const Key& key) {
    auto path = readWord(reading, field, "a name", key.example);
    return path ? std::optional(resolvedPath(reading, *path)) : std::nullopt;
}

}  // namespace

const KeyTable<core::FileSpec>& fileKeys() {
    static const KeyTable<core::FileSpec> keys{
        {.id = "file", .title = "a file"},
        {
            {"file",
             into(&core::FileSpec::path, {Shape::word}, readPath),
             "Path from the script's folder, or any name GDAL opens.",
             "data/my.gpkg",
             {.leftOut = "needed",
              .needed = "`{}` needs a file: {file: data/my.gpkg}",
              .otherWords = {"source", "path"},
              .seen = false}},
            {"layer",
             word(&core::FileSpec::layer, "a name"),
             "The layer, where the file has several.",
             "cshapes",
             {.leftOut = "the only one, or the first", .seen = false}},
            {"columns",
             {{Shape::columns}, readColumns},
             "Our name of a column, and the file's name of it.",
             "{name: cntry_name, valid_from: gwsdate, valid_to: gwedate}",
             {.leftOut = "the file's names are ours", .otherWords = {"fields"}}},
            {"finest",
             width(&core::FileSpec::finestKm),
             "Of map data: the finest detail that it carries.",
             "2 km",
             {.leftOut = "not checked"}},
        }};
    return keys;
}

std::string resolvedPath(const Reading& reading, const std::string& path) {
    if (path.starts_with('/') || path.find("://") != std::string::npos || reading.folder.empty()) {
        return path;
    }
    return reading.folder + "/" + path;
}

core::FileSpec readFileSpec(const Reading& reading, const Field& field) {
    core::FileSpec file;
    file.place = reading.place(field.value);
    if (field.value.isMap()) {
        readKeys(reading, field, fileKeys(), file);
    } else if (auto path = readWord(reading, field, "a file", "data/my.gpkg")) {
        file.path = resolvedPath(reading, *path);
    }
    return file;
}

}  // namespace ebbflow::scene
