// Cairo, Pango and librsvg behind few words.
#include "tools/booklet/paper.h"

#include <algorithm>
#include <cairo-pdf.h>
#include <numbers>

namespace booklet {

namespace {

/// Andika, made for new readers; then fonts that have the scripts that it has not.
constexpr const char* families = "Andika, DejaVu Sans, Noto Naskh Arabic, Noto Sans";

cairo_status_t write(void* bytes, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

bool is_picture_name(const std::string& name) {
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

int in_pango(double points) {
    return static_cast<int>(points * PANGO_SCALE);
}

double in_points(int pango) {
    return static_cast<double>(pango) / PANGO_SCALE;
}

} // namespace

Paper::Paper(std::filesystem::path art, const std::string& title, std::string language)
    : art_(std::move(art)), surface_(cairo_pdf_surface_create_for_stream(write, &bytes_, page_width, page_height)),
      cairo_(cairo_create(surface_.get())), language_(std::move(language)) {
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATOR, "Coucou");
}

Paper::Layout Paper::layout(double width, const std::string& words, const Type& type) {
    Layout made(pango_cairo_create_layout(cairo_.get()));
    // Laid out in the page's own units: whatever the screen's settings are, the paper's layout stays the same.
    PangoContext* context = pango_layout_get_context(made.get());
    pango_cairo_context_set_resolution(context, 72);
    pango_context_set_round_glyph_positions(context, FALSE);
    if (!language_.empty()) {
        pango_context_set_language(context, pango_language_from_string(language_.c_str()));
    }
    const Owned<PangoFontDescription, pango_font_description_free> font(pango_font_description_from_string(families));
    pango_font_description_set_absolute_size(font.get(), type.size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), type.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(made.get(), font.get());
    if (width > 0) {
        pango_layout_set_width(made.get(), in_pango(width));
    }
    pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_line_spacing(made.get(), 0.86F);
    pango_layout_set_alignment(made.get(), type.side == Side::centre ? PANGO_ALIGN_CENTER
                                           : type.side == Side::end  ? PANGO_ALIGN_RIGHT
                                                                     : PANGO_ALIGN_LEFT);
    pango_layout_set_text(made.get(), words.data(), static_cast<int>(words.size()));
    return made;
}

double Paper::text(double x, double y, double width, const std::string& words, const Type& type) {
    return show(x, y, layout(width, words, type), type);
}

double Paper::show(double x, double y, const Layout& made, const Type& type) {
    use(type.colour);
    cairo_move_to(cairo_.get(), x, y);
    pango_cairo_show_layout(cairo_.get(), made.get());
    int height = 0;
    pango_layout_get_size(made.get(), nullptr, &height);
    return in_points(height);
}

double Paper::height(double width, const std::string& words, const Type& type) {
    int height = 0;
    pango_layout_get_size(layout(width, words, type).get(), nullptr, &height);
    return in_points(height);
}

Paper::Layout Paper::layout_with(double width, const std::string& words, const Type& type, const std::string& behind,
                                 const Type& behind_type) {
    Layout made = layout(width, words + "  " + behind, type);
    const auto from = static_cast<guint>(words.size());
    const auto sixteen = [](double share) { return static_cast<guint16>(share * 65535); };
    PangoAttrList* list = pango_attr_list_new();
    for (PangoAttribute* attribute :
         {pango_attr_size_new_absolute(in_pango(behind_type.size)),
          pango_attr_foreground_new(sixteen(behind_type.colour.red), sixteen(behind_type.colour.green),
                                    sixteen(behind_type.colour.blue))}) {
        attribute->start_index = from;
        pango_attr_list_insert(list, attribute);
    }
    pango_layout_set_attributes(made.get(), list);
    pango_attr_list_unref(list);
    return made;
}

double Paper::text_with(double x, double y, double width, const std::string& words, const Type& type,
                        const std::string& behind, const Type& behind_type) {
    const Layout made = layout_with(width, words, type, behind, behind_type);
    return show(x, y, made, type);
}

double Paper::height_with(double width, const std::string& words, const Type& type, const std::string& behind,
                          const Type& behind_type) {
    int height = 0;
    pango_layout_get_size(layout_with(width, words, type, behind, behind_type).get(), nullptr, &height);
    return in_points(height);
}

bool Paper::is_from_the_right(const std::string& words) {
    return pango_layout_get_direction(layout(0, words, {}).get(), 0) == PANGO_DIRECTION_RTL;
}

double Paper::width(const std::string& words, const Type& type) {
    int width = 0;
    pango_layout_get_size(layout(0, words, type).get(), &width, nullptr);
    return in_points(width);
}

void Paper::use(Colour colour) {
    cairo_set_source_rgb(cairo_.get(), colour.red, colour.green, colour.blue);
}

void Paper::path(const Box& box, double radius) {
    cairo_t* cairo = cairo_.get();
    const double r = std::min({radius, box.w / 2, box.h / 2});
    const double quarter = std::numbers::pi / 2;
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, box.right() - r, box.y + r, r, -quarter, 0);
    cairo_arc(cairo, box.right() - r, box.bottom() - r, r, 0, quarter);
    cairo_arc(cairo, box.x + r, box.bottom() - r, r, quarter, 2 * quarter);
    cairo_arc(cairo, box.x + r, box.y + r, r, 2 * quarter, 3 * quarter);
    cairo_close_path(cairo);
}

void Paper::rectangle(const Box& box, double radius, Colour colour) {
    use(colour);
    path(box, radius);
    cairo_fill(cairo_.get());
}

void Paper::outline(const Box& box, double radius, double line, Colour colour) {
    use(colour);
    path(box, radius);
    cairo_set_line_width(cairo_.get(), line);
    cairo_stroke(cairo_.get());
}

void Paper::circle(double x, double y, double radius, Colour colour) {
    rectangle({x - radius, y - radius, 2 * radius, 2 * radius}, radius, colour);
}

void Paper::ring(double x, double y, double radius, double line, Colour colour) {
    outline({x - radius, y - radius, 2 * radius, 2 * radius}, radius, line, colour);
}

void Paper::petal(double x, double y, double radius, double degrees, Colour colour) {
    cairo_t* cairo = cairo_.get();
    cairo_save(cairo);
    cairo_translate(cairo, x, y);
    cairo_rotate(cairo, degrees * std::numbers::pi / 180);
    const double width = radius * 0.42;
    rectangle({radius * 0.5, -width / 2, radius * 0.62, width}, width / 2, colour);
    cairo_restore(cairo);
}

void Paper::picture(const std::string& name, const Box& box) {
    if (!is_picture_name(name)) {
        return;
    }
    auto found = pictures_.find(name);
    if (found == pictures_.end()) {
        GError* error = nullptr;
        Picture read(rsvg_handle_new_from_file((art_ / (name + ".svg")).c_str(), &error));
        g_clear_error(&error);
        found = pictures_.emplace(name, std::move(read)).first;
    }
    if (found->second == nullptr) {
        return;
    }
    const RsvgRectangle viewport{box.x, box.y, box.w, box.h};
    GError* error = nullptr;
    rsvg_handle_render_document(found->second.get(), cairo_.get(), &viewport, &error);
    g_clear_error(&error);
}

base::Result<std::string> Paper::finished() {
    cairo_show_page(cairo_.get());
    cairo_surface_finish(surface_.get());
    for (const cairo_status_t status : {cairo_status(cairo_.get()), cairo_surface_status(surface_.get())}) {
        if (status != CAIRO_STATUS_SUCCESS) {
            return base::Error{"booklet.not-drawn", {{"reason", cairo_status_to_string(status)}}, {}};
        }
    }
    return bytes_;
}

} // namespace booklet
