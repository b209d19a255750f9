#pragma once
// A contact sheet as pages to print: A4 or A3 landscape, as many rows to a page as fit, title and
// page number on each. The pictures and words are those of the sheet on one picture.

#include <string>
#include <string_view>

#include "produce/contact_sheet.hpp"

namespace ebbflow::produce {

/// Points, landscape.
struct Paper {
    double width = 0;
    double height = 0;
};
/// `a4` or `a3`. Throws core::Failure for another name.
[[nodiscard]] Paper paperNamed(std::string_view name);

/// The bytes of a PDF.
[[nodiscard]] std::string drawPages(const Sheet& sheet, const Paper& paper,
                                    const text::Typesetter& typesetter);

}  // namespace ebbflow::produce
