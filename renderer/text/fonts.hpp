#pragma once
// The font files that ebbflow sets its text in, pinned by path. It lists files and checks that they
// are there; it never asks the system which fonts are installed. A face is what a run of text is
// set in: its files are of one family and of one name.

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace ebbflow::text {

enum class Family { serif, sans };

/// The forms that Han glyphs have, as Noto CJK's collections hold them one after the other.
inline constexpr std::array<std::string_view, 5> kHanForms{"JP", "KR", "SC", "TC", "HK"};

/// One face of a font file.
struct FontFile {
    std::string path;
    int face = 0;  ///< index inside a collection (.ttc)
    Family family = Family::serif;
    bool bold = false;
    bool italic = false;
    /// Name of the face. Empty for Latin and Cyrillic; the forms that its Han glyphs have: `SC`,
    /// `TC`, `HK`, `JP` or `KR`; an ISO 15924 code (`Hebr`) where it is chosen for that script; `@`
    /// and a tag where for a language; `+1` … for what else the script lists; kUsualAlphabet.
    std::string name{};
    bool chosen = false;  ///< by the script, which must then have every letter
    friend bool operator==(const FontFile&, const FontFile&) = default;
};

/// The usual Latin and Cyrillic where the script chooses other files: for scripts that those lack.
inline constexpr std::string_view kUsualAlphabet = "usual";

struct FontSet {
    std::vector<FontFile> files;
    friend bool operator==(const FontSet&, const FontSet&) = default;
};

/// PT Serif and PT Sans (Debian package fonts-paratype), and for Han Noto Serif and Sans CJK
/// (fonts-noto-cjk). Throws core::Failure, which names the package, when a file is missing.
[[nodiscard]] FontSet defaultFonts();

/// Sets the text of `family` in what is wanted: the name of one family of the pinned set (`PT
/// Serif`, `PT Sans`, `Noto Serif CJK`, `Noto Sans CJK`), or font files, regular and bold and
/// italic in any order; where the first typeface lacks a letter the next one is taken, and the
/// usual fonts for scripts of which none has any. Empty, or what is wrong with the choice; the set
/// is then as it was.
[[nodiscard]] std::string chooseFonts(FontSet& fonts, Family family,
                                      const std::vector<std::string>& wanted);
/// Letters of that script (`hebrew`, `Hebr`), in both families; files only.
[[nodiscard]] std::string chooseScriptFonts(FontSet& fonts, const std::string& script,
                                            const std::vector<std::string>& wanted);
/// Letters of the scripts in which that language is written, where it is the text's.
[[nodiscard]] std::string chooseLanguageFonts(FontSet& fonts, const std::string& language,
                                              const std::vector<std::string>& wanted);

}  // namespace ebbflow::text
