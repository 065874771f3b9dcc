// PO files, and the texts of lessons that they translate.
#include "lesson/translation.h"

#include "base/file.h"
#include "base/text.h"
#include "lesson/fault.h"

#include <algorithm>
#include <csetjmp>
#include <cstdlib>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <gettext-po.h>

namespace lesson {

namespace {

constexpr std::size_t most_bytes = 20'000'000;

std::string key_of(std::string_view context, std::string_view source) {
    return fmt::format("{}\4{}", context, source);
}

/// What the library told while it read a file. It reports through plain functions, so this is the one static thing of
/// the layer; PO files are read by one thread.
struct Report {
    base::Error first;
    bool failed = false;
    std::jmp_buf leave{};
};
Report* report = nullptr;

void note(int severity, size_t line, size_t column, const char* text) {
    if (severity == PO_SEVERITY_WARNING || report->failed) {
        return;
    }
    constexpr auto unknown = static_cast<size_t>(-1);
    report->failed = true;
    report->first.id = "po.syntax";
    report->first.arguments = {{"detail", std::string(base::trim(text))}};
    report->first.place.line = line == unknown ? 0 : static_cast<int>(line);
    report->first.place.column = line == unknown || column == unknown ? 0 : static_cast<int>(column);
}

/// The library ends the program if its handler returns from a fatal error, which many small errors amount to. The jump
/// leaves only frames of C; what the library had allocated is lost.
void on_error(int severity, po_message_t /*message*/, const char* /*file*/, size_t line, size_t column,
              int /*multiline*/, const char* text) {
    note(severity, line, column, text);
    if (severity == PO_SEVERITY_FATAL_ERROR) {
        std::longjmp(report->leave, 1);
    }
}

void on_two_errors(int severity, po_message_t message, const char* file, size_t line, size_t column, int multiline,
                   const char* text, po_message_t /*second*/, const char* /*second_file*/, size_t /*second_line*/,
                   size_t /*second_column*/, int /*second_multiline*/, const char* /*second_text*/) {
    on_error(severity, message, file, line, column, multiline, text);
}

/// Holds nothing that a jump out of it could leave undone.
po_file_t read_or_leave(const char* path) {
    static constexpr po_xerror_handler handler{on_error, on_two_errors};
    if (setjmp(report->leave) != 0) { // NOLINT(cert-err52-cpp)
        return nullptr;
    }
    return po_file_read(path, &handler);
}

using PoFile = std::unique_ptr<std::remove_pointer_t<po_file_t>, decltype(&po_file_free)>;
using PoIterator = std::unique_ptr<std::remove_pointer_t<po_message_iterator_t>, decltype(&po_message_iterator_free)>;

base::Result<PoFile> parse(const std::filesystem::path& file) {
    Report own;
    own.first.place.file = file.string();
    report = &own;
    // An absolute path, since the library searches for others and takes `-` for the standard input.
    std::error_code error;
    const std::string path = std::filesystem::absolute(file, error).string();
    PoFile read(read_or_leave(path.c_str()), &po_file_free);
    report = nullptr;
    if (own.failed || read == nullptr) {
        return own.first.id.empty() ? base::Error{"po.syntax", {{"detail", ""}}, own.first.place} : own.first;
    }
    return read;
}

/// Without a charset in its header the library would not know what the bytes mean; all our texts are UTF-8.
bool says_utf8(po_file_t file) {
    const char* header = po_file_domain_header(file, nullptr);
    if (header == nullptr) {
        return false;
    }
    const std::unique_ptr<char, decltype(&std::free)> type(po_header_field(header, "Content-Type"), &std::free);
    return type != nullptr && base::lower(type.get()).find("charset=utf-8") != std::string::npos;
}

std::string_view or_empty(const char* text) {
    return text == nullptr ? std::string_view() : std::string_view(text);
}

/// Gives all texts for learners inside an app's start state to the visitor.
class StartVisitor {
public:
    explicit StartVisitor(const VisitPlacedText& visit) : visit_(visit) {}

    void visit(Table& table, const Schema& schema, const std::string& context) const {
        for (Entry& entry : table) {
            for (const Key& key : schema.keys) {
                if (key.name == entry.key) {
                    visit_key(entry, key, context + "/" + entry.key);
                }
            }
        }
    }

private:
    void visit_key(Entry& entry, const Key& key, const std::string& context) const {
        if (key.kind == Kind::text) {
            visit_text(entry.value, context);
        } else if (key.kind == Kind::texts) {
            visit_texts(entry.value, context);
        } else if (key.kind == Kind::table && key.inside != nullptr) {
            visit_table(entry.value, *key.inside, context);
        } else if (key.kind == Kind::tables && key.inside != nullptr) {
            visit_tables(entry.value, *key.inside, context);
        }
    }

    void visit_text(Value& value, const std::string& context) const {
        auto* text = std::get_if<std::string>(&value.data);
        if (text != nullptr && !text->empty()) {
            visit_(context, *text, value.place);
        }
    }

    void visit_table(Value& value, const Schema& schema, const std::string& context) const {
        if (auto* table = std::get_if<Table>(&value.data)) {
            visit(*table, schema, context);
        }
    }

    void visit_texts(Value& value, const std::string& context) const {
        if (auto* list = std::get_if<List>(&value.data)) {
            for (std::size_t i = 0; i < list->size(); ++i) {
                visit_text((*list)[i], fmt::format("{} {}", context, i + 1));
            }
        }
    }

    /// An item that has a name goes by it, so that its context stays when others are put before it.
    void visit_tables(Value& value, const Schema& schema, const std::string& context) const {
        if (auto* list = std::get_if<List>(&value.data)) {
            for (std::size_t i = 0; i < list->size(); ++i) {
                const std::string name = text_or(table_of((*list)[i]), "name", std::to_string(i + 1));
                visit_table((*list)[i], schema, fmt::format("{} {}", context, name));
            }
        }
    }

    const VisitPlacedText& visit_;
};

void visit_start(Table& start, Vocabulary vocabulary, const std::string& context, const VisitPlacedText& visit) {
    for (Entry& entry : start) {
        const AppKind* app = find_app(vocabulary, entry.key);
        auto* state = std::get_if<Table>(&entry.value.data);
        if (app != nullptr && app->start != nullptr && state != nullptr) {
            StartVisitor(visit).visit(*state, *app->start, context + "/start/" + entry.key);
        }
    }
}

/// A lesson's texts, and what its goals name in the words of its start tables.
void translate_lesson(Lesson& lesson, Vocabulary vocabulary, const Translations& translations) {
    std::unordered_map<std::string, std::string> named;
    each_text(lesson, vocabulary, [&](const std::string& context, std::string& text) {
        std::string translation(translations.find(context, text));
        if (translation != text && context.find("/start/") != std::string::npos) {
            named.emplace(text, translation);
        }
        text = std::move(translation);
    });
    const auto rename = [&named](std::string& operand) {
        const auto found = named.find(operand);
        operand = found == named.end() ? operand : found->second;
    };
    for (Step& step : lesson.steps) {
        each_operand(step.goal, rename);
    }
    for (Mistake& mistake : lesson.mistakes) {
        each_operand(mistake.when, rename);
    }
}

} // namespace

base::Result<Translations> Translations::read(const std::filesystem::path& file) {
    COUCOU_TRY(const std::string text, base::read_file(file, most_bytes));
    if (const auto bad = base::first_bad_byte(text)) {
        return base::Error{"file.not-utf8", {{"file", file.string()}}, place_at(text, *bad, file.string())};
    }
    COUCOU_TRY(const PoFile read, parse(file));
    if (!says_utf8(read.get())) {
        return base::Error{"po.charset", {}, {file.string(), 1, 1}};
    }
    Translations translations;
    const PoIterator messages(po_message_iterator(read.get(), nullptr), &po_message_iterator_free);
    while (po_message_t message = po_next_message(messages.get())) {
        const std::string_view source = or_empty(po_message_msgid(message));
        const std::string_view translation = or_empty(po_message_msgstr(message));
        const bool usable = !source.empty() && !translation.empty() && po_message_is_fuzzy(message) == 0 &&
                            po_message_is_obsolete(message) == 0;
        if (usable) {
            translations.sentences_.emplace(key_of(or_empty(po_message_msgctxt(message)), source), translation);
        }
    }
    return translations;
}

std::string_view Translations::find(std::string_view context, std::string_view source) const {
    const auto found = sentences_.find(key_of(context, source));
    return found == sentences_.end() ? source : std::string_view(found->second);
}

bool Translations::has(std::string_view context, std::string_view source) const {
    return sentences_.contains(key_of(context, source));
}

void each_placed_text(Lesson& lesson, Vocabulary vocabulary, const VisitPlacedText& visit) {
    const auto visit_text = [&](const std::string& context, std::string& text, const base::Place& place) {
        if (!text.empty()) {
            visit(context, text, place);
        }
    };
    visit_text(lesson.id + "/title", lesson.title, lesson.place);
    visit_text(lesson.id + "/can_do", lesson.can_do, lesson.place);
    visit_text(lesson.id + "/about", lesson.about, lesson.place);
    for (std::size_t i = 0; i < lesson.words.size(); ++i) {
        visit_text(fmt::format("{}/words {}", lesson.id, i + 1), lesson.words[i], lesson.place);
    }
    visit_start(lesson.start, vocabulary, lesson.id, visit);
    for (Step& step : lesson.steps) {
        const std::string context = lesson.id + "/" + step.name;
        visit_text(context + "/say", step.say, step.place);
        visit_text(context + "/hint", step.hint, step.place);
        visit_text(context + "/praise", step.praise, step.place);
        visit_start(step.start, vocabulary, context, visit);
    }
    for (std::size_t i = 0; i < lesson.mistakes.size(); ++i) {
        visit_text(fmt::format("{}/mistake {}", lesson.id, i + 1), lesson.mistakes[i].say, lesson.mistakes[i].place);
    }
}

void each_placed_text(Module& module, const VisitPlacedText& visit) {
    for (const auto& [name, text] : {std::pair("title", &module.title), std::pair("about", &module.about)}) {
        if (!text->empty()) {
            visit(module.id + "/" + name, *text, module.place);
        }
    }
}

void each_text(Lesson& lesson, Vocabulary vocabulary, const VisitText& visit) {
    each_placed_text(lesson, vocabulary,
                     [&visit](const std::string& context, std::string& text, const base::Place& /*place*/) {
                         visit(context, text);
                     });
}

void each_text(Module& module, const VisitText& visit) {
    each_placed_text(module, [&visit](const std::string& context, std::string& text, const base::Place& /*place*/) {
        visit(context, text);
    });
}

void each_placed_text(Variety& variety, const VisitPlacedText& visit) {
    for (VarietyList& list : variety.lists) {
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            for (Entry& entry : std::get<Table>(list.items[i].data)) {
                auto* text = std::get_if<std::string>(&entry.value.data);
                const bool is_code = std::ranges::find(list.codes, entry.key) != list.codes.end();
                if (text != nullptr && !text->empty() && !is_code) {
                    visit(fmt::format("variety {}/{}/{}", list.name, i + 1, entry.key), *text, entry.value.place);
                }
            }
        }
    }
}

std::shared_ptr<const Variety> translated(const Variety& variety, const Translations& translations) {
    auto result = std::make_shared<Variety>(variety);
    each_placed_text(*result, [&](const std::string& context, std::string& text, const base::Place& /*place*/) {
        text = std::string(translations.find(context, text));
    });
    return result;
}

Catalogue translated(const Catalogue& catalogue, Vocabulary vocabulary, const Translations& translations) {
    const VisitText translate = [&translations](const std::string& context, std::string& text) {
        text = std::string(translations.find(context, text));
    };
    Catalogue result = catalogue;
    if (catalogue.variety != nullptr) {
        result.variety = translated(*catalogue.variety, translations);
    }
    for (Module& module : result.modules) {
        each_text(module, translate);
    }
    for (Lesson& lesson : result.lessons) {
        lesson.variety = result.variety;
        translate_lesson(lesson, vocabulary, translations);
    }
    return result;
}

} // namespace lesson
