// One pass over a page: what the person did goes in, a picture comes out.
//
// A page is drawn anew for each input event, from the page's own state; nothing is kept between passes but what widgets
// need to behave: which is pressed, which has the focus, how far an animation has come. Dear ImGui keeps the first
// (ids, hit tests, press and release); its own drawing is never used.
#pragma once

#include "lesson/messages.h"
#include "screen/art.h"
#include "screen/fonts.h"
#include "screen/input.h"
#include "screen/pointer.h"
#include "screen/text.h"
#include "screen/theme.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

struct ImGuiContext;

namespace screen {

/// What a pass is drawn for.
struct Frame {
    int width = 1366;     ///< px
    int height = 768;     ///< px
    std::int64_t now = 0; ///< ms, of a clock that never goes back
    InputEvent input;
    bool at_rest = false; ///< what glides is at its goal at once: for the first picture
};

/// How a person touches a widget in this pass.
struct Touch {
    bool hovered = false;
    bool held = false;
    bool pressed = false; ///< was clicked, or chosen by the keyboard, in this pass
    bool focused = false; ///< the keyboard works on it
    bool ring = false;    ///< and this should be seen
};

/// Makes `{mouse-left}` in texts the picture `icon-mouse-left`. The pictures must live as long as the fonts.
void use_icons_of(Fonts& fonts, Art& art);

/// The state of the screen between passes, and the tools of a pass.
class Ui {
public:
    Ui(Fonts& fonts, Art& art);
    ~Ui();
    Ui(const Ui&) = delete;
    Ui& operator=(const Ui&) = delete;
    Ui(Ui&&) = delete;
    Ui& operator=(Ui&&) = delete;

    /// Begins a pass.
    void begin(const Frame& frame, const Look& look, const lesson::Messages& messages);
    /// Ends it and gives the picture.
    Picture end();

    Fonts& fonts() { return fonts_; }
    Art& art() { return art_; }
    Picture& picture() { return picture_; }
    const Theme& theme() const { return theme_of(look_); }
    const Look& look() const { return look_; }
    const lesson::Messages& messages() const { return *messages_; }
    const InputEvent& input() const { return frame_.input; }
    std::int64_t now() const { return frame_.now; }
    Rect window() const;
    Point pointer() const { return pointer_; }

    /// A length in px: of layout (grows with the window), and of text and controls (grows with the text size too).
    float px(float points) const { return points * scale_; }
    float sized(float points) const { return points * scale_ * factor_of(look_.text_size); }

    /// The text of a message.
    std::string say(std::string_view id) const { return messages_->text(id); }
    std::string say(const base::Message& message) const { return messages_->text(message); }

    /// Behaviour of one widget. `id` is unique among those of the page; use ids with the thing's own name in lists.
    Touch touch(std::string_view id, const Rect& rect, Pointer pointer = Pointer::hand);
    /// As touch(), for a widget that takes all keys while it has the focus but Tab, Escape and F1.
    Touch touch_keyboard_area(std::string_view id, const Rect& rect, Pointer pointer = Pointer::arrow);
    void focus(std::string_view id);
    bool has_focus(std::string_view id) const;
    bool has_any_focus() const { return focus_ != 0; }

    /// Whether that key was pressed in this pass, and no widget has used it. Using it takes it away from others.
    bool take_key(std::string_view code);

    /// Widgets from here on cannot be used (they lie below a dialog), until the matching call with true.
    void set_enabled(bool enabled) { enabled_ = enabled; }
    bool enabled() const { return enabled_; }

    /// A value that glides to its goal over so many ms; at once where reduced motion is asked for.
    float glide(std::string_view id, float goal, int duration);

    /// Ms since something last happened; it happens now where `now` is true, and when it is first asked for.
    std::int64_t time_since(std::string_view id, bool now);

    /// Asks for another pass in so many ms, at the latest.
    void wake_in(int ms);
    /// When the next pass is due, ms from now; nothing where only input brings one.
    std::optional<int> wake() const { return wake_; }

    void set_pointer(Pointer pointer) { shape_ = pointer; }
    Pointer pointer_shape() const { return shape_; }

    /// The widgets of the pass by name, with where they lie: for tests that use the program from outside. Only kept
    /// when asked for.
    void keep_places(bool keep) { keeps_places_ = keep; }
    void note_place(std::string_view id, const Rect& rect);
    const std::vector<std::pair<std::string, Rect>>& places() const { return places_; }

    /// The widget that has the focus lies here; scrolling areas bring it into view. Nothing where none has.
    std::optional<Rect> focused_rect() const { return focused_rect_; }

private:
    struct Stop {
        std::uint32_t id = 0;
        Rect rect;
    };
    struct Glide {
        float from = 0;
        float to = 0;
        std::int64_t since = 0;
        int duration = 0;
    };

    std::uint32_t number_of(std::string_view id) const;
    void feed_behaviour();
    void move_focus();
    void focus_next(int direction);
    void focus_towards(std::string_view code);
    Touch touch(std::string_view id, const Rect& rect, Pointer pointer, bool takes_keys);

    Fonts& fonts_;
    Art& art_;
    ImGuiContext* behaviour_ = nullptr;
    const lesson::Messages* messages_ = nullptr;
    Frame frame_;
    Look look_;
    Picture picture_;
    Point pointer_{-1, -1};
    float scale_ = 1;
    bool enabled_ = true;
    bool by_keyboard_ = false; ///< the last thing done was done with the keyboard
    bool key_used_ = false;
    bool focus_takes_keys_ = false; ///< the focus is on a keyboard area
    std::uint32_t page_ = 0;        ///< ImGui's number of the page, from which those of its widgets are made
    std::uint32_t focus_ = 0;
    std::uint32_t wanted_focus_ = 0;
    std::vector<Stop> stops_;      ///< the widgets of this pass, in order
    std::vector<Stop> last_stops_; ///< and of the pass before, which the keyboard moves over
    std::optional<Rect> focused_rect_;
    std::unordered_map<std::uint32_t, Glide> glides_;
    std::unordered_map<std::uint32_t, std::int64_t> moments_;
    std::optional<int> wake_;
    bool keeps_places_ = false;
    std::vector<std::pair<std::string, Rect>> places_;
    Pointer shape_ = Pointer::arrow;
};

} // namespace screen
