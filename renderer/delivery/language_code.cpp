#include "delivery/language_code.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <unicode/uloc.h>

namespace ebbflow::delivery {

namespace {

// The twenty languages that libraries have named otherwise than terminology does, all of them
// (Library of Congress, ISO 639-2): terminological code, bibliographic code.
using Codes = std::pair<std::string_view, std::string_view>;
constexpr std::array kBibliographic{
    Codes{"sqi", "alb"}, Codes{"hye", "arm"}, Codes{"eus", "baq"}, Codes{"bod", "tib"},
    Codes{"mya", "bur"}, Codes{"ces", "cze"}, Codes{"zho", "chi"}, Codes{"cym", "wel"},
    Codes{"deu", "ger"}, Codes{"nld", "dut"}, Codes{"ell", "gre"}, Codes{"fas", "per"},
    Codes{"fra", "fre"}, Codes{"kat", "geo"}, Codes{"isl", "ice"}, Codes{"mkd", "mac"},
    Codes{"mri", "mao"}, Codes{"msa", "may"}, Codes{"ron", "rum"}, Codes{"slk", "slo"}};

}  // namespace

std::string languageCode(std::string_view bcp47) {
    std::string language(bcp47.substr(0, bcp47.find('-')));
    if (language.size() == 3) return language;
    std::string code = uloc_getISO3Language(language.c_str());
    if (code.empty()) return "und";
    const auto* const other = std::ranges::find(kBibliographic, code, &Codes::first);
    return other == kBibliographic.end() ? code : std::string(other->second);
}

}  // namespace ebbflow::delivery
