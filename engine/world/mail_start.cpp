// Laying the mail out from a start table.
#include "base/text.h"
#include "world/mail_parts.h"
#include "world/program_calls.h"

#include <algorithm>
#include <utility>

namespace world {

namespace {

constexpr std::int64_t minutes_a_day = 24 * 60;
/// How long before the one above it a message of a list came, unless it says when.
constexpr std::int64_t minutes_between = 97;

std::vector<Person> people_of(const lesson::Table& table, std::string_view key) {
    std::vector<Person> people;
    for (const std::string& word : recipient_words(lesson::text_or(table, key, ""))) {
        people.push_back(read_person(word));
    }
    return people;
}

/// A multi-line text of a file ends with a line break, which is no part of the message.
std::string body_of(const lesson::Table& table) {
    return std::string(base::trim(lesson::text_or(table, "body", "")));
}

Attachment read_attachment(const lesson::Table& table) {
    constexpr std::int64_t usual_size = 48'000; // bytes
    Attachment attachment;
    attachment.name = lesson::text_or(table, "name", "");
    attachment.text = lesson::text_or(table, "text", "");
    attachment.picture = lesson::text_or(table, "picture", "");
    attachment.size = lesson::whole_or(table, "size", usual_size);
    attachment.risky = lesson::yes_or(table, "risky", false);
    return attachment;
}

std::int64_t day_of(std::int64_t date) {
    return date - (date % minutes_a_day + minutes_a_day) % minutes_a_day;
}

/// When a message came: `days` days ago, at `time`; otherwise the further below it stands, the earlier.
std::int64_t date_of(const lesson::Table& table, std::int64_t now, std::int64_t number) {
    const std::int64_t date = now - lesson::whole_or(table, "days", 0) * minutes_a_day;
    const std::string time = lesson::text_or(table, "time", "");
    constexpr std::size_t clock_length = 5; // 09:30
    if (time.size() == clock_length) {
        const auto number_at = [&](std::size_t at) { return (time[at] - '0') * 10 + (time[at + 1] - '0'); };
        return day_of(date) + number_at(0) * 60 + number_at(3);
    }
    return date - (number + 1) * minutes_between;
}

MailMessage read_message(const lesson::Table& table, const Mailbox& mailbox, std::string_view folder) {
    MailMessage message;
    message.folder = folder;
    const std::vector<Person> senders = people_of(table, "from");
    message.from = senders.empty() ? mailbox.owner : senders.front();
    message.to = people_of(table, "to");
    if (message.to.empty() && folder != "drafts" && folder != "sent") {
        message.to = {mailbox.owner};
    }
    message.cc = people_of(table, "cc");
    message.subject = lesson::text_or(table, "subject", "");
    message.body = body_of(table);
    const bool is_own = folder == "drafts" || folder == "sent";
    message.read = lesson::yes_or(table, "read", is_own || folder == "bin" || folder == "archive");
    message.starred = lesson::yes_or(table, "starred", false);
    message.danger = lesson::text_or(table, "danger", "");
    message.signs = lesson::texts_of(table, "signs");
    for (const lesson::Value& item : lesson::items_of(table, "attachment")) {
        message.attachments.push_back(read_attachment(lesson::table_of(item)));
    }
    return message;
}

/// Whoever writes and is written to in the beginning can be written to.
void know_people(Mailbox& mailbox, const MailMessage& message) {
    mailbox.known.push_back(message.from.address);
    for (const auto* people : {&message.to, &message.cc}) {
        for (const Person& person : *people) {
            mailbox.known.push_back(person.address);
        }
    }
}

void read_folder(Mailbox& mailbox, const lesson::List& messages, std::string_view folder, std::int64_t now) {
    // The uppermost of a file's list is the newest, and gets the highest id.
    for (std::size_t i = messages.size(); i-- > 0;) {
        const lesson::Table& table = lesson::table_of(messages[i]);
        MailMessage message = read_message(table, mailbox, folder);
        message.date = date_of(table, now, static_cast<std::int64_t>(i));
        know_people(mailbox, message);
        add_message(mailbox, std::move(message));
    }
}

Mailbox read_mailbox(const lesson::Table& start, std::int64_t now) {
    Mailbox mailbox;
    mailbox.owner = read_person(lesson::text_or(start, "address", ""));
    if (const std::string name = lesson::text_or(start, "name", ""); !name.empty()) {
        mailbox.owner.name = name;
    }
    for (const std::string& contact : lesson::texts_of(start, "contacts")) {
        add_contact(mailbox, read_person(contact));
    }
    for (const std::string& address : lesson::texts_of(start, "reachable")) {
        mailbox.known.push_back(read_person(address).address);
    }
    for (const std::string& address : lesson::texts_of(start, "unreachable")) {
        mailbox.unreachable.push_back(read_person(address).address);
    }
    for (const std::string_view folder : standard_folders) {
        read_folder(mailbox, lesson::items_of(start, folder), folder, now);
    }
    for (const lesson::Value& item : lesson::items_of(start, "folder")) {
        const lesson::Table& table = lesson::table_of(item);
        const std::string name(base::trim(lesson::text_or(table, "name", "")));
        if (add_folder(mailbox, name)) {
            read_folder(mailbox, lesson::items_of(table, "message"), name, now);
        }
    }
    mailbox.last_change.clear();
    return mailbox;
}

/// The address of the practice web's webmail; empty where there is none.
std::string webmail_address(const DeskState& desk) {
    if (desk.setup->sites == nullptr) {
        return {};
    }
    const auto site = std::ranges::find(*desk.setup->sites, "mail", &lesson::Site::program);
    return site == desk.setup->sites->end() ? std::string() : site->address;
}

void open_webmail(DeskState& desk, const std::string& address, std::int64_t at) {
    std::vector<Event> events;
    Window& window = open_window(desk, Browser{});
    Context context{desk, window.name, at, events};
    call::open(window.program, context, OpenAddress{address, false});
}

void open_program(DeskState& desk, const std::string& subject, std::int64_t at) {
    std::vector<Event> events;
    Mail mail;
    Context context{desk, {}, at, events};
    for (const MailMessage& message : desk.mailbox->messages) {
        if (!subject.empty() && message.subject == subject) {
            const int id = message.id;
            mail.folder = message.folder;
            show(mail, context, id);
            break;
        }
    }
    for (Window& window : desk.windows) {
        if (std::holds_alternative<Mail>(window.program)) {
            window.program = std::move(mail);
            return;
        }
    }
    open_window(desk, std::move(mail));
}

} // namespace

void lay_out_mail(DeskState& desk, const lesson::Table& start, std::int64_t at) {
    constexpr std::int64_t ms_a_minute = 60000;
    desk.mailbox = Timeline<Mailbox>(read_mailbox(start, desk.clock + at / ms_a_minute));
    // What an earlier lesson left open shows mail that is gone.
    for (Window& window : desk.windows) {
        if (auto* mail = std::get_if<Mail>(&window.program)) {
            *mail = Mail{};
            window.dialogs.clear();
        }
    }
    if (!lesson::yes_or(start, "open", false)) {
        return;
    }
    const std::string address = webmail_address(desk);
    if (lesson::text_or(start, "look", "program") == "webmail" && !address.empty()) {
        open_webmail(desk, address, at);
    } else {
        open_program(desk, lesson::text_or(start, "show", ""), at);
    }
}

} // namespace world
