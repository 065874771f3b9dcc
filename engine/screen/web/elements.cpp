// Every element is one of ours, so that each step of laying out is counted and can be ended. litehtml's own classes
// stay below: what they do for tables, lists and pictures is not done again here.
#include "screen/web/elements.h"

#include "screen/web/controls.h"
#include "screen/web/guarded.h"

#include <litehtml/el_anchor.h>
#include <litehtml/el_body.h>
#include <litehtml/el_break.h>
#include <litehtml/el_div.h>
#include <litehtml/el_font.h>
#include <litehtml/el_image.h>
#include <litehtml/el_para.h>
#include <litehtml/el_table.h>
#include <litehtml/el_td.h>
#include <litehtml/el_tr.h>
#include <string_view>

namespace screen {

namespace {

// A list's item with a number knows which it is.
class ListItem : public Guarded<litehtml::html_tag> {
public:
    using Guarded::Guarded;

    int render(int x, int y, int max_width, bool second_pass) override {
        if (m_list_style_type >= litehtml::list_style_type_armenian && !is_numbered_) {
            is_numbered_ = true;
            set_attr("list_index", std::string(1, number()).c_str());
        }
        return Guarded::render(x, y, max_width, second_pass);
    }

private:
    // litehtml keeps a list's number as one byte.
    char number() const {
        const auto list = parent();
        int number = 1;
        for (int i = 0; list && i < static_cast<int>(list->get_children_count()); ++i) {
            const auto child = list->get_child(i);
            if (child.get() == this) {
                break;
            }
            number += std::string_view(child->get_tagName()) == "li" ? 1 : 0;
        }
        return static_cast<char>(std::min(number, 127));
    }

    bool is_numbered_ = false;
};

// A click on the words beside a box ticks it.
class Label : public Guarded<litehtml::html_tag> {
public:
    using Guarded::Guarded;

    void draw_background(litehtml::uint_ptr canvas, int x, int y, const litehtml::position* clip) override {
        Guarded::draw_background(canvas, x, y, clip);
        const std::string box = get_attr("for") != nullptr ? recorder().box_of(get_attr("for")) : box_within(*this);
        if (!box.empty()) {
            for (const litehtml::position& place : places(x, y)) {
                recorder().label(box, place);
            }
        }
    }

private:
    static std::string box_within(const litehtml::element& element) {
        for (int i = 0; i < static_cast<int>(element.get_children_count()); ++i) {
            const auto child = element.get_child(i);
            const std::string_view type(child->get_attr("type", ""));
            if (std::string_view(child->get_tagName()) == "input" && (type == "checkbox" || type == "radio")) {
                return child->get_attr("data-target", "");
            }
            if (std::string box = box_within(*child); !box.empty()) {
                return box;
            }
        }
        return {};
    }
};

// The page's own style sheets are given to litehtml when the first element's attributes are read.
class Root : public Guarded<litehtml::html_tag> {
public:
    using Guarded::Guarded;

    void parse_attributes() override {
        get_document()->add_stylesheet(recorder().style().c_str(), nullptr, nullptr);
        Guarded::parse_attributes();
    }

    // Any other display of the root sets litehtml looking for a parent.
    const char* get_style_property(const char* name, bool inherited, const char* otherwise) const override {
        const std::string_view asked(name);
        if (asked == "display") {
            return "block";
        }
        if (asked == "position" || asked == "float") {
            return otherwise;
        }
        return Guarded::get_style_property(name, inherited, otherwise);
    }
};

template <typename Element>
std::shared_ptr<litehtml::element> made(const std::shared_ptr<litehtml::document>& document, Recorder& recorder) {
    return std::make_shared<Element>(document, recorder);
}

} // namespace

std::shared_ptr<litehtml::element> web_element(const char* tag, const litehtml::string_map& attributes,
                                               const std::shared_ptr<litehtml::document>& document,
                                               Recorder& recorder) {
    using Make = std::shared_ptr<litehtml::element> (*)(const std::shared_ptr<litehtml::document>&, Recorder&);
    struct Known {
        std::string_view tag;
        Make make;
    };
    static constexpr Known known[] = {
        {"html", made<Root>},
        {"body", made<Guarded<litehtml::el_body>>},
        {"a", made<Guarded<litehtml::el_anchor>>},
        {"br", made<Guarded<litehtml::el_break>>},
        {"div", made<Guarded<litehtml::el_div>>},
        {"font", made<Guarded<litehtml::el_font>>},
        {"img", made<Guarded<litehtml::el_image>>},
        {"label", made<Label>},
        {"li", made<ListItem>},
        {"p", made<Guarded<litehtml::el_para>>},
        {"table", made<Guarded<litehtml::el_table>>},
        {"td", made<Guarded<litehtml::el_td>>},
        {"th", made<Guarded<litehtml::el_td>>},
        {"tr", made<Guarded<litehtml::el_tr>>},
    };
    if (auto control = web_control(tag, attributes, document, recorder)) {
        return control;
    }
    for (const Known& element : known) {
        if (element.tag == tag) {
            return element.make(document, recorder);
        }
    }
    return std::make_shared<Guarded<litehtml::html_tag>>(document, recorder);
}

} // namespace screen
