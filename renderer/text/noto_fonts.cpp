#include "text/noto_fonts.hpp"

#include <filesystem>

#include "text/scripts.hpp"

namespace ebbflow::text {
namespace {

/// As Noto calls what belongs to a script. Greek and Cyrillic stand beside its Latin.
std::string notoName(Family family, const std::string& script) {
    const bool serif = family == Family::serif;
    if (serif && script == "Arab") return "NotoNaskhArabic";
    const std::string start = serif ? "NotoSerif" : "NotoSans";
    const bool european = script == "Latn" || script == "Grek" || script == "Cyrl";
    return european ? start : start + nameOfScript(script);
}

}  // namespace

std::string notoFile(Family family, const std::string& script, bool bold) {
    // Some scripts have one of the two families only.
    const Family other = family == Family::serif ? Family::sans : Family::serif;
    for (const Family tried : {family, other}) {
        std::string path = "/usr/share/fonts/truetype/noto/" + notoName(tried, script) +
                           (bold ? "-Bold.ttf" : "-Regular.ttf");
        std::error_code ignored;
        if (std::filesystem::is_regular_file(path, ignored)) return path;
    }
    return {};
}

}  // namespace ebbflow::text
