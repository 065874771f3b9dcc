// The rules for good lessons, beyond what makes a lesson playable, and the examination of a folder by all of them.
#pragma once

#include "lesson/lint/material.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lesson::lint {

/// What a rule adds its findings to. Each is an error whose id is `lint.<rule>`, or one of its variants
/// `lint.<rule>.<variant>`.
class Findings {
public:
    explicit Findings(std::string_view rule, base::Faults& faults) : rule_(rule), faults_(faults) {}

    void add(const base::Place& place, std::vector<base::Argument> arguments = {}, std::string_view variant = {});

private:
    std::string_view rule_;
    base::Faults& faults_;
};

/// One rule. Its texts are the messages `lint.<id>.title`, `.what`, `.do` and `.help`.
struct Rule {
    std::string_view id;
    void (*find)(const Material& material, Findings& findings) = nullptr; ///< nullptr: told by the readers of files
    std::string_view language{};                 ///< the language of texts that it is made for; empty for all
    std::span<const std::string_view> told_by{}; ///< the readers' faults that are this rule's
    bool can_be_silenced = true;
};

/// All rules, in the order of their ids.
std::span<const Rule> all_rules();

/// The rule of an id, or nullptr.
const Rule* find_rule(std::string_view id);

/// Something to be mended.
struct Finding {
    std::string_view rule;
    base::Error fault;
    bool is_error = false; ///< it cannot be played like this; else it can be done better
};

/// What was found, sorted by file, line and column, and what authors silenced.
struct Report {
    std::vector<Finding> findings;
    std::vector<Finding> silenced;
};

/// Examines a folder whose texts are in `language`.
Report examine(const Material& material, std::string_view language = "fr");

} // namespace lesson::lint
