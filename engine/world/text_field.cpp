// Text fields with a past.
#include "world/text_field.h"

namespace world {

namespace {

constexpr std::size_t most_kept = 100;

void keep(TextField& field, TextEdit before) {
    if (field.before.size() == most_kept) {
        field.before.erase(field.before.begin());
    }
    field.before.emplace_back(std::move(before));
    field.after.clear();
}

/// Does something to the text, and keeps what it was where that changed it.
template <typename Change>
bool changed(TextField& field, const Change& change) {
    TextEdit before = field.edit;
    change(field.edit);
    if (field.edit == before) {
        return false;
    }
    if (field.edit.text != before.text) {
        keep(field, std::move(before));
    }
    return true;
}

bool go_back(TextField& field, std::vector<Kept<TextEdit>>& from, std::vector<Kept<TextEdit>>& to) {
    if (from.empty()) {
        return false;
    }
    to.emplace_back(std::move(field.edit));
    field.edit = *from.back();
    from.pop_back();
    return true;
}

bool copy(const TextField& field, std::string& clipboard) {
    const std::string_view part = selected(field.edit);
    if (part.empty() || field.is_secret || part == clipboard) {
        return false;
    }
    clipboard = part;
    return true;
}

} // namespace

TextField field_of(std::string_view text, bool many_lines) {
    TextField field;
    field.edit = edit_of(text, many_lines);
    return field;
}

bool do_in(TextField& field, FieldCommand command, std::string& clipboard) {
    switch (command) {
    case FieldCommand::select_all:
        return changed(field, [](TextEdit& edit) { select_all(edit); });
    case FieldCommand::undo:
        return go_back(field, field.before, field.after);
    case FieldCommand::redo:
        return go_back(field, field.after, field.before);
    case FieldCommand::copy:
        return copy(field, clipboard);
    case FieldCommand::cut: {
        const bool copied = copy(field, clipboard);
        const bool has_part = !selected(field.edit).empty() && !field.is_secret;
        return (has_part && changed(field, [](TextEdit& edit) { erase(edit, Motion::character_left); })) || copied;
    }
    case FieldCommand::paste:
        return changed(field, [&](TextEdit& edit) { insert(edit, clipboard); });
    }
    return false;
}

bool type_into(TextField& field, std::string_view text) {
    return changed(field, [&](TextEdit& edit) { insert(edit, text); });
}

bool press_in(TextField& field, std::string_view code, bool shift, bool control) {
    return changed(field, [&](TextEdit& edit) { press_key(edit, code, shift, control); });
}

} // namespace world
