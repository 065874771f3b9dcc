// Ways to what goals ask of mail: in the mail program, or in the webmail in the browser.
#include "lesson/matches.h"
#include "world/mail_parts.h"
#include "world/ways/advice.h"
#include "world/ways/browser_ways.h"

#include <algorithm>
#include <array>

namespace world {

namespace {

/// The mail that can be touched now, and what stands before its targets' names.
struct Place {
    const Mail* mail = nullptr;
    std::string prefix;
};

Place front_mail(const Advice& advice) {
    const Window* front = active_window(advice.desk);
    if (front == nullptr) {
        return {};
    }
    if (const auto* mail = std::get_if<Mail>(&front->program)) {
        return {mail, front->name + "/"};
    }
    const auto* browser = std::get_if<Browser>(&front->program);
    if (browser != nullptr && !browser->tabs.empty() && shown(*browser).mail) {
        return {&*shown(*browser).mail, front->name + "/page/"};
    }
    return {};
}

bool uses_webmail(const Advice& advice) {
    return std::ranges::none_of(advice.desk.windows,
                                [](const Window& window) { return std::holds_alternative<Mail>(window.program); }) &&
           std::ranges::any_of(advice.desk.windows, [](const Window& window) {
               const auto* browser = std::get_if<Browser>(&window.program);
               return browser != nullptr &&
                      std::ranges::any_of(browser->tabs, [](const auto& tab) { return tab->mail.has_value(); });
           });
}

/// The mail in front; offers the way to it where there is none.
Place mail_in_front(Advice& advice) {
    const Place place = front_mail(advice);
    if (place.mail == nullptr) {
        uses_webmail(advice) ? static_cast<void>(on_webmail(advice)) : static_cast<void>(in_front(advice, "mail"));
    }
    return place;
}

const Mailbox& mailbox_of(const Advice& advice) {
    return advice.desk.mailbox.now();
}

/// The messages that the wish means, whatever their folder and marks. One that is open comes first, so that of several
/// that would do it is gone on with.
std::vector<const MailMessage*> messages_for(const Advice& advice, std::string_view folder_field = {}) {
    std::vector<const MailMessage*> found;
    for (const MailMessage& message : mailbox_of(advice).messages) {
        const bool is_meant = allows(advice.fact(), "from", message.from.address) &&
                              allows(advice.fact(), "subject", subject_code(message)) &&
                              (folder_field.empty() || allows(advice.fact(), folder_field, message.folder));
        if (is_meant) {
            found.push_back(&message);
        }
    }
    if (const Mail* mail = front_mail(advice).mail) {
        const MailMessage* open = shown_message(*mail, mailbox_of(advice));
        std::stable_partition(found.begin(), found.end(), [&](const MailMessage* message) { return message == open; });
    }
    return found;
}

/// Whether a box that lies over the mail is gone; offers to close it.
bool is_free(Advice& advice, const Place& place) {
    if (place.mail->chooser) {
        offer_click(advice, place.prefix + "chooser/cancel");
        return false;
    }
    return true;
}

/// Whether the list of messages shows that one; offers the way there.
bool in_list(Advice& advice, const Place& place, const MailMessage& message) {
    const Mail& mail = *place.mail;
    if (!is_free(advice, place)) {
        return false;
    }
    const bool is_covered = mail.writing && mail.writing_is_shown;
    const std::vector<NamedMessage> all = named_messages(mail, mailbox_of(advice));
    const bool is_listed = std::ranges::any_of(all, [&](const auto& named) { return named.message == &message; });
    if (is_covered) {
        offer_click(advice, place.prefix + "write/back");
    }
    if (!is_listed) {
        offer_click(advice, place.prefix + "folder/" + message.folder);
    }
    return is_listed && !is_covered;
}

std::string target_of_message(const Advice& advice, const Place& place, const MailMessage& message) {
    const std::vector<NamedMessage> all = named_messages(*place.mail, mailbox_of(advice));
    const auto found = std::ranges::find(all, &message, &NamedMessage::message);
    return found == all.end() ? std::string() : place.prefix + found->target;
}

/// Whether that message is in the reading pane; offers the way there.
bool is_open(Advice& advice, const Place& place, const MailMessage& message) {
    const Mail& mail = *place.mail;
    const bool is_shown = shown_message(mail, mailbox_of(advice)) == &message && !mail.chooser &&
                          !(mail.writing && mail.writing_is_shown);
    if (is_shown) {
        return true;
    }
    if (in_list(advice, place, message)) {
        offer_click(advice, target_of_message(advice, place, message));
    }
    return false;
}

bool is_selected(const Place& place, const MailMessage& message) {
    return place.mail->selected == std::vector{message.id};
}

// --- Reading and sorting
// -----------------------------------------------------------------------------------------------

void wish_open(Advice& advice) {
    const Place place = mail_in_front(advice);
    if (place.mail == nullptr) {
        return;
    }
    if (advice.wish.gone) {
        offer_click(advice, place.prefix + "toolbar/write");
        return;
    }
    for (const MailMessage* message : messages_for(advice, "folder")) {
        is_open(advice, place, *message);
    }
}

void wish_opened(Advice& advice) {
    const Place place = mail_in_front(advice);
    if (place.mail == nullptr) {
        return;
    }
    for (const MailMessage* message : messages_for(advice, "folder")) {
        if (!is_selected(place, *message)) {
            is_open(advice, place, *message);
        } else if (in_list(advice, place, *message)) { // it is open already: only a click tells so again
            offer_click(advice, target_of_message(advice, place, *message));
            for (const NamedMessage& other : named_messages(*place.mail, mailbox_of(advice))) {
                offer_click(advice, place.prefix + other.target);
            }
        }
    }
}

void offer_new_folder(Advice& advice, const Place& place, const lesson::Matcher& name) {
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

void offer_to_move(Advice& advice, const Place& place, const MailMessage& message, const std::string& folder) {
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

void offer_into_folder(Advice& advice, const Place& place, const MailMessage& message, std::string_view field) {
    const std::string folder = folder_for(advice, field);
    if (!folder.empty()) {
        offer_to_move(advice, place, message, folder);
    } else if (const lesson::Matcher* name = asked(advice.fact(), field)) {
        offer_new_folder(advice, place, *name);
    }
}

void offer_mark(Advice& advice, const Place& place, const MailMessage& message, std::string_view command) {
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

/// Where a message shall lie, and how it shall be marked. One that shall not be so is put into the bin.
void wish_message(Advice& advice) {
    const Place place = mail_in_front(advice);
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
    const Place place = mail_in_front(advice);
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
    const Place place = mail_in_front(advice);
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
    const Place place = mail_in_front(advice);
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

void offer_to_empty(Advice& advice, const Place& place, const std::string& folder) {
    offer_click(advice, "dialog/delete-for-good");
    if (advice.desk.menu) {
        offer_click(advice, "menu/empty");
    }
    if (place.mail != nullptr && is_free(advice, place)) {
        offer_right_click(advice, place.prefix + "folder/" + folder);
    }
}

void wish_folder(Advice& advice) {
    const Place place = mail_in_front(advice);
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
    const Place place = mail_in_front(advice);
    for (const char* folder : {"bin", "junk"}) {
        if (allows(advice.fact(), "folder", std::string(folder))) {
            offer_to_empty(advice, place, folder);
        }
    }
}

void wish_folder_created(Advice& advice) {
    const Place place = mail_in_front(advice);
    if (const lesson::Matcher* name = asked(advice.fact(), "name")) {
        offer_new_folder(advice, place, *name);
    }
}

void wish_showing(Advice& advice) {
    const Place place = mail_in_front(advice);
    if (place.mail == nullptr || !is_free(advice, place)) {
        return;
    }
    const Mail& mail = *place.mail;
    const bool is_writing = mail.writing && mail.writing_is_shown;
    if (!allows(advice.fact(), "writing", is_writing)) {
        is_writing ? offer_click(advice, place.prefix + "write/back")
                   : offer_click(advice, place.prefix + "toolbar/write");
    }
    for (const std::string& folder : folders_of(mailbox_of(advice))) {
        if (asked(advice.fact(), "folder") != nullptr && allows(advice.fact(), "folder", folder) &&
            (folder != mail.folder || !mail.search.edit.text.empty())) {
            offer_click(advice, place.prefix + "folder/" + folder);
        }
    }
    if (const lesson::Matcher* search = asked(advice.fact(), "search")) {
        offer_matching(advice, place.prefix + "field/search", *search);
    }
}

void wish_searched(Advice& advice) {
    const Place place = mail_in_front(advice);
    const lesson::Matcher* words = asked(advice.fact(), "words");
    if (place.mail == nullptr || !is_free(advice, place)) {
        return;
    }
    const std::string field = place.prefix + "field/search";
    if (words != nullptr && offer_matching(advice, field, *words)) {
        return;
    }
    if (words == nullptr && place.mail->search.edit.text.empty()) {
        offer_text(advice, field, mailbox_of(advice).owner.address);
        return;
    }
    offer_click(advice, place.prefix + "toolbar/search");
}

// --- Looking closer
// ----------------------------------------------------------------------------------------------------

void offer_to_inspect(Advice& advice, const Place& place, const MailMessage& message) {
    const auto wants = [&](std::string_view what) { return allows(advice.fact(), "what", std::string(what)); };
    if (advice.desk.menu) {
        offer_click(advice, "menu/show-address");
        offer_click(advice, "menu/show-sender");
        return;
    }
    if (!is_open(advice, place, message)) {
        return;
    }
    if (wants("sender")) {
        offer_click(advice, place.prefix + "reading/sender");
    }
    if (wants("link")) {
        for (const Target& target : advice.targets) {
            if (target.name.starts_with(place.prefix + "reading/link/")) {
                offer_right_click(advice, target.name);
            }
        }
    }
}

/// Whether there is something in a message that can be looked at closer, as wished.
bool has_what_to_inspect(const Advice& advice, const MailMessage& message) {
    const std::vector<std::string> signs = signs_of(message);
    const auto is_meant = [&](const std::string& what, bool is_there) {
        const bool tells = std::ranges::find(signs, what) != signs.end();
        return is_there && allows(advice.fact(), "what", what) && allows(advice.fact(), "tells", tells);
    };
    return is_meant("sender", true) || is_meant("link", message.body.find("](") != std::string::npos);
}

void wish_inspected(Advice& advice) {
    const Place place = mail_in_front(advice);
    if (place.mail != nullptr) {
        for (const MailMessage* message : messages_for(advice, "folder")) {
            if (has_what_to_inspect(advice, *message)) {
                offer_to_inspect(advice, place, *message);
            }
        }
    }
}

void wish_followed_link(Advice& advice) {
    const Place place = mail_in_front(advice);
    offer_click(advice, "dialog/go-on");
    if (place.mail == nullptr) {
        return;
    }
    for (const MailMessage* message : messages_for(advice, "folder")) {
        if (!is_open(advice, place, *message)) {
            continue;
        }
        for (const Target& target : advice.targets) {
            const bool is_link = target.name.starts_with(place.prefix + "reading/link/") && !target.details.empty();
            if (is_link && allows(advice.fact(), "address", target.details.front().text)) {
                offer_click(advice, target.name);
            }
        }
    }
}

/// A message's attachment of a name that the wish allows, saved or opened.
void offer_attachments(Advice& advice, std::span<const MailMessage* const> messages, bool opens) {
    const auto is_wished = [&](const Attachment& one) { return allows(advice.fact(), "name", one.name); };
    if (std::ranges::none_of(messages,
                             [&](const auto* one) { return std::ranges::any_of(one->attachments, is_wished); })) {
        return;
    }
    const Place place = mail_in_front(advice);
    offer_click(advice, opens ? "dialog/open" : "dialog/save");
    offer_click(advice, opens ? "menu/open-attachment" : "menu/save-attachment");
    if (place.mail == nullptr) {
        return;
    }
    for (const MailMessage* message : messages) {
        for (const Attachment& one : message->attachments) {
            if (!is_wished(one) || !is_open(advice, place, *message)) {
                continue;
            }
            const std::string target = place.prefix + "reading/attachment/" + one.name;
            if (opens) {
                offer_open(advice, target);
            } else {
                offer_click(advice, place.prefix + "reading/save/" + one.name);
            }
            offer_right_click(advice, target);
        }
    }
}

// --- Writing
// -----------------------------------------------------------------------------------------------------------

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
void offer_in_chooser(Advice& advice, const Place& place, int file) {
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
bool is_attached(Advice& advice, const Place& place, std::string_view field) {
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

/// Whether recipients, subject and text are as wished; offers what comes next. A recipient that ends with a comma or
/// not is the same.
bool is_written(Advice& advice, const Place& place) {
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
        const bool is_body = line.field == "body";
        offer_text(advice, prefix + std::string(line.field), *text, !is_body);
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

void offer_to_begin(Advice& advice, const Place& place) {
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
bool is_composed(Advice& advice, const Place& place) {
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

void wish_draft(Advice& advice) {
    const Place place = mail_in_front(advice);
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

void offer_to_send(Advice& advice, const Place& place) {
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

void wish_sent(Advice& advice) {
    const Place place = mail_in_front(advice);
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
    const Place place = mail_in_front(advice);
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
    const Place place = mail_in_front(advice);
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
    const Place place = mail_in_front(advice);
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
    const Place place = front_mail(advice);
    const bool is_writing = place.mail != nullptr && place.mail->writing && place.mail->writing_is_shown;
    if (is_writing && !has_changed(*place.mail->writing)) {
        offer_text(advice, place.prefix + "write/subject",
                   text_for(advice, "subject").value_or(mailbox_of(advice).owner.name));
    } else {
        offer_in_writing(advice, "discard", "discard-it");
    }
}

void wish_attached(Advice& advice) {
    const Place place = mail_in_front(advice);
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
    const Place place = mail_in_front(advice);
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
    const Place place = mail_in_front(advice);
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
    if (const Place place = mail_in_front(advice); place.mail != nullptr) {
        offer_click(advice, place.prefix + "toolbar/undo");
    }
}

struct Known {
    std::string_view fact;
    void (*wish)(Advice&);
};

constexpr std::array<Known, 29> known{{
    {"mail.open", wish_open},
    {"mail.message", wish_message},
    {"mail.showing", wish_showing},
    {"mail.folder", wish_folder},
    {"mail.unread", wish_unread},
    {"mail.draft", wish_draft},
    {"mail.sent", wish_sent},
    {"mail.contact", wish_contact},
    {"mail.opened", wish_opened},
    {"mail.replied", [](Advice& one) { offer_answer(one, false); }},
    {"mail.forwarded", [](Advice& one) { offer_answer(one, true); }},
    {"mail.moved", [](Advice& one) { wish_moved_to(one, {}); }},
    {"mail.deleted", [](Advice& one) { wish_moved_to(one, "bin"); }},
    {"mail.junked", [](Advice& one) { wish_moved_to(one, "junk"); }},
    {"mail.marked", wish_marked},
    {"mail.saved_attachment", [](Advice& one) { offer_attachments(one, messages_for(one, "folder"), false); }},
    {"mail.opened_attachment", [](Advice& one) { offer_attachments(one, messages_for(one, "folder"), true); }},
    {"mail.inspected", wish_inspected},
    {"mail.followed_link", wish_followed_link},
    {"mail.searched", wish_searched},
    {"mail.undelivered", wish_undelivered},
    {"mail.not_sent", [](Advice& one) { offer_in_writing(one, "send", "send-anyway"); }},
    {"mail.undone", wish_undone},
    {"mail.attached", wish_attached},
    {"mail.detached", wish_detached},
    {"mail.kept", [](Advice& one) { offer_in_writing(one, "keep", "keep"); }},
    {"mail.discarded", wish_discarded},
    {"mail.folder_created", wish_folder_created},
    {"mail.emptied", wish_emptied},
}};

} // namespace

void offer_to_save_attachment(Advice& advice) {
    std::vector<const MailMessage*> messages;
    for (const MailMessage& message : mailbox_of(advice).messages) {
        messages.push_back(&message);
    }
    offer_attachments(advice, messages, false);
}

void advise_on_mail(Advice& advice) {
    const auto found = std::ranges::find(known, advice.fact().fact, &Known::fact);
    if (found != known.end()) {
        found->wish(advice);
    }
}

} // namespace world
