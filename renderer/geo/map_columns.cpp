#include "geo/map_columns.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "core/plain_text.hpp"

namespace ebbflow::geo {

namespace {

using Words = std::span<const std::string_view>;

constexpr auto kDates = std::to_array<std::string_view>(
    {"date",   "year",  "yr",    "from",   "to",      "since",  "until", "till",
     "begin",  "end",   "start", "begun",  "founded", "valid",  "debut", "fin",
     "annee",  "von",   "bis",   "anfang", "ende",    "jahr",   "datum", "anno",
     "inicio", "desde", "hasta", "год",    "дата",    "начало", "конец"});
constexpr auto kEnds =
    std::to_array<std::string_view>({"to", "until", "till", "end", "fin", "bis", "ende", "hasta",
                                     "last", "конец", "abolished", "dissolved"});
constexpr auto kNames = std::to_array<std::string_view>(
    {"name", "title", "label", "nom", "nombre", "nome", "naam", "bezeichnung", "country", "state",
     "land", "имя", "название", "страна"});

/// A short word must stand by itself: `to` is no part of `town`; a longer one may be joined to
/// others, as in `startdate`.
bool hasWord(std::string_view column, Words words) {
    constexpr std::size_t kShort = 3;
    const std::string name = core::lower(column);
    const auto isLetter = [&](std::size_t i) {
        return i < name.size() && (std::isalpha(static_cast<unsigned char>(name[i])) != 0 ||
                                   static_cast<unsigned char>(name[i]) >= 0x80);
    };
    return std::ranges::any_of(words, [&](std::string_view word) {
        const std::size_t at = name.find(word);
        if (at == std::string::npos) return false;
        return word.size() > kShort ||
               ((at == 0 || !isLetter(at - 1)) && !isLetter(at + word.size()));
    });
}

}  // namespace

std::span<const MapColumn> mapColumns() {
    static const std::vector<MapColumn> columns{
        {"id", {{"gwcode"}, {"cowcode"}, {"adm0_a3"}, {"iso_a3"}, {"iso3"}, {"gid_0"}, {"code"}}},
        {"name",
         {{"cntry_name"},
          {"country_name"},
          {"cntryname"},
          {"statename"},
          {"state_name"},
          {"name_long"},
          {"admin"},
          {"country"},
          {"label"},
          {"title"}}},
        {"valid_from",
         {{"start_date"},
          {"startdate"},
          {"start"},
          {"begin"},
          {"gwsdate"},
          {"gwsyear", "gwsmonth", "gwsday"},
          {"cowsyear", "cowsmonth", "cowsday"},
          {"date_start"},
          {"date_from"},
          {"from_date"},
          {"start_year"},
          {"startyear"},
          {"year_from"},
          {"from_year"},
          {"since"}}},
        {"valid_to",
         {{"end_date"},
          {"enddate"},
          {"end"},
          {"gwedate"},
          {"gweyear", "gwemonth", "gweday"},
          {"coweyear", "cowemonth", "coweday"},
          {"date_end"},
          {"date_to"},
          {"to_date"},
          {"end_year"},
          {"endyear"},
          {"year_to"},
          {"to_year"},
          {"until"}}},
    };
    return columns;
}

std::optional<std::string_view> languageOfName(std::string_view column) {
    constexpr std::string_view kName = "name";
    const std::string plain = core::lower(column);
    if (plain == kName) return column.substr(0, 0);
    if (!plain.starts_with("name_")) return std::nullopt;
    const std::string_view tag = column.substr(kName.size() + 1);
    const std::size_t language = std::min(tag.find_first_of("_-"), tag.size());
    if (language < 2 || language > 3) return std::nullopt;
    // Natural Earth's: how long a name is, and another spelling.
    const std::string known = core::lower(tag.substr(0, language));
    if (known == "len" || known == "alt") return std::nullopt;
    return tag;
}

bool soundsLikeADate(std::string_view column) {
    return hasWord(column, kDates);
}

bool soundsLikeAnEnd(std::string_view column) {
    return hasWord(column, kEnds);
}

bool soundsLikeAName(std::string_view column) {
    return hasWord(column, kNames);
}

}  // namespace ebbflow::geo
