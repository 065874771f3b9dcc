// KTouch's courses: each lesson's lines become the steps of typing lessons.
#include "base/text.h"
#include "lesson/imports/importers.h"
#include "lesson/imports/ktouch_keys.h"
#include "lesson/imports/typing_draft.h"
#include "lesson/imports/xml.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace lesson::imports {

namespace {

constexpr std::size_t most_lessons = 500;

/// What a course's lessons are checked against, from one to the next.
struct Course {
    const Source& source;
    const Wanted& wanted;
    Imported& imported;
    std::optional<Writable> keyboard;
    std::set<std::string> taught{};
    std::set<std::string> untaught_told{};
    std::set<std::string> unwritable_told{};
};

/// The layout that a course names, among those that lie beside it.
std::optional<Writable> find_layout(const std::string& name, const Wanted& wanted) {
    for (const Source& beside : wanted.beside) {
        if (format_of(beside) != Format::ktouch_layout) {
            continue;
        }
        Imported unneeded;
        const auto layout = read_ktouch_layout(beside, unneeded);
        if (layout && layout.value().name == name) {
            return Writable(layout.value());
        }
    }
    return std::nullopt;
}

/// Tells once what no lesson of the course has introduced, and what the keyboard has no key for.
void check_characters(Course& course, const TypingDraft& draft) {
    std::vector<std::string> untaught;
    std::vector<std::string> unwritable;
    for (const std::string& line : draft.lines) {
        for (const std::string& letter : different_characters(line)) {
            if (!course.taught.contains(letter) && course.untaught_told.insert(letter).second) {
                untaught.push_back(letter);
            }
            if (course.keyboard && !course.keyboard->has(letter) && course.unwritable_told.insert(letter).second) {
                unwritable.push_back(letter);
            }
        }
    }
    if (!untaught.empty()) {
        leave_out(course.imported, "ktouch.not-taught", course.source, draft.line,
                  {{"title", draft.title}, {"characters", listed(untaught)}});
    }
    if (!unwritable.empty()) {
        leave_out(course.imported, "ktouch.not-on-layout", course.source, draft.line,
                  {{"title", draft.title}, {"characters", listed(unwritable)}});
    }
}

/// New characters that the lesson's own text never has.
void check_practised(Course& course, const TypingDraft& draft, const std::string& text) {
    std::vector<std::string> unused;
    for (const std::string& letter : draft.fresh) {
        if (text.find(letter) == std::string::npos) {
            unused.push_back(letter);
        }
    }
    if (!unused.empty()) {
        leave_out(course.imported, "ktouch.not-practised", course.source, draft.line,
                  {{"title", draft.title}, {"characters", listed(unused)}});
    }
}

std::string joined(const std::vector<std::string>& lines, std::string_view between) {
    return base::join(std::vector<std::string_view>(lines.begin(), lines.end()), between);
}

std::string title_of(const pugi::xml_node& node, std::size_t number) {
    const std::string title(base::trim(node.child_value("title")));
    return title.empty() ? std::to_string(number) : title;
}

void add_lesson(Course& course, const pugi::xml_node& node, std::size_t number, DraftModule& module) {
    TypingDraft draft;
    draft.name = fmt::format("l{:02}", number);
    draft.title = title_of(node, number);
    draft.fresh = different_characters(node.child_value("newCharacters"));
    draft.line = line_of(course.source, node);
    std::size_t mended = 0;
    for (const std::string& line : lines_of(node.child_value("text"))) {
        std::string typed = without_names(typed_line(line));
        mended += typed != line && !base::trim(line).empty() ? 1U : 0U;
        if (!typed.empty()) {
            draft.lines.push_back(std::move(typed));
        }
    }
    course.taught.insert(draft.fresh.begin(), draft.fresh.end());
    if (draft.lines.empty()) {
        leave_out(course.imported, "ktouch.empty-lesson", course.source, draft.line, {{"title", draft.title}});
        return;
    }
    if (mended > 0) {
        leave_out(course.imported, "ktouch.blanks", course.source, draft.line,
                  {{"title", draft.title}, {"count", std::to_string(mended)}});
    }
    check_practised(course, draft, joined(draft.lines, "\n"));
    check_characters(course, draft);
    add_typing(draft, course.wanted, module, course.imported);
}

} // namespace

base::Result<Imported> import_ktouch_course(const Source& source, const Wanted& wanted) {
    pugi::xml_document document;
    COUCOU_TRY([[maybe_unused]] const auto done, read_xml(source, document));
    const pugi::xml_node root = document.child("course");
    Imported imported;
    const std::string layout(base::trim(root.child_value("keyboardLayout")));
    Course course{source, wanted, imported, find_layout(layout, wanted)};
    if (!course.keyboard) {
        leave_out(imported, "ktouch.no-layout", source, line_of(source, root), {{"layout", layout}});
    }
    DraftModule module;
    module.title = without_marks(base::trim(root.child_value("title")));
    module.about = without_marks(typed_line(joined(lines_of(root.child_value("description")), " ")));
    std::size_t number = 0;
    for (const pugi::xml_node& node : root.child("lessons").children("lesson")) {
        if (number == most_lessons) {
            leave_out(imported, "convert.too-many", source, line_of(source, node), {{"most", std::to_string(number)}});
            break;
        }
        add_lesson(course, node, ++number, module);
    }
    if (module.lessons.empty()) {
        return nothing_in(source);
    }
    write_module(module, wanted, source, imported);
    return imported;
}

} // namespace lesson::imports
