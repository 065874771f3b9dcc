// The table of rules, and the examination by all of them.
#include "lesson/lint/rules.h"

#include "lesson/fault.h"
#include "lesson/lint/find.h"
#include "lesson/lint/silence.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include <fmt/format.h>

namespace lesson::lint {

namespace {

using Ids = std::string_view;

constexpr std::array<Ids, 10> dead_links{"site.misspelt-link",   "site.unknown-link",   "site.misspelt-picture",
                                         "site.unknown-picture", "site.misspelt-style", "site.unknown-style",
                                         "site.misspelt-page",   "site.unknown-page",   "site.misspelt-download",
                                         "site.unknown-download"};
constexpr std::array<Ids, 1> circles{"lesson.circle"};

constexpr std::array<Rule, 19> rules{{
    {.id = "apostrophe", .find = find_straight_apostrophes, .language = "fr"},
    {.id = "broken", .can_be_silenced = false},
    {.id = "can-do", .find = find_bad_can_do, .language = "fr"},
    {.id = "contrast", .find = find_low_contrast},
    {.id = "dead-link", .find = find_links_to_nowhere, .told_by = dead_links},
    {.id = "jargon", .find = find_unexplained_jargon, .language = "fr"},
    {.id = "long-sentence", .find = find_long_sentences},
    {.id = "long-word", .find = find_long_words},
    {.id = "missing-picture", .find = find_missing_pictures},
    {.id = "need-loop", .told_by = circles},
    {.id = "new-letters", .find = find_many_new_letters},
    {.id = "no-break-space", .find = find_missing_no_break_spaces, .language = "fr"},
    {.id = "no-translation", .find = find_missing_translations},
    {.id = "picture-text", .find = find_pictures_without_text},
    {.id = "rare-word", .find = find_rare_words, .language = "fr"},
    {.id = "silence", .can_be_silenced = false},
    {.id = "tu", .find = find_familiar_words, .language = "fr"},
    {.id = "untaught-letter", .find = find_untaught_letters},
    {.id = "unused-file", .find = find_unused_files},
}};

/// The rule that a reader's fault belongs to.
std::string_view rule_of(const base::Error& fault) {
    const auto is_about = [&](std::string_view key) {
        return std::ranges::any_of(fault.arguments, [&](const base::Argument& argument) {
            return argument.name == "key" && argument.value == key;
        });
    };
    if ((fault.id == "schema.missing-key" || fault.id == "schema.empty") && is_about("can_do")) {
        return "can-do";
    }
    for (const Rule& rule : rules) {
        if (std::ranges::find(rule.told_by, fault.id) != rule.told_by.end()) {
            return rule.id;
        }
    }
    return "broken";
}

/// The silences of all files, and what of them was used.
class Silences {
public:
    explicit Silences(const Material& material) {
        for (const SourceFile& file : material.files) {
            if (auto read = silences_of(file.text, file.path); !read.empty()) {
                by_file_.emplace(file.path, std::move(read));
            }
        }
    }

    bool silence(const Finding& finding) {
        const auto file = by_file_.find(finding.fault.place.file);
        bool is_silenced = false;
        for (Silence& silence : file == by_file_.end() ? none_ : file->second) {
            if (silence.rule == finding.rule && !silence.reason.empty() &&
                (silence.for_whole_file || silence.line == finding.fault.place.line)) {
                silence.was_used = true;
                is_silenced = true;
            }
        }
        return is_silenced;
    }

    /// What is wrong with the silences themselves.
    void add_own_faults(Findings& findings) const {
        for (const auto& [file, silences] : by_file_) {
            for (const Silence& silence : silences) {
                add_own_fault(silence, findings);
            }
        }
    }

private:
    static void add_own_fault(const Silence& silence, Findings& findings) {
        const Rule* rule = find_rule(silence.rule);
        const std::vector<base::Argument> arguments{{"rule", silence.rule}};
        if (silence.rule.empty()) {
            findings.add(silence.place, {}, "no-rule");
        } else if (rule == nullptr) {
            findings.add(silence.place, arguments, "unknown-rule");
        } else if (!rule->can_be_silenced) {
            findings.add(silence.place, arguments, "never");
        } else if (silence.reason.empty()) {
            findings.add(silence.place, arguments);
        } else if (!silence.was_used) {
            findings.add(silence.place, arguments, "unused");
        }
    }

    std::map<std::string, std::vector<Silence>> by_file_;
    std::vector<Silence> none_;
};

void sort_findings(std::vector<Finding>& findings) {
    std::ranges::stable_sort(findings, {}, [](const Finding& finding) {
        const base::Place& place = finding.fault.place;
        return std::tie(place.file, place.line, place.column, finding.rule);
    });
}

} // namespace

void Findings::add(const base::Place& place, std::vector<base::Argument> arguments, std::string_view variant) {
    add_fault(faults_, variant.empty() ? fmt::format("lint.{}", rule_) : fmt::format("lint.{}.{}", rule_, variant),
              place, std::move(arguments));
}

std::span<const Rule> all_rules() {
    return rules;
}

const Rule* find_rule(std::string_view id) {
    const auto found = std::ranges::find(rules, id, &Rule::id);
    return found == rules.end() ? nullptr : &*found;
}

Report examine(const Material& material, std::string_view language) {
    Report report;
    for (const base::Faults* faults : {&material.catalogue.faults, &material.sites.faults, &material.faults}) {
        for (const base::Error& fault : *faults) {
            report.findings.push_back({rule_of(fault), fault, true});
        }
    }
    Silences silences(material);
    const auto add = [&](std::string_view rule, const base::Faults& faults) {
        for (const base::Error& fault : faults) {
            Finding finding{rule, fault, false};
            (silences.silence(finding) ? report.silenced : report.findings).push_back(std::move(finding));
        }
    };
    for (const Rule& rule : rules) {
        if (rule.find == nullptr || (!rule.language.empty() && rule.language != language)) {
            continue;
        }
        base::Faults faults;
        Findings findings(rule.id, faults);
        rule.find(material, findings);
        std::erase_if(faults, [&](const base::Error& fault) {
            const SourceFile* file = material.find(fault.place.file);
            return !rule.language.empty() && file != nullptr && !file->is_in_language;
        });
        add(rule.id, faults);
    }
    base::Faults own;
    Findings findings("silence", own);
    silences.add_own_faults(findings);
    add("silence", own);
    sort_findings(report.findings);
    sort_findings(report.silenced);
    return report;
}

} // namespace lesson::lint
