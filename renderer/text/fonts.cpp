#include "text/fonts.hpp"

#include <array>
#include <filesystem>
#include <string_view>

#include "core/error.hpp"

namespace ebbflow::text {
namespace {

void require(const std::string& path, std::string_view package) {
    std::error_code ignored;
    if (std::filesystem::is_regular_file(path, ignored)) return;
    throw core::Failure("the font " + path + " is missing: install the Debian package " +
                        std::string(package));
}

void addAlphabet(FontSet& fonts, Family family, std::string_view name, bool bold, bool italic) {
    FontFile file;
    file.path = "/usr/share/fonts/truetype/paratype/" + std::string(name) + ".ttf";
    file.family = family;
    file.bold = bold;
    file.italic = italic;
    require(file.path, "fonts-paratype");
    fonts.files.push_back(std::move(file));
}

void addHan(FontSet& fonts, Family family, std::string_view name, bool bold) {
    FontFile file;
    file.path = "/usr/share/fonts/opentype/noto/" + std::string(name) + ".ttc";
    file.family = family;
    file.bold = bold;
    require(file.path, "fonts-noto-cjk");
    for (const std::string_view form : kHanForms) {
        file.name = form;
        fonts.files.push_back(file);
        ++file.face;
    }
}

}  // namespace

FontSet defaultFonts() {
    FontSet fonts;
    addAlphabet(fonts, Family::serif, "PTF55F", false, false);
    addAlphabet(fonts, Family::serif, "PTF56F", false, true);
    addAlphabet(fonts, Family::serif, "PTF75F", true, false);
    addAlphabet(fonts, Family::serif, "PTF76F", true, true);
    addAlphabet(fonts, Family::sans, "PTS55F", false, false);
    addAlphabet(fonts, Family::sans, "PTS56F", false, true);
    addAlphabet(fonts, Family::sans, "PTS75F", true, false);
    addAlphabet(fonts, Family::sans, "PTS76F", true, true);
    addHan(fonts, Family::serif, "NotoSerifCJK-Regular", false);
    addHan(fonts, Family::serif, "NotoSerifCJK-Bold", true);
    addHan(fonts, Family::sans, "NotoSansCJK-Regular", false);
    addHan(fonts, Family::sans, "NotoSansCJK-Bold", true);
    return fonts;
}

}  // namespace ebbflow::text
