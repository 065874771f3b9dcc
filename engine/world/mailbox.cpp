// Messages in their folders: finding, moving, sending.
#include "world/mailbox.h"

#include "base/text.h"
#include "world/files.h"
#include "world/mail_text.h"

#include <algorithm>
#include <utility>

namespace world {

namespace {

constexpr std::size_t longest_folder_name = 40;

bool holds(const std::vector<std::string>& addresses, std::string_view address) {
    return std::ranges::any_of(addresses, [&](const std::string& other) { return same_address(other, address); });
}

/// All words that a message can be found by.
std::string words_of_message(const MailMessage& message) {
    std::string words =
        written(message.from) + "\n" + written(message.to) + "\n" + message.subject + "\n" + plain_body(message.body);
    for (const Attachment& attachment : message.attachments) {
        words += "\n" + attachment.name;
    }
    return base::lower(words);
}

/// Applies a change to each message of those ids; it gives whether it changed something.
template <typename Change>
bool change_each(Mailbox& mailbox, const std::vector<int>& ids, Change change) {
    bool changed = false;
    for (const int id : ids) {
        if (MailMessage* message = find_changeable(mailbox, id)) {
            changed = change(*message) || changed;
        }
    }
    return changed;
}

void put_into(MailMessage& message, std::string_view folder) {
    message.came_from = message.folder;
    message.folder = folder;
}

std::size_t remove_if_in(Mailbox& mailbox, std::string_view folder, const std::vector<int>* ids) {
    return mailbox.messages.erase_if([&](const MailMessage& message) {
        return message.folder == folder && (ids == nullptr || std::ranges::find(*ids, message.id) != ids->end());
    });
}

/// The mail system says that an address cannot be reached.
void add_notice(Mailbox& mailbox, const MailMessage& message, const std::string& address) {
    MailMessage notice;
    const std::size_t sign = mailbox.owner.address.find('@');
    const std::string domain = sign == std::string::npos ? "" : mailbox.owner.address.substr(sign);
    notice.from.address = "mailer-daemon" + domain;
    notice.to = {mailbox.owner};
    notice.folder = "inbox";
    notice.subject = message.subject;
    notice.undelivered = address;
    notice.date = message.date;
    notice.answers = message.id;
    notice.is_new = true;
    add_message(mailbox, std::move(notice));
}

} // namespace

const MailMessage* find_message(const Mailbox& mailbox, int id) {
    const auto found = std::ranges::lower_bound(mailbox.messages, id, {}, &MailMessage::id);
    return found == mailbox.messages.end() || found->id != id ? nullptr : &*found;
}

MailMessage* find_changeable(Mailbox& mailbox, int id) {
    const auto found = std::ranges::lower_bound(mailbox.messages, id, {}, &MailMessage::id);
    return found == mailbox.messages.end() || found->id != id ? nullptr : &mailbox.messages.write(found);
}

std::vector<std::string> folders_of(const Mailbox& mailbox) {
    std::vector<std::string> result(standard_folders.begin(), standard_folders.end());
    result.insert(result.end(), mailbox.folders.begin(), mailbox.folders.end());
    return result;
}

bool is_standard(std::string_view folder) {
    return std::ranges::find(standard_folders, folder) != standard_folders.end();
}

bool has_folder(const Mailbox& mailbox, std::string_view folder) {
    return is_standard(folder) || std::ranges::find(mailbox.folders, folder) != mailbox.folders.end();
}

Words words_of_folder(std::string_view folder) {
    return is_standard(folder) ? message("desk.mail.folder." + std::string(folder)) : as_it_is(std::string(folder));
}

int unread_in(const Mailbox& mailbox, std::string_view folder) {
    return static_cast<int>(std::ranges::count_if(
        mailbox.messages, [&](const MailMessage& message) { return !message.read && message.folder == folder; }));
}

const Person* contact_of(const Mailbox& mailbox, std::string_view address) {
    const auto found = std::ranges::find_if(
        mailbox.contacts, [&](const Person& person) { return same_address(person.address, address); });
    return found == mailbox.contacts.end() ? nullptr : &*found;
}

bool can_receive(const Mailbox& mailbox, std::string_view address) {
    if (holds(mailbox.unreachable, address)) {
        return false;
    }
    return same_address(mailbox.owner.address, address) || holds(mailbox.known, address) ||
           contact_of(mailbox, address) != nullptr;
}

bool is_scammer(const Mailbox& mailbox, std::string_view address) {
    return std::ranges::any_of(mailbox.messages, [&](const MailMessage& message) {
        return !message.danger.empty() && same_address(message.from.address, address);
    });
}

int add_message(Mailbox& mailbox, MailMessage message) {
    message.id = mailbox.next_id++;
    message.found_by = words_of_message(message);
    mailbox.messages.push_back(std::move(message));
    return mailbox.messages.back().id;
}

bool move_messages(Mailbox& mailbox, const std::vector<int>& ids, std::string_view folder) {
    if (!has_folder(mailbox, folder)) {
        return false;
    }
    const bool moved = change_each(mailbox, ids, [&](MailMessage& message) {
        if (message.folder == folder) {
            return false;
        }
        put_into(message, folder);
        return true;
    });
    if (moved) {
        mailbox.last_change = folder == "junk" ? "junk" : folder == "archive" ? "archive" : "move";
    }
    return moved;
}

bool delete_messages(Mailbox& mailbox, const std::vector<int>& ids) {
    const bool gone = remove_if_in(mailbox, "bin", &ids) > 0;
    const bool moved = change_each(mailbox, ids, [](MailMessage& message) {
        put_into(message, "bin");
        return true;
    });
    if (gone || moved) {
        mailbox.last_change = "delete";
    }
    return gone || moved;
}

bool mark_read(Mailbox& mailbox, const std::vector<int>& ids, bool read) {
    const bool changed =
        change_each(mailbox, ids, [&](MailMessage& message) { return std::exchange(message.read, read) != read; });
    if (changed) {
        mailbox.last_change = "mark";
    }
    return changed;
}

bool mark_starred(Mailbox& mailbox, const std::vector<int>& ids, bool starred) {
    const bool changed = change_each(
        mailbox, ids, [&](MailMessage& message) { return std::exchange(message.starred, starred) != starred; });
    if (changed) {
        mailbox.last_change = "mark";
    }
    return changed;
}

bool empty_folder(Mailbox& mailbox, std::string_view folder) {
    if (remove_if_in(mailbox, folder, nullptr) == 0) {
        return false;
    }
    mailbox.last_change = "delete";
    return true;
}

bool add_contact(Mailbox& mailbox, Person person) {
    if (contact_of(mailbox, person.address) != nullptr || !is_address(person.address)) {
        return false;
    }
    mailbox.contacts.push_back(std::move(person));
    mailbox.last_change = "contact";
    return true;
}

std::string fault_of_folder(const Mailbox& mailbox, std::string_view name) {
    const std::string_view trimmed = base::trim(name);
    if (trimmed.empty()) {
        return "desk.mail.ask.new-folder.empty";
    }
    if (trimmed.find('/') != std::string_view::npos || base::length(trimmed) > longest_folder_name) {
        return "desk.mail.ask.new-folder.sign";
    }
    const auto is_same = [&](const std::string& folder) { return base::lower(folder) == base::lower(trimmed); };
    return std::ranges::any_of(folders_of(mailbox), is_same) ? "desk.mail.ask.new-folder.taken" : "";
}

bool add_folder(Mailbox& mailbox, std::string_view name) {
    if (!fault_of_folder(mailbox, name).empty()) {
        return false;
    }
    mailbox.folders.emplace_back(base::trim(name));
    mailbox.last_change = "folder";
    return true;
}

bool remove_folder(Mailbox& mailbox, std::string_view name) {
    const auto found = std::ranges::find(mailbox.folders, name);
    if (found == mailbox.folders.end()) {
        return false;
    }
    for (auto message = mailbox.messages.begin(); message != mailbox.messages.end(); ++message) {
        if (message->folder == name) {
            put_into(mailbox.messages.write(message), "inbox");
        }
    }
    mailbox.folders.erase(found);
    mailbox.last_change = "folder";
    return true;
}

int keep_draft(Mailbox& mailbox, MailMessage message, int draft) {
    message.folder = "drafts";
    message.from = mailbox.owner;
    message.read = true;
    message.is_new = true;
    mailbox.last_change = "draft";
    if (MailMessage* standing = find_changeable(mailbox, draft); standing != nullptr) {
        message.id = draft;
        message.found_by = words_of_message(message);
        *standing = std::move(message);
        return draft;
    }
    return add_message(mailbox, std::move(message));
}

std::vector<std::string> unreachable_of(const Mailbox& mailbox, const MailMessage& message) {
    std::vector<std::string> result;
    for (const auto* people : {&message.to, &message.cc}) {
        for (const Person& person : *people) {
            if (!can_receive(mailbox, person.address) && !holds(result, person.address)) {
                result.push_back(person.address);
            }
        }
    }
    return result;
}

int send(Mailbox& mailbox, MailMessage message, int draft) {
    message.was_draft = draft;
    message.was_sent = true;
    mailbox.messages.erase_if([&](const MailMessage& standing) { return standing.id == draft; });
    message.folder = "sent";
    message.from = mailbox.owner;
    message.read = true;
    message.is_new = true;
    const int id = add_message(mailbox, message);
    message.id = id;
    for (const std::string& address : unreachable_of(mailbox, message)) {
        add_notice(mailbox, message, address);
    }
    const auto is_owner = [&](const Person& person) { return same_address(person.address, mailbox.owner.address); };
    if (std::ranges::any_of(message.to, is_owner) || std::ranges::any_of(message.cc, is_owner)) {
        MailMessage copy = message;
        copy.folder = "inbox";
        copy.read = false;
        copy.is_new = false;
        add_message(mailbox, std::move(copy));
    }
    mailbox.last_change = "send";
    return id;
}

Words sender_of(const MailMessage& message) {
    return message.undelivered.empty() ? as_it_is(shown_name(message.from)) : world::message("desk.mail.system");
}

Words subject_of(const MailMessage& message) {
    if (!message.undelivered.empty()) {
        return world::message("desk.mail.undelivered.subject");
    }
    return message.subject.empty() ? world::message("desk.mail.no-subject-word") : as_it_is(message.subject);
}

std::string subject_code(const MailMessage& message) {
    return message.undelivered.empty() ? message.subject : "undelivered";
}

Words words_of_arrival(std::int64_t date, std::int64_t now) {
    Words words = words_of_change(date, now);
    const std::string& id = words.message.id;
    if (id.find(".today") != std::string::npos) {
        words.message.id = id.ends_with("-pm") ? "desk.mail.date.time-pm" : "desk.mail.date.time-am";
    } else if (id.find(".yesterday") != std::string::npos) {
        words.message.id = "desk.mail.date.yesterday";
    }
    return words;
}

} // namespace world
