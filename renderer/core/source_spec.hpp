#pragma once
// What a script says about where data is: files with their column names, or rows written inline.
// Plain data shared by the scene reader, which writes it, and geo and flow, which load from it.

#include <string>
#include <utility>
#include <vector>

#include "core/diagnostic.hpp"
#include "core/validity.hpp"

namespace ebbflow::core {

/// A file (or any name GDAL opens, such as `/vsizip/a.zip/b.shp`), already resolved against the
/// script's folder.
struct FileSpec {
    std::string path;
    std::string layer;  ///< empty = the only or first layer
    /// Our name of a field → the file's name of it, where they differ.
    std::vector<std::pair<std::string, std::string>> columns;
    SourcePlace place;         ///< where the script names it
    double finestKm = 0;       ///< of map data: its finest detail on the ground; 0 = not said
    char decimal = 0;          ///< `.` or `,`, the sign before decimals in a table; 0 = not said
    std::string dateFormat{};  ///< of a table's dates, see core/date_format.hpp; empty = EDTF
    Validity valid{};          ///< of map data: the days for which the file as a whole stands
    std::string encoding{};    ///< of its texts, such as `windows-1251`; empty = not said
    friend bool operator==(const FileSpec&, const FileSpec&) = default;
};

struct InlineCell {
    std::string column;
    std::string value;
    SourcePlace place;
    friend bool operator==(const InlineCell&, const InlineCell&) = default;
};

/// One row written in the script; its keys are the table's column names.
struct InlineRow {
    std::vector<InlineCell> cells;
    SourcePlace place;
    friend bool operator==(const InlineRow&, const InlineRow&) = default;
};

/// A table: files, rows, or both, read in that order.
struct TableSpec {
    std::vector<FileSpec> files;
    std::vector<InlineRow> rows;
    [[nodiscard]] bool empty() const { return files.empty() && rows.empty(); }
    friend bool operator==(const TableSpec&, const TableSpec&) = default;
};

}  // namespace ebbflow::core
