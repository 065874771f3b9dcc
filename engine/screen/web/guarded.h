// What every element of a page has on top of litehtml's: its steps are counted, its attributes are fitted and bounded,
// and the places of links are kept.
#pragma once

#include "screen/web/recorder.h"
#include "screen/web/style_text.h"

#include <algorithm>
#include <charconv>
#include <litehtml/litehtml.h>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace screen {

/// The value of an attribute, as litehtml can stand it.
std::string fit_attribute(std::string_view name, std::string_view value, float zoom);

/// The value of a style property, in the words that litehtml knows: a flex box is a block, what scrolls is shown.
const char* fit_property(std::string_view name, const char* value);

/// Rows times columns of what lies in an element that is a table.
std::int64_t table_cells(const litehtml::element& table);

template <typename Base>
class Guarded : public Base {
public:
    Guarded(const std::shared_ptr<litehtml::document>& document, Recorder& recorder)
        : Base(document), recorder_(recorder) {
        recorder_.work().add(10);
    }

    void set_attr(const char* name, const char* value) override {
        const std::string fit = fit_attribute(name, value != nullptr ? value : "", recorder_.format().zoom);
        Base::set_attr(name, fit.c_str());
        if (std::string_view(name) == "id") {
            anchor_ = fit;
        }
        if (std::string_view(name) == "data-target" && !fit.empty()) {
            target_ = fit;
            if (target_ == recorder_.format().hovered) {
                Base::set_pseudo_class("hover", true);
            }
            if (target_ == recorder_.format().focused) {
                Base::set_pseudo_class("focus", true);
            }
        }
    }

    const char* get_style_property(const char* name, bool inherited, const char* otherwise) const override {
        return fit_property(name, Base::get_style_property(name, inherited, otherwise));
    }

    int select(const litehtml::css_selector& selector, bool apply_pseudo) override {
        recorder_.work().add(1);
        return Base::select(selector, apply_pseudo);
    }
    int select(const litehtml::css_element_selector& selector, bool apply_pseudo) override {
        return Base::select(selector, apply_pseudo);
    }

    void init() override {
        const litehtml::style_display display = Base::get_display();
        if (display == litehtml::display_table || display == litehtml::display_inline_table) {
            const std::int64_t cells = table_cells(*this);
            if (cells > most_table_cells) {
                throw TooMuchWork{};
            }
            recorder_.work().add(static_cast<std::size_t>(cells));
        }
        Base::init();
    }

    int render(int x, int y, int max_width, bool second_pass) override {
        recorder_.work().add(4 + Base::get_children_count());
        return Base::render(x, y, max_width, second_pass);
    }

    int render_inline(const litehtml::element::ptr& container, int max_width) override {
        recorder_.work().add(2 + Base::get_children_count());
        return Base::render_inline(container, max_width);
    }

    int get_line_left(int y) override {
        recorder_.work().add(1);
        return Base::get_line_left(y);
    }
    int get_line_right(int y, int otherwise) override {
        recorder_.work().add(1);
        return Base::get_line_right(y, otherwise);
    }

    void draw_background(litehtml::uint_ptr canvas, int x, int y, const litehtml::position* clip) override {
        Base::draw_background(canvas, x, y, clip);
        if (!anchor_.empty()) {
            const litehtml::position::vector at = places(x, y);
            recorder_.anchor(anchor_, at.empty() ? y : at.front().y);
        }
        if (!target_.empty()) {
            for (const litehtml::position& place : places(x, y)) {
                recorder_.place(target_, place);
            }
        }
    }

protected:
    Recorder& recorder() const { return recorder_; }
    const std::string& target() const { return target_; }

    /// Where it is drawn: all of its box, or its piece in each line.
    litehtml::position::vector places(int x, int y) {
        litehtml::position::vector boxes;
        if (Base::get_display() == litehtml::display_inline) {
            Base::get_inline_boxes(boxes);
        } else {
            litehtml::position box = Base::get_position();
            box += Base::get_paddings();
            box += Base::get_borders();
            boxes.push_back(box);
        }
        for (litehtml::position& box : boxes) {
            box.x += x;
            box.y += y;
        }
        return boxes;
    }

private:
    Recorder& recorder_;
    std::string target_;
    std::string anchor_;
};

} // namespace screen
