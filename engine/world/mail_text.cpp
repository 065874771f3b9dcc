// Addresses, bodies and quotes of messages, as texts.
#include "world/mail_text.h"

#include "base/text.h"
#include "world/text_edit.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace world {

namespace {

constexpr std::size_t most_completions = 4;

/// How people announce an attachment, in the languages of the lessons, without accents. Only recognised, never shown.
constexpr auto attachment_words = std::to_array<std::string_view>(
    {"ci-joint", "ci joint", "ci-inclus", "piece jointe", "pieces jointes", "en piece joint", "je vous joins",
     "je te joins", "attached", "attachment", "enclosed"});

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> result;
    while (true) {
        const std::size_t end = text.find('\n');
        result.push_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return result;
        }
        text.remove_prefix(end + 1);
    }
}

/// A link as it stands in a body: where its marks begin and end, and what it says.
struct FoundLink {
    std::size_t start = 0;
    std::size_t end = 0;
    std::string_view words;
    std::string_view address;
};

/// The next `[words](address)`.
std::optional<FoundLink> next_marked(std::string_view text) {
    for (std::size_t start = text.find('['); start != std::string_view::npos; start = text.find('[', start + 1)) {
        const std::size_t middle = text.find("](", start);
        if (middle == std::string_view::npos) {
            return std::nullopt;
        }
        const std::size_t end = text.find(')', middle);
        const std::string_view words = text.substr(start + 1, middle - start - 1);
        if (end == std::string_view::npos) {
            return std::nullopt;
        }
        const std::string_view address = text.substr(middle + 2, end - middle - 2);
        if (!words.empty() && !address.empty() && words.find('[') == std::string_view::npos) {
            return FoundLink{start, end + 1, words, address};
        }
    }
    return std::nullopt;
}

/// The next address that stands bare in the text: `www.…` or `http…`.
std::optional<FoundLink> next_bare(std::string_view text) {
    std::size_t start = std::string_view::npos;
    for (const std::string_view mark : {"https://", "http://", "www."}) {
        start = std::min(start, text.find(mark));
    }
    if (start == std::string_view::npos) {
        return std::nullopt;
    }
    std::size_t end = text.find_first_of(" \t<>()[]\"", start);
    end = end == std::string_view::npos ? text.size() : end;
    while (end > start && std::string_view(".,;:!?").find(text[end - 1]) != std::string_view::npos) {
        --end;
    }
    const std::string_view address = text.substr(start, end - start);
    return FoundLink{start, end, address, address};
}

std::optional<FoundLink> next_link(std::string_view text) {
    const std::optional<FoundLink> marked = next_marked(text);
    const std::optional<FoundLink> bare = next_bare(text);
    return marked && (!bare || marked->start <= bare->start) ? marked : bare;
}

std::string numbered(std::string name, std::vector<std::string>& taken) {
    const auto same = std::ranges::count(taken, name);
    taken.push_back(name);
    return same == 0 ? name : name + "#" + std::to_string(same + 1);
}

/// The host of an address: `https://www.a.fr/b` -> `a.fr`.
std::string host_of(std::string_view address) {
    if (const std::size_t scheme = address.find("://"); scheme != std::string_view::npos) {
        address.remove_prefix(scheme + 3);
    }
    if (address.starts_with("www.")) {
        address.remove_prefix(4);
    }
    return base::lower(address.substr(0, address.find('/')));
}

bool has_prefix(std::string_view text, std::string_view prefix) {
    return base::lower(text).starts_with(base::lower(prefix));
}

} // namespace

bool is_address(std::string_view text) {
    const std::size_t sign = text.find('@');
    if (sign == std::string_view::npos || sign == 0 || text.find('@', sign + 1) != std::string_view::npos ||
        text.find_first_of(" \t\n,;:<>()[]\"") != std::string_view::npos) {
        return false;
    }
    const std::string_view domain = text.substr(sign + 1);
    const std::size_t dot = domain.rfind('.');
    return dot != std::string_view::npos && dot > 0 && dot + 2 < domain.size() && domain.front() != '.' &&
           text[sign - 1] != '.' && text.front() != '.' && domain.find("..") == std::string_view::npos;
}

bool same_address(std::string_view a, std::string_view b) {
    return base::lower(base::trim(a)) == base::lower(base::trim(b));
}

Person read_person(std::string_view text) {
    text = base::trim(text);
    const std::size_t open = text.find('<');
    if (open == std::string_view::npos) {
        return Person{"", std::string(text)};
    }
    const std::size_t close = text.find('>', open);
    const std::string_view address = text.substr(open + 1, close == std::string_view::npos ? close : close - open - 1);
    return Person{std::string(base::trim(text.substr(0, open))), std::string(base::trim(address))};
}

std::string written(const Person& person) {
    return person.name.empty() ? person.address : person.name + " <" + person.address + ">";
}

std::string written(const std::vector<Person>& people) {
    std::string result;
    for (const Person& person : people) {
        result += (result.empty() ? "" : ", ") + written(person);
    }
    return result;
}

std::string addresses(const std::vector<Person>& people) {
    std::string result;
    for (const Person& person : people) {
        result += (result.empty() ? "" : ", ") + person.address;
    }
    return result;
}

std::string shown_name(const Person& person) {
    return person.name.empty() ? person.address : person.name;
}

std::vector<std::string> recipient_words(std::string_view text) {
    std::vector<std::string> result;
    while (!text.empty()) {
        const std::size_t end = text.find_first_of(",;");
        if (const std::string_view word = base::trim(text.substr(0, end)); !word.empty()) {
            result.emplace_back(word);
        }
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return result;
}

std::vector<Person> recipients_of(const Mailbox& mailbox, std::string_view text) {
    std::vector<Person> result;
    for (const std::string& word : recipient_words(text)) {
        const auto named = std::ranges::find_if(
            mailbox.contacts, [&](const Person& person) { return base::lower(person.name) == base::lower(word); });
        Person person = named != mailbox.contacts.end() ? *named : read_person(word);
        if (const Person* contact = contact_of(mailbox, person.address); contact != nullptr && person.name.empty()) {
            person.name = contact->name;
        }
        result.push_back(std::move(person));
    }
    return result;
}

std::vector<Person> completions(const Mailbox& mailbox, std::string_view text) {
    const std::size_t comma = text.find_last_of(",;");
    const std::string_view word = base::trim(comma == std::string_view::npos ? text : text.substr(comma + 1));
    std::vector<Person> result;
    if (word.empty() || word.find('>') != std::string_view::npos || contact_of(mailbox, word) != nullptr) {
        return result;
    }
    const auto fits = [&](const Person& person) {
        if (has_prefix(person.name, word) || has_prefix(person.address, word)) {
            return true;
        }
        const std::size_t blank = person.name.find(' ');
        return blank != std::string::npos && has_prefix(std::string_view(person.name).substr(blank + 1), word);
    };
    for (const Person& person : mailbox.contacts) {
        if (result.size() < most_completions && fits(person)) {
            result.push_back(person);
        }
    }
    return result;
}

std::string known_as(const Mailbox& mailbox, const Person& person) {
    const bool is_one_of_many = std::ranges::count(mailbox.contacts, person.name, &Person::name) > 1;
    return person.name.empty() || is_one_of_many ? person.address : person.name;
}

std::string completed(std::string_view text, const Person& person) {
    const std::size_t comma = text.find_last_of(",;");
    std::string result(comma == std::string_view::npos ? "" : text.substr(0, comma + 1));
    return result + (result.empty() ? "" : " ") + written(person);
}

std::vector<BodyParagraph> paragraphs_of(const MailMessage& message) {
    std::vector<BodyParagraph> result;
    if (!message.undelivered.empty()) {
        for (const char* id : {"desk.mail.undelivered.what", "desk.mail.undelivered.why", "desk.mail.undelivered.do"}) {
            result.push_back(
                {{{world::message(id, {{"address", message.undelivered}, {"subject", message.subject}}), {}, {}}},
                 false});
            result.push_back({});
        }
        return result;
    }
    std::vector<std::string> taken;
    for (std::string_view line : lines_of(message.body)) {
        BodyParagraph paragraph;
        paragraph.quoted = line.starts_with(">");
        while (const std::optional<FoundLink> link = next_link(line)) {
            if (link->start > 0) {
                paragraph.runs.push_back({as_it_is(std::string(line.substr(0, link->start))), {}, {}});
            }
            paragraph.runs.push_back({as_it_is(std::string(link->words)), std::string(link->address),
                                      numbered("reading/link/" + std::string(link->words), taken)});
            line.remove_prefix(link->end);
        }
        if (!line.empty()) {
            paragraph.runs.push_back({as_it_is(std::string(line)), {}, {}});
        }
        result.push_back(std::move(paragraph));
    }
    return result;
}

std::string plain_body(std::string_view body) {
    std::string result;
    while (const std::optional<FoundLink> link = next_marked(body)) {
        result += body.substr(0, link->start);
        result += link->words;
        body.remove_prefix(link->end);
    }
    return result + std::string(body);
}

std::string quoted(const MailMessage& message) {
    std::string result = "> " + written(message.from) + "\n>\n";
    const std::string body = plain_body(message.body);
    for (const std::string_view line : lines_of(body)) {
        result += (line.empty() ? ">" : line.starts_with(">") ? ">" : "> ") + std::string(line) + "\n";
    }
    return result;
}

std::string without_quote(std::string_view body) {
    std::string result;
    for (const std::string_view line : lines_of(body)) {
        if (!line.starts_with(">")) {
            result += std::string(line) + "\n";
        }
    }
    return std::string(base::trim(result));
}

bool speaks_of_attachment(std::string_view text) {
    const std::string small = folded(text);
    return std::ranges::any_of(attachment_words,
                               [&](std::string_view word) { return small.find(word) != std::string::npos; });
}

bool is_lying_link(std::string_view words, std::string_view address) {
    const bool looks_like_address = words.find(' ') == std::string_view::npos && words.find('.') != words.npos;
    return looks_like_address && host_of(words) != host_of(address);
}

std::vector<std::string> signs_of(const MailMessage& message) {
    if (message.danger.empty() || !message.signs.empty()) {
        return message.signs;
    }
    std::vector<std::string> result{"sender"};
    for (const BodyParagraph& paragraph : paragraphs_of(message)) {
        const bool has_link =
            std::ranges::any_of(paragraph.runs, [](const BodyRun& run) { return !run.address.empty(); });
        if (has_link && std::ranges::find(result, "link") == result.end()) {
            result.emplace_back("link");
        }
    }
    if (std::ranges::any_of(message.attachments, &Attachment::risky)) {
        result.emplace_back("attachment");
    }
    return result;
}

} // namespace world
