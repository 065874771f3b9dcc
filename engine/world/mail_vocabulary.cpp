// What lesson files may say about mail: start keys, facts, and what has to fit together.
#include "base/text.h"
#include "lesson/fault.h"
#include "world/mail.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace world {

namespace {

using lesson::FactField;
using lesson::FactKind;
using lesson::FactOrigin;
using lesson::FieldKind;
using lesson::Kind;

constexpr std::size_t longest_body = 8000; // bytes

constexpr std::array<std::string_view, 2> looks{"program", "webmail"};
constexpr std::array<std::string_view, 7> signs{"sender", "link", "attachment", "hurry", "money", "secret", "mistakes"};

constexpr std::array<lesson::Key, 5> attachment_keys{{
    {.name = "name", .kind = Kind::text, .required = true},
    {.name = "text", .kind = Kind::text},
    {.name = "picture", .kind = Kind::code},
    {.name = "size", .kind = Kind::whole, .least = 1},
    {.name = "risky", .kind = Kind::yes_no},
}};
constexpr lesson::Schema attachment_schema{"start.mail-attachment", attachment_keys};

constexpr std::array<lesson::Key, 12> message_keys{{
    {.name = "from", .kind = Kind::text},
    {.name = "to", .kind = Kind::text},
    {.name = "cc", .kind = Kind::text},
    {.name = "subject", .kind = Kind::text},
    {.name = "body", .kind = Kind::text},
    {.name = "days", .kind = Kind::whole, .least = 0, .most = 3650},
    {.name = "time", .kind = Kind::code},
    {.name = "read", .kind = Kind::yes_no},
    {.name = "starred", .kind = Kind::yes_no},
    {.name = "attachment", .kind = Kind::tables, .inside = &attachment_schema},
    {.name = "danger", .kind = Kind::text},
    {.name = "signs", .kind = Kind::codes},
}};
constexpr lesson::Schema message_schema{"start.mail-message", message_keys};

constexpr std::array<lesson::Key, 2> folder_keys{{
    {.name = "name", .kind = Kind::text, .required = true},
    {.name = "message", .kind = Kind::tables, .inside = &message_schema},
}};
constexpr lesson::Schema folder_schema{"start.mail-folder", folder_keys};

constexpr std::array<lesson::Key, 15> start_keys{{
    {.name = "address", .kind = Kind::text},
    {.name = "name", .kind = Kind::text},
    {.name = "inbox", .kind = Kind::tables, .inside = &message_schema},
    {.name = "drafts", .kind = Kind::tables, .inside = &message_schema},
    {.name = "sent", .kind = Kind::tables, .inside = &message_schema},
    {.name = "archive", .kind = Kind::tables, .inside = &message_schema},
    {.name = "junk", .kind = Kind::tables, .inside = &message_schema},
    {.name = "bin", .kind = Kind::tables, .inside = &message_schema},
    {.name = "folder", .kind = Kind::tables, .inside = &folder_schema},
    {.name = "contacts", .kind = Kind::texts},
    {.name = "reachable", .kind = Kind::texts},
    {.name = "unreachable", .kind = Kind::texts},
    {.name = "open", .kind = Kind::yes_no},
    {.name = "show", .kind = Kind::text},
    {.name = "look", .kind = Kind::choice, .choices = looks},
}};
constexpr lesson::Schema start_schema{"start.mail", start_keys};

constexpr std::array open_fields{FactField{"from"}, FactField{"name"}, FactField{"subject"}, FactField{"folder"}};
constexpr std::array message_fields{FactField{"from"},
                                    FactField{"to"},
                                    FactField{"subject"},
                                    FactField{"folder"},
                                    FactField{"read", FieldKind::yes_no},
                                    FactField{"starred", FieldKind::yes_no}};
constexpr std::array showing_fields{FactField{"folder"}, FactField{"search"}, FactField{"writing", FieldKind::yes_no}};
constexpr std::array folder_fields{FactField{"name"}, FactField{"count", FieldKind::number},
                                   FactField{"unread", FieldKind::number}};
constexpr std::array unread_fields{FactField{"count", FieldKind::number}};
constexpr std::array draft_fields{FactField{"to"}, FactField{"cc"}, FactField{"subject"}, FactField{"body"},
                                  FactField{"attachment"}};
constexpr std::array sent_fields{FactField{"to"},   FactField{"cc"},         FactField{"subject"},
                                 FactField{"body"}, FactField{"attachment"}, FactField{"reply_to"}};
constexpr std::array contact_fields{FactField{"name"}, FactField{"address"}};
constexpr std::array event_fields{FactField{"from"}, FactField{"subject"}, FactField{"folder"}};
constexpr std::array moved_fields{FactField{"from"}, FactField{"subject"}, FactField{"folder"}, FactField{"to"},
                                  FactField{"scam", FieldKind::yes_no}};
constexpr std::array marked_fields{FactField{"from"}, FactField{"subject"}, FactField{"folder"}, FactField{"as"}};
constexpr std::array file_fields{FactField{"from"}, FactField{"subject"}, FactField{"folder"}, FactField{"name"}};
constexpr std::array inspected_fields{FactField{"from"}, FactField{"subject"}, FactField{"folder"},
                                      FactField{"what"}, FactField{"address"}, FactField{"tells", FieldKind::yes_no}};
constexpr std::array link_fields{FactField{"from"}, FactField{"subject"}, FactField{"folder"}, FactField{"address"}};
constexpr std::array searched_fields{FactField{"words"}, FactField{"found", FieldKind::number}};
constexpr std::array to_fields{FactField{"to"}};
constexpr std::array why_fields{FactField{"why"}};
constexpr std::array what_fields{FactField{"what"}};
constexpr std::array name_fields{FactField{"name"}};
constexpr std::array subject_fields{FactField{"subject"}};
constexpr std::array emptied_fields{FactField{"folder"}};

constexpr auto fact_kinds = std::to_array<FactKind>({
    {"mail.open", FactOrigin::state, open_fields},
    {"mail.message", FactOrigin::state, message_fields},
    {"mail.showing", FactOrigin::state, showing_fields},
    {"mail.folder", FactOrigin::state, folder_fields},
    {"mail.unread", FactOrigin::state, unread_fields},
    {"mail.draft", FactOrigin::state, draft_fields},
    {"mail.sent", FactOrigin::state, sent_fields},
    {"mail.contact", FactOrigin::state, contact_fields},
    {"mail.opened", FactOrigin::event, event_fields},
    {"mail.replied", FactOrigin::event, event_fields},
    {"mail.forwarded", FactOrigin::event, event_fields},
    {"mail.moved", FactOrigin::event, moved_fields},
    {"mail.deleted", FactOrigin::event, moved_fields},
    {"mail.junked", FactOrigin::event, moved_fields},
    {"mail.marked", FactOrigin::event, marked_fields},
    {"mail.saved_attachment", FactOrigin::event, file_fields},
    {"mail.opened_attachment", FactOrigin::event, file_fields},
    {"mail.inspected", FactOrigin::event, inspected_fields},
    {"mail.followed_link", FactOrigin::event, link_fields},
    {"mail.searched", FactOrigin::event, searched_fields},
    {"mail.undelivered", FactOrigin::event, to_fields},
    {"mail.not_sent", FactOrigin::event, why_fields},
    {"mail.undone", FactOrigin::event, what_fields},
    {"mail.attached", FactOrigin::event, name_fields},
    {"mail.detached", FactOrigin::event, name_fields},
    {"mail.kept", FactOrigin::event, subject_fields},
    {"mail.discarded", FactOrigin::event, subject_fields},
    {"mail.folder_created", FactOrigin::event, name_fields},
    {"mail.emptied", FactOrigin::event, emptied_fields},
});

/// Each of the people in a text has an address.
void check_people(const lesson::Table& table, std::string_view key, base::Faults& faults) {
    const lesson::Value* value = lesson::find(table, key);
    const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(&value->data);
    if (text == nullptr) {
        return;
    }
    for (const std::string& word : recipient_words(*text)) {
        if (!is_address(read_person(word).address)) {
            lesson::add_fault(faults, "mail.not-an-address", value->place, {{"word", word}});
        }
    }
}

void check_list_of_people(const lesson::Table& table, std::string_view key, base::Faults& faults) {
    for (const lesson::Value& item : lesson::items_of(table, key)) {
        const auto* text = std::get_if<std::string>(&item.data);
        if (text != nullptr && !is_address(read_person(*text).address)) {
            lesson::add_fault(faults, "mail.not-an-address", item.place, {{"word", *text}});
        }
    }
}

bool is_time(std::string_view text) {
    const auto is_digit = [](char sign) { return sign >= '0' && sign <= '9'; };
    if (text.size() != 5 || text[2] != ':' || !is_digit(text[0]) || !is_digit(text[1]) || !is_digit(text[3]) ||
        !is_digit(text[4])) {
        return false;
    }
    return text.substr(0, 2) < "24" && text.substr(3) < "60";
}

void check_attachments(const lesson::Table& message, base::Faults& faults) {
    std::vector<std::string> names;
    for (const lesson::Value& item : lesson::items_of(message, "attachment")) {
        const std::string name = lesson::text_or(lesson::table_of(item), "name", "");
        if (std::ranges::find(names, name) != names.end()) {
            lesson::add_fault(faults, "mail.attachment-twice", item.place, {{"name", name}});
        }
        if (name.empty() || name.find('/') != std::string::npos) {
            lesson::add_fault(faults, "mail.attachment-name", item.place, {{"name", name}});
        }
        names.push_back(name);
    }
}

void check_message(const lesson::Value& item, bool is_received, base::Faults& faults) {
    const lesson::Table& message = lesson::table_of(item);
    for (const std::string_view key : {"from", "to", "cc"}) {
        check_people(message, key, faults);
    }
    if (is_received && lesson::find(message, "from") == nullptr) {
        lesson::add_fault(faults, "mail.no-sender", item.place);
    }
    if (is_received && base::trim(lesson::text_or(message, "subject", "")).empty()) {
        lesson::add_fault(faults, "mail.empty-subject", item.place);
    }
    if (const lesson::Value* body = lesson::find(message, "body")) {
        const auto* text = std::get_if<std::string>(&body->data);
        if (text != nullptr && text->size() > longest_body) {
            lesson::add_fault(faults, "mail.long-body", body->place, {{"most", std::to_string(longest_body)}});
        }
    }
    if (const lesson::Value* time = lesson::find(message, "time")) {
        const auto* text = std::get_if<std::string>(&time->data);
        if (text != nullptr && !is_time(*text)) {
            lesson::add_fault(faults, "mail.not-a-time", time->place, {{"word", *text}});
        }
    }
    for (const lesson::Value& sign : lesson::items_of(message, "signs")) {
        const auto* code = std::get_if<std::string>(&sign.data);
        if (code != nullptr && std::ranges::find(signs, *code) == signs.end()) {
            lesson::add_unknown(faults, {"mail.misspelt-sign", "mail.unknown-sign"}, sign.place, *code, signs);
        }
    }
    if (lesson::find(message, "signs") != nullptr && lesson::find(message, "danger") == nullptr) {
        lesson::add_fault(faults, "mail.signs-without-danger", item.place);
    }
    check_attachments(message, faults);
}

void check_folders(const lesson::Table& start, base::Faults& faults) {
    Mailbox mailbox;
    for (const lesson::Value& item : lesson::items_of(start, "folder")) {
        const std::string name = lesson::text_or(lesson::table_of(item), "name", "");
        if (!add_folder(mailbox, name)) {
            lesson::add_fault(faults, "mail.folder-name", item.place, {{"name", name}});
        }
        for (const lesson::Value& message : lesson::items_of(lesson::table_of(item), "message")) {
            check_message(message, true, faults);
        }
    }
}

void check_start(const lesson::Table& start, base::Faults& faults) {
    check_people(start, "address", faults);
    for (const std::string_view folder : standard_folders) {
        for (const lesson::Value& item : lesson::items_of(start, folder)) {
            check_message(item, folder != "drafts" && folder != "sent", faults);
        }
    }
    for (const std::string_view list : {"contacts", "reachable", "unreachable"}) {
        check_list_of_people(start, list, faults);
    }
    check_folders(start, faults);
}

} // namespace

lesson::AppKind mail_kind() {
    return {"mail", &start_schema, fact_kinds, check_start};
}

} // namespace world
