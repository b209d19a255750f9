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
    friend bool operator==(const FontFile&, const FontFile&) = default;
};

struct FontSet {
    std::vector<FontFile> files;
    friend bool operator==(const FontSet&, const FontSet&) = default;
};

/// PT Serif and PT Sans (Debian package fonts-paratype), and for Han Noto Serif and Sans CJK
/// (fonts-noto-cjk). Throws core::Failure, which names the package, when a file is missing.
[[nodiscard]] FontSet defaultFonts();

}  // namespace ebbflow::text
