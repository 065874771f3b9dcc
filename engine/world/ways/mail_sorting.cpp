// Ways to messages in their folders, and with their marks.
#include "lesson/matches.h"
#include "world/mail_parts.h"
#include "world/ways/mail_ways.h"

#include <algorithm>

namespace world::mail_ways {

namespace {

void offer_new_folder(Advice& advice, const OpenMail& place, const lesson::Matcher& name) {
    if (const Dialog* dialog = front_dialog(advice.desk); dialog != nullptr && dialog->kind == "mail.new-folder") {
        if (!offer_matching(advice, "dialog/field", name)) {
            offer_click(advice, "dialog/create");
        }
        return;
    }
    if (place.mail != nullptr && is_free(advice, place)) {
        offer_click(advice, place.prefix + "toolbar/new-folder");
    }
}

void offer_to_move(Advice& advice, const OpenMail& place, const MailMessage& message, const std::string& folder) {
    const std::string target = target_of_message(advice, place, message);
    if (advice.desk.menu) {
        offer_click(advice, "menu/move:" + folder);
        if (folder == "junk" || folder == "archive" || folder == "bin") {
            offer_click(advice, "menu/" + std::string(folder == "bin" ? "delete" : folder));
        }
        return;
    }
    if (!in_list(advice, place, message)) {
        return;
    }
    if (is_selected(place, message)) {
        if (folder == "junk" || folder == "archive") {
            offer_click(advice, place.prefix + "toolbar/" + folder);
        } else if (folder == "bin") {
            offer_click(advice, place.prefix + "toolbar/delete");
        } else if (folder == "inbox" && message.folder == "junk") {
            offer_click(advice, place.prefix + "toolbar/not-junk");
        }
        offer_drag(advice, target, place.prefix + "folder/" + folder);
        offer_click(advice, place.prefix + "toolbar/move");
    } else {
        offer_drag(advice, target, place.prefix + "folder/" + folder);
        offer_click(advice, target);
        offer_right_click(advice, target);
    }
}

/// The folder that a field asks for; empty where there is none of that name.
std::string folder_for(const Advice& advice, std::string_view field) {
    for (const std::string& folder : folders_of(mailbox_of(advice))) {
        if (folder != "drafts" && folder != "sent" && asked(advice.fact(), field) != nullptr &&
            allows(advice.fact(), field, folder)) {
            return folder;
        }
    }
    return {};
}

void offer_into_folder(Advice& advice, const OpenMail& place, const MailMessage& message, std::string_view field) {
    const std::string folder = folder_for(advice, field);
    if (!folder.empty()) {
        offer_to_move(advice, place, message, folder);
    } else if (const lesson::Matcher* name = asked(advice.fact(), field)) {
        offer_new_folder(advice, place, *name);
    }
}

void offer_mark(Advice& advice, const OpenMail& place, const MailMessage& message, std::string_view command) {
    if (advice.desk.menu) {
        offer_click(advice, "menu/" + std::string(command));
        return;
    }
    if (command == "star") {
        if (is_open(advice, place, message)) {
            offer_click(advice, place.prefix + "reading/star");
        }
    } else if (in_list(advice, place, message)) {
        if (is_selected(place, message)) {
            offer_click(advice, place.prefix + "toolbar/unread");
        } else {
            offer_click(advice, target_of_message(advice, place, message));
        }
    }
    offer_right_click(advice, target_of_message(advice, place, message));
}

void offer_to_empty(Advice& advice, const OpenMail& place, const std::string& folder) {
    offer_click(advice, "dialog/delete-for-good");
    if (advice.desk.menu) {
        offer_click(advice, "menu/empty");
    }
    if (place.mail != nullptr && is_free(advice, place)) {
        offer_right_click(advice, place.prefix + "folder/" + folder);
    }
}

} // namespace

/// Where a message shall lie, and how it shall be marked. One that shall not be so is put into the bin.
void wish_message(Advice& advice) {
    const OpenMail place = mail_in_front(advice);
    if (place.mail == nullptr) {
        return;
    }
    if (advice.wish.gone) {
        for (const MailMessage* message : messages_for(advice, "folder")) {
            offer_to_move(advice, place, *message, message->folder == "bin" ? "inbox" : "bin");
            offer_to_move(advice, place, *message, "inbox");
        }
        return;
    }
    for (const MailMessage* message : messages_for(advice)) {
        if (!allows(advice.fact(), "folder", message->folder)) {
            offer_into_folder(advice, place, *message, "folder");
        } else if (!allows(advice.fact(), "read", message->read)) {
            message->read ? offer_mark(advice, place, *message, "unread")
                          : static_cast<void>(is_open(advice, place, *message));
        } else if (!allows(advice.fact(), "starred", message->starred)) {
            offer_mark(advice, place, *message, "star");
        }
    }
}

/// Something that happened to a message while it moved to `to`.
void wish_moved_to(Advice& advice, const std::string& folder) {
    const OpenMail place = mail_in_front(advice);
    if (place.mail == nullptr) {
        return;
    }
    for (const MailMessage* message : messages_for(advice, "folder")) {
        const bool is_scam = !message->danger.empty();
        if (!allows(advice.fact(), "scam", is_scam)) {
            continue;
        }
        if (!folder.empty()) {
            offer_to_move(advice, place, *message, folder);
        } else if (asked(advice.fact(), "to") != nullptr) {
            offer_into_folder(advice, place, *message, "to");
        } else {
            offer_to_move(advice, place, *message, "archive");
        }
    }
}

void wish_marked(Advice& advice) {
    const OpenMail place = mail_in_front(advice);
    if (place.mail == nullptr) {
        return;
    }
    for (const MailMessage* message : messages_for(advice, "folder")) {
        const bool is_star = allows(advice.fact(), "as", std::string(message->starred ? "unstarred" : "starred"));
        if (is_star) {
            offer_mark(advice, place, *message, "star");
        }
        if (allows(advice.fact(), "as", std::string(message->read ? "unread" : "read"))) {
            offer_mark(advice, place, *message, "unread");
        }
    }
}

void wish_unread(Advice& advice) {
    const OpenMail place = mail_in_front(advice);
    if (place.mail == nullptr) {
        return;
    }
    const auto now = static_cast<double>(unread_in(mailbox_of(advice), "inbox"));
    const bool fewer = allows(advice.fact(), "count", 0.0) || allows(advice.fact(), "count", now - 1);
    for (const MailMessage& message : mailbox_of(advice).messages) {
        if (message.folder == "inbox" && message.read != fewer) {
            fewer ? static_cast<void>(is_open(advice, place, message)) : offer_mark(advice, place, message, "unread");
        }
    }
}

void wish_folder(Advice& advice) {
    const OpenMail place = mail_in_front(advice);
    const Mailbox& mailbox = mailbox_of(advice);
    const lesson::Matcher* name = asked(advice.fact(), "name");
    if (place.mail == nullptr || name == nullptr) {
        return;
    }
    bool is_there = false;
    for (const std::string& folder : folders_of(mailbox)) {
        if (!lesson::matches(*name, folder)) {
            continue;
        }
        is_there = true;
        if (advice.wish.gone) {
            offer_click(advice, "menu/remove-folder");
            offer_right_click(advice, place.prefix + "folder/" + folder);
        }
        const bool shall_be_empty = asked(advice.fact(), "count") != nullptr && allows(advice.fact(), "count", 0.0);
        if (shall_be_empty || folder == "bin" || folder == "junk") {
            offer_to_empty(advice, place, folder);
        }
        for (const MailMessage& message : mailbox.messages) {
            if (message.folder == folder && !message.read && allows(advice.fact(), "unread", 0.0)) {
                is_open(advice, place, message);
            } else if (message.folder != folder && message.folder == "inbox") {
                offer_to_move(advice, place, message, folder);
            }
        }
    }
    if (!is_there && !advice.wish.gone) {
        offer_new_folder(advice, place, *name);
    }
}

void wish_emptied(Advice& advice) {
    const OpenMail place = mail_in_front(advice);
    for (const char* folder : {"bin", "junk"}) {
        if (allows(advice.fact(), "folder", std::string(folder))) {
            offer_to_empty(advice, place, folder);
        }
    }
}

void wish_folder_created(Advice& advice) {
    const OpenMail place = mail_in_front(advice);
    if (const lesson::Matcher* name = asked(advice.fact(), "name")) {
        offer_new_folder(advice, place, *name);
    }
}

} // namespace world::mail_ways
