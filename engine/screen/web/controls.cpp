// A control's size is its own: so many letters wide, so many lines high, unless a style sheet says otherwise.
#include "screen/web/controls.h"

#include "screen/web/guarded.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

namespace screen {

namespace {

enum class Form { field, area, tick, radio, choice, file, button };

constexpr int most_letters = 200;
constexpr int most_lines = 60;

Form form_of(std::string_view tag, std::string_view type) {
    if (tag == "select") {
        return Form::choice;
    }
    if (tag == "textarea") {
        return Form::area;
    }
    if (type == "checkbox") {
        return Form::tick;
    }
    if (type == "radio") {
        return Form::radio;
    }
    if (type == "file") {
        return Form::file;
    }
    return type == "submit" || type == "button" || type == "reset" || type == "image" ? Form::button : Form::field;
}

WebControlKind kind_of(Form form) {
    switch (form) {
    case Form::area:
        return WebControlKind::area;
    case Form::tick:
        return WebControlKind::tick;
    case Form::radio:
        return WebControlKind::radio;
    case Form::choice:
        return WebControlKind::choice;
    case Form::file:
        return WebControlKind::file;
    default:
        return WebControlKind::field;
    }
}

class Control : public Guarded<litehtml::html_tag> {
public:
    Control(const std::shared_ptr<litehtml::document>& document, Recorder& recorder, Form form)
        : Guarded(document, recorder), form_(form) {
        m_display = litehtml::display_inline_block;
    }

    // What stands in a list or area is part of its state, not of the page; a list is as wide as its longest line.
    bool appendChild(const litehtml::element::ptr& child) override {
        if (form_ == Form::choice) {
            note_options(*child);
        }
        return true;
    }

    // A box to tick has the browser's own frame, whatever a style sheet gives to all fields.
    const char* get_style_property(const char* name, bool inherited, const char* otherwise) const override {
        const std::string_view asked(name);
        const bool has_own_frame = form_ == Form::tick || form_ == Form::radio || form_ == Form::file;
        if (has_own_frame &&
            (asked.starts_with("padding") || asked.starts_with("border") || asked.starts_with("background"))) {
            return otherwise;
        }
        return Guarded::get_style_property(name, inherited, otherwise);
    }

    bool is_replaced() const override { return true; }
    int line_height() const override { return height(); }
    void get_content_size(litehtml::size& size, int max_width) override {
        size.width = own_width(max_width);
        size.height = own_height();
    }

    // The words in a field stand on the line of the words beside it.
    int get_base_line() override {
        litehtml::font_metrics metrics;
        get_font(&metrics);
        if (form_ == Form::tick || form_ == Form::radio) {
            return margin_bottom() + m_pos.height / 6;
        }
        if (form_ == Form::area) {
            return content_margins_bottom();
        }
        return content_margins_bottom() + (m_pos.height - metrics.height) / 2 + metrics.descent;
    }

    int render(int x, int y, int max_width, bool) override {
        recorder().work().add(4);
        calc_outlines(max_width);
        m_pos.move_to(x, y);
        m_pos.width = bounded(m_css_width, m_css_min_width, m_css_max_width, own_width(max_width), max_width,
                              m_padding.width() + m_borders.width());
        m_pos.height = bounded(m_css_height, m_css_min_height, m_css_max_height, own_height(), 0,
                               m_padding.height() + m_borders.height());
        calc_auto_margins(max_width);
        m_pos.x += content_margins_left();
        m_pos.y += content_margins_top();
        return m_pos.width + content_margins_left() + content_margins_right();
    }

    void draw(litehtml::uint_ptr canvas, int x, int y, const litehtml::position* clip) override {
        draw_background(canvas, x, y, clip);
        const litehtml::web_color ink = get_color("color", true, litehtml::web_color(0, 0, 0));
        const Colour colour{ink.red, ink.green, ink.blue, ink.alpha};
        const Rect room{static_cast<float>(m_pos.x + x), static_cast<float>(m_pos.y + y),
                        static_cast<float>(m_pos.width), static_cast<float>(m_pos.height)};
        if (form_ == Form::button) {
            litehtml::font_metrics metrics;
            const litehtml::uint_ptr font = get_font(&metrics);
            const auto width = static_cast<float>(word_width(recorder().fonts(), recorder().font(font), label()));
            recorder().words(label(), font, colour,
                             {std::round(room.x + (room.w - width) / 2),
                              std::round(room.y + (room.h - static_cast<float>(metrics.height)) / 2)});
            return;
        }
        WebControl control;
        control.target = target();
        control.kind = kind_of(form_);
        control.room = room;
        control.box = {room.x - static_cast<float>(m_padding.left + m_borders.left),
                       room.y - static_cast<float>(m_padding.top + m_borders.top),
                       room.w + static_cast<float>(m_padding.width() + m_borders.width()),
                       room.h + static_cast<float>(m_padding.height() + m_borders.height())};
        control.font = recorder().font(get_font());
        control.colour = colour;
        control.disabled = get_attr("disabled") != nullptr;
        recorder().control(std::move(control));
    }

private:
    void note_options(const litehtml::element& child) {
        if (std::string_view(child.get_tagName()) == "option") {
            litehtml::tstring words;
            const_cast<litehtml::element&>(child).get_text(words); // reading only, but not declared so
            longest_ = words.size() > longest_.size() ? words : longest_;
            return;
        }
        for (int i = 0; i < static_cast<int>(child.get_children_count()); ++i) {
            note_options(*child.get_child(i));
        }
    }

    std::string label() const { return get_attr("value", ""); }

    int number(const char* attribute, int otherwise, int most) const {
        const std::string_view text(get_attr(attribute, ""));
        int value = otherwise;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return std::clamp(value, 1, most);
    }

    int letter() const {
        const WebFont& font = recorder().font(m_font);
        return std::max(word_width(recorder().fonts(), font, "0"), 1);
    }

    int words_width(const std::string& words) const {
        return word_width(recorder().fonts(), recorder().font(m_font), words);
    }

    int own_width(int max_width) const {
        const int most = std::max(max_width, letter());
        const auto square = static_cast<int>(std::lround(static_cast<float>(recorder().font(m_font).size) * 1.1F));
        switch (form_) {
        case Form::tick:
        case Form::radio:
            return square;
        case Form::choice:
            return std::min(std::max(words_width(longest_), 6 * letter()) + 2 * square, most);
        case Form::button:
            return words_width(label());
        case Form::area:
            return std::min(number("cols", 30, most_letters) * letter(), most);
        case Form::file:
            return std::min(34 * letter(), most);
        case Form::field:
            break;
        }
        return std::min(number("size", field_letters(), most_letters) * letter(), most);
    }

    int field_letters() const {
        const std::string_view type(get_attr("type", "text"));
        return type == "number" ? 8 : type == "date" ? 14 : 22;
    }

    int own_height() const {
        if (form_ == Form::tick || form_ == Form::radio) {
            return own_width(0);
        }
        const int line = m_font_metrics.height;
        if (form_ == Form::file) {
            return line * 3 / 2; // the button in it has a frame
        }
        return form_ == Form::area ? line * number("rows", 4, most_lines) : line;
    }

    int length(const litehtml::css_length& css, int of) const {
        if (css.units() == litehtml::css_units_percentage) {
            return css.calc_percent(of);
        }
        litehtml::css_length copy = css;
        return get_document()->cvt_units(copy, m_font_size);
    }

    // A content width or height out of what the style sheets ask for.
    int bounded(const litehtml::css_length& wanted, const litehtml::css_length& least, const litehtml::css_length& most,
                int own, int of, int around) const {
        const int taken = m_box_sizing == litehtml::box_sizing_border_box ? around : 0;
        const auto is_given = [&](const litehtml::css_length& css) {
            return !css.is_predefined() && (css.units() != litehtml::css_units_percentage || of > 0);
        };
        int value = is_given(wanted) ? length(wanted, of) - taken : own;
        if (is_given(most) && length(most, of) > 0) {
            value = std::min(value, length(most, of) - taken);
        }
        if (is_given(least)) {
            value = std::max(value, length(least, of) - taken);
        }
        return std::clamp(value, 1, 20000);
    }

    Form form_;
    std::string longest_;
};

} // namespace

std::shared_ptr<litehtml::element> web_control(const char* tag, const litehtml::string_map& attributes,
                                               const std::shared_ptr<litehtml::document>& document,
                                               Recorder& recorder) {
    const std::string_view name(tag);
    if (name != "input" && name != "select" && name != "textarea") {
        return nullptr;
    }
    const auto type = attributes.find("type");
    if (name == "input" && type != attributes.end() && type->second == "hidden") {
        return nullptr;
    }
    const Form form = form_of(name, type == attributes.end() ? std::string_view() : std::string_view(type->second));
    const auto id = attributes.find("id");
    const auto target = attributes.find("data-target");
    if ((form == Form::tick || form == Form::radio) && id != attributes.end() && target != attributes.end()) {
        recorder.note_box(id->second, target->second);
    }
    return std::make_shared<Control>(document, recorder, form);
}

} // namespace screen
