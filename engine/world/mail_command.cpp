// What buttons, menus, dialogs and shortcuts of the mail program do: one name, one doing.
#include "base/text.h"
#include "world/mail_parts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace world {

namespace {

/// Changes the mailbox by a function that gives whether it changed anything.
template <typename Change>
bool change(Context& context, Change change_it) {
    Mailbox mailbox = context.desk.mailbox.now();
    if (!change_it(mailbox)) {
        return false;
    }
    context.desk.mailbox.change(std::move(mailbox));
    return true;
}

/// The event that goes with moving a message into a folder.
std::string event_of_move(std::string_view folder) {
    return folder == "junk" ? "mail.junked" : folder == "bin" ? "mail.deleted" : "mail.moved";
}

/// After messages went away from the list, the keyboard goes to the one that took their place.
void forget_selection(Mail& mail, Context& context) {
    mail.selected.clear();
    mail.sender_is_shown = false;
    mail.link_shown.clear();
    context.requests.emplace_back(SetFocus{});
}

void move_to_folder(Mail& mail, Context& context, const std::vector<int>& ids, const std::string& folder) {
    const std::shared_ptr<const Mailbox> before = std::make_shared<const Mailbox>(context.desk.mailbox.now());
    if (!change(context, [&](Mailbox& mailbox) {
            return folder == "bin" ? delete_messages(mailbox, ids) : move_messages(mailbox, ids, folder);
        })) {
        return;
    }
    for (const int id : ids) {
        if (const MailMessage* message = find_message(*before, id); message != nullptr) {
            tell_of(context, event_of_move(folder), *message, {{"to", folder}, {"scam", !message->danger.empty()}});
        }
    }
    forget_selection(mail, context);
    mail.notice = message("desk.mail.notice." + context.desk.mailbox->last_change);
}

void delete_aimed(Mail& mail, Context& context, const std::vector<int>& ids, bool confirmed) {
    const Mailbox& mailbox = context.desk.mailbox.now();
    const bool is_final = std::ranges::any_of(ids, [&](int id) {
        const MailMessage* message = find_message(mailbox, id);
        return message != nullptr && message->folder == "bin";
    });
    if (is_final && !confirmed) {
        mail.selected = ids;
        mail.writing_is_shown = false;
        context.requests.emplace_back(ShowDialog{
            dialog_of("mail.for-good", message("desk.mail.ask.for-good.text"), {"cancel", "delete-for-good"})});
        return;
    }
    move_to_folder(mail, context, ids, "bin");
}

void ask_to_empty(Context& context, const std::string& folder) {
    context.requests.emplace_back(ShowDialog{
        dialog_of("mail.empty", message("desk.mail.ask.empty.text"), {"cancel", "delete-for-good"}, folder)});
}

void empty(Mail& mail, Context& context, const std::string& folder) {
    if (change(context, [&](Mailbox& mailbox) { return empty_folder(mailbox, folder); })) {
        context.tell({"mail.emptied", {{"folder", folder}}});
        forget_selection(mail, context);
        mail.notice = message("desk.mail.notice.delete");
    }
}

void mark_unread(Mail& mail, Context& context, const std::vector<int>& ids) {
    const Mailbox& mailbox = context.desk.mailbox.now();
    const bool all_are_unread = std::ranges::all_of(ids, [&](int id) { return !find_message(mailbox, id)->read; });
    if (ids.empty() || !change(context, [&](Mailbox& changed) { return mark_read(changed, ids, all_are_unread); })) {
        return;
    }
    for (const int id : ids) {
        tell_of(context, "mail.marked", *find_message(context.desk.mailbox.now(), id),
                {{"as", std::string(all_are_unread ? "read" : "unread")}});
    }
    if (!all_are_unread) {
        // A message that stays in the reading pane would be read at once.
        mail.selected.clear();
    }
}

void toggle_star(Context& context, const std::vector<int>& ids) {
    const Mailbox& mailbox = context.desk.mailbox.now();
    const bool all_are_starred = std::ranges::all_of(ids, [&](int id) { return find_message(mailbox, id)->starred; });
    if (!ids.empty() &&
        change(context, [&](Mailbox& changed) { return mark_starred(changed, ids, !all_are_starred); })) {
        tell_of(context, "mail.marked", *find_message(context.desk.mailbox.now(), ids.front()),
                {{"as", std::string(all_are_starred ? "unstarred" : "starred")}});
    }
}

/// What was read meanwhile stays read, whatever is taken back.
void keep_read_marks(Timeline<Mailbox>& timeline, const Mailbox& before) {
    Mailbox mailbox = timeline.now();
    std::vector<int> read;
    for (const MailMessage& message : mailbox.messages) {
        const MailMessage* other = find_message(before, message.id);
        if (!message.read && other != nullptr && other->read) {
            read.push_back(message.id);
        }
    }
    for (const int id : read) {
        find_changeable(mailbox, id)->read = true;
    }
    if (!read.empty()) {
        timeline.amend(std::move(mailbox));
    }
}

void undo(Mail& mail, Context& context) {
    const Mailbox before = context.desk.mailbox.now();
    if (!context.desk.mailbox.undo()) {
        return;
    }
    if (before.last_change != "mark") {
        keep_read_marks(context.desk.mailbox, before);
    }
    context.tell({"mail.undone", {{"what", before.last_change}}});
    mail.notice = message("desk.mail.notice.undone");
    if (before.last_change != "send") {
        return;
    }
    const auto sent = std::ranges::find_if(before.messages.rbegin(), before.messages.rend(), [&](const auto& message) {
        return message.folder == "sent" && message.is_new &&
               find_message(context.desk.mailbox.now(), message.id) == nullptr;
    });
    if (sent != before.messages.rend()) {
        // A message that comes back is written on; it counts as not kept yet.
        begin(mail, context, writing_of(*sent), "write/body");
        mail.writing->begun.clear();
    }
}

void ask_for_folder(Context& context, Words fault, const std::string& name) {
    Dialog dialog = dialog_of("mail.new-folder", message("desk.mail.ask.new-folder.text"), {"cancel", "create"});
    dialog.has_field = true;
    dialog.field = field_of(name);
    dialog.fault = std::move(fault);
    context.requests.emplace_back(ShowDialog{std::move(dialog)});
}

void create_folder(Context& context, const std::string& name) {
    if (const std::string fault = fault_of_folder(context.desk.mailbox.now(), name); !fault.empty()) {
        ask_for_folder(context, message(fault), name);
        return;
    }
    change(context, [&](Mailbox& mailbox) { return add_folder(mailbox, name); });
    context.tell({"mail.folder_created", {{"name", std::string(base::trim(name))}}});
}

void show_folders_menu(Mail& mail, Context& context) {
    const Mailbox& mailbox = context.desk.mailbox.now();
    const std::vector<int> ids = aimed_at(mail, mailbox, {});
    std::vector<MenuItem> items;
    for (const std::string& folder : folders_of(mailbox)) {
        const bool is_there =
            std::ranges::all_of(ids, [&](int id) { return find_message(mailbox, id)->folder == folder; });
        if (folder != "drafts" && folder != "sent") {
            items.push_back({"move:" + folder, words_of_folder(folder), "desk-move", !is_there, {}});
        }
    }
    items.push_back({"new-folder", message("desk.mail.new-folder"), "desk-new-folder", true, {}});
    if (!ids.empty()) {
        context.requests.emplace_back(ShowMenu{"toolbar/move", std::move(items)});
    }
}

void show_contacts_menu(Context& context) {
    std::vector<MenuItem> items;
    for (const Person& person : context.desk.mailbox->contacts) {
        items.push_back({"contact:" + person.address, as_it_is(written(person)), "icon-person", true, {}});
    }
    context.requests.emplace_back(ShowMenu{"write/contacts", std::move(items)});
}

void search(Mail& mail, Context& context) {
    const std::string words(base::trim(mail.search.edit.text));
    if (words.empty()) {
        context.requests.emplace_back(SetFocus{"field/search"});
        return;
    }
    mail.writing_is_shown = false;
    const auto found = static_cast<double>(listed(mail, context.desk.mailbox.now()).size());
    context.tell({"mail.searched", {{"words", words}, {"found", found}}});
}

void know_sender(Mail& mail, Context& context) {
    const MailMessage* message = shown_message(mail, context.desk.mailbox.now());
    if (message != nullptr) {
        const Person person = message->from;
        if (change(context, [&](Mailbox& mailbox) { return add_contact(mailbox, person); })) {
            mail.notice = world::message("desk.mail.notice.contact");
        }
    }
}

void write_to_sender(Mail& mail, Context& context) {
    if (const MailMessage* message = shown_message(mail, context.desk.mailbox.now())) {
        Writing writing;
        writing.to = field_of(written(message->from));
        begin(mail, context, std::move(writing), "write/subject");
    }
}

void reply(Mail& mail, Context& context, const std::vector<int>& ids, std::string_view how) {
    const Mailbox& mailbox = context.desk.mailbox.now();
    const MailMessage* message = ids.size() == 1 ? find_message(mailbox, ids.front()) : nullptr;
    if (message == nullptr) {
        return;
    }
    mail.selected = ids;
    begin(mail, context,
          how == "forward" ? forward_of(mailbox, *message) : reply_to(mailbox, *message, how == "reply-all"),
          how == "forward" ? "write/to" : "write/body");
}

void copy_text(Context& context, std::string text) {
    context.desk.clipboard = Carried{{}, {}, std::move(text), false};
}

/// The senders' scams go to the junk, when a warning was answered so.
void junk_scam(Mail& mail, Context& context) {
    const Mailbox& mailbox = context.desk.mailbox.now();
    std::vector<int> ids;
    if (const MailMessage* shown = shown_message(mail, mailbox); shown != nullptr && !shown->danger.empty()) {
        ids.push_back(shown->id);
    }
    mail.writing_is_shown = false;
    move_to_folder(mail, context, ids, "junk");
}

/// A warning was read, and its answer is to go on.
void go_on(Mail& mail, Context& context, const std::string& about) {
    if (about == "send") {
        send_writing(mail, context, {true, true, true});
    } else if (const std::string_view name = after(about, "reading/attachment/"); !name.empty()) {
        open_attachment(mail, context, name, true);
    } else {
        follow_link(mail, context, about, true);
    }
}

void close_writing(Mail& mail, Context& context, const Command& answer) {
    if (answer.name == "keep") {
        keep_writing(mail, context);
    } else if (answer.name == "discard-it") {
        discard_writing(mail, context);
    } else {
        return;
    }
    mail.writing.reset();
    mail.writing_is_shown = false;
    if (answer.dialog == "mail.close") {
        context.requests.emplace_back(CloseWindow{});
    }
}

void answer_sending(Mail& mail, Context& context, const Command& answer) {
    const bool is_subject = answer.dialog == "mail.no-subject";
    if (answer.name == "send-anyway") {
        send_writing(mail, context, {true, is_subject, false});
    } else if (answer.name == "attach") {
        open_chooser(mail, context);
    } else if (answer.name == "write-subject") {
        context.requests.emplace_back(SetFocus{"write/subject"});
    }
}

/// A dialog was answered.
void answer(Mail& mail, Context& context, const Command& given) {
    const std::string& dialog = given.dialog;
    const bool is_yes = given.name == "delete-for-good";
    if (dialog == "mail.close" || dialog == "mail.discard") {
        close_writing(mail, context, given);
    } else if (dialog == "mail.forgotten" || dialog == "mail.no-subject") {
        answer_sending(mail, context, given);
    } else if (dialog == "mail.risk" && given.name == "go-on") {
        go_on(mail, context, given.about);
    } else if (dialog == "mail.risk" && given.name == "report") {
        junk_scam(mail, context);
    } else if (dialog == "mail.for-good" && is_yes) {
        delete_aimed(mail, context, aimed_at(mail, context.desk.mailbox.now(), {}), true);
    } else if (dialog == "mail.empty" && is_yes) {
        empty(mail, context, given.about);
    } else if (dialog == "mail.new-folder" && given.name == "create") {
        create_folder(context, given.text);
    } else if (dialog == "mail.attachment" && given.name == "save") {
        save_attachment(mail, context, given.about);
    } else if (dialog == "mail.attachment" && given.name == "open") {
        open_attachment(mail, context, given.about, false);
    }
}

/// Commands of the text field that was right-clicked. True where it was one.
bool field_command(Mail& mail, Context& context, const Command& wanted) {
    constexpr std::array<std::pair<std::string_view, FieldCommand>, 4> known{{
        {"cut", FieldCommand::cut},
        {"copy", FieldCommand::copy},
        {"paste", FieldCommand::paste},
        {"select-all", FieldCommand::select_all},
    }};
    const auto found = std::ranges::find(known, wanted.name, &std::pair<std::string_view, FieldCommand>::first);
    TextField* written = field(mail, wanted.about);
    if (found == known.end() || written == nullptr) {
        return false;
    }
    std::string clipboard = context.desk.clipboard.text;
    do_in(*written, found->second, clipboard);
    if (clipboard != context.desk.clipboard.text) {
        copy_text(context, std::move(clipboard));
    }
    context.requests.emplace_back(SetFocus{wanted.about});
    return true;
}

/// Commands about messages. True where it was one.
bool message_command(Mail& mail, Context& context, const Command& wanted) {
    const std::vector<int> ids = aimed_at(mail, context.desk.mailbox.now(), wanted.about);
    const std::string& name = wanted.name;
    if (name == "reply" || name == "reply-all" || name == "forward") {
        reply(mail, context, ids, name);
    } else if (name == "delete") {
        delete_aimed(mail, context, ids, false);
    } else if (name == "junk" || name == "archive") {
        move_to_folder(mail, context, ids, name);
    } else if (name == "not-junk" || name == "restore") {
        move_to_folder(mail, context, ids, "inbox");
    } else if (const std::string_view folder = after(name, "move:"); !folder.empty()) {
        move_to_folder(mail, context, ids, std::string(folder));
    } else if (name == "unread") {
        mark_unread(mail, context, ids);
    } else if (name == "star") {
        toggle_star(context, ids);
    } else if (name == "open" && !ids.empty()) {
        show(mail, context, ids.front());
    } else if (name == "edit" && !ids.empty()) {
        begin(mail, context, writing_of(*find_message(context.desk.mailbox.now(), ids.front())), "write/body");
    } else {
        return false;
    }
    return true;
}

/// Commands about what is being written. True where it was one.
bool writing_command(Mail& mail, Context& context, const Command& wanted) {
    const std::string& name = wanted.name;
    if (name == "write") {
        begin(mail, context, Writing{}, "write/to");
    } else if (name == "send") {
        send_writing(mail, context, {});
    } else if (name == "attach") {
        open_chooser(mail, context);
    } else if (name == "discard") {
        leave_writing(mail, context, "mail.discard");
    } else if (name == "keep") {
        keep_writing(mail, context);
    } else if (name == "show") {
        show_writing(mail, context);
    } else if (name == "back") {
        mail.writing_is_shown = false;
    } else if (name == "contacts") {
        show_contacts_menu(context);
    } else if (const std::string_view address = after(name, "contact:"); !address.empty()) {
        add_recipient(mail, context, address);
    } else if (mail.writing && (name == "suggest:to" || name == "suggest:cc")) {
        const bool is_copy = name == "suggest:cc";
        const TextField& written = is_copy ? mail.writing->cc : mail.writing->to;
        const std::vector<Person> people = completions(context.desk.mailbox.now(), written.edit.text);
        if (!people.empty()) {
            complete_recipient(mail, context,
                               (is_copy ? "suggestion/cc/" : "suggestion/") +
                                   known_as(context.desk.mailbox.now(), people.front()));
        }
    } else {
        return false;
    }
    return true;
}

/// Commands about what stands in the reading pane. True where it was one.
bool reading_command(Mail& mail, Context& context, const Command& wanted) {
    const std::string& name = wanted.name;
    const MailMessage* message = shown_message(mail, context.desk.mailbox.now());
    const std::string_view attachment = after(wanted.about, "reading/attachment/");
    if (name == "show-address") {
        show_link(mail, context, wanted.about);
    } else if (name == "open-link") {
        follow_link(mail, context, wanted.about, false);
    } else if (name == "copy-address" && message != nullptr) {
        const std::string link = address_of_link(*message, wanted.about);
        copy_text(context, link.empty() ? message->from.address : link);
    } else if (name == "copy-text" && message != nullptr) {
        copy_text(context, plain_body(message->body));
    } else if (name == "show-sender") {
        show_sender(mail, context);
    } else if (name == "know-sender") {
        know_sender(mail, context);
    } else if (name == "write-sender") {
        write_to_sender(mail, context);
    } else if (name == "open-attachment") {
        open_attachment(mail, context, attachment, false);
    } else if (name == "save-attachment") {
        save_attachment(mail, context, attachment);
    } else if (name == "show-downloads") {
        context.requests.emplace_back(OpenProgram{"files", "downloads"});
    } else {
        return false;
    }
    return true;
}

void folder_command(Mail& mail, Context& context, const Command& wanted) {
    const std::string folder(after(wanted.about, "folder/"));
    if (wanted.name == "new-folder") {
        ask_for_folder(context, {}, "");
    } else if (wanted.name == "empty") {
        ask_to_empty(context, folder);
    } else if (wanted.name == "remove-folder") {
        if (change(context, [&](Mailbox& mailbox) { return remove_folder(mailbox, folder); }) &&
            mail.folder == folder) {
            mail.folder = "inbox";
            mail.selected.clear();
        }
    } else if (wanted.name == "move") {
        show_folders_menu(mail, context);
    } else if (wanted.name == "search") {
        search(mail, context);
    } else if (wanted.name == "focus-search") {
        context.requests.emplace_back(SetFocus{"field/search"});
    } else if (wanted.name == "clear-search") {
        mail.search = {};
    } else if (wanted.name == "undo") {
        undo(mail, context);
    } else if (wanted.name == "select-all") {
        mail.selected.clear();
        for (const MailMessage* message : listed(mail, context.desk.mailbox.now())) {
            mail.selected.push_back(message->id);
        }
    }
}

} // namespace

void command(Mail& mail, Context& context, const Command& wanted) {
    mail.notice = {};
    mail.saved_is_shown = false;
    if (!wanted.dialog.empty()) {
        answer(mail, context, wanted);
    } else if (wanted.name == "close-chooser") {
        mail.chooser.reset();
    } else if (!field_command(mail, context, wanted) && !message_command(mail, context, wanted) &&
               !writing_command(mail, context, wanted) && !reading_command(mail, context, wanted)) {
        folder_command(mail, context, wanted);
    }
}

} // namespace world
