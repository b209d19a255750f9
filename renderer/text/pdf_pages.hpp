#pragma once
// Pages of pictures and words as a PDF, to be printed or sent: words stay letters at any
// enlargement. The same pages give the same bytes; no date is written into them. It places nothing
// by itself.

#include <memory>
#include <string>

#include "core/colour.hpp"
#include "core/coordinates.hpp"
#include "core/image.hpp"
#include "text/typesetter.hpp"

namespace ebbflow::text {

/// Sizes and positions in points (1/72 inch) from the top left of the page; so are the sizes in
/// the paragraphs, which elsewhere are reference pixels.
class PdfPages {
public:
    /// The typesetter must outlive the pages.
    PdfPages(double width, double height, const Typesetter& typesetter);
    PdfPages(const PdfPages&) = delete;
    PdfPages& operator=(const PdfPages&) = delete;
    ~PdfPages();

    void title(const std::string& title);
    /// Ends the page that is open, if one is, and fills the new one with the colour.
    void newPage(core::Colour paper);
    /// Opaque, as large as the box.
    void picture(const core::Image& picture, const core::PixelBox& box);
    /// `at` is the top left of the words' box; no halo.
    void words(const Paragraph& paragraph, core::PixelPoint at, core::Colour ink);
    /// The file's bytes. To be called once, after at least one page; throws core::Failure.
    [[nodiscard]] std::string finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ebbflow::text
