#include "flow/csv_table.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include <cpl_vsi.h>
#include <fmt/format.h>

#include "core/encoding.hpp"
#include "core/file_texts.hpp"
#include "flow/csv_index.hpp"
#include "flow/ogr_table.hpp"

namespace ebbflow::flow {

namespace {

constexpr std::size_t kPieceBytes = std::size_t{1} << 20;
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

/// The bytes and their index.
struct IndexedText {
    std::string bytes;
    CsvIndex index;
    char separator;
};

struct FileCloser {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
using File = std::unique_ptr<VSILFILE, FileCloser>;

/// Appends the next piece; false at the end.
bool readPiece(VSILFILE* file, std::string& bytes) {
    const std::size_t before = bytes.size();
    bytes.resize(before + kPieceBytes);
    bytes.resize(before + VSIFReadL(bytes.data() + before, 1, kPieceBytes, file));
    return bytes.size() > before;
}

core::SourcePlace placeIn(const std::string& path, TextPlace place) {
    return {path, static_cast<int>(place.line), static_cast<int>(place.column)};
}

std::string_view separatorName(char separator) {
    if (separator == ';') return "semicolon";
    return separator == '\t' ? "tab" : "comma";
}

/// The first line that is not in the encoding.
core::SourcePlace firstUnread(const core::FileSpec& spec, std::string_view bytes) {
    int line = 1;
    for (std::size_t begin = 0; begin < bytes.size(); ++line) {
        const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
        if (!core::toUtf8(bytes.substr(begin, end - begin), spec.encoding)) break;
        begin = end + 1;
    }
    return {spec.path, line, 0};
}

/// Whether there is more in it than a table may have; the header is no row.
std::string excess(std::size_t bytes, std::size_t rows, const core::Limits& limits) {
    if (rows > limits.rows + 1)
        return fmt::format("has more than {} rows; {}", limits.rows, core::kLiftLimits);
    if (bytes > limits.bytes)
        return fmt::format("has more than {} MB; {}", limits.bytes >> 20, core::kLiftLimits);
    return {};
}

/// The whole file, turned from the encoding that the script names.
bool turnAll(VSILFILE* file, const core::FileSpec& spec, const core::Limits& limits,
             std::string& bytes, core::Diagnostics& diagnostics) {
    while (bytes.size() <= limits.bytes && readPiece(file, bytes)) {
    }
    if (const std::string fault = excess(bytes.size(), 0, limits); !fault.empty()) {
        diagnostics.error({spec.path, 0, 0}, fault);
        return false;
    }
    auto utf8 = core::toUtf8(bytes, spec.encoding);
    if (!utf8) {
        diagnostics.error(firstUnread(spec, bytes),
                          fmt::format("this is not {} (`encoding`)", spec.encoding));
        return false;
    }
    bytes = std::move(*utf8);
    return true;
}

/// Of bytes that are not UTF-8 the first is told, with the encodings that they may be in.
void report(const std::string& path, const IndexedText& text, core::Diagnostics& diagnostics) {
    bool told = false;
    for (const core::CsvFault& fault : text.index.faults()) {
        if (!fault.notUtf8) diagnostics.error(placeIn(path, fault.place), fault.message);
        if (!fault.notUtf8 || std::exchange(told, true)) continue;
        core::ForeignWords words;
        words.add(text.bytes);
        diagnostics.error(placeIn(path, fault.place),
                          fmt::format("this is not UTF-8; {}, or save the table as UTF-8 (\"CSV "
                                      "UTF-8\" in a spreadsheet)",
                                      core::encodingAdvice(core::likelyEncodings(words))));
    }
}

/// Nothing after reporting why not.
std::optional<IndexedText> readIndexed(const core::FileSpec& spec, const core::Limits& limits,
                                       core::Diagnostics& diagnostics) {
    const std::string& path = spec.path;
    const File file(VSIFOpenL(path.c_str(), "rb"));
    std::string bytes;
    if (!file || !readPiece(file.get(), bytes)) {
        diagnostics.error({path, 0, 0}, file ? "is empty; a table begins with its column names"
                                             : "cannot be opened for reading");
        return std::nullopt;
    }
    if (!spec.encoding.empty()) {
        if (!turnAll(file.get(), spec, limits, bytes, diagnostics)) return std::nullopt;
    } else if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        diagnostics.error({path, 1, 0},
                          "is UTF-16; say so with `encoding: UTF-16` beside `file`, or save it as "
                          "UTF-8 (\"CSV UTF-8\" in a spreadsheet)");
        return std::nullopt;
    }
    if (bytes.starts_with(kUtf8Mark)) bytes.erase(0, kUtf8Mark.size());
    const char separator = core::csvSeparator(bytes);
    CsvIndex index(separator == 0 ? ',' : separator);
    std::size_t indexed = 0;
    bool more = true;
    while (more && index.feed(std::string_view(bytes).substr(indexed))) {
        indexed = bytes.size();
        if (const std::string fault = excess(bytes.size(), index.rowCount(), limits);
            !fault.empty()) {
            diagnostics.error({path, 0, 0}, fault);
            return std::nullopt;
        }
        more = readPiece(file.get(), bytes);
    }
    const bool sound = index.finish();
    IndexedText text{std::move(bytes), std::move(index), separator};
    report(path, text, diagnostics);
    if (!sound) return std::nullopt;
    if (separator == 0) {
        diagnostics.error({path, 1, 0}, text.index.rowCount() == 0
                                            ? "is empty; a table begins with its column names"
                                            : "no comma, semicolon or tab in the first line; a "
                                              "table begins with its column names");
        return std::nullopt;
    }
    return text;
}

/// Rows of OGR's with the index's places; rows that are blank or too long are left out.
void placeRows(const IndexedText& text, const std::string& path, RawTable& table,
               core::Diagnostics& diagnostics) {
    std::vector<RawRow> kept;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        RawRow& row = table.rows[i];
        const auto cells = text.index.cells(i + 1);
        const bool blank = std::ranges::all_of(row.values, [](const std::string& value) {
            return value.find_first_not_of(" \t\r\n") == std::string::npos;
        });
        if (blank) continue;
        row.place = {path, static_cast<int>(cells.front().line), 0};
        if (cells.size() > table.columns.size()) {
            diagnostics.error(
                row.place,
                fmt::format("{} values where the header names {} columns; a text with a {} in it "
                            "needs quotes, and a number is written without (1390)",
                            cells.size(), table.columns.size(), separatorName(text.separator)));
            continue;
        }
        row.places.assign(cells.begin(), cells.end());
        kept.push_back(std::move(row));
    }
    table.rows = std::move(kept);
}

}  // namespace

RawTable readCsv(const core::FileSpec& spec, const core::Limits& limits,
                 core::Diagnostics& diagnostics) {
    const std::string& path = spec.path;
    RawTable none;
    none.place = {path, 0, 0};
    auto text = readIndexed(spec, limits, diagnostics);
    if (!text) return none;
    const TextPlace header = text->index.cells(0).front();
    none.place = {path, static_cast<int>(header.line), 0};
    text->bytes.erase(0, text->index.firstRowOffset());
    std::string reason;
    auto table = readOgrCsv(text->bytes, reason);
    if (!table) {
        diagnostics.error(none.place, "cannot be read as a table: " + reason);
        return none;
    }
    table->place = none.place;
    table->separator = text->separator;
    if (table->rows.size() + 1 != text->index.rowCount() ||
        table->columns.size() != text->index.cells(0).size()) {
        diagnostics.error(none.place,
                          fmt::format("its rows cannot be told apart for certain ({} or {}); "
                                      "put every text in quotes and use commas throughout",
                                      table->rows.size(), text->index.rowCount() - 1));
        return none;
    }
    placeRows(*text, path, *table, diagnostics);
    return std::move(*table);
}

}  // namespace ebbflow::flow
