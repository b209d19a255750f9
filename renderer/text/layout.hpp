#pragma once
// A paragraph set into lines at reference size. Internal to this folder; what the typesetter
// measures and what it draws is one and the same object, so they cannot disagree.

#include <memory>
#include <vector>

#include "text/font_map.hpp"
#include "text/paragraph.hpp"

typedef struct _PangoLayout PangoLayout;
typedef struct _PangoGlyphItem PangoGlyphItem;

namespace ebbflow::text {

struct LayoutRelease {
    void operator()(PangoLayout* layout) const;
};
using LayoutHandle = std::unique_ptr<PangoLayout, LayoutRelease>;

/// Glyphs of one font side by side.
struct SetRun {
    PangoGlyphItem* glyphs = nullptr;  ///< lives as long as its layout
    double x = 0;                      ///< left end of the baseline, reference pixels
    double baseline = 0;
    double embolden = 0;  ///< by how much each stroke is thickened, reference pixels
};

struct SetParagraph {
    std::vector<LayoutHandle> layouts;  ///< one for each `\n`-separated part
    std::vector<SetRun> runs;
    Measure measure;
};

/// Breaks into as few lines as `maxWidth` allows, then evens out their lengths.
[[nodiscard]] SetParagraph setParagraph(const Paragraph& paragraph, FontMap& fonts);

}  // namespace ebbflow::text
