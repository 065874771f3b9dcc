// What the painters of mail share: the panes of a window, or of a web page that holds the same mail.
#pragma once

#include "screen/stage/desk_kit.h"
#include "world/mail.h"

#include <string>
#include <string_view>
#include <vector>

namespace screen {

/// Mail as it is being drawn. In a web page its targets' names begin with `page/`, and their parts with `mail/`.
struct MailPanes {
    Kit& kit;
    const world::Mail& mail;
    bool in_page = false;

    const world::Mailbox& mailbox() const { return kit.desk().mailbox.now(); }
    std::string name(std::string_view local) const { return (in_page ? "page/" : "") + std::string(local); }
    std::string part_name(std::string_view part) const { return (in_page ? "mail/" : "") + std::string(part); }
    const world::Target* find(std::string_view local) const { return kit.find(name(local)); }
    std::vector<const world::Target*> part(std::string_view part) const { return kit.part(part_name(part)); }
    float px(double units) const { return kit.px(units); }
};

/// Draws mail inside a web page.
void paint_mail_inside(Kit& kit, const world::Mail& mail, const Rect& room);

// The panes, each in its own file.
void paint_message(const MailPanes& panes, const Rect& room);
void paint_writing(const MailPanes& panes, const Rect& room);
void paint_chooser(const MailPanes& panes, const Rect& room);

/// The round mark of a person: the first letter of the name on a colour that goes with the address.
void paint_person(const MailPanes& panes, const world::MailMessage& message, const Rect& rect);

/// A row of buttons; as many as there is room for show their words, first those of that list.
void paint_tools(const MailPanes& panes, const std::vector<const world::Target*>& targets, const Rect& rect,
                 const std::vector<std::string_view>& first);

} // namespace screen
