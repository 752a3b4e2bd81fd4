#include "platform/pdf/labels.h"

#include "platform/base/require.h"

#include <algorithm>
#include <cairo-pdf.h>
#include <memory>
#include <pango/pangocairo.h>

namespace pdf {
namespace {

/// In points: A4, and a label of 70 × 37 mm with the sheet's half millimetre above.
constexpr double page_width = 595.28, page_height = 841.89, width = page_width / 3, height = 104.88, above = 1.42, inset = 22, size = 11.5;

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* held) const { Free(held); }
};
using Surface = std::unique_ptr<cairo_surface_t, Freed<cairo_surface_destroy>>;
using Pen = std::unique_ptr<cairo_t, Freed<cairo_destroy>>;
using Layout = std::unique_ptr<PangoLayout, Freed<g_object_unref>>;
using Font = std::unique_ptr<PangoFontDescription, Freed<pango_font_description_free>>;

cairo_status_t append(void* to, unsigned char const* bytes, unsigned int count) {
    static_cast<std::string*>(to)->append(reinterpret_cast<char const*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

/// One line at a place, smaller when it would not fit; gives how high it is.
double put(cairo_t* pen, std::string const& words, double x, double y) {
    Layout layout{pango_cairo_create_layout(pen)};
    pango_context_set_round_glyph_positions(pango_layout_get_context(layout.get()), FALSE);
    pango_layout_set_text(layout.get(), words.c_str(), static_cast<int>(words.size()));
    double its = size;
    int wide = 0, high = 0;
    do {
        Font font{pango_font_description_new()};
        pango_font_description_set_family_static(font.get(), "Noto Sans, Noto Sans Arabic, Noto Sans Ethiopic");
        pango_font_description_set_absolute_size(font.get(), its * PANGO_SCALE);
        pango_layout_set_font_description(layout.get(), font.get());
        pango_layout_get_size(layout.get(), &wide, &high);
        its *= 0.94;
    } while (wide > (width - 2 * inset) * PANGO_SCALE && its > 1);
    cairo_move_to(pen, x, y);
    pango_cairo_show_layout(pen, layout.get());
    return static_cast<double>(high) / PANGO_SCALE;
}

} // namespace

std::string labels(std::string const& title, std::vector<std::vector<std::string>> const& all) {
    std::string bytes;
    {
        Surface surface{cairo_pdf_surface_create_for_stream(append, &bytes, page_width, page_height)};
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
        Pen pen{cairo_create(surface.get())};
        for (std::size_t i = 0; i < all.size(); ++i) {
            auto const on_sheet = i % labels_on_a_sheet;
            if (i > 0 && on_sheet == 0) cairo_show_page(pen.get());
            double const x = static_cast<double>(on_sheet % 3) * width + inset;
            double y = above + static_cast<double>(on_sheet / 3) * height + inset;
            for (auto const& line : all[i]) y += put(pen.get(), line, x, y);
        }
        cairo_show_page(pen.get());
        cairo_surface_finish(surface.get());
        base::require(cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS, "labels could not be made");
    }
    return bytes;
}

} // namespace pdf
