// The authors' reference in Markdown.
#include "lesson/reference.h"

#include "base/text.h"
#include "lesson/lesson.h"
#include "lesson/plan.h"
#include "lesson/site.h"
#include "lesson/variety.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace lesson {

namespace {

constexpr std::array kind_names{
    std::pair(Kind::yes_no, "yes-no"), std::pair(Kind::whole, "whole"),   std::pair(Kind::number, "number"),
    std::pair(Kind::text, "text"),     std::pair(Kind::texts, "texts"),   std::pair(Kind::code, "code"),
    std::pair(Kind::codes, "codes"),   std::pair(Kind::choice, "choice"), std::pair(Kind::table, "table"),
    std::pair(Kind::tables, "tables"), std::pair(Kind::goal, "goal"),     std::pair(Kind::ask, "ask"),
    std::pair(Kind::start, "start"),
};

template <typename Code, std::size_t size>
std::string_view name_of(const std::array<std::pair<Code, const char*>, size>& names, Code code) {
    return std::ranges::find(names, code, &std::pair<Code, const char*>::first)->second;
}

constexpr std::array origin_names{
    std::pair(FactOrigin::state, "state"),
    std::pair(FactOrigin::event, "event"),
    std::pair(FactOrigin::slip, "slip"),
};

constexpr std::array field_names{
    std::pair(FieldKind::text, "text"),
    std::pair(FieldKind::number, "number"),
    std::pair(FieldKind::yes_no, "yes-no"),
};

/// Writes the parts of the reference.
class Writer {
public:
    Writer(const Messages& messages, std::ostream& out) : messages_(messages), out_(out) {}

    void heading(std::string_view level, std::string_view id, std::vector<base::Argument> arguments = {}) {
        out_ << level << ' ' << word(id, std::move(arguments)) << "\n\n";
    }

    void paragraph(std::string_view id) { out_ << word(id) << "\n\n"; }

    /// A table of keys, and after it those of the tables inside.
    void keys(std::string_view level, const Schema& schema) {
        if (!printed_.insert(schema.name).second) {
            return;
        }
        heading(level, "reference.heading.keys", {{"name", std::string(schema.name)}});
        row({"reference.column.key", "reference.column.content", "reference.column.required", "reference.column.help"});
        for (const Key& key : schema.keys) {
            out_ << fmt::format("| `{}` | {} | {} | {} |\n", key.name, content(key),
                                key.required ? word("reference.yes") : "", help(schema.name, key.name));
        }
        out_ << '\n';
        for (const Key& key : schema.keys) {
            if (key.inside != nullptr) {
                keys(level, *key.inside);
            }
        }
    }

    void facts(std::string_view level, const AppKind& app) {
        heading(level, "reference.heading.facts", {{"name", std::string(app.name)}});
        row({"reference.column.fact", "reference.column.origin", "reference.column.fields", "reference.column.help"});
        for (const FactKind& fact : app.facts) {
            out_ << fmt::format("| `{}` | {} | {} | {} |\n", fact.name,
                                word(fmt::format("reference.origin.{}", name_of(origin_names, fact.origin))),
                                fields(fact), word(fmt::format("reference.{}", fact.name)));
        }
        out_ << '\n';
    }

private:
    /// A text that is safe inside a table.
    std::string word(std::string_view id, std::vector<base::Argument> arguments = {}) const {
        std::string result;
        for (const char c : messages_.text(base::Message{std::string(id), std::move(arguments)})) {
            if (c == '|') {
                result += "\\|";
            } else {
                result += c == '\n' ? ' ' : c;
            }
        }
        return result;
    }

    std::string help(std::string_view schema, std::string_view key) const {
        return word(fmt::format("reference.{}.{}", schema, key));
    }

    void row(std::initializer_list<std::string_view> ids) {
        for (const std::string_view id : ids) {
            out_ << "| " << word(id) << ' ';
        }
        out_ << "|\n";
        for (std::size_t i = 0; i < ids.size(); ++i) {
            out_ << "|---";
        }
        out_ << "|\n";
    }

    std::string content(const Key& key) const {
        std::string text = word(fmt::format("reference.kind.{}", name_of(kind_names, key.kind)));
        for (const std::string_view choice : key.choices) {
            text += fmt::format("{} `\"{}\"`", choice == key.choices.front() ? "" : ",", choice);
        }
        const bool least = key.least != std::numeric_limits<std::int64_t>::min();
        const bool most = key.most != std::numeric_limits<std::int64_t>::max();
        const std::vector<base::Argument> limits{{"least", std::to_string(key.least)},
                                                 {"most", std::to_string(key.most)}};
        if (least && most) {
            text += " " + word("reference.from-to", limits);
        } else if (least) {
            text += " " + word("reference.at-least", limits);
        } else if (most) {
            text += " " + word("reference.at-most", limits);
        }
        return text;
    }

    std::string fields(const FactKind& fact) const {
        std::string text;
        for (const FactField& field : fact.fields) {
            text += fmt::format("{}`{}` ({})", text.empty() ? "" : ", ", field.name,
                                word(fmt::format("reference.field.{}", name_of(field_names, field.kind))));
        }
        return text;
    }

    const Messages& messages_;
    std::ostream& out_;
    std::set<std::string_view> printed_;
};

} // namespace

void reference(Vocabulary vocabulary, const Messages& messages, std::ostream& out) {
    Writer writer(messages, out);
    writer.heading("#", "reference.title");
    writer.heading("##", "reference.heading.files");
    writer.keys("###", lesson_schema());
    writer.keys("###", module_schema());
    writer.keys("###", site_schema());
    writer.keys("###", variety_schema());
    writer.keys("###", plan_schema());
    writer.heading("##", "reference.heading.goals");
    writer.paragraph("reference.goals");
    for (const AppKind& app : vocabulary) {
        writer.heading("##", "reference.heading.app", {{"name", std::string(app.name)}});
        if (app.start != nullptr) {
            writer.keys("###", *app.start);
        }
        writer.facts("###", app);
    }
}

} // namespace lesson
