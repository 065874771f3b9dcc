// What translators work from.
#include "lesson/template.h"

#include "lesson/site_texts.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace lesson {

namespace {

using VisitSource = std::function<void(const std::string& context, const std::string& text, const base::Place& place)>;

/// Every text once: modules and lessons in teaching order, the lists, the sites, then the program's.
void each_source(Catalogue catalogue, Vocabulary vocabulary, const Messages& messages, std::span<const Site> sites,
                 const VisitSource& visit) {
    std::set<std::pair<std::string, std::string>> seen;
    const auto visit_once = [&](const std::string& context, const std::string& text, const base::Place& place) {
        if (!text.empty() && seen.emplace(context, text).second) {
            visit(context, text, place);
        }
    };
    for (Module& module : catalogue.modules) {
        each_placed_text(module, visit_once);
    }
    for (Lesson& lesson : catalogue.lessons) {
        each_placed_text(lesson, vocabulary, visit_once);
    }
    if (catalogue.variety != nullptr) {
        Variety variety = *catalogue.variety;
        each_placed_text(variety, visit_once);
    }
    for (Site site : sites) {
        each_placed_text(site, visit_once);
    }
    for (const auto& [id, text] : messages.all()) {
        visit_once(id, text, messages.place(id));
    }
}

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        switch (c) {
        case '"':
            result += "\\\"";
            break;
        case '\\':
            result += "\\\\";
            break;
        case '\n':
            result += "\\n";
            break;
        case '\t':
            result += "\\t";
            break;
        default:
            result += c;
        }
    }
    return result;
}

/// A keyword and its string, one line of the text to a line of the file.
void write_string(std::ostream& out, std::string_view keyword, std::string_view text) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos || end + 1 == text.size()) {
        out << keyword << " \"" << escaped(text) << "\"\n";
        return;
    }
    out << keyword << " \"\"\n";
    while (!text.empty()) {
        const std::size_t line = std::min(text.find('\n'), text.size() - 1) + 1;
        out << '"' << escaped(text.substr(0, line)) << "\"\n";
        text.remove_prefix(line);
    }
}

/// Without dates or names, which would change the file when no text has changed.
void write_header(std::ostream& out) {
    write_string(out, "msgid", "");
    write_string(out, "msgstr",
                 "Project-Id-Version: coucou\n"
                 "Report-Msgid-Bugs-To: \n"
                 "POT-Creation-Date: 2000-01-01 00:00+0000\n"
                 "PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\n"
                 "Last-Translator: FULL NAME <EMAIL@ADDRESS>\n"
                 "Language-Team: LANGUAGE <LL@li.org>\n"
                 "Language: \n"
                 "MIME-Version: 1.0\n"
                 "Content-Type: text/plain; charset=UTF-8\n"
                 "Content-Transfer-Encoding: 8bit\n");
}

std::string reference_to(const base::Place& place, const std::filesystem::path& root) {
    std::string file = std::filesystem::path(place.file).lexically_proximate(root).generic_string();
    // A blank would end the reference; gettext marks such names with U+2068 and U+2069.
    if (file.find(' ') != std::string::npos) {
        file = fmt::format("\u2068{}\u2069", file);
    }
    return fmt::format("{}:{}", file, place.line);
}

} // namespace

void write_template(const Catalogue& catalogue, Vocabulary vocabulary, const Messages& messages,
                    const std::filesystem::path& root, std::ostream& out, std::span<const Site> sites) {
    write_header(out);
    each_source(catalogue, vocabulary, messages, sites,
                [&](const std::string& context, const std::string& text, const base::Place& place) {
                    out << "\n#: " << reference_to(place, root) << '\n';
                    write_string(out, "msgctxt", context);
                    write_string(out, "msgid", text);
                    write_string(out, "msgstr", "");
                });
}

std::vector<std::string> untranslated(const Catalogue& catalogue, Vocabulary vocabulary, const Messages& messages,
                                      const Translations& translations, std::span<const Site> sites) {
    std::vector<std::string> contexts;
    each_source(catalogue, vocabulary, messages, sites,
                [&](const std::string& context, const std::string& text, const base::Place& /*place*/) {
                    if (!translations.has(context, text)) {
                        contexts.push_back(context);
                    }
                });
    return contexts;
}

} // namespace lesson
