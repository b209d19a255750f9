#pragma once
// The files that were given, opened and told apart by what is in them: tables, JSON, XML. It knows
// no kinds of data.

#include <filesystem>
#include <string>
#include <vector>

#include "core/access.hpp"
#include "core/diagnostic.hpp"
#include "flow/raw_table.hpp"

namespace ebbflow::intake {

/// One table of a file.
struct Sheet {
    std::string file;   ///< its name without folders
    std::string layer;  ///< empty where the file has no others
    flow::RawTable table;

    /// "trips.csv", or "sheet `May` of trips.xlsx"
    [[nodiscard]] std::string name() const;
};

/// A file of text that is no table.
struct Document {
    std::string path;
    std::string file;  ///< its name without folders
    std::string text;
};

/// A layer of a map file that holds areas.
struct MapSource {
    std::string path;
    std::string layer;
    std::string file;  ///< its name without folders
};

struct Given {
    std::vector<std::string> names;  ///< of all files, without folders
    std::vector<Sheet> sheets;
    std::vector<Document> json;
    std::vector<Document> xml;
    std::vector<MapSource> areas;  ///< also of files that are among the documents
    core::Access access;           ///< within which the files were opened
};

/// Opens all of them; a folder or a zip stands for the text tables in it, else the map files. Files
/// that they name themselves (a VRT's sources) are read where these lie, and where `permissions`
/// lets them. `encoding`: of tables, as core::FileSpec has it. What cannot be read goes to
/// `diagnostics`.
[[nodiscard]] Given look(const std::vector<std::string>& paths, const std::string& encoding,
                         const core::Permissions& permissions, core::Diagnostics& diagnostics);

}  // namespace ebbflow::intake
