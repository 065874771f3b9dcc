// What can be touched in the mail program: toolbar, folders, list, reading pane, writing pane; menus and shortcuts.
#include "base/text.h"
#include "world/mail_parts.h"

#include <algorithm>
#include <array>
#include <utility>

namespace world {

namespace {

constexpr unsigned written_in = clickable | double_clickable | right_clickable | writable;

bool is_writing(const Mail& mail) {
    return mail.writing && mail.writing_is_shown;
}

MenuItem entry(std::string name, bool enabled = true, std::string keys = {}) {
    Words words = message("desk.mail." + name);
    return {std::move(name), std::move(words), {}, enabled, std::move(keys)};
}

void list_toolbar(const Mail& mail, const View& view, std::vector<Target>& targets) {
    const Mailbox& mailbox = view.desk.mailbox.now();
    const std::vector<int> ids = aimed_at(mail, mailbox, {});
    const auto all_lie_in = [&](std::string_view folder) {
        return !ids.empty() &&
               std::ranges::all_of(ids, [&](int id) { return find_message(mailbox, id)->folder == folder; });
    };
    const auto add = [&](const std::string& name, bool enabled) {
        targets.push_back(target_of("toolbar/" + name, Role::button, "toolbar", message("desk.mail." + name),
                                    "desk-" + (name == "not-junk"  ? "junk"
                                               : name == "forward" ? "forward-mail"
                                                                   : name)));
        targets.back().enabled = enabled;
    };
    add("write", true);
    targets.back().strong = true;
    add("undo", view.desk.mailbox.can_undo());
    if (is_writing(mail)) {
        return;
    }
    for (const char* name : {"reply", "reply-all", "forward"}) {
        add(name, ids.size() == 1);
    }
    add("delete", !ids.empty());
    add(all_lie_in("junk") ? "not-junk" : "junk", !ids.empty());
    add("archive", !ids.empty() && !all_lie_in("archive"));
    add("move", !ids.empty());
    add("unread", !ids.empty());
}

void list_search(std::vector<Target>& targets) {
    targets.push_back(target_of("field/search", Role::field, "search", message("desk.mail.search-in"), {}, written_in));
    targets.push_back(
        target_of("toolbar/search", Role::button, "search-button", message("desk.mail.search"), "desk-search"));
}

void list_side(const Mail& mail, const Mailbox& mailbox, std::vector<Target>& targets) {
    const bool is_searching = !base::trim(mail.search.edit.text).empty();
    for (const std::string& folder : folders_of(mailbox)) {
        const std::string picture = !is_standard(folder) ? "file-folder"
                                    : folder == "bin"    ? "desk-delete"
                                                         : "desk-" + folder;
        targets.push_back(target_of("folder/" + folder, Role::place, "side", words_of_folder(folder), picture,
                                    clickable | right_clickable | takes_drop));
        const int unread = unread_in(mailbox, folder);
        targets.back().on = folder == mail.folder && !is_searching;
        targets.back().strong = unread > 0;
        if (unread > 0) {
            targets.back().details.push_back(as_it_is(std::to_string(unread)));
        }
    }
    targets.push_back(
        target_of("toolbar/new-folder", Role::button, "side-end", message("desk.mail.new-folder"), "desk-new-folder"));
    if (mail.writing && !mail.writing_is_shown) {
        const std::string& subject = mail.writing->subject.edit.text;
        targets.push_back(target_of("write/show", Role::button, "waiting",
                                    subject.empty() ? message("desk.mail.waiting") : as_it_is(subject), "desk-write"));
    }
}

void list_headings(const Mail& mail, std::vector<Target>& targets) {
    for (const char* column : {"from", "subject", "date"}) {
        const bool is_sent = mail.folder == "sent" || mail.folder == "drafts";
        const std::string word = std::string(column) == "from" && is_sent ? "to" : column;
        targets.push_back(target_of("heading/" + std::string(column), Role::heading, "headings",
                                    message("desk.mail.heading." + word)));
        targets.back().on = mail.sort == column;
        targets.back().strong = targets.back().on && !mail.rising;
    }
}

/// Whom a row of the list names: the sender, or the recipients of what was written here.
Words who(const Mailbox& mailbox, const MailMessage& message) {
    const bool is_own = message.undelivered.empty() && same_address(message.from.address, mailbox.owner.address);
    if (!is_own || message.to.empty()) {
        return is_own && message.folder == "drafts" ? world::message("desk.mail.nobody-yet") : sender_of(message);
    }
    std::string names;
    for (const Person& person : message.to) {
        names += (names.empty() ? "" : ", ") + shown_name(person);
    }
    return as_it_is(std::move(names));
}

void list_messages(const Mail& mail, const View& view, std::vector<Target>& targets) {
    const Mailbox& mailbox = view.desk.mailbox.now();
    for (NamedMessage& named : named_messages(mail, mailbox)) {
        if (!view.asked.wants(named.target)) {
            continue;
        }
        const MailMessage& message = *named.message;
        targets.push_back(target_of(std::move(named.target), Role::item, "list", {}, {},
                                    clickable | double_clickable | right_clickable | draggable));
        Target& target = targets.back();
        target.on = std::ranges::find(mail.selected, message.id) != mail.selected.end();
        target.strong = !message.read;
        if (view.asked.words) {
            target.words = who(mailbox, message);
            target.details.reserve(3); // columns
            target.details.push_back(subject_of(message));
            target.details.push_back(words_of_arrival(message.date, view.desk.clock));
            target.details.push_back(words_of_folder(message.folder));
        }
    }
    targets.push_back(target_of("ground", Role::ground, "list-ground", {}, {}, takes_drop));
}

std::vector<MenuItem> menu_of_message(const View& view, const MailMessage& message) {
    std::vector<MenuItem> items;
    if (message.folder == "drafts") {
        items.push_back(entry("edit"));
    }
    items.push_back(entry("open"));
    items.push_back(entry("reply", true, "Control+R"));
    items.push_back(entry("reply-all", true, "Control+Shift+R"));
    items.push_back(entry("forward", true, "Control+L"));
    items.push_back(entry(message.folder == "bin" ? "restore" : "archive", message.folder != "archive"));
    items.push_back(entry(message.folder == "junk" ? "not-junk" : "junk"));
    items.push_back(entry(message.starred ? "unstar" : "star"));
    items.back().command = "star";
    items.push_back(entry(message.read ? "unread" : "read"));
    items.back().command = "unread";
    for (const std::string& folder : view.desk.mailbox->folders) {
        items.push_back({"move:" + folder,
                         world::message("desk.mail.move-to", {{"folder", folder}}),
                         {},
                         message.folder != folder,
                         {}});
    }
    items.push_back(entry("delete", true, "Delete"));
    return items;
}

} // namespace

std::string_view focus_in(const View& view) {
    const std::string_view focus = local_focus(view);
    const std::string_view in_page = after(focus, "page/");
    return in_page.empty() ? focus : in_page;
}

void list_reading(const Mail& mail, const View& view, std::vector<Target>& targets) {
    const MailMessage* message = shown_message(mail, view.desk.mailbox.now());
    if (message == nullptr) {
        return;
    }
    targets.push_back(
        target_of("reading/sender", Role::link, "reading", sender_of(*message), {}, clickable | right_clickable));
    targets.back().on = mail.sender_is_shown;
    targets.push_back(target_of("reading/star", Role::button, "reading",
                                world::message(message->starred ? "desk.mail.unstar" : "desk.mail.star"),
                                message->starred ? "desk-star-on" : "desk-star"));
    targets.back().on = message->starred;
    if (message->folder == "drafts") {
        targets.push_back(
            target_of("reading/edit", Role::button, "reading", world::message("desk.mail.edit"), "desk-write"));
        targets.back().strong = true;
    }
    for (const BodyParagraph& paragraph : paragraphs_of(*message)) {
        for (const BodyRun& run : paragraph.runs) {
            if (!run.target.empty()) {
                targets.push_back(
                    target_of(run.target, Role::link, "links", run.words, {}, clickable | right_clickable));
                targets.back().details = {as_it_is(run.address)};
                targets.back().on = mail.link_shown == run.target;
            }
        }
    }
    for (const Attachment& attachment : message->attachments) {
        Node node;
        node.name = attachment.name;
        node.kind = kind_of(attachment.name);
        targets.push_back(target_of("reading/attachment/" + attachment.name, Role::item, "attachments",
                                    as_it_is(attachment.name), icon_of(node),
                                    clickable | double_clickable | right_clickable));
        targets.push_back(target_of("reading/save/" + attachment.name, Role::button, "savers",
                                    world::message("desk.mail.save"), "desk-downloads"));
    }
    if (mail.saved_is_shown) {
        targets.push_back(target_of("reading/show-downloads", Role::button, "reading",
                                    world::message("desk.mail.show-downloads"), "desk-downloads"));
    }
    targets.push_back(target_of("reading", Role::ground, "reading-ground", {}, {}, right_clickable | takes_drop));
}

void list_writing(const Mail& mail, const View& view, std::vector<Target>& targets) {
    const Writing& writing = *mail.writing;
    const auto add_tool = [&](const std::string& name) {
        targets.push_back(target_of("write/" + name, Role::button, "write-tools", message("desk.mail." + name),
                                    "desk-" + (name == "discard" ? "close"
                                               : name == "keep"  ? "save"
                                                                 : name)));
    };
    add_tool("back");
    add_tool("send");
    targets.back().strong = true;
    add_tool("attach");
    add_tool("keep");
    add_tool("discard");
    const std::string_view focus = focus_in(view);
    const auto add_field = [&](const std::string& name, Role role) {
        targets.push_back(target_of("write/" + name, role, "write", message("desk.mail.field." + name), {},
                                    written_in | (role == Role::area ? takes_drop : no_gesture)));
    };
    const auto add_suggestions = [&](const TextField& text, const std::string& prefix, std::string_view name) {
        if (focus != name && !focus.starts_with(prefix)) {
            return;
        }
        for (const Person& person : completions(view.desk.mailbox.now(), text.edit.text)) {
            targets.push_back(target_of(prefix + known_as(view.desk.mailbox.now(), person), Role::item, "suggestions",
                                        as_it_is(world::written(person))));
        }
    };
    add_field("to", Role::field);
    if (focus != "write/cc" && !focus.starts_with("suggestion/cc/")) {
        add_suggestions(writing.to, "suggestion/", "write/to");
    }
    targets.push_back(
        target_of("write/contacts", Role::button, "contacts", message("desk.mail.contacts"), "icon-person"));
    targets.back().enabled = !view.desk.mailbox->contacts.empty();
    add_field("cc", Role::field);
    add_suggestions(writing.cc, "suggestion/cc/", "write/cc");
    add_field("subject", Role::field);
    for (const Attachment& attachment : writing.attachments) {
        Node node;
        node.name = attachment.name;
        node.kind = kind_of(attachment.name);
        targets.push_back(target_of("write/attachment/" + attachment.name + "/remove", Role::button,
                                    "write-attachments", as_it_is(attachment.name), icon_of(node)));
        targets.back().details = {message("desk.mail.remove")};
    }
    add_field("body", Role::area);
    targets.push_back(target_of("write", Role::ground, "write-ground", {}, {}, takes_drop));
}

void list_targets(const Mail& mail, const View& view, std::vector<Target>& targets) {
    if (mail.chooser) {
        list_chooser(mail, view, targets);
        return;
    }
    constexpr std::size_t about = 40; // the targets beside the messages
    targets.reserve(targets.size() + view.desk.mailbox->messages.size() + about);
    list_toolbar(mail, view, targets);
    list_search(targets);
    list_side(mail, view.desk.mailbox.now(), targets);
    if (is_writing(mail)) {
        list_writing(mail, view, targets);
    } else {
        list_headings(mail, targets);
        list_messages(mail, view, targets);
        list_reading(mail, view, targets);
    }
}

std::vector<MenuItem> menu_for(const Mail& mail, const View& view, std::string_view target) {
    const Mailbox& mailbox = view.desk.mailbox.now();
    if (mail.chooser) {
        return {};
    }
    if (target == "field/search" || (is_writing(mail) && target.starts_with("write/"))) {
        return {entry("cut", true, "Control+X"), entry("copy", true, "Control+C"),
                entry("paste", !view.desk.clipboard.text.empty(), "Control+V"), entry("select-all", true, "Control+A")};
    }
    if (target == "reading/sender") {
        const MailMessage* shown = shown_message(mail, mailbox);
        const bool is_known = shown == nullptr || contact_of(mailbox, shown->from.address) != nullptr;
        return {entry("show-sender"), entry("write-sender"), entry("copy-address"), entry("know-sender", !is_known)};
    }
    if (target.starts_with("reading/link/")) {
        return {entry("open-link"), entry("show-address"), entry("copy-address")};
    }
    if (target.starts_with("reading/attachment/")) {
        return {entry("open-attachment"), entry("save-attachment")};
    }
    if (target == "reading") {
        return {entry("copy-text")};
    }
    if (const std::string_view folder = after(target, "folder/"); !folder.empty()) {
        const bool can_empty = folder == "bin" || folder == "junk";
        const bool has_messages =
            std::ranges::find(mailbox.messages, folder, &MailMessage::folder) != mailbox.messages.end();
        return is_standard(folder) ? (can_empty ? std::vector{entry("empty", has_messages), entry("new-folder")}
                                                : std::vector{entry("new-folder")})
                                   : std::vector{entry("new-folder"), entry("remove-folder")};
    }
    for (const NamedMessage& named : named_messages(mail, mailbox)) {
        if (named.target == target) {
            return menu_of_message(view, *named.message);
        }
    }
    return {};
}

std::string shortcut(const Mail& mail, const View& view, std::string_view keys) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> known{{
        {"Control+N", "write"},
        {"Control+R", "reply"},
        {"Control+Shift+R", "reply-all"},
        {"Control+L", "forward"},
        {"Control+F", "focus-search"},
        {"Control+Z", "undo"},
    }};
    if (mail.chooser) {
        return keys == "Escape" ? "close-chooser" : "";
    }
    const std::string_view focus = focus_in(view);
    if (is_writing(mail)) {
        const bool suggests_to = focus == "write/to" || focus.starts_with("suggestion/");
        const bool suggests_cc = focus == "write/cc";
        const TextField& written = suggests_cc ? mail.writing->cc : mail.writing->to;
        if (keys == "Control+Enter") {
            return "send";
        }
        if (keys == "Control+S") {
            return "keep";
        }
        if (keys == "Enter" && focus.starts_with("write/") && (suggests_to || suggests_cc) &&
            !completions(view.desk.mailbox.now(), written.edit.text).empty()) {
            return suggests_cc ? "suggest:cc" : "suggest:to";
        }
    }
    if (focus == "field/search" && (keys == "Enter" || keys == "Escape")) {
        return keys == "Enter" ? "search" : "clear-search";
    }
    const bool is_in_field = focus == "field/search" || (is_writing(mail) && focus.starts_with("write/"));
    if (!is_in_field && keys == "Delete") {
        return "delete";
    }
    if (!is_in_field && keys == "Control+A") {
        return "select-all";
    }
    const auto found = std::ranges::find(known, keys, &std::pair<std::string_view, std::string_view>::first);
    return found == known.end() ? std::string() : std::string(found->second);
}

} // namespace world
