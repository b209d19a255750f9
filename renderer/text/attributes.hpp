#pragma once
// What Pango is told about a stretch of text before it shapes it: font by script, language,
// spacing, figures, where no line may end. Internal to this folder.

#include <span>
#include <string>

#include "text/font_map.hpp"
#include "text/markup.hpp"
#include "text/paragraph.hpp"

typedef struct _PangoLayout PangoLayout;

namespace ebbflow::text {

/// `text`: valid UTF-8, the part of the paragraph that the layout holds; `spans`: what is set apart
/// in it, in its own bytes.
void setAttributes(PangoLayout* layout, const std::string& text, const Paragraph& paragraph,
                   std::span<const MarkedSpan> spans, FontMap& fonts);

}  // namespace ebbflow::text
