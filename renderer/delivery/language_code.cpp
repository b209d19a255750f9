#include "delivery/language_code.hpp"

#include <array>
#include <utility>

namespace ebbflow::delivery {

std::string languageCode(std::string_view bcp47) {
    using Pair = std::pair<std::string_view, std::string_view>;
    static constexpr std::array codes{
        Pair{"ar", "ara"}, Pair{"bg", "bul"}, Pair{"cs", "cze"}, Pair{"de", "ger"},
        Pair{"en", "eng"}, Pair{"es", "spa"}, Pair{"fa", "per"}, Pair{"fr", "fre"},
        Pair{"hi", "hin"}, Pair{"hu", "hun"}, Pair{"it", "ita"}, Pair{"ja", "jpn"},
        Pair{"kk", "kaz"}, Pair{"ko", "kor"}, Pair{"ky", "kir"}, Pair{"mn", "mon"},
        Pair{"nl", "dut"}, Pair{"pl", "pol"}, Pair{"pt", "por"}, Pair{"ro", "rum"},
        Pair{"ru", "rus"}, Pair{"sq", "alb"}, Pair{"tg", "tgk"}, Pair{"tr", "tur"},
        Pair{"ug", "uig"}, Pair{"uk", "ukr"}, Pair{"uz", "uzb"}, Pair{"vi", "vie"},
        Pair{"zh", "chi"}};
    const std::string_view language = bcp47.substr(0, bcp47.find('-'));
    if (language.size() == 3) return std::string(language);
    for (const auto& [two, three] : codes) {
        if (two == language) return std::string(three);
    }
    return "und";
}

}  // namespace ebbflow::delivery
