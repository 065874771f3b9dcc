// The mail program: its list, its facts, and what touching, dragging and dropping does.
#include "world/mail.h"

#include "base/text.h"
#include "world/alike.h"
#include "world/mail_parts.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace world {

namespace {

std::string sort_key(const MailMessage& message, std::string_view sort) {
    return base::lower(sort == "from" ? shown_name(message.from) : message.subject);
}

/// A message with what it is sorted by, unless that is its date.
struct Sorted {
    const MailMessage* message = nullptr;
    std::string key;
};

bool comes_before(const Sorted& a, const Sorted& b, bool by_date, bool rising) {
    if (a.key != b.key) {
        return (a.key < b.key) == rising;
    }
    if (by_date && a.message->date != b.message->date) {
        return (a.message->date < b.message->date) == rising;
    }
    return (a.message->id < b.message->id) == (rising && by_date);
}

void select(Mail& mail, Context& context, const Touch& touch, int id) {
    if (touch.control) {
        if (std::erase(mail.selected, id) == 0) {
            mail.selected.push_back(id);
        }
        return;
    }
    if (touch.shift && !mail.selected.empty()) {
        const std::vector<const MailMessage*> all = listed(mail, context.desk.mailbox.now());
        auto from = std::ranges::find(all, mail.selected.front(), &MailMessage::id);
        auto to = std::ranges::find(all, id, &MailMessage::id);
        if (from != all.end() && to != all.end()) {
            const int first = mail.selected.front();
            const auto [low, high] = std::minmax(from, to);
            mail.selected = {first};
            for (auto one = low; one <= high; ++one) {
                if ((*one)->id != first) {
                    mail.selected.push_back((*one)->id);
                }
            }
            return;
        }
    }
    show(mail, context, id);
}

void touch_message(Mail& mail, Context& context, const Touch& touch) {
    for (const NamedMessage& named : named_messages(mail, context.desk.mailbox.now())) {
        if (named.target != touch.target) {
            continue;
        }
        const int id = named.message->id;
        const bool is_draft = named.message->folder == "drafts";
        select(mail, context, touch, id);
        if (touch.gesture == double_clickable && is_draft) {
            begin(mail, context, writing_of(*find_message(context.desk.mailbox.now(), id)), "write/body");
        }
        return;
    }
}

void touch_heading(Mail& mail, std::string_view column) {
    // A first click sorts names from A on, but dates from the newest on.
    mail.rising = mail.sort == column ? !mail.rising : column != "date";
    mail.sort = column;
}

void show_folder(Mail& mail, std::string_view folder) {
    mail.folder = folder;
    mail.selected.clear();
    mail.search = {};
    mail.writing_is_shown = false;
}

bool is_command(std::string_view target) {
    return !after(target, "toolbar/").empty();
}

/// What the first part of a target's name says it is.
void touch_part(Mail& mail, Context& context, const Touch& touched) {
    const std::string_view target = touched.target;
    if (is_command(target)) {
        command(mail, context, Command{std::string(after(target, "toolbar/")), {}, {}, {}});
    } else if (target.starts_with("message/")) {
        touch_message(mail, context, touched);
    } else if (target.starts_with("folder/")) {
        show_folder(mail, after(target, "folder/"));
    } else if (target.starts_with("heading/")) {
        touch_heading(mail, after(target, "heading/"));
    } else if (target.starts_with("reading/link/")) {
        follow_link(mail, context, target, false);
    } else if (target.starts_with("reading/attachment/")) {
        const std::string_view name = after(target, "reading/attachment/");
        if (touched.gesture == double_clickable) {
            open_attachment(mail, context, name, false);
        } else {
            ask_about_attachment(mail, context, name);
        }
    } else if (target.starts_with("reading/save/")) {
        save_attachment(mail, context, after(target, "reading/save/"));
    } else if (target.starts_with("suggestion/")) {
        complete_recipient(mail, context, target);
    } else if (target.starts_with("write/attachment/")) {
        const std::string_view name = after(target, "write/attachment/");
        remove_attachment(mail, context, name.substr(0, name.rfind("/remove")));
    } else if (target == "reading/sender") {
        show_sender(mail, context);
    } else if (const std::string_view act = after(target, target.starts_with("write/") ? "write/" : "reading/");
               !act.empty() && field(mail, target) == nullptr) {
        command(mail, context, Command{std::string(act), {}, {}, {}});
    }
}

/// The second of one subject is the one that came later, however the list is sorted; it is called `#2`.
void number_those_alike(std::vector<NamedMessage>& named) {
    if (surely_differ(named, &NamedMessage::target)) {
        return;
    }
    std::vector<NamedMessage*> order(named.size());
    std::ranges::transform(named, order.begin(), [](NamedMessage& one) { return &one; });
    std::ranges::sort(order, {}, [](const NamedMessage* one) { return one->message->id; });
    std::map<std::string, int> counts;
    for (NamedMessage* one : order) {
        if (const int number = ++counts[one->target]; number > 1) {
            one->target += "#" + std::to_string(number);
        }
    }
}

Fact draft_fact(const Mailbox& mailbox, const Writing& writing, const std::string& to, const std::string& attachment) {
    return {"mail.draft",
            {{"to", to},
             {"cc", addresses(recipients_of(mailbox, writing.cc.edit.text))},
             {"subject", writing.subject.edit.text},
             {"body", without_quote(writing.body.edit.text)},
             {"attachment", attachment}}};
}

void add_draft(const Mailbox& mailbox, const Writing& writing, std::vector<Fact>& facts) {
    std::vector<Person> people = recipients_of(mailbox, writing.to.edit.text);
    people.resize(std::max<std::size_t>(people.size(), 1));
    for (const Person& person : people) {
        if (writing.attachments.empty()) {
            facts.push_back(draft_fact(mailbox, writing, person.address, ""));
        }
        for (const Attachment& attachment : writing.attachments) {
            facts.push_back(draft_fact(mailbox, writing, person.address, attachment.name));
        }
    }
}

} // namespace

std::string_view after(std::string_view name, std::string_view prefix) {
    return name.starts_with(prefix) ? name.substr(prefix.size()) : std::string_view();
}

std::int64_t minutes_now(const Context& context) {
    constexpr std::int64_t ms_a_minute = 60000;
    return context.desk.clock + context.at / ms_a_minute;
}

void tell_of(Context& context, std::string name, const MailMessage& message, std::vector<Field> more) {
    Fact fact{std::move(name),
              {{"from", message.from.address}, {"subject", subject_code(message)}, {"folder", message.folder}}};
    fact.fields.insert(fact.fields.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    context.tell(std::move(fact));
}

Target target_of(std::string name, Role role, std::string part, Words words, std::string picture, unsigned gestures) {
    Target made;
    made.name = std::move(name);
    made.role = role;
    made.part = std::move(part);
    made.words = std::move(words);
    made.picture = std::move(picture);
    made.gestures = static_cast<std::uint8_t>(gestures);
    return made;
}

Dialog dialog_of(std::string kind, Words text, const std::vector<std::string>& buttons, std::string about) {
    Dialog dialog;
    dialog.title = message("desk.mail.ask." + std::string(after(kind, "mail.")) + ".title");
    dialog.kind = std::move(kind);
    dialog.text = std::move(text);
    dialog.about = std::move(about);
    for (const std::string& button : buttons) {
        dialog.buttons.push_back({button, message("desk.mail." + button), {}, true, {}});
    }
    return dialog;
}

std::vector<const MailMessage*> listed(const Mail& mail, const Mailbox& mailbox) {
    const std::string words = base::lower(base::trim(mail.search.edit.text));
    const bool by_date = mail.sort == "date";
    std::vector<Sorted> all;
    all.reserve(mailbox.messages.size());
    for (const MailMessage& message : mailbox.messages) {
        if (words.empty() ? message.folder == mail.folder : message.found_by.find(words) != std::string::npos) {
            all.push_back({&message, by_date ? std::string() : sort_key(message, mail.sort)});
        }
    }
    std::vector<const Sorted*> order(all.size());
    std::ranges::transform(all, order.begin(), [](const Sorted& one) { return &one; });
    std::ranges::sort(order,
                      [&](const Sorted* a, const Sorted* b) { return comes_before(*a, *b, by_date, mail.rising); });
    std::vector<const MailMessage*> result(all.size());
    std::ranges::transform(order, result.begin(), &Sorted::message);
    return result;
}

std::vector<NamedMessage> named_messages(const Mail& mail, const Mailbox& mailbox) {
    std::vector<NamedMessage> named;
    named.reserve(mailbox.messages.size());
    for (const MailMessage* message : listed(mail, mailbox)) {
        const std::string code = subject_code(*message);
        named.push_back({message, "message/"});
        named.back().target += code.empty() ? "no-subject" : code;
    }
    number_those_alike(named);
    return named;
}

const MailMessage* shown_message(const Mail& mail, const Mailbox& mailbox) {
    return mail.selected.size() == 1 ? find_message(mailbox, mail.selected.front()) : nullptr;
}

Words title(const Mail& mail, const View& view) {
    if (mail.writing && mail.writing_is_shown) {
        const std::string& subject = mail.writing->subject.edit.text;
        return subject.empty() ? message("desk.mail.title.writing") : as_it_is(subject);
    }
    const MailMessage* shown = shown_message(mail, view.desk.mailbox.now());
    return shown != nullptr ? subject_of(*shown) : message("desk.program.mail");
}

void touch(Mail& mail, Context& context, const Touch& touched) {
    mail.notice = {};
    mail.saved_is_shown = false;
    if (mail.chooser) {
        touch_chooser(mail, context, touched.target, touched.gesture == double_clickable);
    } else if (touched.gesture != right_clickable) {
        touch_part(mail, context, touched);
    }
}

void add_facts(const Mail& mail, const View& view, std::vector<Fact>& facts) {
    const Mailbox& mailbox = view.desk.mailbox.now();
    facts.push_back({"mail.showing",
                     {{"folder", mail.folder},
                      {"search", std::string(base::trim(mail.search.edit.text))},
                      {"writing", mail.writing && mail.writing_is_shown}}});
    const MailMessage* shown = shown_message(mail, mailbox);
    if (shown != nullptr && !(mail.writing && mail.writing_is_shown)) {
        facts.push_back({"mail.open",
                         {{"from", shown->from.address},
                          {"name", shown->from.name},
                          {"subject", subject_code(*shown)},
                          {"folder", shown->folder}}});
    }
    if (mail.writing) {
        add_draft(mailbox, *mail.writing, facts);
    }
}

TextField* field(Mail& mail, std::string_view target) {
    if (target == "field/search") {
        return &mail.search;
    }
    if (!mail.writing || !mail.writing_is_shown) {
        return nullptr;
    }
    Writing& writing = *mail.writing;
    return target == "write/to"        ? &writing.to
           : target == "write/cc"      ? &writing.cc
           : target == "write/subject" ? &writing.subject
           : target == "write/body"    ? &writing.body
                                       : nullptr;
}

Carried carried(const Mail& mail, const View& view, std::string_view target) {
    Carried result;
    if (target.starts_with("message/")) {
        result.messages = aimed_at(mail, view.desk.mailbox.now(), target);
    }
    return result;
}

void drop(Mail& mail, Context& context, const Carried& carried, std::string_view onto, bool /*copies*/) {
    mail.notice = {};
    if (!carried.files.empty()) {
        if (!mail.writing || !mail.writing_is_shown) {
            begin(mail, context, Writing{}, "write/to");
        }
        attach(mail, context, carried.files);
        return;
    }
    const std::string_view folder = after(onto, "folder/");
    if (folder.empty() || carried.messages.empty()) {
        return;
    }
    mail.selected = carried.messages;
    command(mail, context, Command{"move:" + std::string(folder), {}, {}, {}});
}

bool may_close(Mail& mail, Context& context) {
    if (!mail.writing || !has_changed(*mail.writing)) {
        return true;
    }
    leave_writing(mail, context, "mail.close");
    return false;
}

void open(Mail& mail, Context& context, const WriteMail& asked) {
    Writing writing;
    writing.to = field_of(asked.to);
    begin(mail, context, std::move(writing), asked.to.empty() ? "write/to" : "write/subject");
    attach(mail, context, asked.attachments);
}

} // namespace world
