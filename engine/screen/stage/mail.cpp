// Paints the mail program: folders at the left, the list of messages and the message that is read at the right.
#include "base/text.h"
#include "screen/stage/mail_panes.h"
#include "world/mail_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace screen {

using world::Target;

namespace {

constexpr double side_wide = 196; // units, as all here
constexpr double head_high = 54;
constexpr double head_high_in_page = 46; // a browser has bars of its own above
constexpr double tools_high = 48;
constexpr double tools_high_in_page = 42;
constexpr double status_high = 38;
constexpr double between_tools = 3;
constexpr double cards_wide = 304;

/// A folder list with the button to write above it, and a message that waits to be finished below.
void paint_side(const MailPanes& panes, const Rect& room) {
    Kit& kit = panes.kit;
    kit.picture().fill(room, kit.colours().side);
    float bottom = room.bottom() - kit.px(6);
    const auto put_below = [&](const Target* target) {
        if (target != nullptr) {
            const float high = kit.px(40);
            kit.button(*target, {room.x + kit.px(8), bottom - high, room.w - kit.px(16), high}, true);
            bottom -= high + kit.px(4);
        }
    };
    put_below(panes.find("toolbar/new-folder"));
    put_below(panes.find("write/show"));
    kit.side({room.x, room.y, room.w, bottom - room.y}, panes.part_name("side"));
}

/// The row above all: write, undo, search.
void paint_head(const MailPanes& panes, const Rect& room) {
    Kit& kit = panes.kit;
    kit.picture().fill(room, kit.colours().chrome);
    const float edge = kit.px(panes.in_page ? 4 : 6);
    const Rect row{room.x + kit.px(8), room.y + edge, room.w - kit.px(16), room.h - 2 * edge};
    float left = row.x;
    if (const Target* write = panes.find("toolbar/write")) {
        kit.button(*write, {left, row.y, kit.px(side_wide - 16), row.h}, true);
        left += kit.px(side_wide);
    }
    float right = row.right();
    if (const Target* undo = panes.find("toolbar/undo")) {
        const float wide = kit.button_width(*undo, true);
        kit.button(*undo, {right - wide, row.y, wide, row.h}, true);
        right -= wide + kit.px(12);
    }
    if (const Target* button = panes.find("toolbar/search")) {
        const float wide = kit.button_width(*button, false);
        kit.button(*button, {right - wide, row.y, wide, row.h}, false);
        right -= wide + kit.px(4);
    }
    if (const Target* field = panes.find("field/search")) {
        kit.field(*field, {left, row.y, right - left, row.h});
    }
    kit.divider({room.x, room.bottom() - 1, room.w, kit.px(1)});
}

/// The words of a row of the list; what comes later gives way to what comes first.
struct RowInk {
    Colour ink;
    Colour pale;
};

RowInk inks(const Kit& kit, const Target& item) {
    const DeskColours& colours = kit.colours();
    return item.on ? RowInk{colours.chosen_ink, colours.chosen_ink} : RowInk{colours.ink, colours.soft_ink};
}

const world::MailMessage* message_of(const std::vector<world::NamedMessage>& all, const MailPanes& panes,
                                     const Target& item) {
    const auto found = std::ranges::find_if(
        all, [&](const world::NamedMessage& named) { return panes.name(named.target) == item.name; });
    return found == all.end() ? nullptr : found->message;
}

/// Marks between the subject and the date: a star, an attachment. Gives where they begin.
float paint_marks(Kit& kit, const world::MailMessage& message, const Rect& row, float right, Colour ink) {
    const float side = kit.px(22);
    if (!message.attachments.empty()) {
        right -= side + kit.px(4);
        kit.icon("desk-attach", {right, row.y, side, row.h}, 20, ink);
    }
    if (message.starred) {
        right -= side + kit.px(4);
        kit.icon("desk-star-on", {right, row.y, side, row.h}, 20, ink);
    }
    return right;
}

/// The dot of an unread message, or the arrow of one that was answered, at the lower edge of the person's mark.
void paint_state(Kit& kit, const world::MailMessage& message, const Rect& mark, Colour ink) {
    if (!message.read) {
        kit.picture().disc({mark.right() - kit.px(3), mark.y + kit.px(4)}, kit.px(8), kit.colours().surface);
        kit.picture().disc({mark.right() - kit.px(3), mark.y + kit.px(4)}, kit.px(6), kit.colours().accent);
    } else if (message.answered || message.forwarded) {
        const float side = kit.px(20);
        const Rect place{mark.right() - side * 0.6F, mark.bottom() - side * 0.8F, side, side};
        kit.picture().disc(place.centre(), side * 0.56F, kit.colours().surface);
        kit.icon(message.answered ? "desk-reply" : "desk-forward-mail", place, 16, ink);
    }
}

void paint_headings(const MailPanes& panes, const Rect& row) {
    constexpr std::array<std::pair<const char*, float>, 3> columns{
        {{"heading/from", 0.0F}, {"heading/subject", 0.33F}, {"heading/date", 0.68F}}};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const float left = row.x + row.w * columns[i].second;
        const float right = i + 1 < columns.size() ? row.x + row.w * columns[i + 1].second : row.right();
        if (const Target* heading = panes.find(columns[i].first)) {
            panes.kit.put(*heading, {left, row.y, right - left, row.h});
        }
    }
}

/// A card of two lines for each message.
void paint_cards(const MailPanes& panes, const Rect& room, const ListStyle& look) {
    Kit& kit = panes.kit;
    const float head = kit.px(36);
    paint_headings(panes, {room.x, room.y, room.w, head});
    kit.divider({room.x, room.y + head, room.w, kit.px(1)});
    const std::vector<world::NamedMessage> all = world::named_messages(panes.mail, panes.mailbox());
    kit.rows(panes.part_name("list"), {room.x, room.y + head + 1, room.w, room.h - head - 1}, look,
             [&](const Target& item, const Rect& row, const Feel&) {
                 const world::MailMessage* message = message_of(all, panes, item);
                 if (message == nullptr || item.details.size() < 3) {
                     return;
                 }
                 const RowInk ink = inks(kit, item);
                 const float mark = kit.px(38);
                 const Rect round{row.x + kit.px(8), row.y + (row.h - mark) / 2, mark, mark};
                 paint_person(panes, *message, round);
                 paint_state(kit, *message, round, ink.pale);
                 const float left = row.x + mark + kit.px(18);
                 const float half = row.h / 2;
                 const std::string date = kit.words(item.details[1]);
                 const TextStyle small = kit.style(15.5, ink.pale);
                 const float wide = kit.text_width(date, small) + 2;
                 const float right = row.right() - kit.px(8);
                 kit.line(date, {right - wide, row.y + kit.px(3), wide, half - kit.px(3)}, small);
                 kit.line(kit.words(item.words),
                          {left, row.y + kit.px(3), right - wide - left - kit.px(8), half - kit.px(3)},
                          kit.style(18, ink.ink, item.strong));
                 const Rect below{row.x, row.y + half, row.w, half - kit.px(4)};
                 const float marks = paint_marks(kit, *message, below, right, ink.pale);
                 kit.line(kit.words(item.details[0]), {left, below.y, marks - left - kit.px(4), below.h},
                          kit.style(16.5, ink.ink, item.strong));
             });
}

void paint_list(const MailPanes& panes, const Rect& room) {
    Kit& kit = panes.kit;
    kit.picture().fill(room, kit.colours().surface);
    if (const Target* ground = panes.find("ground")) {
        kit.note(*ground, room);
    }
    const bool is_searching = !panes.mail.search.edit.text.empty();
    ListStyle look;
    look.row = 64;
    look.icon = 0;
    look.about = is_searching ? std::string("search") : panes.mail.folder;
    look.when_empty = is_searching ? "desk.mail.nothing-found" : "desk.mail.no-messages";
    paint_cards(panes, room, look);
}

/// What has just been done, or where the link under the pointer leads.
std::string status_of(const MailPanes& panes) {
    const Kit& kit = panes.kit;
    std::string said = kit.words(panes.mail.notice);
    for (const Target* link : panes.part("links")) {
        const bool is_hovered = kit.memory().hovered == kit.full(link->name);
        if ((is_hovered || (said.empty() && link->on)) && !link->details.empty()) {
            said = kit.words(world::message("desk.mail.leads-to", {{"address", link->details.front().text}}));
        }
    }
    return said;
}

/// It lies over the lower edge of the message, and only while there is something to say.
void paint_status(const MailPanes& panes, const Rect& main) {
    Kit& kit = panes.kit;
    const Target* show = panes.find("reading/show-downloads");
    const std::string said = status_of(panes);
    if (said.empty() && show == nullptr) {
        return;
    }
    const float high = kit.px(show != nullptr ? 46 : status_high);
    const Rect room{main.x, main.bottom() - high, main.w, high};
    kit.picture().fill(room, kit.colours().chrome);
    kit.divider({room.x, room.y, room.w, kit.px(1)});
    kit.cover(room);
    float right = room.right() - kit.px(26); // beside the window's corner
    if (show != nullptr) {
        const float wide = kit.button_width(*show, true);
        kit.button(*show, {right - wide, room.y + kit.px(3), wide, room.h - kit.px(6)}, true);
        right -= wide + kit.px(8);
    }
    kit.line(said, {room.x + kit.px(14), room.y, right - room.x - kit.px(14), room.h},
             kit.style(17, kit.colours().ink));
}

/// The list, and the message that is read beside it.
void paint_reading(const MailPanes& panes, const Rect& room) {
    Kit& kit = panes.kit;
    std::vector<const Target*> tools = panes.part("toolbar");
    std::erase_if(tools, [&](const Target* tool) {
        return tool->name == panes.name("toolbar/write") || tool->name == panes.name("toolbar/undo");
    });
    const float high = kit.px(panes.in_page ? tools_high_in_page : tools_high);
    kit.picture().fill({room.x, room.y, room.w, high}, kit.colours().chrome);
    const Rect row{room.x + kit.px(6), room.y, room.w - kit.px(12), high};
    paint_tools(panes, tools, row, {"reply", "delete", "forward", "archive", "junk"});
    kit.divider({room.x, room.y + high - 1, room.w, kit.px(1)});
    const Rect below{room.x, room.y + high, room.w, room.h - high};
    const float wide = std::min(kit.px(cards_wide), below.w * 0.44F);
    paint_list(panes, {below.x, below.y, wide, below.h});
    kit.picture().fill({below.x + wide, below.y, kit.px(1), below.h}, kit.colours().line);
    paint_message(panes, {below.x + wide + kit.px(1), below.y, below.w - wide - kit.px(1), below.h});
}

void paint_panes(const MailPanes& panes, const Rect& room) {
    Kit& kit = panes.kit;
    if (panes.mail.chooser) {
        paint_chooser(panes, room);
        return;
    }
    const float head = kit.px(panes.in_page ? head_high_in_page : head_high);
    const float side = kit.px(side_wide);
    paint_head(panes, {room.x, room.y, room.w, head});
    const Rect rest{room.x, room.y + head, room.w, room.h - head};
    paint_side(panes, {rest.x, rest.y, side, rest.h});
    kit.picture().fill({rest.x + side, rest.y, kit.px(1), rest.h}, kit.colours().line);
    const Rect main{rest.x + side + kit.px(1), rest.y, rest.w - side - kit.px(1), rest.h};
    if (panes.mail.writing && panes.mail.writing_is_shown) {
        paint_writing(panes, main);
    } else {
        paint_reading(panes, main);
    }
    paint_status(panes, main);
}

} // namespace

void paint_tools(const MailPanes& panes, const std::vector<const Target*>& targets, const Rect& rect,
                 const std::vector<std::string_view>& first) {
    Kit& kit = panes.kit;
    const float between = kit.px(between_tools);
    std::vector<bool> worded(targets.size(), false);
    float room = rect.w;
    for (const Target* target : targets) {
        room -= kit.button_width(*target, false) + between;
    }
    const auto word = [&](std::size_t i) {
        const float more = kit.button_width(*targets[i], true) - kit.button_width(*targets[i], false);
        if (!worded[i] && more <= room) {
            worded[i] = true;
            room -= more;
        }
    };
    for (const std::string_view wanted : first) {
        for (std::size_t i = 0; i < targets.size(); ++i) {
            if (targets[i]->name.ends_with("/" + std::string(wanted))) {
                word(i);
            }
        }
    }
    for (std::size_t i = 0; i < targets.size(); ++i) {
        word(i);
    }
    const float high = std::min(kit.px(40), rect.h);
    float x = rect.x;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const float wide = kit.button_width(*targets[i], worded[i]);
        kit.button(*targets[i], {x, std::round(rect.y + (rect.h - high) / 2), wide, high}, worded[i]);
        x += wide + between;
    }
}

void paint_person(const MailPanes& panes, const world::MailMessage& message, const Rect& rect) {
    constexpr std::array<unsigned, 8> faces{0x1B5E9B, 0x8A3B12, 0x2E6B34, 0x6A3A8C,
                                            0x8C2F4F, 0x0F6A6A, 0x5B5A1E, 0x4A4F8F};
    const std::string& address = message.from.address;
    unsigned sum = 0;
    for (const char sign : address) {
        sum = sum * 31 + static_cast<unsigned char>(sign);
    }
    Kit& kit = panes.kit;
    kit.picture().disc(rect.centre(), rect.w / 2, hex(faces.at(sum % faces.size())));
    const std::vector<std::string> letters = base::split_characters(kit.words(world::sender_of(message)));
    const double units = rect.w / kit.px(1) * 0.52;
    if (!letters.empty()) {
        kit.line(letters.front(), rect, kit.style(units, hex(0xFFFFFF), true, Align::centre));
    }
}

void paint_program(Kit& kit, const world::Mail& mail, const Rect& room) {
    paint_panes(MailPanes{kit, mail, false}, room);
}

void paint_mail_inside(Kit& kit, const world::Mail& mail, const Rect& room) {
    paint_panes(MailPanes{kit, mail, true}, room);
}

} // namespace screen
