#pragma once
// The font files that ebbflow sets its text in, pinned by path. It lists files and checks that they
// are there; it never asks the system which fonts are installed.

#include <string>
#include <vector>

namespace ebbflow::text {

enum class Family { serif, sans };

/// One face of a font file.
struct FontFile {
    std::string path;
    int face = 0;  ///< index inside a collection (.ttc)
    Family family = Family::serif;
    bool bold = false;
    bool italic = false;
    /// Empty for Latin and Cyrillic; else the forms its Han glyphs have: `SC`, `TC`, `HK`, `JP` or
    /// `KR`.
    std::string han{};
    bool chosen = false;  ///< by the script, which must then have every letter
    friend bool operator==(const FontFile&, const FontFile&) = default;
};

struct FontSet {
    std::vector<FontFile> files;
    friend bool operator==(const FontSet&, const FontSet&) = default;
};

/// PT Serif and PT Sans (Debian package fonts-paratype), and for Han Noto Serif and Sans CJK
/// (fonts-noto-cjk). Throws core::Failure, which names the package, when a file is missing.
[[nodiscard]] FontSet defaultFonts();

/// Sets Latin and Cyrillic of `family` in what is wanted: the name of one family of the pinned set
/// (`PT Serif`, `PT Sans`, `Noto Serif CJK`, `Noto Sans CJK`), or font files, regular and bold and
/// italic in any order. Empty, or what is wrong with the choice; the set is then as it was.
[[nodiscard]] std::string chooseFonts(FontSet& fonts, Family family,
                                      const std::vector<std::string>& wanted);

}  // namespace ebbflow::text
