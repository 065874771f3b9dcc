// Paints the message that is read: who wrote it, its attachments, its text with links.
#include "screen/stage/mail_panes.h"
#include "world/files.h"
#include "world/mail_text.h"

#include <algorithm>
#include <cmath>

namespace screen {

using world::Target;

namespace {

constexpr double margin = 18; // units, as all here
constexpr double text_size = 19;
constexpr double chip_high = 44;
constexpr double person_side = 44;
constexpr float line_share = 1.45F; // of the letters' size, from line to line

/// Lays a paragraph out word by word, so that links can be noted where they fall.
class Flow {
public:
    Flow(const MailPanes& panes, Point at, float width, bool draws)
        : panes_(panes), at_(at), pen_(at), width_(width), draws_(draws), high_(panes.px(text_size) * line_share) {}

    void add(const world::BodyRun& run, Colour ink) {
        const Target* link = run.target.empty() ? nullptr : panes_.find(run.target);
        const TextStyle style = panes_.kit.style(text_size, link != nullptr ? panes_.kit.colours().link : ink);
        std::string_view rest = words_ = panes_.kit.words(run.words);
        while (!rest.empty()) {
            std::size_t end = rest.find(' ');
            end = end == std::string_view::npos ? rest.size() : end + 1;
            add_word(rest.substr(0, end), style, link);
            rest.remove_prefix(end);
        }
        end_piece(link, style);
    }
    float height() const { return pen_.y - at_.y + high_; }

private:
    void add_word(std::string_view word, const TextStyle& style, const Target* link) {
        const float wide = panes_.kit.text_width(word, style);
        if (pen_.x + piece_width_ + wide > at_.x + width_ && pen_.x + piece_width_ > at_.x) {
            end_piece(link, style);
            pen_ = {at_.x, pen_.y + high_};
        }
        piece_ += word;
        piece_width_ = panes_.kit.text_width(piece_, style);
    }
    /// Draws what has been gathered of a line.
    void end_piece(const Target* link, const TextStyle& style) {
        if (piece_.empty()) {
            return;
        }
        const Rect rect{pen_.x, pen_.y, std::ceil(piece_width_) + 1, high_};
        if (draws_) {
            panes_.kit.line(piece_, rect, style);
            if (link != nullptr) {
                draw_link(*link, rect, style);
            }
        }
        pen_.x += piece_width_;
        piece_.clear();
        piece_width_ = 0;
    }
    void draw_link(const Target& link, const Rect& rect, const TextStyle& style) {
        const bool is_hovered = panes_.kit.feel(link, rect).hovered;
        const float thick = std::max(1.0F, panes_.px(is_hovered ? 2.4 : 1.3));
        panes_.kit.picture().fill({rect.x, rect.y + rect.h * 0.82F, rect.w, thick}, style.colour);
        if (noted_ == &link) {
            panes_.kit.note_piece(link, rect);
        } else {
            panes_.kit.note(link, rect);
            noted_ = &link;
        }
    }

    const MailPanes& panes_;
    Point at_;
    Point pen_;
    float width_;
    bool draws_;
    float high_;
    std::string words_;
    std::string piece_;
    float piece_width_ = 0;
    const Target* noted_ = nullptr;
};

/// The text of a message; gives its height. Draws only where it is asked to.
float lay_out_body(const MailPanes& panes, const world::MailMessage& message, Point at, float width, bool draws) {
    Kit& kit = panes.kit;
    const float high = kit.px(text_size) * line_share;
    float y = at.y;
    for (const world::BodyParagraph& paragraph : world::paragraphs_of(message)) {
        const Colour ink = paragraph.quoted ? kit.colours().soft_ink : kit.colours().ink;
        const float inset = paragraph.quoted ? kit.px(14) : 0;
        Flow flow(panes, {at.x + inset, y}, width - inset, draws);
        for (world::BodyRun run : paragraph.runs) {
            if (paragraph.quoted && run.words.text.starts_with(">")) {
                run.words.text.erase(0, run.words.text.starts_with("> ") ? 2 : 1);
            }
            flow.add(run, ink);
        }
        const float tall = paragraph.runs.empty() ? high * 0.6F : flow.height();
        if (paragraph.quoted && draws) {
            kit.picture().fill({at.x, y, kit.px(3), tall + 1}, kit.colours().line);
        }
        y += tall;
    }
    return y - at.y;
}

std::string names_of(const std::vector<world::Person>& people) {
    std::string names;
    for (const world::Person& person : people) {
        names += (names.empty() ? "" : ", ") + world::shown_name(person);
    }
    return names;
}

std::string recipients(const MailPanes& panes, const world::MailMessage& message) {
    const Kit& kit = panes.kit;
    const std::string to = names_of(message.to); // empty where the learner has no name of their own
    std::string text = to.empty() ? "" : kit.say("desk.mail.to-line") + " " + to;
    if (!message.cc.empty()) {
        text += (text.empty() ? "" : " · ") + kit.say("desk.mail.cc-line") + " " + names_of(message.cc);
    }
    return text;
}

/// The buttons at the right of the subject; gives their left edge.
float paint_buttons(const MailPanes& panes, const Rect& row) {
    Kit& kit = panes.kit;
    float right = row.right();
    for (const char* name : {"reading/star", "reading/edit"}) {
        if (const Target* target = panes.find(name)) {
            const bool with_words = target->strong;
            const float wide = kit.button_width(*target, with_words);
            kit.button(*target, {right - wide, row.y, wide, row.h}, with_words);
            right -= wide + kit.px(6);
        }
    }
    return right;
}

TextStyle subject_style(const Kit& kit) {
    return kit.style(22, kit.colours().ink, true);
}

/// The room of the subject: one line, or two where it is long.
float subject_height(const MailPanes& panes, const world::MailMessage& message, float width) {
    const Kit& kit = panes.kit;
    const float least = kit.px(40);
    const TextStyle style = subject_style(kit);
    const float wanted = kit.paragraph_height(kit.words(world::subject_of(message)), width - kit.px(56), style);
    return std::clamp(wanted, least, std::max(least, 2.1F * style.line_height * kit.px(22)));
}

float head_height(const MailPanes& panes, const world::MailMessage& message, float width) {
    return subject_height(panes, message, width) + panes.px(panes.mail.sender_is_shown ? 112 : 72);
}

/// The sender's name; below it, once it was asked for, the address that it really comes from. Gives their lower edge.
float paint_sender(const MailPanes& panes, const world::MailMessage& message, const Rect& room) {
    Kit& kit = panes.kit;
    const DeskColours& colours = kit.colours();
    const Target* sender = panes.find("reading/sender");
    if (sender == nullptr) {
        return room.y;
    }
    const TextStyle bold = kit.style(18, colours.ink, true);
    const std::string name = kit.words(sender->words);
    const float wide = std::min(kit.text_width(name, bold) + 2, room.w - kit.px(34));
    const Rect place{room.x - kit.px(6), room.y, wide + kit.px(34), kit.px(34)};
    const Feel feel = kit.feel(*sender, place);
    if (feel.hovered || feel.pressed || sender->on) {
        kit.picture().fill(place, feel.pressed ? colours.pressed : colours.hover, kit.px(6));
    }
    kit.line(name, {room.x, room.y, wide, place.h}, bold);
    const Point c{place.right() - kit.px(14), place.centre().y};
    const float up = kit.px(sender->on ? -3 : 3);
    kit.picture().stroke({{c.x - kit.px(6), c.y - up}, {c.x, c.y + up}, {c.x + kit.px(6), c.y - up}},
                         std::max(1.5F, kit.px(2)), colours.soft_ink);
    kit.note(*sender, place);
    if (!panes.mail.sender_is_shown) {
        return place.bottom();
    }
    const TextStyle plain = kit.style(18, colours.warning_ink);
    const std::string text = kit.say("desk.mail.from") + " <" + message.from.address + ">";
    const Rect address{place.x, place.bottom() + kit.px(3), std::min(kit.text_width(text, plain) + kit.px(18), room.w),
                       kit.px(34)};
    kit.picture().fill(address, colours.warning, kit.px(6));
    kit.line(text, {address.x + kit.px(8), address.y, address.w - kit.px(10), address.h}, plain);
    return address.bottom() + kit.px(3);
}

/// Who wrote it, when, to whom, and about what; gives its height.
float paint_head(const MailPanes& panes, const world::MailMessage& message, const Rect& room) {
    Kit& kit = panes.kit;
    const float tall = subject_height(panes, message, room.w);
    const float right = paint_buttons(panes, {room.x, room.y + kit.px(2), room.w, kit.px(40)});
    kit.short_lines(kit.words(world::subject_of(message)),
                    {room.x, room.y + kit.px(6), right - room.x - kit.px(8), tall}, subject_style(kit), 2);
    const float top = room.y + tall + kit.px(6);
    paint_person(panes, message, {room.x, top, kit.px(person_side), kit.px(person_side)});
    const float left = room.x + kit.px(person_side + 14);
    const float y = paint_sender(panes, message, {left, top - kit.px(4), room.right() - left, 0});
    const std::string date = kit.words(world::words_of_change(message.date, kit.desk().clock));
    const TextStyle small = kit.style(16, kit.colours().soft_ink);
    const float wide = kit.text_width(date, small) + 2;
    const std::string to = recipients(panes, message);
    // Alone, it begins where the sender's name does.
    kit.line(date, {to.empty() ? left : room.right() - wide, y, wide, kit.px(26)}, small);
    kit.line(to, {left, y, room.right() - wide - left - kit.px(8), kit.px(26)}, small);
    return head_height(panes, message, room.w);
}

/// The attached files, each with a button that saves it; gives their height. Draws only where it is asked to.
float paint_attachments(const MailPanes& panes, Point at, float width, bool draws) {
    Kit& kit = panes.kit;
    const std::vector<const Target*> files = panes.part("attachments");
    const std::vector<const Target*> savers = panes.part("savers");
    const float high = kit.px(chip_high);
    const float between = kit.px(8);
    Point pen = at;
    for (std::size_t i = 0; i < files.size() && i < savers.size(); ++i) {
        const std::string name = kit.words(files[i]->words);
        const float save = kit.button_width(*savers[i], true);
        const float wide = std::min(kit.text_width(name, kit.style(17, kit.colours().ink)) + kit.px(60), width - save);
        if (pen.x > at.x && pen.x + wide + save > at.x + width) {
            pen = {at.x, pen.y + high + between};
        }
        if (draws) {
            const Rect chip{pen.x, pen.y, wide + save, high};
            const Rect file{pen.x, pen.y, wide, high};
            kit.picture().fill(chip, kit.colours().chrome, kit.px(6));
            const Feel feel = kit.feel(*files[i], file);
            if (feel.hovered || feel.pressed) {
                kit.picture().fill(file, feel.pressed ? kit.colours().pressed : kit.colours().hover, kit.px(6));
            }
            kit.picture().outline(chip, std::max(1.0F, kit.px(1)), kit.colours().field_line, kit.px(6));
            kit.symbol(files[i]->picture, {file.x + kit.px(8), file.y, kit.px(30), high}, 28, kit.colours().ink);
            kit.line(name, {file.x + kit.px(46), file.y, wide - kit.px(52), high}, kit.style(17, kit.colours().ink));
            kit.note(*files[i], file);
            kit.button(*savers[i], {file.right(), file.y + kit.px(2), save - kit.px(2), high - kit.px(4)}, true);
        }
        pen.x += wide + save + between;
    }
    return files.empty() ? 0 : pen.y - at.y + high + kit.px(12);
}

void paint_nothing(const MailPanes& panes, const Rect& room) {
    Kit& kit = panes.kit;
    const std::size_t count = panes.mail.selected.size();
    const std::string text =
        count > 1 ? kit.words(world::message("desk.mail.many-selected", {{"count", std::to_string(count)}}))
                  : kit.say("desk.mail.nothing-open");
    const float width = room.w - 2 * kit.px(margin);
    kit.paragraph(text, {room.x + kit.px(margin), room.y + room.h * 0.4F}, width,
                  kit.style(18, kit.colours().soft_ink, false, Align::centre));
}

} // namespace

void paint_message(const MailPanes& panes, const Rect& room) {
    Kit& kit = panes.kit;
    kit.picture().fill(room, kit.colours().surface);
    const world::MailMessage* message = world::shown_message(panes.mail, panes.mailbox());
    const Target* ground = panes.find("reading");
    if (message == nullptr || ground == nullptr) {
        paint_nothing(panes, room);
        return;
    }
    kit.note(*ground, room);
    const float side = kit.px(margin);
    const float width = room.w - 2 * side - kit.px(14);
    const float body = lay_out_body(panes, *message, {0, 0}, width, false);
    const float files = paint_attachments(panes, {0, 0}, width, false);
    const float head = head_height(panes, *message, width);
    const ScrollPart all = kit.scroll(panes.part_name("reading") + "#" + std::to_string(message->id), room,
                                      head + files + body + kit.px(60));
    float y = all.top();
    y += paint_head(panes, *message, {room.x + side, y, width, head});
    kit.divider({room.x + side, y, width, kit.px(1)});
    y += kit.px(10);
    y += paint_attachments(panes, {room.x + side, y}, width, true);
    lay_out_body(panes, *message, {room.x + side, y}, width, true);
}

} // namespace screen
