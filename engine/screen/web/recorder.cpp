// litehtml's callbacks. None of those that draw may throw: litehtml is in the middle of something then.
#include "screen/web/recorder.h"

#include "base/text.h"
#include "screen/web/elements.h"
#include "screen/web/style_text.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <utf8proc.h>

namespace screen {

namespace {

constexpr std::size_t most_items = 60000;
constexpr std::size_t longest_word = 120; // bytes; a longer one is broken
constexpr int tallest_page = 200000;      // px

Rect rect_of(const litehtml::position& at) {
    return {static_cast<float>(at.x), static_cast<float>(at.y), static_cast<float>(at.width),
            static_cast<float>(at.height)};
}

Colour colour_of(const litehtml::web_color& colour) {
    return {colour.red, colour.green, colour.blue, colour.alpha};
}

bool is_seen(const litehtml::border& border) {
    return border.width > 0 && border.style != litehtml::border_style_none &&
           border.style != litehtml::border_style_hidden && border.color.alpha > 0;
}

bool same(const litehtml::border& a, const litehtml::border& b) {
    return a.width == b.width && a.style == b.style && colour_of(a.color) == colour_of(b.color);
}

float radius_of(const litehtml::border_radiuses& radiuses) {
    return static_cast<float>(
        std::max({radiuses.top_left_x, radiuses.top_right_x, radiuses.bottom_left_x, radiuses.bottom_right_x, 0}));
}

} // namespace

Recorder::Recorder(Fonts& fonts, WebPictures& pictures, const WebPage& page, const WebFormat& format)
    : fonts_(fonts), pictures_(pictures), page_(page), format_(format) {}

const WebFont& Recorder::font(litehtml::uint_ptr number) const {
    static const WebFont none;
    return number >= 1 && number <= known_fonts_.size() ? known_fonts_[number - 1] : none;
}

std::string Recorder::style() const {
    return fit_style(page_.style, format_.zoom);
}

void Recorder::keep(WebMark mark, const Rect& bounds) {
    if (drawing_.items.size() >= most_items || bounds.bottom() < 0 || bounds.y > tallest_page) {
        return;
    }
    drawing_.items.push_back({std::move(mark), bounds, static_cast<int>(drawing_.clips.size()) - 1});
    if (clips_.empty()) {
        drawing_.items.back().clip = -1;
    }
}

// What of a rectangle can be seen.
Rect Recorder::cut(const litehtml::position& at) const {
    const Rect rect = rect_of(at);
    if (clips_.empty()) {
        return rect;
    }
    const Rect& clip = clips_.back();
    const float left = std::max(rect.x, clip.x);
    const float top = std::max(rect.y, clip.y);
    return {left, top, std::min(rect.right(), clip.right()) - left, std::min(rect.bottom(), clip.bottom()) - top};
}

void Recorder::place(const std::string& target, const litehtml::position& at) {
    const Rect rect = cut(at);
    if (rect.w > 0 && rect.h > 0 && drawing_.places.size() < most_items) {
        drawing_.places.emplace_back(target, rect);
    }
}

void Recorder::label(const std::string& target, const litehtml::position& at) {
    const Rect rect = cut(at);
    if (rect.w > 0 && rect.h > 0 && drawing_.labels.size() < most_items) {
        drawing_.labels.emplace_back(target, rect);
    }
}

void Recorder::anchor(const std::string& name, int y) {
    drawing_.anchors.emplace(name, static_cast<float>(y));
}

std::string Recorder::box_of(const std::string& id) const {
    const auto found = boxes_.find(id);
    return found == boxes_.end() ? std::string() : found->second;
}

void Recorder::control(WebControl control) {
    const Rect bounds = control.box;
    keep(WebMark{std::move(control)}, bounds);
}

void Recorder::words(const std::string& text, litehtml::uint_ptr number, Colour colour, Point top_left) {
    const WebFont& used = font(number);
    const FontMeasure size = measure(fonts_, used);
    const auto width = static_cast<float>(word_width(fonts_, used, text));
    const Point baseline{top_left.x, top_left.y + static_cast<float>(size.ascent)};
    const Rect bounds{top_left.x, top_left.y, width, static_cast<float>(size.ascent + size.descent)};
    if (text.find_first_not_of(" \t\n\r\f") != std::string::npos) {
        keep(WebMark{WebWord{text, used, colour, baseline}}, bounds);
    }
    const auto thick = static_cast<float>(std::max(used.size / 14, 1));
    if (used.underlined) {
        const Rect line{top_left.x, baseline.y + static_cast<float>(size.descent) * 0.35F, width, thick};
        keep_shape(Fill{line, 0, colour, std::nullopt}, line);
    }
    if (used.struck_out) {
        const Rect line{top_left.x, baseline.y - static_cast<float>(size.capital) * 0.4F, width, thick};
        keep_shape(Fill{line, 0, colour, std::nullopt}, line);
    }
}

WebDrawing Recorder::take() {
    return std::move(drawing_);
}

// --- Text -----------------------------------------------------------------------------------------------------------

litehtml::uint_ptr Recorder::create_font(const char* face, int size, int weight, litehtml::font_style italic,
                                         unsigned decoration, litehtml::font_metrics* metrics) {
    WebFont made;
    made.family = web_family(face != nullptr ? face : "", italic == litehtml::fontStyleItalic, format_.dyslexic);
    made.size = std::clamp(size, static_cast<int>(std::lround(format_.least_font * format_.zoom)), 300);
    made.bold = weight >= 600;
    made.underlined = (decoration & litehtml::font_decoration_underline) != 0;
    made.struck_out = (decoration & litehtml::font_decoration_linethrough) != 0;
    work_.add(50);
    known_fonts_.push_back(made);
    if (metrics != nullptr) {
        const FontMeasure measured = measure(fonts_, made);
        metrics->ascent = measured.ascent;
        metrics->descent = measured.descent;
        metrics->height = measured.ascent + measured.descent;
        metrics->x_height = measured.capital * 3 / 4;
        metrics->draw_spaces = made.underlined || made.struck_out;
    }
    return known_fonts_.size();
}

void Recorder::delete_font(litehtml::uint_ptr) {}

int Recorder::text_width(const char* text, litehtml::uint_ptr number) {
    work_.add(2);
    return word_width(fonts_, font(number), text);
}

void Recorder::draw_text(litehtml::uint_ptr, const char* text, litehtml::uint_ptr number, litehtml::web_color color,
                         const litehtml::position& at) {
    const FontMeasure size = measure(fonts_, font(number));
    const int top = at.y + (at.height - size.ascent - size.descent) / 2;
    words(text, number, colour_of(color), {static_cast<float>(at.x), static_cast<float>(top)});
}

void Recorder::split_text(const char* text, const std::function<void(const char*)>& on_word,
                          const std::function<void(const char*)>& on_space) {
    std::string word;
    for (const char* at = text; *at != 0; ++at) {
        const bool is_space = *at == ' ' || *at == '\t' || *at == '\n' || *at == '\r' || *at == '\f';
        const bool begins_character = (static_cast<unsigned char>(*at) & 0xC0U) != 0x80U;
        if (!word.empty() && (is_space || (word.size() >= longest_word && begins_character))) {
            work_.add(2);
            on_word(word.c_str());
            word.clear();
        }
        if (is_space) {
            work_.add(1);
            const char space[2] = {*at, 0};
            on_space(space);
        } else {
            word += *at;
        }
    }
    if (!word.empty()) {
        on_word(word.c_str());
    }
}

void Recorder::transform_text(litehtml::tstring& text, litehtml::text_transform transform) {
    std::u32string characters = base::decode(text);
    bool begins = true;
    for (char32_t& character : characters) {
        const auto point = static_cast<utf8proc_int32_t>(character);
        if (transform == litehtml::text_transform_uppercase ||
            (transform == litehtml::text_transform_capitalize && begins)) {
            character = static_cast<char32_t>(utf8proc_toupper(point));
        } else if (transform == litehtml::text_transform_lowercase) {
            character = static_cast<char32_t>(utf8proc_tolower(point));
        }
        begins = false;
    }
    text = base::encode(characters);
}

int Recorder::pt_to_px(int points) const {
    return static_cast<int>(std::lround(static_cast<float>(points) * format_.zoom * 96 / 72));
}

int Recorder::get_default_font_size() const {
    return static_cast<int>(std::lround(format_.font_size * format_.zoom));
}

const char* Recorder::get_default_font_name() const {
    return "sans-serif";
}

// --- Pictures and boxes ---------------------------------------------------------------------------------------------

std::string Recorder::picture_file(std::string_view source) const {
    if (page_.pictures == nullptr) {
        return {};
    }
    while (source.starts_with("./")) {
        source.remove_prefix(2);
    }
    const auto found = page_.pictures->find(std::string(source));
    return found == page_.pictures->end() ? std::string() : found->second;
}

void Recorder::get_image_size(const char* source, const char*, litehtml::size& size) {
    work_.add(4);
    const auto found = pictures_.size(picture_file(source != nullptr ? source : ""));
    const float side = found ? 1 : 0;
    size.width = static_cast<int>(std::lround(side * format_.zoom * static_cast<float>(found ? found->width : 0)));
    size.height = static_cast<int>(std::lround(side * format_.zoom * static_cast<float>(found ? found->height : 0)));
}

void Recorder::background_picture(const litehtml::background_paint& paint) {
    const std::string file = picture_file(paint.image);
    const auto picture = pictures_.picture(file, paint.image_size.width, paint.image_size.height);
    if (!picture) {
        return;
    }
    const bool across =
        paint.repeat == litehtml::background_repeat_repeat || paint.repeat == litehtml::background_repeat_repeat_x;
    const bool down =
        paint.repeat == litehtml::background_repeat_repeat || paint.repeat == litehtml::background_repeat_repeat_y;
    const int w = picture->width;
    const int h = picture->height;
    int left = paint.position_x;
    int top = paint.position_y;
    if (across) {
        left -= (left - paint.clip_box.x + w - 1) / w * w;
    }
    if (down) {
        top -= (top - paint.clip_box.y + h - 1) / h * h;
    }
    int tiles = 0;
    set_clip(paint.clip_box, {}, true, true);
    for (int y = top; y < paint.clip_box.bottom(); y += h) {
        for (int x = left; x < paint.clip_box.right() && ++tiles < 400; x += w) {
            const Rect rect{static_cast<float>(x), static_cast<float>(y), static_cast<float>(w), static_cast<float>(h)};
            keep_shape(Image{picture, {rect.x, rect.y}, 255}, rect);
            if (!across) {
                break;
            }
        }
        if (!down) {
            break;
        }
    }
    del_clip();
}

void Recorder::draw_background(litehtml::uint_ptr, const litehtml::background_paint& paint) {
    const Colour colour = colour_of(paint.color);
    if (paint.is_root && colour.a > 0) {
        drawing_.ground = mixed(hex(0xFFFFFF), {colour.r, colour.g, colour.b, 255}, static_cast<float>(colour.a) / 255);
    } else if (colour.a > 0) {
        const Rect rect = rect_of(paint.clip_box);
        const float radius = std::min(radius_of(paint.border_radius), std::min(rect.w, rect.h) / 2);
        keep_shape(Fill{rect, radius, colour, std::nullopt}, rect);
        const litehtml::border_radiuses& radiuses = paint.border_radius;
        if (radius > 0 && radiuses.bottom_left_x == 0 && radiuses.bottom_right_x == 0) { // round above only
            const Rect lower{rect.x, rect.y + radius, rect.w, rect.h - radius};
            keep_shape(Fill{lower, 0, colour, std::nullopt}, lower);
        } else if (radius > 0 && radiuses.top_left_x == 0 && radiuses.top_right_x == 0) {
            const Rect upper{rect.x, rect.y, rect.w, rect.h - radius};
            keep_shape(Fill{upper, 0, colour, std::nullopt}, upper);
        }
    }
    if (!paint.image.empty()) {
        background_picture(paint);
    }
}

void Recorder::draw_borders(litehtml::uint_ptr, const litehtml::borders& borders, const litehtml::position& at, bool) {
    const Rect rect = rect_of(at);
    const bool one_line =
        same(borders.left, borders.right) && same(borders.left, borders.top) && same(borders.left, borders.bottom);
    if (one_line && is_seen(borders.left) && borders.left.style != litehtml::border_style_dashed &&
        borders.left.style != litehtml::border_style_dotted) {
        const float radius = std::min(radius_of(borders.radius), std::min(rect.w, rect.h) / 2);
        keep_shape(Outline{rect, radius, static_cast<float>(borders.left.width), colour_of(borders.left.color)}, rect);
        return;
    }
    const auto side = [&](const litehtml::border& border, const Rect& line, Point from, Point to) {
        if (!is_seen(border)) {
            return;
        }
        const auto width = static_cast<float>(border.width);
        if (border.style == litehtml::border_style_dashed || border.style == litehtml::border_style_dotted) {
            const float on = border.style == litehtml::border_style_dashed ? width * 2 : 0.01F;
            keep_shape(Stroke{{from, to}, width, colour_of(border.color), {on, width * 2, 0}}, line);
        } else {
            keep_shape(Fill{line, 0, colour_of(border.color), std::nullopt}, line);
        }
    };
    const auto l = static_cast<float>(borders.left.width);
    const auto r = static_cast<float>(borders.right.width);
    const auto t = static_cast<float>(borders.top.width);
    const auto b = static_cast<float>(borders.bottom.width);
    side(borders.left, {rect.x, rect.y, l, rect.h}, {rect.x + l / 2, rect.y}, {rect.x + l / 2, rect.bottom()});
    side(borders.right, {rect.right() - r, rect.y, r, rect.h}, {rect.right() - r / 2, rect.y},
         {rect.right() - r / 2, rect.bottom()});
    side(borders.top, {rect.x, rect.y, rect.w, t}, {rect.x, rect.y + t / 2}, {rect.right(), rect.y + t / 2});
    side(borders.bottom, {rect.x, rect.bottom() - b, rect.w, b}, {rect.x, rect.bottom() - b / 2},
         {rect.right(), rect.bottom() - b / 2});
}

void Recorder::draw_list_marker(litehtml::uint_ptr, const litehtml::list_marker& marker) {
    const Colour colour = colour_of(marker.color);
    const Rect rect = rect_of(marker.pos);
    const float side = std::max(std::round(5.5F * format_.zoom), 3.0F);
    const Rect dot{rect.right() - side - 2 * format_.zoom, std::round(rect.y + (rect.h - side) / 2), side, side};
    switch (marker.marker_type) {
    case litehtml::list_style_type_circle:
        keep_shape(Outline{dot, side / 2, std::max(format_.zoom, 1.0F), colour}, dot);
        break;
    case litehtml::list_style_type_square:
        keep_shape(Fill{dot, 0, colour, std::nullopt}, dot);
        break;
    case litehtml::list_style_type_none:
        break;
    default:
        keep_shape(Fill{dot, side / 2, colour, std::nullopt}, dot);
    }
}

void Recorder::set_clip(const litehtml::position& at, const litehtml::border_radiuses&, bool valid_x, bool valid_y) {
    Rect clip = rect_of(at);
    if (!valid_x) {
        clip.x = 0;
        clip.w = static_cast<float>(format_.width);
    }
    if (!valid_y) {
        clip.y = 0;
        clip.h = static_cast<float>(tallest_page);
    }
    if (!clips_.empty()) {
        const Rect& outer = clips_.back();
        const float left = std::max(clip.x, outer.x);
        const float top = std::max(clip.y, outer.y);
        clip = {left, top, std::max(std::min(clip.right(), outer.right()) - left, 0.0F),
                std::max(std::min(clip.bottom(), outer.bottom()) - top, 0.0F)};
    }
    clips_.push_back(clip);
    drawing_.clips.push_back(clip);
}

void Recorder::del_clip() {
    if (!clips_.empty()) {
        clips_.pop_back();
    }
    if (!clips_.empty()) {
        drawing_.clips.push_back(clips_.back());
    }
}

// --- The page's surroundings ----------------------------------------------------------------------------------------

void Recorder::get_client_rect(litehtml::position& client) const {
    client = litehtml::position(0, 0, format_.width, format_.height);
}

void Recorder::get_media_features(litehtml::media_features& media) const {
    media.type = litehtml::media_type_screen;
    media.width = format_.width;
    media.height = format_.height;
    media.device_width = format_.width;
    media.device_height = format_.height;
    media.color = 8;
    media.resolution = 96;
}

void Recorder::get_language(litehtml::tstring&, litehtml::tstring&) const {}

std::shared_ptr<litehtml::element> Recorder::create_element(const char* tag, const litehtml::string_map& attributes,
                                                            const std::shared_ptr<litehtml::document>& document) {
    return web_element(tag, attributes, document, *this);
}

} // namespace screen
