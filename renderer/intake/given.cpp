#include "intake/given.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/plain_text.hpp"
#include "core/whole_file.hpp"
#include "flow/table_reader.hpp"
#include "geo/gdal_access.hpp"
#include "intake/contents.hpp"

namespace ebbflow::intake {

namespace fs = std::filesystem;

namespace {

std::string extensionOf(const std::string& path) {
    return core::lower(fs::path(path).extension().string());
}

bool isOneOf(const std::string& extension, std::initializer_list<std::string_view> known) {
    return std::ranges::find(known, extension) != known.end();
}

/// `{`, `[`, `<` or another: what the text of a file begins with.
char firstSign(const std::string& text) {
    const std::size_t at = text.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    return at == std::string::npos ? '\0' : text[at];
}

/// Whether the text of a map file has a word for areas; TopoJSON has them made of arcs.
bool mayHoldAreas(const std::string& text) {
    return text.find("Polygon") != std::string::npos;
}

/// A sheet of nothing but texts has columns `field1`, `field2` …, and its names in the first row:
/// GDAL cannot tell them from values.
void takeHeader(flow::RawTable& table) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i] != fmt::format("field{}", i + 1)) return;
    }
    if (table.rows.empty()) return;
    for (std::size_t i = 0; i < table.rows[0].values.size(); ++i)
        table.columns[i] = core::lower(flow::trimmed(table.rows[0].values[i]));
    table.rows.erase(table.rows.begin());
}

/// Where what the user names lies, wherever a link of that name leads.
std::vector<std::string> foldersOf(const std::vector<std::string>& paths) {
    std::vector<std::string> folders;
    for (const std::string& path : paths) {
        std::error_code error;
        const fs::path real = fs::weakly_canonical(fs::absolute(path), error);
        if (error) continue;
        folders.push_back(fs::is_directory(real, error) ? real : real.parent_path());
    }
    return folders;
}

class Opening {
public:
    Opening(core::Access access, std::string encoding, core::Diagnostics& diagnostics)
        : encoding_(std::move(encoding)), diagnostics_(diagnostics) {
        given_.access = std::move(access);
    }

    void take(const std::string& path) {
        given_.names.push_back(nameOf(path));
        open(path);
    }

    [[nodiscard]] Given given() { return std::move(given_); }

private:
    void open(const std::string& path) {
        const std::string extension = extensionOf(path);
        std::error_code error;
        if (fs::is_directory(path, error) && extension != ".gdb") {
            openAll(path, path);
        } else if (extension == ".zip") {
            openAll(path, "/vsizip/" + path);
        } else if (extension == ".kmz") {
            openArchivedXml(path);
        } else if (isOneOf(extension, {".json", ".geojson", ".czml", ".topojson"})) {
            openText(path, given_.json);
        } else if (isOneOf(extension, {".gpx", ".kml", ".xml"})) {
            openText(path, given_.xml);
        } else if (isOneOf(extension, {".csv", ".tsv", ".txt"})) {
            openTable(path, {});
        } else {
            openLayers(path);
        }
    }

    static std::string nameOf(const std::string& path) {
        const fs::path whole = fs::path(path).lexically_normal();
        return whole.has_filename() ? whole.filename().string()
                                    : whole.parent_path().filename().string();
    }

    void openTable(const std::string& path, const std::string& layer) {
        core::TableSpec spec;
        spec.files.push_back({path, layer, {}, {path, 0, 0}});
        spec.files.back().encoding = encoding_;
        for (flow::RawTable& table : flow::readRaw(spec, given_.access, diagnostics_)) {
            takeHeader(table);
            given_.sheets.push_back({nameOf(path), layer, std::move(table)});
        }
    }

    void openLayers(const std::string& path) {
        if (const std::string fault = geo::fileFault(path, given_.access); !fault.empty()) {
            diagnostics_.error({path, 0, 0}, fault);
            return;
        }
        const std::vector<std::string> areas = openAreas(path);
        const std::vector<std::string> layers = layersOf(path, given_.access);
        if (layers.size() < 2) return areas.empty() ? openTable(path, {}) : void();
        for (const std::string& layer : layers) {
            if (std::ranges::find(areas, layer) == areas.end()) openTable(path, layer);
        }
    }

    /// The layers of areas, which are no tables.
    std::vector<std::string> openAreas(const std::string& path) {
        std::vector<std::string> layers = areaLayersOf(path, given_.access);
        for (const std::string& layer : layers) given_.areas.push_back({path, layer, nameOf(path)});
        return layers;
    }

    /// The text tables of a folder or a zip, in the order of their names; where it has none, its
    /// map files.
    void openAll(const std::string& path, const std::string& folder) {
        const std::vector<std::string> names = filesIn(folder, given_.access);
        const auto openThose = [&](std::initializer_list<std::string_view> extensions, auto open) {
            std::size_t opened = 0;
            for (const std::string& name : names) {
                if (!isOneOf(extensionOf(name), extensions)) continue;
                open(folder + "/" + name);
                ++opened;
            }
            return opened;
        };
        if (openThose({".csv", ".tsv", ".txt"}, [&](const auto& file) { openTable(file, {}); }) > 0)
            return;
        if (openThose({".geojson", ".json", ".topojson", ".kml", ".shp", ".gpkg", ".fgb"},
                      [&](const auto& file) { this->open(file); }) > 0)
            return;
        diagnostics_.error({path, 0, 0},
                           "holds neither text tables nor map files; give the files one by one");
    }

    void openText(const std::string& path, std::vector<Document>& documents) {
        if (const std::string fault = geo::fileFault(path, given_.access); !fault.empty()) {
            diagnostics_.error({path, 0, 0}, fault);
            return;
        }
        std::error_code error;
        if (const auto size = fs::file_size(path, error);
            !error && size > given_.access.limits.bytes) {
            diagnostics_.error({path, 0, 0},
                               fmt::format("has {} MB; text files go to {} MB; {}", size >> 20,
                                           given_.access.limits.bytes >> 20, core::kLiftLimits));
            return;
        }
        add(documents, path,
            path.starts_with("/vsizip/") ? textOf(path, given_.access) : core::readWhole(path));
    }

    void openArchivedXml(const std::string& path) {
        for (const std::string& name : filesIn("/vsizip/" + path, given_.access)) {
            if (extensionOf(name) != ".kml") continue;
            add(given_.xml, path, textOf("/vsizip/" + path + "/" + name, given_.access));
            return;
        }
        diagnostics_.error({path, 0, 0}, "holds no .kml");
    }

    void add(std::vector<Document>& documents, const std::string& path, std::string text) {
        const char sign = firstSign(text);
        if (sign == '\0') {
            diagnostics_.error({path, 1, 1}, "is empty");
            return;
        }
        if (mayHoldAreas(text)) (void)openAreas(path);
        auto& own = sign == '<' ? given_.xml : sign == '{' || sign == '[' ? given_.json : documents;
        own.push_back({path, nameOf(path), std::move(text)});
    }

    std::string encoding_;
    core::Diagnostics& diagnostics_;
    Given given_;
};

}  // namespace

std::string Sheet::name() const {
    return layer.empty() ? file : fmt::format("sheet `{}` of {}", layer, file);
}

Given look(const std::vector<std::string>& paths, const std::string& encoding,
           const core::Permissions& permissions, core::Diagnostics& diagnostics) {
    Opening opening(core::Access::within(foldersOf(paths), permissions), encoding, diagnostics);
    for (const std::string& path : paths) opening.take(path);
    return opening.given();
}

}  // namespace ebbflow::intake
