#pragma once
// The columns of the tables that a film rests on, one row each: the names that files and scripts
// may have for it, and what editors and pages say of it. It reads no table; what a value means is
// flow's business.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ebbflow::core {

enum class ColumnKind {
    word,     ///< a name, written plainly
    count,    ///< a whole number
    number,   ///< any number
    degrees,  ///< of latitude or longitude
    texts,    ///< a text, or one a language in columns of their own: `name`, `name_en` …
    place,    ///< a place's name or id
    date,     ///< a day or a period
    doubt,    ///< a word of kConfidenceNames
    sources   ///< ids or words, several divided by `;`
};

/// What else there is to say of a column.
struct ColumnNotes {
    std::string_view leftOut{};                  ///< what holds where it is empty, for the page
    std::string_view more{};                     ///< further sentences for the page, as Markdown
    std::string_view standsFor{};                ///< ours, of which it is another program's name
    std::vector<std::string_view> inFiles{};     ///< further names that files may have for it
    std::vector<std::string_view> otherWords{};  ///< names that are not taken and mean it
    bool forPeople = false;                      ///< nothing in the film comes from it
};

struct Column {
    std::string_view name;
    ColumnKind kind;
    std::string_view description;  ///< one sentence
    std::string_view example;
    ColumnNotes notes{};
};

struct TableColumns {
    std::string_view id;     ///< of a row, in the schema and on the page
    std::string_view title;  ///< "a row of movements"
    std::vector<Column> columns;
};

[[nodiscard]] const TableColumns& movementColumns();
[[nodiscard]] const TableColumns& placeColumns();
[[nodiscard]] const TableColumns& siteColumns();
[[nodiscard]] const TableColumns& figureColumns();
[[nodiscard]] const TableColumns& sourceColumns();

/// The names that a table may have besides ours, each with ours, in order of preference.
[[nodiscard]] std::vector<std::pair<std::string_view, std::string_view>> otherNames(
    const TableColumns& table);

/// Our names of the columns; `name_` stands for all columns that begin so.
[[nodiscard]] std::vector<std::string> ourNames(const TableColumns& table);

}  // namespace ebbflow::core
