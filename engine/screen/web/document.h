// A page of the practice web, laid out: a value that can be drawn anywhere, and that knows where its links and controls
// are. Pages are laid out by litehtml, within the limits of limits.h, and drawn with our own text.
//
// Lengths are px of the window, unless they are told to be px of CSS; places are from the page's top left corner.
#pragma once

#include "base/result.h"
#include "screen/fonts.h"
#include "screen/picture.h"
#include "screen/text.h"
#include "screen/web/pictures.h"
#include "screen/web/web_fonts.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace screen {

/// What is laid out. What can be touched in the HTML has a `data-target`; style sheets stand in `style`.
struct WebPage {
    std::string_view html;
    std::string_view style;
    std::string_view default_style;                               ///< how elements look that no style sheet speaks of
    const std::map<std::string, std::string>* pictures = nullptr; ///< paths of the page's pictures by their file names
};

/// How it is laid out.
struct WebFormat {
    int width = 900;       ///< px
    int height = 600;      ///< px of the part that is seen at a time, for `100vh` and the like
    float zoom = 1;        ///< px of the window in one px of CSS
    float font_size = 18;  ///< px of CSS, of text that no style sheet gives a size
    float least_font = 15; ///< px of CSS; no text is smaller
    bool dyslexic = false; ///< in OpenDyslexic
    std::string hovered;   ///< the target that `:hover` is for
    std::string focused;   ///< the target that `:focus` is for
    bool operator==(const WebFormat&) const = default;
};

enum class WebControlKind { field, area, tick, radio, choice, file };

/// A control of a form. Its background and border are drawn with the page; what is in it is not known here.
struct WebControl {
    std::string target;
    WebControlKind kind = WebControlKind::field;
    Rect box;  ///< with padding and border, px
    Rect room; ///< inside of them
    WebFont font;
    Colour colour;
    bool disabled = false;
};

/// A word.
struct WebWord {
    std::string text;
    WebFont font;
    Colour colour;
    Point baseline;
};

using WebMark = std::variant<Shape, WebWord, WebControl>;

/// A thing drawn on the page, and the pixels it may change.
struct WebItem {
    WebMark mark;
    Rect bounds;
    int clip = -1; ///< an index of WebDrawing::clips
};

/// All that is drawn on a page, the first at the back.
struct WebDrawing {
    std::vector<WebItem> items;
    std::vector<Rect> clips;
    std::vector<std::pair<std::string, Rect>> places;
    std::vector<std::pair<std::string, Rect>> labels;  ///< of boxes to tick
    std::map<std::string, float, std::less<>> anchors; ///< how far down `#name` leads
    Colour ground = hex(0xFFFFFF);
    float height = 0;
};

/// Draws what is in a control, moved to where it lies on the picture.
using DrawControl = std::function<void(const WebControl&)>;

class WebDocument {
public:
    /// Errors: those of check_page(); `web.too-slow` where laying out would take too long; `web.broken` where it
    /// cannot be done.
    static base::Result<WebDocument> lay_out(Fonts& fonts, WebPictures& pictures, const WebPage& page,
                                             const WebFormat& format);

    float height() const { return drawing_.height; } ///< px
    Colour ground() const { return drawing_.ground; }

    /// Draws what lies in `visible` (px of the picture); the page's top left corner is at `origin`.
    void draw(Picture& picture, Fonts& fonts, Point origin, const Rect& visible, const DrawControl& control) const;

    /// Where a link (each of its lines) or a control lies; empty where it cannot be seen.
    std::vector<Rect> places(std::string_view target) const;
    /// Where the words lie that a box to tick is labelled with: a click there ticks it too.
    std::vector<Rect> label_places(std::string_view target) const;
    /// Everything that can be touched and seen, in the order it is drawn.
    std::vector<std::string> targets() const;
    /// How far down the element with that id begins, px; nothing where there is none.
    std::optional<float> anchor(std::string_view id) const;
    /// The control of that target, or nullptr.
    const WebControl* control(std::string_view target) const;

    /// Where a text stands on the page: for each time, the pieces of it. Capitals count as small letters.
    std::vector<std::vector<Rect>> find(Fonts& fonts, std::string_view text) const;

    std::size_t bytes() const; ///< that it takes, about

private:
    explicit WebDocument(WebDrawing drawing) : drawing_(std::move(drawing)) {}
    WebDrawing drawing_;
};

} // namespace screen
