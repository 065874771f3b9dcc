// What litehtml draws when a page has been laid out, kept as a list: so a page is laid out once and drawn often.
#pragma once

#include "screen/picture.h"
#include "screen/web/document.h"
#include "screen/web/limits.h"
#include "screen/web/pictures.h"
#include "screen/web/web_fonts.h"

#include <litehtml/litehtml.h>
#include <map>
#include <string>
#include <vector>

namespace screen {

/// litehtml's way to our fonts and pictures; keeps what it draws.
class Recorder : public litehtml::document_container {
public:
    Recorder(Fonts& fonts, WebPictures& pictures, const WebPage& page, const WebFormat& format);

    Work& work() { return work_; }
    const WebFormat& format() const { return format_; }
    /// The page's style sheets, fitted.
    std::string style() const;
    const WebFont& font(litehtml::uint_ptr number) const;
    Fonts& fonts() { return fonts_; }

    /// A piece of the link or control of that name lies here.
    void place(const std::string& target, const litehtml::position& at);
    /// A piece of the words beside a box to tick lies here; and the target of the box that has an id.
    void label(const std::string& target, const litehtml::position& at);
    void note_box(const std::string& id, const std::string& target) { boxes_[id] = target; }
    std::string box_of(const std::string& id) const;
    /// Where `#name` leads.
    void anchor(const std::string& name, int y);
    /// A control's inside comes here; its background was drawn.
    void control(WebControl control);
    /// Words that no element draws by itself: a button's.
    void words(const std::string& text, litehtml::uint_ptr font, Colour colour, Point top_left);

    WebDrawing take();

    // --- What litehtml asks and draws -------------------------------------------------------------------------------
    litehtml::uint_ptr create_font(const char* face, int size, int weight, litehtml::font_style italic,
                                   unsigned decoration, litehtml::font_metrics* metrics) override;
    void delete_font(litehtml::uint_ptr font) override;
    int text_width(const char* text, litehtml::uint_ptr font) override;
    void draw_text(litehtml::uint_ptr, const char* text, litehtml::uint_ptr font, litehtml::web_color color,
                   const litehtml::position& at) override;
    int pt_to_px(int points) const override;
    int get_default_font_size() const override;
    const char* get_default_font_name() const override;
    void draw_list_marker(litehtml::uint_ptr, const litehtml::list_marker& marker) override;
    void load_image(const char*, const char*, bool) override {}
    void get_image_size(const char* source, const char*, litehtml::size& size) override;
    void draw_background(litehtml::uint_ptr, const litehtml::background_paint& paint) override;
    void draw_borders(litehtml::uint_ptr, const litehtml::borders& borders, const litehtml::position& at,
                      bool root) override;
    void set_caption(const char*) override {}
    void set_base_url(const char*) override {}
    void link(const std::shared_ptr<litehtml::document>&, const litehtml::element::ptr&) override {}
    void on_anchor_click(const char*, const litehtml::element::ptr&) override {}
    void set_cursor(const char*) override {}
    void transform_text(litehtml::tstring& text, litehtml::text_transform transform) override;
    void import_css(litehtml::tstring&, const litehtml::tstring&, litehtml::tstring&) override {}
    void set_clip(const litehtml::position& at, const litehtml::border_radiuses&, bool valid_x, bool valid_y) override;
    void del_clip() override;
    void get_client_rect(litehtml::position& client) const override;
    std::shared_ptr<litehtml::element> create_element(const char* tag, const litehtml::string_map& attributes,
                                                      const std::shared_ptr<litehtml::document>& document) override;
    void get_media_features(litehtml::media_features& media) const override;
    void get_language(litehtml::tstring& language, litehtml::tstring& culture) const override;
    void split_text(const char* text, const std::function<void(const char*)>& on_word,
                    const std::function<void(const char*)>& on_space) override;

private:
    void keep(WebMark mark, const Rect& bounds);
    void keep_shape(Shape shape, const Rect& bounds) { keep(WebMark{std::move(shape)}, bounds); }
    Rect cut(const litehtml::position& at) const;
    void background_picture(const litehtml::background_paint& paint);
    std::string picture_file(std::string_view source) const;

    Fonts& fonts_;
    WebPictures& pictures_;
    const WebPage& page_;
    const WebFormat& format_;
    Work work_;
    std::vector<WebFont> known_fonts_;
    std::vector<Rect> clips_;
    std::map<std::string, std::string> boxes_;
    WebDrawing drawing_;
};

} // namespace screen
