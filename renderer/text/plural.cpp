#include "text/plural.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace ebbflow::text {
namespace {

constexpr std::array<std::string_view, 3> kEastSlavic{"ru", "uk", "be"};
constexpr std::array<std::string_view, 6> kOneForm{"zh", "ja", "ko", "vi", "th", "id"};

bool among(std::string_view language, std::span<const std::string_view> languages) {
    return std::ranges::find(languages, language) != languages.end();
}

std::string_view slavic(std::uint64_t n, bool polish) {
    const std::uint64_t ones = n % 10;
    const std::uint64_t teens = n % 100;
    if (polish ? n == 1 : ones == 1 && teens != 11) return "_one";
    const bool few = ones >= 2 && ones <= 4 && (teens < 12 || teens > 14);
    return few ? "_few" : "_many";
}

}  // namespace

std::string_view pluralForm(std::int64_t n, std::string_view language) {
    const std::string_view primary = language.substr(0, language.find('-'));
    const auto bits = static_cast<std::uint64_t>(n);
    const std::uint64_t size = n < 0 ? ~bits + 1 : bits;
    if (among(primary, kOneForm)) return "";
    if (among(primary, kEastSlavic) || primary == "pl") return slavic(size, primary == "pl");
    return size == 1 ? "_one" : "";
}

}  // namespace ebbflow::text
