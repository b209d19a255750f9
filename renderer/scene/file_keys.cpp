// A file of data: its path, its layer, its columns' names.

#include <fmt/format.h>

#include "core/date_format.hpp"
#include "core/encoding.hpp"
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

void readDecimal(const Reading& reading, const Field& field, const Key& key, core::FileSpec& file) {
    if (const auto sign = readChoice(reading, field, key)) file.decimal = sign->front();
}

void readDateFormat(const Reading& reading, const Field& field, core::FileSpec& file) {
    const auto pattern = readWord(reading, field, "a pattern", "M/D/Y");
    if (!pattern) return;
    if (core::DateFormat::of(*pattern)) {
        file.dateFormat = *pattern;
        return;
    }
    reading.error(
        field.value,
        fmt::format("`{}` is no pattern of dates; it has one Y and may have M, D, h, m, s "
                    "and p, such as M/D/Y or D.M.Y h:m",
                    *pattern));
}

void readValidFrom(const Reading& reading, const Field& field, core::FileSpec& file) {
    if (const auto period = readDate(reading, field)) file.valid.from = period->first();
}

void readValidTo(const Reading& reading, const Field& field, core::FileSpec& file) {
    const auto period = readDate(reading, field);
    if (!period) return;
    file.valid.to = period->last();
    if (file.valid.from && *file.valid.to < *file.valid.from)
        reading.error(field.value, "`valid_to` is before `valid_from`");
}

void readEncoding(const Reading& reading, const Field& field, core::FileSpec& file) {
    static const std::vector<std::string> kUsual{
        "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254",
        "windows-1255", "windows-1256", "ISO-8859-1",   "KOI8-R",       "GBK",
        "Big5",         "Shift_JIS",    "EUC-KR",       "UTF-8"};
    const auto name = readWord(reading, field, "the name of an encoding", "windows-1251");
    if (!name) return;
    if (core::knowsEncoding(*name)) {
        file.encoding = *name;
        return;
    }
    reading.error(field.value,
                  fmt::format("`{}` is no encoding that is known{}; such as {}", *name,
                              core::didYouMean(*name, kUsual), fmt::join(kUsual, ", ")));
}

std::optional<std::string> readFilePath(const Reading& reading, const Field& field,
                                        const Key& key) {
    auto path = readWord(reading, field, "a name", key.example);
    return path ? std::optional(resolvedPath(reading, *path)) : std::nullopt;
}

}  // namespace

const KeyTable<core::FileSpec>& fileKeys() {
    static const KeyTable<core::FileSpec> keys{
        {.id = "file", .title = "a file"},
        {
            {"file",
             into(&core::FileSpec::path, {Shape::word}, readFilePath),
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
             {.leftOut = "the only one that can be; of several, `check` asks which",
              .seen = false}},
            {"columns",
             {{Shape::columns}, readColumns},
             "Our name of a column, and the file's name of it.",
             "{name: cntry_name, valid_from: gwsdate, valid_to: gwedate}",
             {.leftOut = "the file's names are ours", .otherWords = {"fields"}}},
            {"decimal",
             {{.shape = Shape::choice, .choices = {".", ","}}, readDecimal},
             "Of a table: the sign before decimals.",
             "\",\"",
             {.leftOut = "found from all its numbers",
              .more = "[Numbers and dates in tables](#numbers-and-dates-in-tables).",
              .otherWords = {"decimal_sign", "decimals"},
              .seen = false}},
            {"date_format",
             {{Shape::word}, readDateFormat},
             "Of a table: how its dates are written.",
             "M/D/Y",
             {.leftOut = "as [dates](#dates) are",
              .more = "`Y` year, `M` month, `D` day, `h`, `m`, `s` the clock, `p` AM or PM; "
                      "[more](#numbers-and-dates-in-tables).",
              .otherWords = {"dateformat", "format"},
              .seen = false}},
            {"valid_from",
             {{Shape::date}, readValidFrom},
             "Of map data: from when the file as a whole stands.",
             "1880",
             {.leftOut = "always, or as its columns say",
              .more = "What a feature's own dates leave open is the file's.",
              .otherWords = {"from", "start"},
              .seen = false}},
            {"valid_to",
             {{Shape::date}, readValidTo},
             "Of map data: until when.",
             "1913",
             {.leftOut = "until the next file of a list begins",
              .otherWords = {"until", "to", "end"},
              .seen = false,
              .turn = Turn::later}},
            {"encoding",
             {{Shape::word}, readEncoding},
             "How the file writes its letters.",
             "windows-1251",
             {.leftOut = "as the file says, else UTF-8",
              .more = "[Encodings](#encodings).",
              .otherWords = {"charset", "codepage"},
              .seen = false}},
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
