// The page in a browser window: laid out when it is new, then drawn from what is kept. Its links and controls are the
// window's targets.
#include "screen/stage/browser_parts.h"
#include "screen/web/documents.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace screen {

using world::BrowserTab;
using world::Target;

namespace {

constexpr Colour found = hex(0xFFD400, 90);
constexpr Colour found_now = hex(0xFF7A00, 120);
constexpr Colour fault_edge = hex(0xC42B1C);

WebDocuments& documents(Kit& kit) {
    if (!kit.memory().web) {
        kit.memory().web =
            std::make_shared<WebDocuments>(kit.ui().art().folder().parent_path() / "web" / "default.css");
    }
    return *kit.memory().web;
}

// A target's name without the window's and the view's prefix, where it is one of the page's; otherwise empty.
std::string on_page(const Kit& kit, const WebView& view, std::string_view name) {
    const std::string prefix = kit.full(view.prefix);
    return name.starts_with(prefix) ? std::string(name.substr(prefix.size())) : std::string();
}

WebFormat format_of(Kit& kit, const WebView& view, const Rect& room) {
    WebFormat format;
    format.width = static_cast<int>(room.w);
    format.height = static_cast<int>(room.h);
    format.zoom = kit.px(1) * static_cast<float>(view.zoom) / 100;
    format.dyslexic = kit.ui().look().dyslexic_font;
    if (view.page->style.find(":hover") != std::string::npos) {
        format.hovered = on_page(kit, view, kit.memory().hovered);
    }
    if (view.page->style.find(":focus") != std::string::npos) {
        format.focused = on_page(kit, view, kit.desk().focus);
    }
    return format;
}

const base::Result<WebDocument>* laid_out(Kit& kit, const BrowserTab& tab, const WebView& view, const Rect& room) {
    const lesson::Site* site = world::site_of(kit.desk(), tab);
    WebPage page;
    page.html = view.page->html;
    page.style = view.page->style;
    page.pictures = site != nullptr ? &site->pictures : nullptr;
    return documents(kit).laid_out(view.page, kit.ui().fonts(), page, format_of(kit, view, room));
}

// Whether a target is one that the page's HTML marks; those of a webmail in it lie in parts of their own.
bool is_of(const WebView& view, const Target& target) {
    return target.name.starts_with(view.prefix) && target.part + "/" == view.prefix && target.name != "popup/close";
}

bool is_fault(const Target& target) {
    return !target.details.empty() && target.role != world::Role::link;
}

class PagePainter {
public:
    PagePainter(Kit& kit, const BrowserTab& tab, const WebView& view, const WebDocument& document)
        : kit_(kit), tab_(tab), view_(view), document_(document) {
        for (const Target& target : kit.targets()) {
            if (is_of(view, target)) {
                targets_.emplace(target.name.substr(view.prefix.size()), &target);
            }
        }
    }

    void paint(const Rect& room, float top) {
        origin_ = {room.x, top};
        document_.draw(kit_.picture(), kit_.ui().fonts(), origin_, room, [&](const WebControl& control) {
            const auto target = targets_.find(control.target);
            if (target != targets_.end()) {
                paint_web_control(kit_, tab_, *target->second, control);
            }
        });
        for (const auto& [name, target] : targets_) {
            note(name, *target);
        }
        if (faulty_ != nullptr) {
            paint_web_fault(kit_, *faulty_, faulty_place_, room);
        }
        mark_found(room);
        go_to_anchor();
    }

private:
    void note(const std::string& name, const Target& target) {
        std::vector<Rect> places = document_.places(name);
        for (Rect& place : places) {
            place = place.moved(origin_.x, origin_.y);
        }
        if (places.empty()) {
            places.push_back({origin_.x, origin_.y, 0, 0}); // hidden by the page's own style
        }
        kit_.note(target, places.front());
        for (std::size_t i = 1; i < places.size(); ++i) {
            kit_.note_piece(target, places[i]);
        }
        for (const Rect& label : document_.label_places(name)) {
            kit_.note_piece(target, label.moved(origin_.x, origin_.y));
        }
        const bool takes_over = faulty_ == nullptr || kit_.has_focus(target);
        if (is_fault(target)) {
            kit_.picture().outline(places.front(), std::max(kit_.px(2), 1.0F), fault_edge, kit_.px(5));
            if (takes_over) {
                faulty_ = &target;
                faulty_place_ = places.front();
            }
            if (kit_.has_focus(target) && kit_.memory().focus != kit_.desk().focus) { // with the word below it
                const Rect& place = places.front();
                kit_.follow({place.x, place.y - kit_.px(40), place.w, place.h + kit_.px(130)});
            }
        } else if (kit_.cues().has_keyboard && kit_.has_focus(target) && document_.control(name) != nullptr) {
            kit_.picture().outline(places.front().inset(-kit_.px(1)), std::max(kit_.px(2.5), 1.0F),
                                   kit_.colours().accent, kit_.px(6));
        }
    }

    void mark_found(const Rect& room) {
        if (!tab_.finding || view_.prefix != "page/") {
            return;
        }
        const world::FindHits hits = world::find_hits(tab_);
        const auto places = document_.find(kit_.ui().fonts(), hits.words);
        for (std::size_t i = 0; i < places.size(); ++i) {
            for (const Rect& place : places[i]) {
                const Rect here = place.moved(origin_.x, origin_.y);
                if (here.bottom() > room.y && here.y < room.bottom()) {
                    kit_.picture().fill(here, i == hits.current ? found_now : found, kit_.px(2));
                }
            }
        }
        const std::string now = view_.scroll + "\n" + hits.words + "\n" + std::to_string(hits.current);
        if (hits.current < places.size() && documents(kit_).shows_anew("found", now)) {
            kit_.follow(places[hits.current].front().moved(origin_.x, origin_.y).inset(-kit_.px(60)));
        }
    }

    // A link like `#hours` brings its place to the top.
    void go_to_anchor() {
        const std::string_view id = std::string_view(tab_.anchor).substr(tab_.anchor.starts_with('#') ? 1 : 0);
        const std::string now = view_.scroll + "\n" + tab_.anchor;
        if (view_.prefix != "page/" || !documents(kit_).shows_anew("anchor", now)) {
            return;
        }
        if (const auto y = document_.anchor(id)) {
            kit_.follow({origin_.x, origin_.y + *y, 1, document_.height()});
        }
    }

    Kit& kit_;
    const BrowserTab& tab_;
    const WebView& view_;
    const WebDocument& document_;
    std::map<std::string, const Target*, std::less<>> targets_;
    Point origin_;
    const Target* faulty_ = nullptr;
    Rect faulty_place_;
};

// What is drawn in the place of a page that cannot be laid out; its targets are noted all the same.
void paint_refused(Kit& kit, const WebView& view, const Rect& room, const base::Error& error) {
    kit.picture().fill(room, kit.colours().surface);
    kit.paragraph(kit.ui().say(base::Message{error.id + ".what", error.arguments}),
                  {room.x + kit.px(40), room.y + kit.px(40)}, room.w - kit.px(80), kit.style(20, kit.colours().ink));
    for (const Target& target : kit.targets()) {
        if (is_of(view, target)) {
            kit.note(target, {room.x, room.y, 0, 0});
        }
    }
}

} // namespace

float web_height(Kit& kit, const BrowserTab& tab, const WebView& view, const Rect& room) {
    const base::Result<WebDocument>* document = laid_out(kit, tab, view, room);
    return document->ok() ? document->value().height() : 0;
}

float paint_web(Kit& kit, const BrowserTab& tab, const WebView& view, const Rect& room) {
    const base::Result<WebDocument>* document = laid_out(kit, tab, view, room);
    if (!document->ok()) {
        paint_refused(kit, view, room, document->error());
        return 0;
    }
    float height = document->value().height();
    const ScrollPart part = kit.scroll(view.scroll, room, height);
    if (part.room().w != room.w) { // the scroll bar takes its room from the page
        document = laid_out(kit, tab, view, part.room());
        if (!document->ok()) {
            paint_refused(kit, view, room, document->error());
            return 0;
        }
        height = document->value().height();
    }
    PagePainter(kit, tab, view, document->value()).paint(part.room(), part.top());
    return height;
}

} // namespace screen
