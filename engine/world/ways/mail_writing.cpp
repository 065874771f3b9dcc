// Ways to messages that are written and sent.
#include "lesson/matches.h"
#include "world/mail_parts.h"
#include "world/ways/mail_ways.h"

#include <algorithm>

namespace world::mail_ways {

namespace {

/// The file for an attachment that the wish asks for; 0 where it asks for none, or none is there.
int file_to_attach(const Advice& advice, std::string_view field) {
    const lesson::Matcher* matcher = asked(advice.fact(), field);
    const Disk& disk = advice.desk.disk.now();
    if (matcher == nullptr || lesson::matches(*matcher, std::string())) {
        return 0;
    }
    const auto found = std::ranges::find_if(disk.nodes, [&](const Node& node) {
        return node.place == StandardPlace::none && node.kind != FileKind::folder && can_reach(disk, node.id) &&
               lesson::matches(*matcher, node.name);
    });
    return found == disk.nodes.end() ? 0 : found->id;
}

/// The chooser: to the folder that a file lies in, then the file.
void offer_in_chooser(Advice& advice, const OpenMail& place, int file) {
    const Disk& disk = advice.desk.disk.now();
    const Node* node = find_node(disk, file);
    const FileChooser& chooser = *place.mail->chooser;
    const std::string prefix = place.prefix + "chooser/";
    if (node == nullptr) {
        offer_click(advice, prefix + "cancel");
        return;
    }
    if (chooser.selected == file) {
        offer_click(advice, prefix + "attach");
    }
    offer_click(advice, prefix + "item/" + node->name, 2);
    offer_click(advice, prefix + "item/" + node->name);
    if (chooser.folder == node->parent) {
        return;
    }
    for (int folder = node->parent; folder != 0; folder = find_node(disk, folder)->parent) {
        const Node& above = *find_node(disk, folder);
        offer_click(advice, prefix + "place/" + code_of(disk, folder));
        offer_click(advice, prefix + "item/" + (above.name.empty() ? code_of(disk, folder) : above.name), 2);
    }
    offer_click(advice, prefix + "up");
}

bool has_attachment(const Writing& writing, const lesson::Matcher& wanted) {
    return writing.attachments.empty() ? lesson::matches(wanted, std::string())
                                       : std::ranges::any_of(writing.attachments, [&](const Attachment& one) {
                                             return lesson::matches(wanted, one.name);
                                         });
}

/// Whether the attachments are as wished; offers to attach or remove.
bool is_attached(Advice& advice, const OpenMail& place, std::string_view field) {
    const lesson::Matcher* wanted = asked(advice.fact(), field);
    const Writing& writing = *place.mail->writing;
    if (wanted == nullptr || has_attachment(writing, *wanted)) {
        return true;
    }
    if (file_to_attach(advice, field) != 0) {
        offer_click(advice, place.prefix + "write/attach");
    }
    for (const Attachment& one : writing.attachments) {
        offer_click(advice, place.prefix + "write/attachment/" + one.name + "/remove");
    }
    return false;
}

bool matches_recipients(const Advice& advice, const lesson::Matcher& wanted, const TextField& field) {
    const std::vector<Person> people = recipients_of(mailbox_of(advice), field.edit.text);
    return people.empty() ? lesson::matches(wanted, std::string())
                          : std::ranges::any_of(
                                people, [&](const Person& person) { return lesson::matches(wanted, person.address); });
}

/// Whether what is written now would come to stand among what is quoted, and so would not be the learner's own.
bool is_within_quote(const TextEdit& edit) {
    const std::string_view before = std::string_view(edit.text).substr(0, edit.caret);
    const std::size_t line = before.rfind('\n') == before.npos ? 0 : before.rfind('\n') + 1;
    return edit.caret > line && edit.text[line] == '>';
}

void offer_to_go_above_quote(Advice& advice, const std::string& body) {
    offer(advice, {Mark{body, 0, 0}});
    offer_keys(advice, "Home", {"Control"});
}

/// Whether recipients, subject and text are as wished; offers what comes next. A recipient that ends with a comma or
/// not is the same.
bool is_written(Advice& advice, const OpenMail& place) {
    const Writing& writing = *place.mail->writing;
    const std::string prefix = place.prefix + "write/";
    struct Line {
        std::string_view field;
        const TextField& text;
        bool is_people = false;
    };
    for (const Line& line : {Line{"to", writing.to, true}, Line{"cc", writing.cc, true},
                             Line{"subject", writing.subject}, Line{"body", writing.body}}) {
        const lesson::Matcher* wanted = asked(advice.fact(), line.field);
        if (wanted == nullptr) {
            continue;
        }
        const bool is_right = line.is_people ? matches_recipients(advice, *wanted, line.text)
                                             : lesson::matches(*wanted, without_quote(line.text.edit.text));
        const std::optional<std::string> text = text_for(*wanted, advice.wish.said);
        if (is_right || !text) {
            continue;
        }
        const std::string target = prefix + std::string(line.field);
        const bool is_body = line.field == "body";
        if (is_body && advice.desk.focus == target && is_within_quote(line.text.edit)) {
            offer_to_go_above_quote(advice, target);
        } else {
            offer_text(advice, target, *text, !is_body);
        }
        return false;
    }
    return true;
}

/// The newest message that a reply would go to the wished address from, or nullptr.
const MailMessage* message_to_answer(const Advice& advice) {
    const auto& messages = mailbox_of(advice).messages;
    const bool asks_for_reply = asked(advice.fact(), "reply_to") != nullptr;
    if (!asks_for_reply && asked(advice.fact(), "to") == nullptr) {
        return nullptr;
    }
    const auto found = std::ranges::find_if(messages.rbegin(), messages.rend(), [&](const MailMessage& message) {
        return message.folder == "inbox" && message.undelivered.empty() &&
               (asks_for_reply ? allows(advice.fact(), "reply_to", message.from.address)
                               : allows(advice.fact(), "to", message.from.address));
    });
    return found == messages.rend() ? nullptr : &*found;
}

void offer_to_begin(Advice& advice, const OpenMail& place) {
    const MailMessage* message = message_to_answer(advice);
    const bool has_to_answer = asked(advice.fact(), "reply_to") != nullptr;
    const Mail& mail = *place.mail;
    if (mail.writing && !mail.writing_is_shown) {
        offer_click(advice, place.prefix + "write/show");
    }
    if (message != nullptr && is_open(advice, place, *message)) {
        offer_click(advice, place.prefix + "toolbar/reply");
    }
    if (!has_to_answer) {
        offer_click(advice, place.prefix + "toolbar/write");
    }
}

/// Whether a message is being written, as wished; offers what comes next.
bool is_composed(Advice& advice, const OpenMail& place) {
    const Mail& mail = *place.mail;
    if (mail.chooser) {
        offer_in_chooser(advice, place, file_to_attach(advice, "attachment"));
        return false;
    }
    const bool is_writing = mail.writing && mail.writing_is_shown;
    const MailMessage* answered = is_writing ? find_message(mailbox_of(advice), mail.writing->answers) : nullptr;
    const bool is_answer = asked(advice.fact(), "reply_to") == nullptr ||
                           (answered != nullptr && allows(advice.fact(), "reply_to", answered->from.address));
    if (!is_writing || !is_answer) {
        if (is_writing) {
            offer_click(advice, place.prefix + "write/back");
        }
        offer_to_begin(advice, place);
        return false;
    }
    return is_written(advice, place) && is_attached(advice, place, "attachment");
}

void offer_to_send(Advice& advice, const OpenMail& place) {
    offer_click(advice, "dialog/send-anyway");
    offer_click(advice, "dialog/go-on");
    if (place.mail == nullptr) {
        return;
    }
    const Mail& mail = *place.mail;
    if (mail.writing && mail.writing_is_shown && mail.writing->to.edit.text.empty()) {
        offer_text(advice, place.prefix + "write/to",
                   mailbox_of(advice).contacts.empty() ? mailbox_of(advice).owner.address
                                                       : mailbox_of(advice).contacts.front().address);
    }
    offer_click(advice, place.prefix + "write/send");
}

} // namespace

void wish_draft(Advice& advice) {
    const OpenMail place = mail_in_front(advice);
    if (place.mail == nullptr) {
        return;
    }
    if (advice.wish.gone) {
        offer_click(advice, "dialog/discard-it");
        offer_click(advice, place.prefix + "write/discard");
        return;
    }
    is_composed(advice, place);
}

void wish_sent(Advice& advice) {
    const OpenMail place = mail_in_front(advice);
    if (place.mail == nullptr) {
        return;
    }
    if (advice.wish.gone) {
        offer_click(advice, place.prefix + "toolbar/undo");
        return;
    }
    if (front_dialog(advice.desk) != nullptr || is_composed(advice, place)) {
        offer_to_send(advice, place);
    }
}

/// A reply to, or a forwarding of, a message of that sender.
void offer_answer(Advice& advice, bool forwards) {
    const OpenMail place = mail_in_front(advice);
    if (place.mail == nullptr) {
        return;
    }
    const Mail& mail = *place.mail;
    const bool is_writing = mail.writing && mail.writing_is_shown;
    for (const MailMessage* message : messages_for(advice)) {
        if (is_writing && mail.writing->answers == message->id && mail.writing->forwards == forwards) {
            offer_to_send(advice, place);
        } else if (is_open(advice, place, *message)) {
            offer_click(advice, place.prefix + "toolbar/" + (forwards ? "forward" : "reply"));
        }
    }
    if (front_dialog(advice.desk) != nullptr) {
        offer_to_send(advice, place);
    }
}

void wish_contact(Advice& advice) {
    const OpenMail place = mail_in_front(advice);
    offer_click(advice, "menu/know-sender");
    if (place.mail == nullptr || advice.wish.gone) {
        return;
    }
    for (const MailMessage& message : mailbox_of(advice).messages) {
        const bool is_meant =
            allows(advice.fact(), "address", message.from.address) && allows(advice.fact(), "name", message.from.name);
        if (is_meant && is_open(advice, place, message)) {
            offer_right_click(advice, place.prefix + "reading/sender");
        }
    }
}

/// The page for writing, where something is done with it.
void offer_in_writing(Advice& advice, std::string_view button, std::string_view answer) {
    const OpenMail place = mail_in_front(advice);
    offer_click(advice, "dialog/" + std::string(answer));
    if (place.mail == nullptr) {
        return;
    }
    if (place.mail->writing && place.mail->writing_is_shown) {
        offer_click(advice, place.prefix + "write/" + std::string(button));
    } else {
        offer_to_begin(advice, place);
    }
}

/// Only what was written can be discarded.
void wish_discarded(Advice& advice) {
    const OpenMail place = front_mail(advice);
    const bool is_writing = place.mail != nullptr && place.mail->writing && place.mail->writing_is_shown;
    if (is_writing && !has_changed(*place.mail->writing)) {
        offer_text(advice, place.prefix + "write/subject",
                   text_for(advice, "subject").value_or(mailbox_of(advice).owner.name));
    } else {
        offer_in_writing(advice, "discard", "discard-it");
    }
}

void wish_attached(Advice& advice) {
    const OpenMail place = mail_in_front(advice);
    if (place.mail == nullptr) {
        return;
    }
    if (place.mail->chooser) {
        offer_in_chooser(advice, place, file_to_attach(advice, "name"));
    } else if (place.mail->writing && place.mail->writing_is_shown) {
        offer_click(advice, place.prefix + "write/attach");
    } else {
        offer_to_begin(advice, place);
    }
}

void wish_detached(Advice& advice) {
    const OpenMail place = mail_in_front(advice);
    if (place.mail == nullptr) {
        return;
    }
    const bool is_writing = place.mail->writing && place.mail->writing_is_shown;
    if (is_writing) {
        for (const Attachment& one : place.mail->writing->attachments) {
            if (allows(advice.fact(), "name", one.name)) {
                offer_click(advice, place.prefix + "write/attachment/" + one.name + "/remove");
            }
        }
    }
    wish_attached(advice);
}

void wish_undelivered(Advice& advice) {
    const OpenMail place = mail_in_front(advice);
    const std::optional<std::string> to = text_for(advice, "to");
    if (place.mail == nullptr || !to) {
        return;
    }
    const Mail& mail = *place.mail;
    if (!(mail.writing && mail.writing_is_shown)) {
        offer_to_begin(advice, place);
    } else if (mail.writing->to.edit.text != *to) {
        offer_text(advice, place.prefix + "write/to", *to);
    } else {
        offer_to_send(advice, place);
    }
}

void wish_undone(Advice& advice) {
    if (const OpenMail place = mail_in_front(advice); place.mail != nullptr) {
        offer_click(advice, place.prefix + "toolbar/undo");
    }
}

} // namespace world::mail_ways
