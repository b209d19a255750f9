#include "text/pdf_pages.hpp"

#include <cairo/cairo-pdf.h>
#include <pango/pangocairo.h>

#include <cstring>

#include "core/error.hpp"
#include "text/layout.hpp"
#include "text/typesetter_state.hpp"

namespace ebbflow::text {

namespace {

cairo_status_t append(void* into, const unsigned char* bytes, unsigned length) {
    static_cast<std::string*>(into)->append(reinterpret_cast<const char*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

void setColour(cairo_t* cairo, core::Colour colour) {
    cairo_set_source_rgba(cairo, static_cast<double>(colour.r), static_cast<double>(colour.g),
                          static_cast<double>(colour.b), static_cast<double>(colour.a));
}

/// Cairo keeps a pixel as one word, of which the top byte is not used here.
cairo_surface_t* surfaceOf(const core::Image& picture) {
    cairo_surface_t* surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture.width, picture.height);
    unsigned char* const data = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; data != nullptr && y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            const std::uint8_t* p = picture.pixel(x, y);
            const std::uint32_t word =
                std::uint32_t{p[0]} << 16U | std::uint32_t{p[1]} << 8U | p[2];
            std::memcpy(data + std::ptrdiff_t{y} * stride + std::ptrdiff_t{x} * 4, &word, 4);
        }
    }
    if (data != nullptr) cairo_surface_mark_dirty(surface);
    return surface;
}

}  // namespace

struct PdfPages::State {
    State(double w, double h, const Typesetter& setter) : width(w), height(h), typesetter(setter) {
        surface = cairo_pdf_surface_create_for_stream(append, &bytes, w, h);
        // Without it the file would hold the hour at which it was made.
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
        cairo = cairo_create(surface);
    }
    ~State() {
        cairo_destroy(cairo);
        cairo_surface_destroy(surface);
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    double width, height;
    const Typesetter& typesetter;
    std::string bytes;
    cairo_surface_t* surface = nullptr;
    cairo_t* cairo = nullptr;
    bool pageOpen = false;
};

PdfPages::PdfPages(double width, double height, const Typesetter& typesetter)
    : state_(std::make_unique<State>(width, height, typesetter)) {}
PdfPages::~PdfPages() = default;

void PdfPages::title(const std::string& title) {
    cairo_pdf_surface_set_metadata(state_->surface, CAIRO_PDF_METADATA_TITLE, title.c_str());
}

void PdfPages::newPage(core::Colour paper) {
    if (state_->pageOpen) cairo_show_page(state_->cairo);
    state_->pageOpen = true;
    setColour(state_->cairo, paper);
    cairo_paint(state_->cairo);
}

void PdfPages::picture(const core::Image& picture, const core::PixelBox& box) {
    cairo_t* const cairo = state_->cairo;
    cairo_surface_t* surface = surfaceOf(picture);
    cairo_save(cairo);
    cairo_translate(cairo, box.x, box.y);
    cairo_scale(cairo, box.width / picture.width, box.height / picture.height);
    cairo_set_source_surface(cairo, surface, 0, 0);
    cairo_paint(cairo);
    cairo_restore(cairo);
    cairo_surface_destroy(surface);
}

void PdfPages::words(const Paragraph& paragraph, core::PixelPoint at, core::Colour ink) {
    cairo_t* const cairo = state_->cairo;
    const Typesetter::Lease lease(*state_->typesetter.state_);
    const SetParagraph set = setParagraph(paragraph, lease.fonts());
    setColour(cairo, ink);
    for (const SetRun& run : set.runs) {
        PangoFont* const font = run.glyphs->item->analysis.font;
        cairo_move_to(cairo, at.x + run.x, at.y + run.baseline);
        pango_cairo_show_glyph_string(cairo, font, run.glyphs->glyphs);
        if (run.embolden <= 0) continue;
        cairo_move_to(cairo, at.x + run.x, at.y + run.baseline);
        pango_cairo_glyph_string_path(cairo, font, run.glyphs->glyphs);
        cairo_set_line_width(cairo, run.embolden);
        cairo_stroke(cairo);
    }
    cairo_new_path(cairo);
}

std::string PdfPages::finish() {
    if (state_->pageOpen) cairo_show_page(state_->cairo);
    cairo_surface_finish(state_->surface);
    for (const cairo_status_t status :
         {cairo_status(state_->cairo), cairo_surface_status(state_->surface)}) {
        if (status != CAIRO_STATUS_SUCCESS) {
            throw core::Failure(std::string("the PDF cannot be made: ") +
                                cairo_status_to_string(status));
        }
    }
    return std::move(state_->bytes);
}

}  // namespace ebbflow::text
