// A page of PDF to draw on: texts through Pango, pictures as vectors through librsvg. Lengths are in points (1/72
// inch).
#pragma once

#include "base/result.h"

#include <cairo.h>
#include <filesystem>
#include <librsvg/rsvg.h>
#include <map>
#include <memory>
#include <pango/pangocairo.h>
#include <string>

namespace booklet {

inline constexpr double page_width = 595.276; ///< A4: 210 mm
inline constexpr double page_height = 841.89; ///< 297 mm

struct Colour {
    double red = 0;
    double green = 0;
    double blue = 0;
};

struct Box {
    double x = 0;
    double y = 0;
    double w = 0;
    double h = 0;
    double right() const { return x + w; }
    double bottom() const { return y + h; }
};

enum class Side { start, centre, end };

/// How a text is set.
struct Type {
    double size = 12; ///< points
    Colour colour{};
    bool bold = false;
    Side side = Side::start;
};

/// One page of A4, kept in memory as PDF until it is finished.
class Paper {
public:
    /// `art`: the folder of the pictures; `title`: what PDF viewers show; `language`: of the texts, such as `fr`.
    Paper(std::filesystem::path art, const std::string& title, std::string language);

    /// Draws a text, wrapped to a width; gives its height.
    double text(double x, double y, double width, const std::string& words, const Type& type);
    /// The height and the width that it would take.
    double height(double width, const std::string& words, const Type& type);
    double width(const std::string& words, const Type& type);
    /// The same as text(), with a second text in its own colour and size behind the first.
    double text_with(double x, double y, double width, const std::string& words, const Type& type,
                     const std::string& behind, const Type& behind_type);
    double height_with(double width, const std::string& words, const Type& type, const std::string& behind,
                       const Type& behind_type);
    /// Whether a text is read from the right.
    bool is_from_the_right(const std::string& words);

    void rectangle(const Box& box, double radius, Colour colour);
    void outline(const Box& box, double radius, double line, Colour colour);
    void circle(double x, double y, double radius, Colour colour);
    void ring(double x, double y, double radius, double line, Colour colour);
    /// A petal of a rosette: a rounded leaf from the middle outwards, turned by so many degrees.
    void petal(double x, double y, double radius, double degrees, Colour colour);
    /// A picture fitted into the box. A missing one leaves the box empty.
    void picture(const std::string& name, const Box& box);

    /// The finished PDF. Error: `booklet.not-drawn` {reason}, cairo's word for it.
    base::Result<std::string> finished();

private:
    template <auto release>
    struct Release {
        template <typename T>
        void operator()(T* thing) const {
            release(thing);
        }
    };
    template <typename T, auto release>
    using Owned = std::unique_ptr<T, Release<release>>;
    using Layout = Owned<PangoLayout, g_object_unref>;
    using Picture = Owned<RsvgHandle, g_object_unref>;

    Layout layout(double width, const std::string& words, const Type& type);
    Layout layout_with(double width, const std::string& words, const Type& type, const std::string& behind,
                       const Type& behind_type);
    double show(double x, double y, const Layout& made, const Type& type);
    void path(const Box& box, double radius);
    void use(Colour colour);

    std::filesystem::path art_;
    std::string bytes_; ///< before the surface, which writes into it until it is destroyed
    Owned<cairo_surface_t, cairo_surface_destroy> surface_;
    Owned<cairo_t, cairo_destroy> cairo_;
    std::string language_;
    std::map<std::string, Picture> pictures_;
};

} // namespace booklet
