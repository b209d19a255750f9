#pragma once
// The names that columns of other people's map files go by, as one table to be read: ours, and in
// order of preference theirs. It opens no file.

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace ebbflow::geo {

/// A file's name of one of our columns. Where a date is kept in three columns, those of month and
/// day stand beside that of the year.
struct OtherName {
    std::string_view name;
    std::string_view month{};
    std::string_view day{};
};

struct MapColumn {
    std::string_view ours;
    std::vector<OtherName> theirs;  ///< in lower case; letter case does not count
};

/// `id`, `name`, `valid_from`, `valid_to`: what every layer may have.
[[nodiscard]] std::span<const MapColumn> mapColumns();

/// The language of a column of names, as the file writes it: `en` of `NAME_EN`, empty of `name`;
/// nothing where the column holds no names in a language (`name_len`, `name_alt`).
[[nodiscard]] std::optional<std::string_view> languageOfName(std::string_view column);

/// Whether a word of the column's name (`date_begun`, `GWSYear`) is of those by which people call a
/// day or a year; of such a column, whether it is the last one rather than the first.
[[nodiscard]] bool soundsLikeADate(std::string_view column);
[[nodiscard]] bool soundsLikeAnEnd(std::string_view column);
/// The same of names.
[[nodiscard]] bool soundsLikeAName(std::string_view column);

}  // namespace ebbflow::geo
