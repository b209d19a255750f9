#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

#include <ft2build.h>
#include FT_FREETYPE_H

#include "core/diagnostic.hpp"
#include "core/error.hpp"
#include "text/fonts.hpp"

namespace ebbflow::text {
namespace {

/// A family of the pinned set, told by where its files lie among the usual ones.
struct Pinned {
    std::string_view name;
    Family family;
    std::string_view han;  ///< the face of a collection whose Latin and Cyrillic are taken
};

constexpr std::array kPinned{
    Pinned{"PT Serif", Family::serif, ""}, Pinned{"PT Sans", Family::sans, ""},
    Pinned{"Noto Serif CJK", Family::serif, "SC"}, Pinned{"Noto Sans CJK", Family::sans, "SC"}};

std::vector<FontFile> pinnedFiles(const Pinned& pinned, Family family) {
    std::vector<FontFile> files;
    for (FontFile file : defaultFonts().files) {
        if (file.family != pinned.family || file.han != pinned.han) continue;
        file.family = family;
        file.han.clear();
        files.push_back(std::move(file));
    }
    return files;
}

/// The file's own word on whether it is bold and italic; nothing when it is no font.
std::optional<FontFile> inspect(const std::string& path, Family family) {
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) throw core::Failure("FreeType does not start");
    FT_Face face = nullptr;
    std::optional<FontFile> file;
    if (FT_New_Face(library, path.c_str(), 0, &face) == 0) {
        file.emplace();
        file->path = path;
        file->family = family;
        file->bold = (face->style_flags & FT_STYLE_FLAG_BOLD) != 0;
        file->italic = (face->style_flags & FT_STYLE_FLAG_ITALIC) != 0;
        file->chosen = true;
        FT_Done_Face(face);
    }
    FT_Done_FreeType(library);
    return file;
}

void replaceAlphabet(FontSet& fonts, Family family, std::vector<FontFile> files) {
    std::erase_if(fonts.files,
                  [&](const FontFile& file) { return file.family == family && file.han.empty(); });
    // What names no weight is asked for first.
    std::ranges::stable_sort(files, {}, [](const FontFile& f) { return f.bold + f.italic; });
    fonts.files.insert(fonts.files.end(), files.begin(), files.end());
}

std::string unknownFamily(const std::string& name) {
    std::vector<std::string> names;
    for (const Pinned& pinned : kPinned) names.emplace_back(pinned.name);
    std::string known;
    for (const std::string& one : names) known += (known.empty() ? "" : ", ") + one;
    return "`" + name + "` is no family that the program brings" + core::didYouMean(name, names) +
           "; it has " + known + "; a font file of your own is named by its path, fonts/My.ttf";
}

}  // namespace

std::string chooseFonts(FontSet& fonts, Family family, const std::vector<std::string>& wanted) {
    const auto pinned = std::ranges::find(kPinned, wanted.front(), &Pinned::name);
    if (wanted.size() == 1 && pinned != kPinned.end()) {
        replaceAlphabet(fonts, family, pinnedFiles(*pinned, family));
        return {};
    }
    std::vector<FontFile> files;
    for (const std::string& path : wanted) {
        if (path.find('/') == std::string::npos) return unknownFamily(path);
        std::error_code ignored;
        if (!std::filesystem::is_regular_file(path, ignored))
            return path + ": there is no such file";
        auto file = inspect(path, family);
        if (!file) return path + ": is no font that can be read";
        files.push_back(std::move(*file));
    }
    replaceAlphabet(fonts, family, std::move(files));
    return {};
}

}  // namespace ebbflow::text
