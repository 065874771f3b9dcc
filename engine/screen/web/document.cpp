// Lays a page out once; litehtml's own tree is let go as soon as its drawing is kept.
#include "screen/web/document.h"

#include "base/text.h"
#include "screen/web/recorder.h"
#include "screen/web/style_text.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <type_traits>

namespace screen {

namespace {

constexpr int tallest_page = 200000; // px

Shape moved(Shape shape, float dx, float dy) {
    std::visit(
        [&](auto& part) {
            using Part = std::decay_t<decltype(part)>;
            if constexpr (std::is_same_v<Part, Image> || std::is_same_v<Part, Glyphs>) {
                part.at = {part.at.x + dx, part.at.y + dy};
            } else if constexpr (std::is_same_v<Part, Stroke> || std::is_same_v<Part, Polygon>) {
                for (Point& point : part.points) {
                    point = {point.x + dx, point.y + dy};
                }
            } else if constexpr (std::is_same_v<Part, Arc>) {
                part.centre = {part.centre.x + dx, part.centre.y + dy};
            } else {
                part.rect = part.rect.moved(dx, dy);
            }
        },
        shape);
    return shape;
}

bool meet(const Rect& a, const Rect& b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

std::vector<Rect> named(const std::vector<std::pair<std::string, Rect>>& places, std::string_view target) {
    std::vector<Rect> found;
    for (const auto& [name, rect] : places) {
        if (name == target && std::find(found.begin(), found.end(), rect) == found.end()) {
            found.push_back(rect);
        }
    }
    return found;
}

base::Result<WebDrawing> drawing_of(Recorder& recorder, const WebPage& page, const WebFormat& format) {
    try {
        litehtml::context context;
        context.load_master_stylesheet(fit_style(page.default_style, format.zoom).c_str());
        const std::string html(page.html);
        const auto document = litehtml::document::createFromUTF8(html.c_str(), &recorder, &context);
        if (!document || !document->root()) {
            return base::Error{"web.broken", {}, {}};
        }
        document->render(format.width);
        const int height = std::clamp(document->height(), 0, tallest_page);
        const litehtml::position all(0, 0, format.width, height);
        document->draw(0, 0, 0, &all);
        WebDrawing drawing = recorder.take();
        drawing.height = static_cast<float>(height);
        return drawing;
    } catch (const TooMuchWork&) {
        return base::Error{"web.too-slow", {}, {}};
    } catch (const std::exception&) {
        return base::Error{"web.broken", {}, {}};
    }
}

} // namespace

base::Result<WebDocument> WebDocument::lay_out(Fonts& fonts, WebPictures& pictures, const WebPage& page,
                                               const WebFormat& format) {
    COUCOU_TRY([[maybe_unused]] auto checked, check_page(page.html));
    WebFormat bounded = format;
    bounded.width = std::clamp(format.width, 50, 8000);
    bounded.zoom = std::clamp(format.zoom, 0.25F, 8.0F);
    Recorder recorder(fonts, pictures, page, bounded);
    COUCOU_TRY(WebDrawing drawing, drawing_of(recorder, page, bounded));
    return WebDocument(std::move(drawing));
}

void WebDocument::draw(Picture& picture, Fonts& fonts, Point origin, const Rect& visible,
                       const DrawControl& control) const {
    const Clipped clipped(picture, visible);
    picture.fill(visible, drawing_.ground);
    const Rect seen = visible.moved(-origin.x, -origin.y);
    for (const WebItem& item : drawing_.items) {
        if (!meet(item.bounds, seen)) {
            continue;
        }
        const bool has_clip = item.clip >= 0;
        if (has_clip) {
            picture.push_clip(drawing_.clips[static_cast<std::size_t>(item.clip)].moved(origin.x, origin.y));
        }
        if (const auto* word = std::get_if<WebWord>(&item.mark)) {
            draw_word(picture, fonts, word->font, word->text,
                      {word->baseline.x + origin.x, word->baseline.y + origin.y}, word->colour);
        } else if (const auto* shape = std::get_if<Shape>(&item.mark)) {
            picture.add(moved(*shape, origin.x, origin.y));
        } else if (control) {
            WebControl here = std::get<WebControl>(item.mark);
            here.box = here.box.moved(origin.x, origin.y);
            here.room = here.room.moved(origin.x, origin.y);
            control(here);
        }
        if (has_clip) {
            picture.pop_clip();
        }
    }
}

std::vector<Rect> WebDocument::places(std::string_view target) const {
    return named(drawing_.places, target);
}

std::vector<Rect> WebDocument::label_places(std::string_view target) const {
    return named(drawing_.labels, target);
}

std::vector<std::string> WebDocument::targets() const {
    std::vector<std::string> names;
    for (const auto& [name, rect] : drawing_.places) {
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(name);
        }
    }
    return names;
}

std::optional<float> WebDocument::anchor(std::string_view id) const {
    const auto found = drawing_.anchors.find(id);
    return found == drawing_.anchors.end() ? std::nullopt : std::optional(found->second);
}

const WebControl* WebDocument::control(std::string_view target) const {
    for (const WebItem& item : drawing_.items) {
        const auto* control = std::get_if<WebControl>(&item.mark);
        if (control != nullptr && control->target == target) {
            return control;
        }
    }
    return nullptr;
}

std::vector<std::vector<Rect>> WebDocument::find(Fonts& fonts, std::string_view text) const {
    struct Piece {
        const WebItem* item;
        std::size_t from; // of its word in the whole text
    };
    std::string all;
    std::vector<Piece> pieces;
    for (const WebItem& item : drawing_.items) {
        if (const auto* word = std::get_if<WebWord>(&item.mark)) {
            pieces.push_back({&item, all.size()});
            all += base::lower(word->text) + ' ';
        }
    }
    std::vector<std::vector<Rect>> found;
    const std::string wanted = base::lower(base::trim(text));
    if (wanted.empty()) {
        return found;
    }
    for (std::size_t at = all.find(wanted); at != std::string::npos; at = all.find(wanted, at + wanted.size())) {
        std::vector<Rect>& rects = found.emplace_back();
        for (const Piece& piece : pieces) {
            const WebWord& word = std::get<WebWord>(piece.item->mark);
            const std::size_t end = piece.from + word.text.size();
            if (end <= at || piece.from >= at + wanted.size()) {
                continue;
            }
            const std::size_t first = at > piece.from ? at - piece.from : 0;
            const std::size_t last = std::min(at + wanted.size(), end) - piece.from;
            const auto before = static_cast<float>(word_width(fonts, word.font, word.text.substr(0, first)));
            const auto width = static_cast<float>(word_width(fonts, word.font, word.text.substr(first, last - first)));
            rects.push_back({piece.item->bounds.x + before, piece.item->bounds.y, width, piece.item->bounds.h});
        }
    }
    return found;
}

std::size_t WebDocument::bytes() const {
    return drawing_.items.size() * sizeof(WebItem) + drawing_.places.size() * 96;
}

} // namespace screen
