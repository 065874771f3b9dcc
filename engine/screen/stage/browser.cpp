// The browser's window: tabs, toolbar with the address, bookmarks, find bar, and in between the page or what stands in
// its place.
#include "screen/stage/browser_parts.h"
#include "screen/stage/mail_panes.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace screen {

using world::Browser;
using world::BrowserTab;
using world::Target;

namespace {

// Units.
constexpr double tabs_height = 44;
constexpr double tools_height = 52;
constexpr double bookmarks_height = 40;
constexpr double find_height = 54;
constexpr double widest_tab = 250;
constexpr double tool = 42;
constexpr double gap_between = 4;

constexpr std::int64_t loading_steps = 30; // ms between two pictures of the bar that tells of loading
constexpr std::int64_t loading_takes = 400;

class Painter {
public:
    Painter(Kit& kit, const Browser& browser) : kit_(kit), tab_(world::shown(browser)) {}

    void paint(const Rect& room) {
        rest_ = room;
        paint_tabs(from_top(kit_.px(tabs_height)));
        paint_tools(from_top(kit_.px(tools_height)));
        const auto bookmarks = kit_.part("bookmarks");
        if (!bookmarks.empty()) {
            paint_bookmarks(from_top(kit_.px(bookmarks_height)), bookmarks);
        }
        kit_.divider({room.x, rest_.y, room.w, 0});
        const auto find = kit_.part("find");
        if (!find.empty()) {
            const float height = kit_.px(find_height);
            rest_.h -= height;
            paint_find({rest_.x, rest_.bottom(), rest_.w, height});
        }
        paint_inside(rest_);
        paint_loading({room.x, rest_.y, room.w, kit_.px(3)});
        paint_status(rest_);
    }

private:
    Rect from_top(float height) {
        const Rect rect{rest_.x, rest_.y, rest_.w, std::min(height, rest_.h)};
        rest_ = {rest_.x, rect.bottom(), rest_.w, rest_.h - rect.h};
        return rect;
    }

    const DeskColours& colours() const { return kit_.colours(); }

    // A button without words, in the middle of a square.
    void put_tool(std::string_view name, Rect& room, bool at_end = false) {
        const Target* target = kit_.find(name);
        if (target == nullptr) {
            return;
        }
        const float side = kit_.px(tool);
        const float x = at_end ? room.right() - side : room.x;
        kit_.button(*target, {x, std::round(room.y + (room.h - side) / 2), side, side}, false);
        const float taken = side + kit_.px(gap_between);
        room = at_end ? Rect{room.x, room.y, room.w - taken, room.h}
                      : Rect{room.x + taken, room.y, room.w - taken, room.h};
    }

    // --- Tabs -------------------------------------------------------------------------------------------------------

    void paint_tabs(const Rect& rect) {
        kit_.picture().fill(rect, colours().title);
        std::vector<const Target*> tabs;
        for (const Target* target : kit_.part("tabs")) {
            if (target->role == world::Role::tab) {
                tabs.push_back(target);
            }
        }
        const float left = rect.x + kit_.px(8);
        const float room = rect.w - kit_.px(tool + 20);
        const float width =
            tabs.empty() ? 0 : std::floor(std::min(kit_.px(widest_tab), room / static_cast<float>(tabs.size())));
        float x = left;
        for (std::size_t i = 0; i < tabs.size(); ++i) {
            paint_tab(*tabs[i], {x, rect.y + kit_.px(6), width - kit_.px(2), rect.h - kit_.px(6)}, i);
            x += width;
        }
        Rect rest{x + kit_.px(2), rect.y + kit_.px(2), rect.right() - x, rect.h};
        put_tool("toolbar/new-tab", rest);
    }

    void paint_tab(const Target& target, const Rect& rect, std::size_t number) {
        Picture& picture = kit_.picture();
        const float radius = kit_.px(8);
        const Feel feel = kit_.feel(target, rect);
        {
            const Clipped clip(picture, rect);
            const Rect shape{rect.x, rect.y, rect.w, rect.h + radius};
            if (target.on) {
                picture.fill(shape, colours().chrome, radius);
                picture.outline(shape, std::max(kit_.px(1), 1.0F), colours().line, radius);
            } else if (feel.hovered) {
                picture.fill(rect.inset(kit_.px(2)), colours().hover, radius);
            }
        }
        const Target* close = kit_.find(target.name + "/close");
        const float side = kit_.px(30);
        const bool has_icon = !target.picture.empty();
        const float left = rect.x + kit_.px(12);
        if (has_icon) {
            kit_.symbol(target.picture, {left, rect.y, kit_.px(22), rect.h}, 20, colours().ink);
        }
        const float text = left + (has_icon ? kit_.px(30) : 0);
        kit_.line(kit_.words(target.words),
                  {text, rect.y, rect.right() - text - (close != nullptr ? side + kit_.px(6) : 0), rect.h},
                  kit_.style(16, target.on ? colours().ink : colours().soft_ink));
        kit_.note(target, rect);
        if (close != nullptr) {
            paint_close(*close,
                        {rect.right() - side - kit_.px(4), std::round(rect.y + (rect.h - side) / 2), side, side});
        }
        const bool parts = !target.on && number > 0;
        if (parts) {
            picture.fill({rect.x - kit_.px(1), rect.y + rect.h * 0.25F, std::max(kit_.px(1), 1.0F), rect.h * 0.5F},
                         colours().line);
        }
    }

    void paint_close(const Target& target, const Rect& rect) {
        const Feel feel = kit_.feel(target, rect);
        if (feel.hovered || feel.pressed) {
            kit_.picture().fill(rect, feel.pressed ? colours().pressed : mixed(colours().hover, colours().line, 0.6F),
                                kit_.px(5));
        }
        const Point c = rect.centre();
        const float arm = kit_.px(5.5);
        const float pen = std::max(kit_.px(1.8), 1.3F);
        kit_.picture().line({c.x - arm, c.y - arm}, {c.x + arm, c.y + arm}, pen, colours().soft_ink);
        kit_.picture().line({c.x - arm, c.y + arm}, {c.x + arm, c.y - arm}, pen, colours().soft_ink);
        kit_.note(target, rect);
    }

    // --- Toolbar ----------------------------------------------------------------------------------------------------

    void paint_tools(const Rect& rect) {
        kit_.picture().fill(rect, colours().chrome);
        Rect room{rect.x + kit_.px(8), rect.y, rect.w - kit_.px(16), rect.h};
        for (const std::string_view name : {"toolbar/back", "toolbar/forward", "toolbar/reload", "toolbar/home"}) {
            put_tool(name, room);
        }
        for (const std::string_view name : {"toolbar/menu", "toolbar/downloads"}) {
            put_tool(name, room, true);
        }
        paint_address({room.x + kit_.px(4), rect.y + kit_.px(6), room.w - kit_.px(8), rect.h - kit_.px(12)});
    }

    void paint_address(const Rect& rect) {
        const Target* address = kit_.find("field/address");
        const bool focused = address != nullptr && kit_.cues().has_keyboard && kit_.has_focus(*address);
        const float radius = kit_.px(7);
        kit_.picture().fill(rect, colours().field, radius);
        kit_.picture().outline(rect, std::max(kit_.px(focused ? 2.2 : 1), 1.0F),
                               focused ? colours().accent : colours().field_line, radius);
        Rect room = rect.inset(kit_.px(2));
        const float side = room.h;
        if (const Target* padlock = kit_.find("padlock")) {
            paint_padlock(*padlock, {room.x, room.y, side, side});
            room = {room.x + side + kit_.px(2), room.y, room.w - side - kit_.px(2), room.h};
        } else {
            room = {room.x + kit_.px(8), room.y, room.w - kit_.px(8), room.h};
        }
        if (const Target* star = kit_.find("toolbar/bookmark")) {
            paint_star(*star, {room.right() - side, room.y, side, side});
            room.w -= side + kit_.px(2);
        }
        if (address != nullptr) {
            kit_.field(*address, room, {}, false);
        }
    }

    void paint_padlock(const Target& target, const Rect& rect) {
        const Feel feel = kit_.feel(target, rect);
        if (feel.hovered || feel.pressed) {
            kit_.picture().fill(rect.inset(kit_.px(1)), feel.pressed ? colours().pressed : colours().hover, kit_.px(5));
        }
        kit_.symbol(target.picture.empty() ? "icon-lock" : target.picture, rect, 22, colours().ink);
        kit_.note_piece(target, rect, kit_.words(target.words));
    }

    void paint_star(const Target& target, const Rect& rect) {
        const Feel feel = kit_.feel(target, rect);
        if (feel.hovered || feel.pressed) {
            kit_.picture().fill(rect.inset(kit_.px(1)), feel.pressed ? colours().pressed : colours().hover, kit_.px(5));
        }
        std::vector<Point> corners;
        const Point c = rect.centre();
        for (int i = 0; i <= 10; ++i) {
            const float angle = static_cast<float>(i) * 3.14159265F / 5;
            const float radius = kit_.px(i % 2 == 0 ? 11 : 4.6);
            corners.push_back({c.x + std::sin(angle) * radius, c.y - std::cos(angle) * radius + kit_.px(0.5)});
        }
        const Colour ink = target.enabled ? target.on ? colours().accent : colours().soft_ink : colours().faint_ink;
        if (target.on) {
            kit_.picture().polygon(corners, ink);
        }
        kit_.picture().stroke(corners, std::max(kit_.px(1.7), 1.3F), ink);
        kit_.note_piece(target, rect, kit_.words(target.words));
    }

    void paint_bookmarks(const Rect& rect, const std::vector<const Target*>& bookmarks) {
        kit_.picture().fill(rect, colours().chrome);
        float x = rect.x + kit_.px(8);
        const float height = rect.h - kit_.px(4);
        const float share = (rect.w - kit_.px(12)) / static_cast<float>(bookmarks.size()) - kit_.px(4);
        float wanted = 0;
        for (const Target* target : bookmarks) {
            wanted += std::min(kit_.button_width(*target, true), kit_.px(224));
        }
        const float widest = wanted > rect.w - kit_.px(12) ? share : kit_.px(220);
        for (const Target* target : bookmarks) {
            const float width = std::min(kit_.button_width(*target, true) - kit_.px(4), widest);
            const Rect place{x, rect.y, width, height};
            const Feel feel = kit_.feel(*target, place);
            if (feel.hovered || feel.pressed) {
                kit_.picture().fill(place, feel.pressed ? colours().pressed : colours().hover, kit_.px(5));
            }
            float left = place.x + kit_.px(8);
            if (!target->picture.empty()) {
                kit_.symbol(target->picture, {left, place.y, kit_.px(22), place.h}, 20, colours().ink);
                left += kit_.px(28);
            }
            kit_.line(kit_.words(target->words), {left, place.y, place.right() - left - kit_.px(4), place.h},
                      kit_.style(16, colours().ink));
            kit_.note(*target, place);
            x += width + kit_.px(4);
        }
    }

    // --- Find -------------------------------------------------------------------------------------------------------

    void paint_find(const Rect& rect) {
        kit_.picture().fill(rect, colours().chrome);
        kit_.divider({rect.x, rect.y, rect.w, 0});
        float x = rect.x + kit_.px(10);
        const float height = kit_.px(40);
        const float y = std::round(rect.y + (rect.h - height) / 2);
        for (const Target* target : kit_.part("find")) {
            if (target->name == "find/close") {
                const float side = kit_.px(36);
                paint_close(*target, {rect.right() - side - kit_.px(30), y + (height - side) / 2, side, side});
                continue;
            }
            const bool is_field = target->role == world::Role::field;
            const bool is_label = target->role == world::Role::label;
            const float width = is_field   ? std::min(kit_.px(260), rect.w * 0.4F)
                                : is_label ? kit_.text_width(kit_.words(target->words), kit_.style()) + kit_.px(16)
                                           : kit_.button_width(*target, target->picture.empty());
            const Rect place{x, y, width, height};
            if (is_field) {
                kit_.field(*target, place);
            } else if (is_label) {
                kit_.line(kit_.words(target->words), {place.x + kit_.px(8), place.y, place.w, place.h}, kit_.style());
                kit_.note(*target, place);
            } else {
                kit_.button(*target, place, target->picture.empty());
            }
            x += width + kit_.px(8);
        }
    }

    // --- Inside -----------------------------------------------------------------------------------------------------

    void paint_inside(const Rect& rect) {
        if (const auto word = world::notice(tab_)) {
            paint_notice(*word, rect);
        } else if (tab_.page) {
            const float height = paint_web(kit_, tab_, {tab_.page, "page/", scroll_name("page"), tab_.zoom}, rect);
            if (tab_.mail) {
                const float above = std::min(std::ceil(height), rect.h / 2);
                paint_mail_inside(kit_, *tab_.mail, {rect.x, rect.y + above, rect.w, rect.h - above});
            }
        } else {
            kit_.picture().fill(rect, colours().surface);
        }
        Rect seen = rect;
        const auto banner = kit_.part("banner");
        if (!banner.empty()) {
            seen.h -= paint_banner(rect, banner);
        }
        if (tab_.popup) {
            paint_popup(seen);
        }
    }

    // Another page begins at its top; one that was gone back to lies where it was left.
    std::string scroll_name(std::string_view part) const {
        return std::string(part) + "/" + std::to_string(tab_.back.size()) + "/" + tab_.address;
    }

    // Where the buttons below a notice lie, from the corner of the first.
    std::vector<Rect> button_places(const std::vector<const Target*>& buttons, float width) const {
        const float height = kit_.px(46);
        std::vector<Rect> places;
        Point pen;
        for (const Target* target : buttons) {
            const float wanted = std::min(kit_.button_width(*target, true), width);
            if (pen.x > 0 && pen.x + wanted > width) {
                pen = {0, pen.y + height + kit_.px(12)};
            }
            places.push_back({pen.x, pen.y, wanted, height});
            pen.x += wanted + kit_.px(14);
        }
        return places;
    }

    void paint_notice(const world::Notice& notice, const Rect& rect) {
        kit_.picture().fill(rect, colours().surface);
        const float width = std::min(kit_.px(620), rect.w - kit_.px(60));
        const float left = std::round(rect.x + (rect.w - width) / 2);
        const float above = std::max(kit_.px(30), std::min(kit_.px(90), rect.h * 0.14F));
        const float picture = notice.picture.empty() ? 0 : kit_.px(90);
        const TextStyle large = kit_.style(30, colours().ink);
        const TextStyle plain = kit_.style(19, colours().soft_ink);
        const float title = kit_.paragraph_height(kit_.words(notice.title), width, large) + kit_.px(14);
        const float text = kit_.paragraph_height(kit_.words(notice.text), width, plain) + kit_.px(28);
        const auto buttons = kit_.part("warning");
        const std::vector<Rect> places = button_places(buttons, width);
        const float below = places.empty() ? 0 : places.back().bottom() + kit_.px(20);
        const ScrollPart all = kit_.scroll("notice", rect, above + picture + title + text + below);
        float y = all.top() + above;
        if (!notice.picture.empty()) {
            kit_.symbol(notice.picture, {left, y, kit_.px(72), kit_.px(72)}, 72, colours().soft_ink);
            y += picture;
        }
        kit_.paragraph(kit_.words(notice.title), {left, y}, width, large);
        kit_.paragraph(kit_.words(notice.text), {left, y + title}, width, plain);
        for (std::size_t i = 0; i < buttons.size(); ++i) {
            const Rect place = places[i].moved(left, y + title + text);
            kit_.button(*buttons[i], place, true);
            if (!buttons[i]->strong) {
                kit_.picture().outline(place, std::max(1.0F, kit_.px(1)), colours().field_line, kit_.px(6));
            }
        }
    }

    float paint_banner(const Rect& rect, const std::vector<const Target*>& banner) {
        const float margin = kit_.px(18);
        float buttons = 0;
        for (const Target* target : banner) {
            buttons += target->role == world::Role::button ? kit_.button_width(*target, true) + kit_.px(12) : 0;
        }
        const bool is_narrow = rect.w - buttons - 3 * margin < kit_.px(300);
        const float words_width = is_narrow ? rect.w - 2 * margin : rect.w - buttons - 3 * margin;
        const TextStyle style = kit_.style(17, colours().ink);
        const Target* text = kit_.find("banner/text");
        const std::string words = text != nullptr ? kit_.words(text->words) : std::string();
        const float words_height = kit_.paragraph_height(words, words_width, style);
        const float button_height = kit_.px(44);
        const float height =
            (is_narrow ? words_height + button_height + kit_.px(12) : std::max(words_height, button_height)) +
            2 * margin;
        const Rect box{rect.x, rect.bottom() - height, rect.w, height};
        kit_.picture().shadow(box, kit_.px(14), colours().shadow, 0);
        kit_.picture().fill(box, colours().menu);
        kit_.picture().fill({box.x, box.y, box.w, std::max(kit_.px(3), 1.0F)}, colours().accent);
        kit_.cover(box);
        const float words_y = is_narrow ? box.y + margin : std::round(box.y + (box.h - words_height) / 2);
        kit_.paragraph(words, {box.x + margin, words_y}, words_width, style);
        float x = is_narrow ? box.x + margin : box.right() - margin - buttons + kit_.px(12);
        const float y =
            is_narrow ? box.bottom() - margin - button_height : std::round(box.y + (box.h - button_height) / 2);
        for (const Target* target : banner) {
            if (target->role == world::Role::label) {
                kit_.note(*target, {box.x + margin, words_y, words_width, words_height});
                continue;
            }
            const float width = kit_.button_width(*target, true);
            kit_.button(*target, {x, y, width, button_height}, true);
            x += width + kit_.px(12);
        }
        return height;
    }

    void paint_popup(const Rect& rect) {
        kit_.picture().fill(rect, hex(0x0B1020, 110));
        const WebView view{tab_.popup, "popup/", scroll_name("popup/" + tab_.popup_file), tab_.zoom};
        const float margin = kit_.px(18);
        const float edge = kit_.px(4);
        const float width = std::min(kit_.px(680), rect.w - 2 * margin);
        const float highest = rect.h - 2 * margin;
        const float height =
            std::min(web_height(kit_, tab_, view, {0, 0, width - 2 * edge, highest - 2 * edge}) + 2 * edge, highest);
        const Rect box{std::round(rect.x + (rect.w - width) / 2), std::round(rect.y + (rect.h - height) / 2), width,
                       height};
        kit_.cover(rect);
        kit_.picture().shadow(box.moved(0, kit_.px(4)), kit_.px(24), hex(0x000000, 120), kit_.px(8));
        kit_.picture().fill(box, hex(0xFFFFFF), kit_.px(8));
        paint_web(kit_, tab_, view, box.inset(edge));
        if (const Target* close = kit_.find("popup/close")) {
            const float side = kit_.px(40);
            const Rect place{box.right() - side - kit_.px(22), box.y + kit_.px(8), side, side}; // beside the scroll bar
            kit_.picture().fill(place, hex(0xFFFFFF, 230), side / 2);
            kit_.picture().outline(place, 1, hex(0xC8C8D0), side / 2);
            paint_popup_close(*close, place);
        }
    }

    void paint_popup_close(const Target& target, const Rect& rect) {
        const Feel feel = kit_.feel(target, rect);
        if (feel.hovered || feel.pressed) {
            kit_.picture().fill(rect, feel.pressed ? hex(0xD0D0D8) : hex(0xE6E6EC), rect.w / 2);
        }
        const Point c = rect.centre();
        const float arm = kit_.px(7);
        kit_.picture().line({c.x - arm, c.y - arm}, {c.x + arm, c.y + arm}, kit_.px(2.2), hex(0x1A1A1A));
        kit_.picture().line({c.x - arm, c.y + arm}, {c.x + arm, c.y - arm}, kit_.px(2.2), hex(0x1A1A1A));
        kit_.note_piece(target, rect, kit_.words(target.words));
    }

    // --- What goes on -----------------------------------------------------------------------------------------------

    void paint_loading(const Rect& rect) {
        if (!tab_.loading) {
            return;
        }
        const auto left = static_cast<float>(tab_.loading->due - kit_.cues().now);
        const float share = std::clamp(1 - left / static_cast<float>(loading_takes), 0.08F, 1.0F);
        kit_.picture().fill({rect.x, rect.y, rect.w * share, rect.h}, colours().accent);
        kit_.ui().wake_in(static_cast<int>(loading_steps));
    }

    void paint_status(const Rect& rect) {
        std::string words;
        const Target* loading = kit_.find("status/loading");
        if (loading != nullptr) {
            words = kit_.words(loading->words);
        } else {
            words = hovered_link();
        }
        if (words.empty()) {
            return;
        }
        const TextStyle style = kit_.style(15.5, colours().ink);
        const float width = std::min(kit_.text_width(words, style) + kit_.px(20), rect.w * 0.7F);
        const float height = kit_.px(28);
        const Rect box{rect.x, rect.bottom() - height, width, height};
        kit_.picture().fill(box, colours().chrome, kit_.px(4));
        kit_.picture().outline(box, std::max(kit_.px(1), 1.0F), colours().line, kit_.px(4));
        kit_.line(words, {box.x + kit_.px(9), box.y, box.w - kit_.px(14), box.h}, style);
        if (loading != nullptr) {
            kit_.note(*loading, box);
        }
    }

    // Where the link under the pointer leads.
    std::string hovered_link() const {
        const std::string& hovered = kit_.memory().hovered;
        const std::string page = kit_.full("page/");
        const lesson::Site* site = world::site_of(kit_.desk(), tab_);
        const auto& sites = kit_.desk().setup->sites;
        if (!tab_.page || site == nullptr || !sites || !hovered.starts_with(page)) {
            return {};
        }
        const world::PageElement* element =
            world::find_element(*tab_.page, std::string_view(hovered).substr(page.size()));
        const lesson::SitePage* file = world::find_page(*site, tab_.file);
        if (element == nullptr || file == nullptr || element->kind != world::ElementKind::link) {
            return {};
        }
        const world::Destination where = world::follow(*sites, *site, *file, element->href);
        return where.address.empty() ? element->href : where.address;
    }

    Kit& kit_;
    const BrowserTab& tab_;
    Rect rest_;
};

} // namespace

void paint_program(Kit& kit, const Browser& browser, const Rect& room) {
    Painter(kit, browser).paint(room);
}

} // namespace screen
