// Tables of keys as JSON Schemas.
#include "lesson/json_schema.h"

#include "lesson/lesson.h"
#include "lesson/lint/words.h"
#include "lesson/plan.h"
#include "lesson/site.h"
#include "lesson/variety.h"

#include <algorithm>
#include <array>
#include <limits>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace lesson {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<FileSchema, 7> files{{
    {"lesson", lesson_schema},
    {"module", module_schema},
    {"plan", plan_schema},
    {"site", site_schema},
    {"list", variety_schema},
    {"words", lint::words_schema},
    {"jargon", lint::jargon_schema},
}};

/// Tables whose keys are their author's own: what stands behind each of them.
struct FreeTable {
    std::string_view schema;
    std::string_view key;
    std::string_view values; ///< a definition; empty for texts
};
constexpr std::array<FreeTable, 4> free_tables{{
    {"lesson", "vary", ""},
    {"site-rule", "set", ""},
    {"site-rule", "when", "form-matcher"},
    {"words-group", "endings", ""},
}};

/// Ids and names that files are found by.
struct NamePattern {
    std::string_view schema;
    std::string_view key;
    std::string_view pattern;
};
constexpr std::array<NamePattern, 3> name_patterns{{
    {"lesson", "id", "^[a-z0-9-]+\\.[a-z0-9-]+$"},
    {"step", "name", "^[a-z0-9-]+$"},
    {"module", "id", "^[^/]+$"},
}};

/// What stands for a drawn name in texts of lessons.
constexpr std::string_view drawn_name = "%[a-z0-9-]+(\\.[a-z0-9_-]+)?%";

Json reference_to(std::string_view definition) {
    return {{"$ref", fmt::format("#/definitions/{}", definition)}};
}

Json list_of_values(Json items) {
    return {{"type", "array"}, {"items", std::move(items)}, {"minItems", 1}};
}

Json closed_object(Json properties, int least = 1) {
    return {{"type", "object"},
            {"properties", std::move(properties)},
            {"minProperties", least},
            {"additionalProperties", false}};
}

Json one_or_several(const Json& value) {
    return {{"anyOf", {value, list_of_values(value)}}};
}

/// How a text is asked for, with bounds for what was typed as a number.
Json text_matcher(bool with_bounds) {
    const Json text{{"type", "string"}};
    Json tests{{"contains", one_or_several(text)},
               {"contains_any", one_or_several(text)},
               {"contains_not", one_or_several(text)},
               {"not", one_or_several(text)}};
    if (with_bounds) {
        tests["at_least"] = {{"type", "number"}};
        tests["at_most"] = {{"type", "number"}};
    }
    const Json words{{"type", "string"}, {"not", {{"pattern", "^\\s*(not|contains)\\s*$"}}}};
    return {{"anyOf", {words, list_of_values(text), closed_object(std::move(tests))}}};
}

Json number_matcher() {
    const Json number{{"type", "number"}};
    return {{"anyOf",
             {number,
              {{"type", "string"}, {"pattern", R"(^\s*(any|not\s+-?[0-9]+(\.[0-9]+)?)\s*$)"}},
              list_of_values(number),
              closed_object({{"at_least", number}, {"at_most", number}})}}};
}

Json yes_no_matcher() {
    const Json yes{{"type", "boolean"}};
    return {{"anyOf", {yes, {{"type", "string"}, {"pattern", "^\\s*any\\s*$"}}, list_of_values(yes)}}};
}

std::string_view matcher_of(FieldKind kind) {
    return kind == FieldKind::number ? "number-matcher" : kind == FieldKind::yes_no ? "yes-no-matcher" : "text-matcher";
}

/// Makes the schema of one kind of file.
class Maker {
public:
    Maker(Vocabulary vocabulary, const Messages& messages) : vocabulary_(vocabulary), messages_(messages) {}

    std::string make(const FileSchema& file) {
        Json schema{{"$schema", "http://json-schema.org/draft-07/schema#"},
                    {"title", messages_.text(fmt::format("schema.title.{}", file.name))}};
        schema.update(object(file.keys(), false));
        if (file.name == "lesson") {
            add_goals();
        }
        add_matchers();
        schema["definitions"] = definitions_;
        return schema.dump(2, ' ', false, Json::error_handler_t::replace);
    }

private:
    std::string help(std::string_view id) const {
        return messages_.has(fmt::format("reference.{}", id)) ? messages_.text(fmt::format("reference.{}", id)) : "";
    }

    static void describe(Json& schema, const std::string& text) {
        if (!text.empty()) {
            schema["description"] = text;
        }
    }

    /// A table of these keys. In start tables, lists may draw their entries by chance.
    Json object(const Schema& schema, bool in_start) {
        Json properties = Json::object();
        Json required = Json::array();
        for (const Key& key : schema.keys) {
            Json value = value_of(schema, key, in_start);
            describe(value, help(fmt::format("{}.{}", schema.name, key.name)));
            properties[std::string(key.name)] = std::move(value);
            if (key.required) {
                required.push_back(key.name);
            }
        }
        Json made{{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
        if (!required.empty()) {
            made["required"] = std::move(required);
        }
        return made;
    }

    Json value_of(const Schema& schema, const Key& key, bool in_start) {
        switch (key.kind) {
        case Kind::yes_no:
            return {{"type", "boolean"}};
        case Kind::whole:
            return number(key, "integer");
        case Kind::number:
            return number(key, "number");
        case Kind::text:
        case Kind::code:
            return text(schema, key);
        case Kind::texts:
        case Kind::codes:
            return limited({{"type", "array"}, {"items", {{"type", "string"}}}}, key);
        case Kind::choice:
            return choice(key, in_start);
        case Kind::table:
            return key.inside == nullptr ? free_table(schema, key) : object(*key.inside, in_start);
        case Kind::tables:
            return limited({{"type", "array"}, {"items", item(key, in_start)}}, key);
        case Kind::goal:
            return reference_to("goal");
        case Kind::ask:
            return reference_to("form-matcher");
        case Kind::start:
            return reference_to_start();
        }
        return Json::object();
    }

    static Json number(const Key& key, const char* type) {
        Json made{{"type", type}};
        if (key.least != std::numeric_limits<std::int64_t>::min()) {
            made["minimum"] = key.least;
        }
        if (key.most != std::numeric_limits<std::int64_t>::max()) {
            made["maximum"] = key.most;
        }
        return made;
    }

    static Json text(const Schema& schema, const Key& key) {
        Json made{{"type", "string"}};
        const auto named = std::ranges::find_if(name_patterns, [&](const NamePattern& pattern) {
            return pattern.schema == schema.name && pattern.key == key.name;
        });
        if (named != name_patterns.end()) {
            made["pattern"] = named->pattern;
        } else if (key.required) {
            made["pattern"] = "\\S";
        }
        return made;
    }

    static Json choice(const Key& key, bool in_start) {
        Json made{{"type", "string"}, {"enum", Json::array()}};
        for (const std::string_view one : key.choices) {
            made["enum"].push_back(one);
        }
        return in_start ? Json{{"anyOf", {made, {{"type", "string"}, {"pattern", fmt::format("^{}$", drawn_name)}}}}}
                        : made;
    }

    static Json limited(Json list, const Key& key) {
        const std::int64_t least = std::max<std::int64_t>(key.least, key.required ? 1 : 0);
        if (least > 0) {
            list["minItems"] = least;
        }
        if (key.most != std::numeric_limits<std::int64_t>::max()) {
            list["maxItems"] = key.most;
        }
        return list;
    }

    static Json free_table(const Schema& schema, const Key& key) {
        const auto known = std::ranges::find_if(
            free_tables, [&](const FreeTable& table) { return table.schema == schema.name && table.key == key.name; });
        Json made{{"type", "object"}};
        if (known != free_tables.end()) {
            made["additionalProperties"] =
                known->values.empty() ? Json{{"type", "string"}} : reference_to(known->values);
        }
        return made;
    }

    Json item(const Key& key, bool in_start) {
        Json own = key.inside == nullptr ? Json{{"type", "object"}} : object(*key.inside, in_start);
        if (!in_start) {
            return own;
        }
        own["properties"]["shuffle"] = {{"type", "boolean"}, {"description", help("pick.shuffle")}};
        Json picked = own;
        picked.erase("required");
        picked["properties"]["pick"] = {{"type", "string"}, {"description", help("pick.pick")}};
        picked["properties"]["count"] = {{"type", "integer"}, {"minimum", 1}, {"description", help("pick.count")}};
        picked["required"] = {"pick"};
        return {{"if", {{"required", {"pick"}}}}, {"then", std::move(picked)}, {"else", std::move(own)}};
    }

    Json reference_to_start() {
        if (!definitions_.contains("start")) {
            Json apps = Json::object();
            for (const AppKind& app : vocabulary_) {
                apps[std::string(app.name)] =
                    app.start == nullptr ? Json{{"type", "object"}} : object(*app.start, true);
            }
            definitions_["start"] = closed_object(std::move(apps), 0);
        }
        return reference_to("start");
    }

    /// A fact's fields, and how often it happened.
    Json pattern_of(const FactKind& fact) const {
        Json fields = Json::object();
        for (const FactField& field : fact.fields) {
            fields[std::string(field.name)] = reference_to(matcher_of(field.kind));
        }
        if (fact.origin != FactOrigin::state) {
            fields["times"] = {{"type", "integer"}, {"minimum", 1}, {"maximum", 1000}};
        }
        Json made = closed_object(std::move(fields), 0);
        describe(made, help(fact.name));
        return made;
    }

    /// `pointer.things` is written as one table in another.
    Json facts(bool only_events) const {
        Json properties = Json::object();
        for (const AppKind& app : vocabulary_) {
            for (const FactKind& fact : app.facts) {
                if (only_events && fact.origin == FactOrigin::state) {
                    continue;
                }
                const std::string name(fact.name);
                const std::size_t point = name.find('.');
                Json& group = properties[name.substr(0, point)];
                if (group.is_null()) {
                    group = closed_object(Json::object());
                }
                group["properties"][name.substr(point + 1)] = pattern_of(fact);
            }
        }
        return properties;
    }

    void add_goals() {
        Json goal = facts(false);
        goal["all"] = list_of_values(reference_to("goal"));
        goal["any"] = list_of_values(reference_to("goal"));
        goal["never"] = reference_to("goal");
        goal["order"] = list_of_values(reference_to("happening"));
        goal["order"]["minItems"] = 2;
        Json happening = facts(true);
        happening["all"] = list_of_values(reference_to("happening"));
        happening["any"] = list_of_values(reference_to("happening"));
        happening["order"] = goal["order"];
        definitions_["goal"] = closed_object(std::move(goal));
        describe(definitions_["goal"], messages_.text("reference.goals"));
        definitions_["happening"] = closed_object(std::move(happening));
    }

    void add_matchers() {
        definitions_["text-matcher"] = text_matcher(false);
        definitions_["form-matcher"] = text_matcher(true);
        definitions_["number-matcher"] = number_matcher();
        definitions_["yes-no-matcher"] = yes_no_matcher();
    }

    Vocabulary vocabulary_;
    const Messages& messages_;
    Json definitions_ = Json::object();
};

} // namespace

std::span<const FileSchema> file_schemas() {
    return files;
}

std::string json_schema(const FileSchema& file, Vocabulary vocabulary, const Messages& messages) {
    return Maker(vocabulary, messages).make(file) + "\n";
}

} // namespace lesson
