// Paints the message that is written, and the box from which a file is chosen for it.
#include "screen/stage/mail_panes.h"

#include <algorithm>
#include <cmath>

namespace screen {

using world::Target;

namespace {

constexpr double tools_high = 50; // units, as all here
constexpr double field_high = 42;
constexpr double field_high_in_page = 36; // a browser has bars of its own above
constexpr double label_wide = 84;
constexpr double chip_high = 40;
constexpr double suggestion_high = 42;
constexpr double least_body = 96;

/// What keeps the message from being sent; gives its height.
float paint_fault(const MailPanes& panes, const Rect& room) {
    Kit& kit = panes.kit;
    const std::string text = kit.words(panes.mail.writing->fault);
    if (panes.mail.writing->fault_at.empty() || text.empty()) {
        return 0;
    }
    const TextStyle style = kit.style(18, kit.colours().warning_ink);
    const float width = room.w - kit.px(32);
    const float high = kit.paragraph_height(text, width, style) + kit.px(14);
    kit.picture().fill({room.x, room.y, room.w, high}, kit.colours().warning);
    kit.paragraph(text, {room.x + kit.px(16), room.y + kit.px(7)}, width, style);
    return high;
}

/// A label and its field, and what stands at its right.
void paint_field(const MailPanes& panes, std::string_view name, const Rect& row, const Target* beside) {
    Kit& kit = panes.kit;
    const Target* target = panes.find("write/" + std::string(name));
    if (target == nullptr) {
        return;
    }
    const float label = kit.px(label_wide);
    kit.line(kit.words(target->words), {row.x, row.y, label - kit.px(8), row.h}, kit.style(18, kit.colours().soft_ink));
    float right = row.right();
    if (beside != nullptr) {
        const float wide = kit.button_width(*beside, false);
        kit.button(*beside, {right - wide, row.y, wide, row.h}, false);
        right -= wide + kit.px(6);
    }
    kit.field(*target, {row.x + label, row.y, right - row.x - label, row.h}, "desk.mail.hint." + std::string(name));
}

/// The files that go with it, each with a cross that takes it off; gives their height. Draws only where it is asked to.
float paint_files(const MailPanes& panes, Point at, float width, bool draws) {
    Kit& kit = panes.kit;
    const std::vector<const Target*> files = panes.part("write-attachments");
    const float high = kit.px(chip_high);
    const float between = kit.px(6);
    Point pen = at;
    for (const Target* file : files) {
        const std::string name = kit.words(file->words);
        const TextStyle style = kit.style(17, kit.colours().ink);
        const float wide = std::min(kit.text_width(name, style) + kit.px(92), width);
        if (pen.x > at.x && pen.x + wide > at.x + width) {
            pen = {at.x, pen.y + high + between};
        }
        const Rect chip{pen.x, pen.y, wide, high};
        pen.x += wide + between;
        if (!draws) {
            continue;
        }
        kit.picture().fill(chip, kit.colours().chrome, kit.px(6));
        kit.picture().outline(chip, std::max(1.0F, kit.px(1)), kit.colours().field_line, kit.px(6));
        kit.symbol(file->picture, {chip.x + kit.px(6), chip.y, kit.px(28), high}, 26, kit.colours().ink);
        kit.line(name, {chip.x + kit.px(42), chip.y, wide - kit.px(86), high}, style);
        const Rect cross{chip.right() - high, chip.y, high, high};
        const Feel feel = kit.feel(*file, cross);
        if (feel.hovered || feel.pressed) {
            kit.picture().fill(cross, feel.pressed ? kit.colours().pressed : kit.colours().hover, kit.px(6));
        }
        kit.icon("desk-close", cross, 18, kit.colours().ink);
        kit.note_piece(*file, cross, file->details.empty() ? std::string() : kit.words(file->details.front()));
    }
    return files.empty() ? 0 : pen.y - at.y + high + kit.px(8);
}

/// The addresses that complete what is being written, over what lies below the field.
void paint_suggestions(const MailPanes& panes, Point at, float width) {
    Kit& kit = panes.kit;
    const std::vector<const Target*> all = panes.part("suggestions");
    if (all.empty()) {
        return;
    }
    const float high = kit.px(suggestion_high);
    const Rect box{at.x, at.y, width, high * static_cast<float>(all.size()) + kit.px(8)};
    kit.picture().shadow(box.moved(0, kit.px(3)), kit.px(12), kit.colours().shadow, kit.px(6));
    kit.picture().fill(box, kit.colours().menu, kit.px(6));
    kit.picture().outline(box, std::max(1.0F, kit.px(1)), kit.colours().field_line, kit.px(6));
    kit.cover(box);
    float y = box.y + kit.px(4);
    for (const Target* suggestion : all) {
        kit.put(*suggestion, {box.x + kit.px(4), y, box.w - kit.px(8), high});
        y += high;
    }
}

/// To whom, about what, the files and the text. All of it can be scrolled where the window is too low for it.
void paint_letter(const MailPanes& panes, const Rect& room) {
    Kit& kit = panes.kit;
    const float high = kit.px(panes.in_page ? field_high_in_page : field_high);
    const float between = kit.px(panes.in_page ? 4 : 6);
    const std::vector<const Target*> suggestions = panes.part("suggestions");
    // Suggestions lie right below the field that they complete.
    const bool for_copy = !suggestions.empty() && suggestions.front()->name.starts_with(panes.name("suggestion/cc/"));
    const float suggested_at = kit.px(8) + (for_copy ? 2 * high + between : high);
    const float suggested = kit.px(suggestion_high) * static_cast<float>(suggestions.size()) + kit.px(16);
    const float fields = kit.px(8) + 3 * (high + between);
    const float files = paint_files(panes, {0, 0}, room.w - kit.px(28), false);
    const float needed = fields + files + kit.px(least_body + 10);
    const ScrollPart all =
        kit.scroll(panes.part_name("letter"), room, std::max({room.h, needed, suggested_at + suggested}));
    const float left = room.x + kit.px(14);
    const float width = all.room().right() - left - kit.px(14);
    float y = all.top() + kit.px(8);
    for (const std::string_view name : {"to", "cc", "subject"}) {
        paint_field(panes, name, {left, y, width, high}, name == "to" ? panes.find("write/contacts") : nullptr);
        y += high + between;
    }
    y += paint_files(panes, {left, y}, width, true);
    if (const Target* body = panes.find("write/body")) {
        kit.field(*body, {left, y, width, std::max(kit.px(least_body), all.top() + room.h - y - kit.px(10))});
    }
    paint_suggestions(panes, {left + kit.px(label_wide), all.top() + suggested_at}, width - kit.px(label_wide));
}

} // namespace

void paint_writing(const MailPanes& panes, const Rect& room) {
    Kit& kit = panes.kit;
    kit.picture().fill(room, kit.colours().surface);
    if (const Target* ground = panes.find("write")) {
        kit.note(*ground, room);
    }
    const float tools = kit.px(panes.in_page ? 42 : tools_high);
    kit.picture().fill({room.x, room.y, room.w, tools}, kit.colours().chrome);
    paint_tools(panes, panes.part("write-tools"), {room.x + kit.px(8), room.y, room.w - kit.px(16), tools},
                {"send", "attach", "discard", "keep"});
    kit.divider({room.x, room.y + tools - 1, room.w, kit.px(1)});
    const float fault = paint_fault(panes, {room.x, room.y + tools, room.w, 0});
    paint_letter(panes, {room.x, room.y + tools + fault, room.w, room.h - tools - fault});
}

void paint_chooser(const MailPanes& panes, const Rect& room) {
    Kit& kit = panes.kit;
    const DeskColours& colours = kit.colours();
    kit.picture().fill(room, colours.surface);
    const float head = kit.px(54);
    const float foot = kit.px(60);
    const float side = kit.px(200);
    kit.picture().fill({room.x, room.y, room.w, head}, colours.chrome);
    kit.line(kit.say("desk.mail.chooser.title"), {room.x + kit.px(16), room.y, room.w - kit.px(32), head},
             kit.style(20, colours.ink, true));
    if (const Target* up = panes.find("chooser/up")) {
        const float wide = kit.button_width(*up, true);
        kit.button(*up, {room.right() - wide - kit.px(8), room.y + kit.px(7), wide, head - kit.px(14)}, true);
    }
    const Rect middle{room.x, room.y + head, room.w, room.h - head - foot};
    kit.side({middle.x, middle.y, side, middle.h}, panes.part_name("chooser-side"));
    kit.picture().fill({middle.x + side, middle.y, kit.px(1), middle.h}, colours.line);
    ListStyle look;
    look.row = 44;
    look.icon = 30;
    look.about = std::to_string(panes.mail.chooser->folder);
    look.when_empty = "desk.mail.chooser.empty";
    kit.list(panes.part_name("chooser-list"),
             {middle.x + side + kit.px(1), middle.y, middle.w - side - kit.px(1), middle.h}, {Column{}}, look);
    kit.picture().fill({room.x, middle.bottom(), room.w, foot}, colours.chrome);
    kit.divider({room.x, middle.bottom(), room.w, kit.px(1)});
    const std::vector<const Target*> buttons = panes.part("chooser-buttons");
    float right = room.right() - kit.px(14);
    for (auto button = buttons.rbegin(); button != buttons.rend(); ++button) {
        const float wide = std::max(kit.button_width(**button, true), kit.px(110));
        kit.button(**button, {right - wide, middle.bottom() + kit.px(9), wide, foot - kit.px(18)}, true);
        right -= wide + kit.px(10);
    }
}

} // namespace screen
