#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

#include <ft2build.h>
#include FT_FREETYPE_H

#include "core/diagnostic.hpp"
#include "core/error.hpp"
#include "text/fonts.hpp"
#include "text/scripts.hpp"

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
        if (file.family != pinned.family || file.name != pinned.han) continue;
        file.family = family;
        file.name.clear();
        files.push_back(std::move(file));
    }
    return files;
}

struct Inspected {
    FontFile file;
    std::string typeface;
};

/// The file's own word on its typeface and on whether it is bold and italic; nothing when it is no
/// font.
std::optional<Inspected> inspect(const std::string& path, Family family) {
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) throw core::Failure("FreeType does not start");
    FT_Face face = nullptr;
    std::optional<Inspected> found;
    if (FT_New_Face(library, path.c_str(), 0, &face) == 0) {
        found.emplace();
        found->typeface = face->family_name == nullptr ? "" : face->family_name;
        FontFile& file = found->file;
        file.path = path;
        file.family = family;
        file.bold = (face->style_flags & FT_STYLE_FLAG_BOLD) != 0;
        file.italic = (face->style_flags & FT_STYLE_FLAG_ITALIC) != 0;
        file.chosen = true;
        FT_Done_Face(face);
    }
    FT_Done_FreeType(library);
    return found;
}

/// The usual files stand back behind those that were chosen.
void replaceAlphabet(FontSet& fonts, Family family, const std::vector<FontFile>& files) {
    for (FontFile& file : fonts.files) {
        if (file.family == family && file.name.empty()) file.name = kUsualAlphabet;
    }
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

/// A face for each typeface, in their order: `name`, then `+1`, `+2` … behind it.
std::string readFiles(const std::vector<std::string>& wanted, Family family,
                      const std::string& name, std::vector<FontFile>& files) {
    std::vector<std::string> typefaces;
    for (const std::string& path : wanted) {
        if (path.find('/') == std::string::npos) return unknownFamily(path);
        std::error_code ignored;
        if (!std::filesystem::is_regular_file(path, ignored))
            return path + ": there is no such file";
        auto found = inspect(path, family);
        if (!found) return path + ": is no font that can be read";
        const auto known = std::ranges::find(typefaces, found->typeface);
        const auto index = known - typefaces.begin();
        if (known == typefaces.end()) typefaces.push_back(found->typeface);
        found->file.name = index == 0 ? name : name + "+" + std::to_string(index);
        files.push_back(std::move(found->file));
    }
    // What names no weight is asked for first.
    std::ranges::stable_sort(files, {}, [](const FontFile& f) { return f.bold + f.italic; });
    return {};
}

/// A face of that name for both families.
std::string addFaces(FontSet& fonts, const std::string& name,
                     const std::vector<std::string>& wanted) {
    std::vector<FontFile> files;
    for (const Family family : {Family::serif, Family::sans}) {
        if (std::string fault = readFiles(wanted, family, name, files); !fault.empty())
            return fault;
    }
    fonts.files.insert(fonts.files.end(), files.begin(), files.end());
    return {};
}

}  // namespace

std::string chooseFonts(FontSet& fonts, Family family, const std::vector<std::string>& wanted) {
    const auto pinned = std::ranges::find(kPinned, wanted.front(), &Pinned::name);
    if (wanted.size() == 1 && pinned != kPinned.end()) {
        const auto files = pinnedFiles(*pinned, family);
        std::erase_if(fonts.files, [&](const FontFile& file) {
            return file.family == family && file.name.empty();
        });
        fonts.files.insert(fonts.files.end(), files.begin(), files.end());
        return {};
    }
    std::vector<FontFile> files;
    std::string fault = readFiles(wanted, family, "", files);
    if (fault.empty()) replaceAlphabet(fonts, family, files);
    return fault;
}

std::string chooseScriptFonts(FontSet& fonts, const std::string& script,
                              const std::vector<std::string>& wanted) {
    const std::string code = scriptCalled(script);
    if (code.empty())
        return "`" + script + "` is no script; such as hebrew, arabic, devanagari, thai";
    return addFaces(fonts, code, wanted);
}

std::string chooseLanguageFonts(FontSet& fonts, const std::string& language,
                                const std::vector<std::string>& wanted) {
    return addFaces(fonts, "@" + language, wanted);
}

}  // namespace ebbflow::text
