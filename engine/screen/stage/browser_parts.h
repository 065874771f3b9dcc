// The parts that a browser window is painted of.
#pragma once

#include "screen/stage/desk_kit.h"
#include "screen/web/document.h"
#include "world/browser.h"

#include <string>
#include <string_view>

namespace screen {

// The frame (browser.cpp), and what lies in the page's room (browser_page.cpp).

/// A page with its links and controls. `prefix` is `page/` or `popup/`: it and a `data-target` make a target's name.
struct WebView {
    std::shared_ptr<const world::Page> page;
    std::string prefix;
    std::string scroll; ///< name of the part that scrolls
    int zoom = 100;     ///< percent
};

/// Draws and notes a page in its room; gives the height of its content, px.
float paint_web(Kit& kit, const world::BrowserTab& tab, const WebView& view, const Rect& room);

/// The height of a page's content in a room, px; 0 where it cannot be laid out.
float web_height(Kit& kit, const world::BrowserTab& tab, const WebView& view, const Rect& room);

/// What is in a control: a text, a check mark, the option that is chosen.
void paint_web_control(Kit& kit, const world::BrowserTab& tab, const world::Target& target, const WebControl& control);

/// The word at a field whose value is not as it should be, pointing at it.
void paint_web_fault(Kit& kit, const world::Target& target, const Rect& field, const Rect& room);

} // namespace screen
