#include "geo/country_names.hpp"

#include <unordered_map>
#include <vector>

#include "geo/fold_name.hpp"

namespace ebbflow::geo {

namespace {

using Row = std::vector<std::string_view>;

const std::vector<Row>& table() {
    static const std::vector<Row> rows{
        {"Russia", "Russian Federation", "Россия", "RUS", "RU"},
        {"USSR", "Soviet Union", "СССР", "Советский Союз", "U.S.S.R.", "SUN"},
        {"China", "People's Republic of China", "PRC", "P.R. China", "中国", "CHN", "CN"},
        {"Taiwan", "Taiwan (Republic of China)", "Formosa", "TWN", "TW"},
        {"Republic of China", "ROC", "中华民国"},
        {"United States of America", "United States", "USA", "US", "U.S.A.", "U.S.", "America"},
        {"United Kingdom", "UK", "U.K.", "Great Britain", "Britain", "GBR", "GB"},
        {"Ireland", "Éire", "Republic of Ireland", "Irish Free State", "IRL"},
        {"Germany", "Deutschland", "DEU"},
        {"Federal Republic of Germany", "West Germany", "FRG", "BRD"},
        {"German Democratic Republic", "East Germany", "GDR", "DDR"},
        {"France", "FRA"},
        {"Spain", "España", "ESP"},
        {"Italy", "Italia", "ITA"},
        {"Netherlands", "The Netherlands", "Holland", "NLD"},
        {"Switzerland", "Schweiz", "Suisse", "CHE"},
        {"Austria", "Österreich", "AUT"},
        {"Czech Republic", "Czechia", "CZE"},
        {"Macedonia", "North Macedonia", "MKD"},
        {"Moldova", "Republic of Moldova", "MDA"},
        {"Belarus", "Byelorussia", "White Russia", "BLR"},
        {"Turkey", "Türkiye", "TUR"},
        {"Iran", "Persia", "IRN"},
        {"Iraq", "Mesopotamia", "IRQ"},
        {"Thailand", "Siam", "THA"},
        {"Myanmar", "Burma", "Birma", "MMR"},
        {"Sri Lanka", "Ceylon", "LKA"},
        {"Bangladesh", "East Pakistan", "BGD"},
        {"Vietnam", "Viet Nam", "VNM"},
        {"Democratic Republic of Vietnam", "North Vietnam"},
        {"South Vietnam", "Republic of Vietnam"},
        {"Laos", "Lao People's Democratic Republic", "LAO"},
        {"Cambodia", "Kampuchea", "KHM"},
        {"Indonesia", "Netherlands East Indies", "Dutch East Indies", "IDN"},
        {"Malaysia", "Malaya", "MYS"},
        {"East Timor", "Timor-Leste", "Portuguese Timor", "TLS"},
        {"Philippines", "The Philippines", "PHL"},
        {"South Korea", "Republic of Korea", "ROK", "KOR"},
        {"North Korea", "Democratic People's Republic of Korea", "DPRK", "PRK"},
        {"Japan", "Nippon", "日本", "JPN"},
        {"Hong Kong S.A.R.", "Hong Kong", "Hong Kong (British)", "HKG"},
        {"Macao S.A.R", "Macau", "Macao", "Macau (Portuguese)", "MAC"},
        {"Yemen", "Yemen Arab Republic", "YEM"},
        {"Oman", "Muscat and Oman", "OMN"},
        {"United Arab Emirates", "UAE", "Trucial States", "ARE"},
        {"Palestine", "Palestinian Territories", "PSE"},
        {"Egypt", "United Arab Republic", "EGY"},
        {"Ethiopia", "Abyssinia", "ETH"},
        {"Djibouti", "French Somaliland", "DJI"},
        {"Congo (Kinshasa)", "Congo (Léopoldville)", "Democratic Republic of the Congo", "DR Congo",
         "DRC", "Zaire", "Belgian Congo", "COD"},
        {"Congo (Brazzaville)", "Republic of the Congo", "Congo", "COG"},
        {"Central African Republic", "Central African Republic (Ubangi-Shari)", "Ubangi-Shari",
         "CAF"},
        {"Ivory Coast", "Côte d'Ivoire", "CIV"},
        {"Ghana", "Ghana (Gold Coast)", "Gold Coast", "GHA"},
        {"Mali", "Mali (French Sudan)", "French Sudan", "MLI"},
        {"Burkina Faso", "Upper Volta", "BFA"},
        {"Benin", "Dahomey", "BEN"},
        {"The Gambia", "Gambia", "GMB"},
        {"Guinea Bissau", "Guinea-Bissau", "Portuguese Guinea", "GNB"},
        {"Equatorial Guinea", "Spanish Guinea", "GNQ"},
        {"Cape Verde", "Cabo Verde", "CPV"},
        {"Western Sahara", "Spanish Sahara", "ESH"},
        {"Tanzania", "Tanganyika", "Tanganyika and Zanzibar", "TZA"},
        {"Zambia", "Northern Rhodesia", "ZMB"},
        {"Zimbabwe", "Southern Rhodesia", "Rhodesia", "ZWE"},
        {"Malawi", "Nyasaland", "MWI"},
        {"Namibia", "South West Africa", "NAM"},
        {"Botswana", "Bechuanaland", "BWA"},
        {"Lesotho", "Basutoland", "LSO"},
        {"Swaziland", "Eswatini", "SWZ"},
        {"South Africa", "ZAF"},
        {"Brazil", "Brasil", "BRA"},
        {"Mexico", "México", "MEX"},
        {"Belize", "British Honduras", "BLZ"},
        {"Guyana", "British Guiana", "GUY"},
        {"Suriname", "Dutch Guiana", "SUR"},
        {"The Bahamas", "Bahamas", "BHS"},
        {"Papua New Guinea", "Papua and New Guinea", "PNG"},
        {"Vanuatu", "New Hebrides", "VUT"},
        {"Kiribati", "Gilbert Islands", "KIR"},
        {"Tuvalu", "Ellice Islands", "TUV"},
        {"Samoa", "Western Samoa", "WSM"},
        {"Yugoslavia", "Jugoslavia", "YUG"},
        {"Czechoslovakia", "ČSSR", "CSK"},
    };
    return rows;
}

/// The row of a folded name; -1 for none.
int rowOf(const std::string& folded) {
    static const std::unordered_map<std::string, int> rows = [] {
        std::unordered_map<std::string, int> found;
        int row = 0;
        for (const Row& names : table()) {
            for (const std::string_view name : names) found.emplace(foldName(name), row);
            ++row;
        }
        return found;
    }();
    const auto found = rows.find(folded);
    return found == rows.end() ? -1 : found->second;
}

}  // namespace

bool sameCountry(std::string_view a, std::string_view b) {
    const std::string left = foldName(a), right = foldName(b);
    return left == right || (rowOf(left) >= 0 && rowOf(left) == rowOf(right));
}

bool isCountry(std::string_view name) {
    return rowOf(foldName(name)) >= 0;
}

}  // namespace ebbflow::geo
