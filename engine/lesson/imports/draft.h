// Lessons as importers draft them, and the files that are made of them.
#pragma once

#include "lesson/imports/imported.h"

#include <string>
#include <string_view>
#include <vector>

namespace lesson::imports {

/// One step: what is said, and the start tables as TOML.
struct DraftStep {
    std::string say;
    std::string hint;
    std::string goal;  ///< as TOML
    std::string start; ///< as TOML, below [[step]]
};

struct DraftLesson {
    std::string name; ///< the part of its id after the point
    std::string title;
    std::string can_do;
    std::string about;
    std::string picture;
    int level = 2;
    int minutes = 5;
    std::vector<DraftStep> steps;
};

struct DraftModule {
    std::string title;
    std::string about;
    std::string picture;
    std::vector<DraftLesson> lessons;
};

/// The text with a blank in what would be a name that chance fills in (`%town%`).
std::string without_names(std::string text);

/// A text as TOML writes it, between quotation marks, and without names. Characters that TOML does not take are left
/// out.
std::string toml_text(std::string_view text);

/// Texts as a TOML list in several lines.
std::string toml_list(const std::vector<std::string>& texts);

/// A number as TOML writes it.
std::string number_text(double value);

/// The text with a backslash before each character that would be a mark in Coucou's texts.
std::string without_marks(std::string_view text);

/// The files of a module; adds them and counts the lessons. What has no text where Coucou needs one gets one.
void write_module(const DraftModule& module, const Wanted& wanted, const Source& source, Imported& imported);

/// A remark about a place in the source.
void leave_out(Imported& imported, std::string_view id, const Source& source, int line,
               std::vector<base::Argument> arguments = {});

} // namespace lesson::imports
