#include "platform/pdf/pdf.h"

#include "platform/base/require.h"
#include "platform/pdf/qr.h"

#include <algorithm>
#include <array>
#include <cairo-pdf.h>
#include <memory>
#include <mutex>
#include <pango/pangocairo.h>

namespace pdf {
namespace {

/// Named one by one: left to itself Pango may take a font of the machine that lacks a script.
constexpr char const* families = "Noto Sans, Noto Sans Arabic, Noto Sans Ethiopic";

struct Colour {
    double red, green, blue;
};
constexpr Colour accent{0.043, 0.325, 0.318}, dark{0.024, 0.231, 0.224}, ink{0.114, 0.169, 0.165}, soft{0.290, 0.353, 0.345}, faint{0.80, 0.84, 0.83}, white{1, 1, 1};

/// Sizes in points.
struct Style {
    double width, height, margin, title, heading, body, small, gap, code;
    bool band; ///< the title stands white in a coloured band
};

Style style_of(Document const& document) {
    switch (document.look) {
    case Look::poster: return {595.28, 841.89, 56, 48, 27, 24, 14, 15, 180, true};
    case Look::slides: return {841.89, 595.28, 60, 40, 30, 28, 14, 18, 120, true};
    case Look::card: return {297.64, 419.53, 26, 19, 11.5, 10, 7.5, 6, 66, true};
    case Look::pile: return {297.64, 419.53, 26, 17, 11.5, 11.5, 7.5, 6, 60, false};
    case Look::sheet: break;
    }
    if (document.paper == Paper::a6) return {297.64, 419.53, 26, 17, 11, 9, 7.5, 5, 60, false};
    if (document.paper == Paper::a4_lying) return {841.89, 595.28, 57, 24, 14, 11, 8.5, 7, 92, false};
    return {595.28, 841.89, 57, 24, 14, 11, 8.5, 7, 92, false};
}

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* held) const { Free(held); }
};
using Surface = std::unique_ptr<cairo_surface_t, Freed<cairo_surface_destroy>>;
using Pen = std::unique_ptr<cairo_t, Freed<cairo_destroy>>;
using Layout = std::unique_ptr<PangoLayout, Freed<g_object_unref>>;
using Font = std::unique_ptr<PangoFontDescription, Freed<pango_font_description_free>>;
using Iterator = std::unique_ptr<PangoLayoutIter, Freed<pango_layout_iter_free>>;
using Attributes = std::unique_ptr<PangoAttrList, Freed<pango_attr_list_unref>>;
using Options = std::unique_ptr<cairo_font_options_t, Freed<cairo_font_options_destroy>>;

/// Sets a document on a surface, page after page, and counts the pages.
class Setter {
public:
    Setter(cairo_surface_t* surface, Document const& document, double scale) : pen_{cairo_create(surface)}, document_{document}, style_{style_of(document)}, scale_{scale} {
        for (auto* size : {&style_.title, &style_.heading, &style_.body, &style_.small, &style_.gap}) *size *= scale;
        open_page();
    }

    int set() {
        bool begun = false;
        for (auto const& line : document_.lines) {
            if (line.part == Part::page) {
                if (begun) turn();
            } else put(line);
            begun = begun || line.part != Part::page;
        }
        close();
        cairo_show_page(pen_.get());
        return pages_;
    }

private:
    double inner() const { return style_.width - 2 * style_.margin; }
    /// The lines of the Arabic font are taller than print needs.
    double tightness() const { return document_.language == "ar" ? 0.86 : 1; }
    double bottom() const { return style_.height - style_.margin; }

    Layout layout(std::string const& words, double size, bool bold, double width, bool left_to_right = false) const {
        bool const right = document_.right_to_left && !left_to_right;
        Layout made{pango_cairo_create_layout(pen_.get())};
        auto* context = pango_layout_get_context(made.get());
        // without hints, so that measuring and printing agree
        Options options{cairo_font_options_create()};
        cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
        cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
        pango_cairo_context_set_font_options(context, options.get());
        // letters on whole points would stand too wide or too close, and readers of the file would see words broken
        pango_context_set_round_glyph_positions(context, FALSE);
        pango_context_set_base_dir(context, right ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
        pango_context_set_language(context, pango_language_from_string(document_.language.c_str()));
        Font font{pango_font_description_new()};
        pango_font_description_set_family_static(font.get(), families);
        pango_font_description_set_absolute_size(font.get(), size * PANGO_SCALE);
        pango_font_description_set_weight(font.get(), bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
        pango_layout_set_font_description(made.get(), font.get());
        // Pango's own guess of the direction takes a Dutch name at the beginning for the whole
        pango_layout_set_auto_dir(made.get(), FALSE);
        pango_layout_set_alignment(made.get(), right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
        Attributes attributes{pango_attr_list_new()};
        pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(FALSE));
        pango_layout_set_attributes(made.get(), attributes.get());
        pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_line_spacing(made.get(), bold ? 1.0F : 1.1F);
        pango_layout_set_width(made.get(), static_cast<int>(width * PANGO_SCALE));
        pango_layout_set_text(made.get(), words.c_str(), static_cast<int>(words.size()));
        return made;
    }

    /// A number or an address, smaller when it would not fit on one line.
    Layout on_one_line(std::string const& words, double size, double width) const {
        auto made = layout(words, size, true, width);
        for (double smaller = size; pango_layout_get_line_count(made.get()) > 1 && smaller > size / 2; smaller *= 0.92) made = layout(words, smaller * 0.92, true, width);
        return made;
    }

    static double height(Layout const& layout) {
        PangoRectangle logical{};
        pango_layout_get_extents(layout.get(), nullptr, &logical);
        return static_cast<double>(logical.height) / PANGO_SCALE;
    }

    void ink_in(Colour const& colour) const { cairo_set_source_rgb(pen_.get(), colour.red, colour.green, colour.blue); }
    void fill(double x, double y, double width, double height, Colour const& colour) const {
        ink_in(colour);
        cairo_rectangle(pen_.get(), x, y, width, height);
        cairo_fill(pen_.get());
    }
    /// Where a thing of this width stands when it begins at the reading side, `from` away from the margin.
    double reading(double from, double width) const { return document_.right_to_left ? style_.width - style_.margin - from - width : style_.margin + from; }

    void open_page() {
        ++pages_;
        y_ = style_.margin;
        if (!style_.band) fill(0, 0, style_.width, 8, accent);
        if (document_.top.empty()) return;
        if (style_.band && banded()) return; // stands in the band with the title
        show(layout(document_.top, style_.small, true, inner()), style_.margin, accent);
        y_ += style_.gap;
    }
    bool banded() const { return pages_ == 1 || document_.look == Look::slides; }
    void turn() {
        cairo_show_page(pen_.get());
        open_page();
        fresh_ = true;
    }
    /// Draws a whole text where the pen stands, without turning the page, and goes below it.
    void show(Layout const& layout, double x, Colour const& colour) {
        ink_in(colour);
        cairo_move_to(pen_.get(), x, y_);
        pango_cairo_show_layout(pen_.get(), layout.get());
        y_ += height(layout);
    }
    /// Draws a text line by line, turning the page where it is full; `mark` is drawn beside the first line.
    template <class Mark>
    void flow(Layout const& layout, double x, Colour const& colour, Mark const& mark) {
        Iterator at{pango_layout_get_iter(layout.get())};
        bool first = true;
        do {
            PangoRectangle logical{};
            pango_layout_iter_get_line_extents(at.get(), nullptr, &logical);
            double const tall = static_cast<double>(logical.height) / PANGO_SCALE, high = tall * tightness();
            double const base = static_cast<double>(pango_layout_iter_get_baseline(at.get()) - logical.y) / PANGO_SCALE - (tall - high) / 2;
            if (y_ + high > bottom() && !fresh_) turn();
            if (first) mark(y_ + base);
            first = false;
            fresh_ = false;
            ink_in(colour);
            cairo_move_to(pen_.get(), x + static_cast<double>(logical.x) / PANGO_SCALE, y_ + base);
            pango_cairo_show_layout_line(pen_.get(), pango_layout_iter_get_line_readonly(at.get()));
            y_ += high;
        } while (pango_layout_iter_next_line(at.get()));
    }

    void title(std::string const& words) {
        if (!style_.band) {
            auto text = layout(words, style_.title, true, inner());
            flow(text, style_.margin, dark, [](double) {});
            y_ += style_.gap;
            return;
        }
        auto text = layout(words, style_.title, true, inner());
        auto top = layout(document_.top, style_.small, true, inner());
        double const above = style_.margin * 0.6, said = document_.top.empty() ? 0 : height(top) + style_.gap * 0.6;
        double const band = above + said + height(text) + style_.margin * 0.55;
        fill(0, 0, style_.width, band, accent);
        y_ = above;
        if (said > 0) {
            show(top, style_.margin, white);
            y_ = above + said;
        }
        show(text, style_.margin, white);
        y_ = band + style_.gap * 1.6;
        fresh_ = false;
    }

    void put(Line const& line) {
        auto nothing = [](double) {};
        bool const listed = line.part == Part::bullet || line.part == Part::box;
        if (after_list_ && !listed && !fresh_) y_ += style_.gap * 0.6;
        after_list_ = listed;
        if (after_rule_ && line.part != Part::rule && !fresh_) y_ += style_.gap;
        after_rule_ = line.part == Part::rule;
        switch (line.part) {
        case Part::title:
            title(line.words);
            break;
        case Part::heading: {
            auto text = layout(line.words, style_.heading, true, inner());
            // a heading never stands alone at the foot of a page
            if (y_ + height(text) + 3 * style_.body * 1.5 > bottom() && !fresh_) turn();
            if (!fresh_) y_ += style_.gap;
            flow(text, style_.margin, dark, nothing);
            y_ += style_.gap * 0.5;
            break;
        }
        case Part::paragraph:
            flow(layout(line.words, style_.body, false, inner(), line.left_to_right), style_.margin, ink, nothing);
            y_ += style_.gap;
            break;
        case Part::bullet:
        case Part::box: {
            double const indent = style_.body * 1.6, size = style_.body * 0.8;
            flow(layout(line.words, style_.body, false, inner() - indent), document_.right_to_left ? style_.margin : style_.margin + indent, ink, [&](double base) {
                ink_in(accent);
                if (line.part == Part::box) {
                    cairo_set_line_width(pen_.get(), style_.body * 0.09);
                    cairo_rectangle(pen_.get(), reading(style_.body * 0.15, size), base - size, size, size);
                    cairo_stroke(pen_.get());
                } else {
                    double const dot = style_.body * 0.17;
                    cairo_new_sub_path(pen_.get());
                    cairo_arc(pen_.get(), reading(style_.body * 0.4, 2 * dot) + dot, base - style_.body * 0.33, dot, 0, 6.2832);
                    cairo_fill(pen_.get());
                }
            });
            y_ += style_.gap * 0.55;
            break;
        }
        case Part::rule: {
            double const high = style_.body * 2.1;
            if (y_ + high > bottom() && !fresh_) turn();
            y_ += high;
            fill(style_.margin, y_ - 0.6, inner(), 0.6, faint);
            fresh_ = false;
            break;
        }
        case Part::page: break;
        }
    }

    /// The block at the foot of the last page: whom to call, and the code.
    void close() {
        if (document_.facts.empty() && document_.code.empty()) return;
        bool const code = !document_.code.empty();
        double const side = code ? style_.code * std::max(scale_, 0.8) : 0, column = inner() - (code ? side + style_.margin * 0.5 : 0);
        std::vector<std::pair<Layout, Layout>> facts;
        double tall = 0;
        for (auto const& [label, value] : document_.facts) {
            facts.emplace_back(layout(label, style_.small, false, column), on_one_line(value, style_.body * (document_.look == Look::slides ? 0.8 : 1.0), column));
            tall += height(facts.back().first) + height(facts.back().second) + style_.gap * 0.5;
        }
        Layout under = code && !document_.code_label.empty() ? layout(document_.code_label, style_.small, false, side + style_.margin * 0.5) : Layout{};
        double const picture = side + (under ? style_.gap * 0.4 + height(under) : 0), block = std::max(tall, picture), lead = style_.gap * 1.4;
        if (y_ + lead + block > bottom() + style_.margin * 0.3 && !fresh_) turn();
        double const top = std::max(y_ + lead, bottom() + style_.margin * 0.3 - block);
        fill(style_.margin, top - lead * 0.6, inner(), 0.8, faint);
        y_ = top;
        double const x = document_.right_to_left ? style_.width - style_.margin - column : style_.margin;
        for (auto const& [label, value] : facts) {
            show(label, x, soft);
            show(value, x, ink);
            y_ += style_.gap * 0.5;
        }
        if (!code) return;
        double const left = document_.right_to_left ? style_.margin : style_.width - style_.margin - side;
        draw_code(left, top, side);
        if (under) {
            y_ = top + side + style_.gap * 0.4;
            pango_layout_set_width(under.get(), static_cast<int>(side * PANGO_SCALE));
            pango_layout_set_alignment(under.get(), PANGO_ALIGN_CENTER);
            show(under, left, soft);
        }
    }
    void draw_code(double left, double top, double side) const {
        auto const made = qr(document_.code);
        // two of the four white fields lie in the margin around
        double const field = side / (made.width + 4);
        fill(left, top, side, side, white);
        ink_in({0, 0, 0});
        for (int y = 0; y < made.width; ++y)
            for (int x = 0; x < made.width; ++x)
                if (made.at(x, y)) cairo_rectangle(pen_.get(), left + (x + 2) * field, top + (y + 2) * field, field, field);
        cairo_fill(pen_.get());
    }

    Pen pen_;
    Document const& document_;
    Style style_;
    double scale_, y_ = 0;
    int pages_ = 0;
    bool after_list_ = false, after_rule_ = false;
    bool fresh_ = true; ///< nothing stands on this page yet
};

/// Called from C, through which nothing may be thrown.
cairo_status_t append(void* to, unsigned char const* bytes, unsigned int count) noexcept {
    try {
        static_cast<std::string*>(to)->append(reinterpret_cast<char const*>(bytes), count);
        return CAIRO_STATUS_SUCCESS;
    } catch (std::bad_alloc const&) {
        return CAIRO_STATUS_NO_MEMORY;
    }
}

double fitting_scale(Document const& document) {
    if (!document.one_page && document.look != Look::poster && document.look != Look::card) return 1;
    for (double scale : {1.2, 1.13, 1.06, 1.0, 0.94, 0.88, 0.82, 0.76, 0.71, 0.67}) {
        Surface nowhere{cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1)};
        if (Setter{nowhere.get(), document, scale}.set() == 1) return scale;
    }
    return document.one_page ? 0.67 : 0.76;
}

} // namespace

std::string render(Document const& document) {
    // Cairo takes the lock of a font before that of its glyphs and the other way round: two prints at once could wait for each other for ever
    static std::mutex one_at_a_time;
    std::scoped_lock hold{one_at_a_time};
    auto const style = style_of(document);
    std::string bytes;
    {
        Surface surface{cairo_pdf_surface_create_for_stream(append, &bytes, style.width, style.height)};
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, document.title.c_str());
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_AUTHOR, document.author.c_str());
        Setter{surface.get(), document, fitting_scale(document)}.set();
        cairo_surface_finish(surface.get());
        auto const status = cairo_surface_status(surface.get());
        if (status == CAIRO_STATUS_NO_MEMORY) throw std::bad_alloc{};
        base::require(status == CAIRO_STATUS_SUCCESS, "a print could not be made");
    }
    return bytes;
}

} // namespace pdf
