// Leaving: to stay is the easy answer, and to go loses nothing.
#include "screen/pages/leaving.h"

#include "screen/widgets.h"

#include <algorithm>

namespace screen {

void leaving_dialog(Ui& ui, PlayerPage& page, const PlayerView& view, Intents& intents) {
    if (!page.asks_to_leave) {
        return;
    }
    ui.set_enabled(true);
    ui.picture().fill(ui.window(), ui.theme().veil);
    const float pad = ui.px(wide_gap);
    const float width = std::min(ui.sized(680), ui.window().w - 2 * pad);
    const float words = width - 2 * pad;
    const TextStyle title = style_of(ui, Type::title);
    const TextStyle body = style_of(ui, Type::lead);
    const std::string about = ui.say(view.kept ? "player.leaving.about" : "player.leaving.about-guest");
    const Label stay{"icon-play", ui.say("player.leaving.stay")};
    const Label leave{"icon-leave", ui.say("player.leaving.leave")};
    const float high = ui.sized(60);
    const float stay_width = button_width(ui, stay, ButtonKind::primary);
    const float leave_width = button_width(ui, leave);
    const bool one_row = stay_width + leave_width + ui.px(gap) <= words;
    const float height = 2 * pad + paragraph_height(ui, words, ui.say("player.leaving.title"), title) + ui.px(12) +
                         paragraph_height(ui, words, about, body) + pad + (one_row ? high : 2 * high + ui.px(gap));
    const Rect rect{(ui.window().w - width) / 2, (ui.window().h - height) / 2, width, height};
    panel(ui, rect);
    const float x = rect.x + pad;
    float y = rect.y + pad;
    y += paragraph(ui, {x, y}, words, ui.say("player.leaving.title"), title) + ui.px(12);
    y += paragraph(ui, {x, y}, words, about, body) + pad;
    if (button(ui, "leaving/stay", {x, y, stay_width, high}, stay, ButtonKind::primary) || ui.take_key("Escape")) {
        page.asks_to_leave = false;
        ui.focus("stage");
        ui.wake_in(0);
    }
    const Point place = one_row ? Point{x + stay_width + ui.px(gap), y} : Point{x, y + high + ui.px(gap)};
    if (button(ui, "leaving/leave", {place.x, place.y, leave_width, high}, leave)) {
        intents.emplace_back(LeaveLesson{});
    }
}

} // namespace screen
