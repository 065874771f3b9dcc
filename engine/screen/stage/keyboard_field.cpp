// Draws the text to be typed, and below it the field with what was typed.
#include "screen/stage/keyboard_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace screen {

using world::Comparison;
using world::KeyboardLook;
using world::KeyboardPractice;
using world::KeyboardTask;
using world::Verdict;

namespace {

/// Characters, and where each begins in their text (bytes; one more for the text's end).
struct Characters {
    std::string text;
    std::vector<std::size_t> starts{0};

    explicit Characters(const std::vector<std::string>& characters) {
        for (const std::string& character : characters) {
            text += character;
            starts.push_back(text.size());
        }
    }
    std::size_t count() const { return starts.size() - 1; }
    std::string_view at(std::size_t index) const {
        return std::string_view(text).substr(starts[index], starts[index + 1] - starts[index]);
    }
};

/// A laid out text, seen through a window of whole lines.
struct Lines {
    TextBlock block;
    Rect window; ///< px
    float shift = 0;

    Point origin() const { return {window.x, window.y - shift}; }
};

float height_of_line(const TextStyle& style) {
    return std::round(style.px * style.line_height);
}

std::size_t line_of(const TextBlock& block, std::size_t byte) {
    std::size_t found = 0;
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
        if (block.lines[i].from <= byte) {
            found = i;
        }
    }
    return found;
}

/// Scrolls so that a line is shown, the first of the window's lines where it may be.
Lines seen_through(TextBlock block, const Rect& window, std::size_t line) {
    Lines lines{std::move(block), window, 0};
    if (line < lines.block.lines.size()) {
        const float last = std::max(0.0F, lines.block.height - window.h);
        lines.shift = std::min(static_cast<float>(lines.block.lines[line].top), last);
    }
    return lines;
}

/// Draws the text from one byte up to another in a colour.
void draw_part(const Stage& stage, const Lines& lines, const TextBlock& coloured, std::size_t from, std::size_t to) {
    const Point at = lines.origin();
    for (const Rect& part : selection(stage.ui.fonts(), lines.block, from, to)) {
        const Clipped clipped(stage.picture(), part.moved(at.x, at.y));
        draw(stage.picture(), coloured, at);
    }
}

/// The line under a character that is not as it should be.
void underline(const Stage& stage, const Lines& lines, std::size_t from, std::size_t to, float px) {
    const Point at = lines.origin();
    for (const Rect& part : selection(stage.ui.fonts(), lines.block, from, to)) {
        const float wide = std::max(part.w, px * 0.3F);
        const Rect mark{at.x + part.x, at.y + part.y + part.h * 0.84F, wide, std::max(3.0F, px * 0.1F)};
        stage.picture().fill({mark.x, at.y + part.y + part.h * 0.08F, wide, part.h * 0.84F},
                             faded(warm(stage.theme()), 0.16F), px * 0.12F);
        stage.picture().fill(mark, warm(stage.theme()), mark.h / 2);
    }
}

// --- The model
/// In a text that is to be mended, finding the errors is the task; they are shown only as help.
bool marks_errors(const KeyboardPractice& practice, const StageCues& cues) {
    return practice.task == KeyboardTask::copy || cues.point_out;
}

// --------------------------------------------------------------------------------------------------------

/// The place of a character of the model; the end of its line for a line break.
Rect place_of(const Stage& stage, const Lines& lines, const Characters& model, std::size_t index, float px) {
    const Point at = lines.origin();
    if (model.at(index) != "\n") {
        const std::vector<Rect> parts =
            selection(stage.ui.fonts(), lines.block, model.starts[index], model.starts[index + 1]);
        if (!parts.empty() && parts.front().w > 1) {
            return parts.front().moved(at.x, at.y);
        }
    }
    const Rect end = caret(stage.ui.fonts(), lines.block, model.starts[index]);
    const bool is_blank = model.at(index) == " "; // one at which the line was wrapped
    return {at.x + end.x + (is_blank ? 0 : px * 0.1F), at.y + end.y, px * (is_blank ? 0.28F : 0.8F), end.h};
}

void draw_next_box(const Stage& stage, const Rect& place, float px) {
    const Theme& theme = stage.theme();
    const float beside = std::max(2.0F, px * 0.06F);
    const Rect box{place.x - beside, place.y + place.h * 0.06F, place.w + 2 * beside, place.h * 0.9F};
    stage.picture().fill(box, theme.chosen, px * 0.16F);
    stage.picture().outline(box, std::max(2.0F, px * 0.07F), theme.primary, px * 0.16F);
}

/// What cannot be seen in print: a dot for a blank, an arrow for the end of a line.
void draw_unseen(const Stage& stage, const Rect& place, std::string_view character, bool is_next, float px) {
    const Colour ink = is_next ? stage.theme().primary : mixed(stage.theme().hint_soft, stage.theme().soft_ink, 0.75F);
    if (character == "\n") {
        const float size = px * 0.62F;
        icon(stage.ui, "icon-enter", {place.x + px * 0.08F, place.centre().y - size / 2, size, size}, ink);
    } else {
        stage.picture().disc({place.centre().x, place.y + place.h * 0.56F}, std::max(2.0F, px * 0.075F), ink);
    }
}

/// Whether what comes next mends something, so that no character of the model is to be typed yet.
bool mends_next(const KeyboardPractice& practice) {
    const std::optional<world::Stroke> stroke = world::next_stroke(practice);
    return stroke && (stroke->code == "Backspace" || stroke->code == "Delete" || stroke->code.starts_with("Arrow"));
}

std::optional<std::size_t> next_character(const KeyboardPractice& practice, const Comparison& comparison) {
    if (!comparison.next || *comparison.next >= practice.units->size() || mends_next(practice)) {
        return std::nullopt;
    }
    return (*practice.units)[*comparison.next].target;
}

/// The first character that is not yet as it should be.
std::size_t first_open(const Comparison& comparison) {
    const auto open =
        std::ranges::find_if(comparison.target, [](Verdict verdict) { return verdict != Verdict::right; });
    return static_cast<std::size_t>(open - comparison.target.begin());
}

void draw_model(const Stage& stage, const Lines& lines, const Characters& model, const Comparison& comparison,
                std::optional<std::size_t> next, bool marked, const TextStyle& style) {
    const Theme& theme = stage.theme();
    const Clipped clipped(stage.picture(), lines.window.inset(-style.px * 0.12F));
    if (next) {
        draw_next_box(stage, place_of(stage, lines, model, *next, style.px), style.px);
    }
    for (std::size_t i = 0; marked && i < model.count(); ++i) {
        if (comparison.target[i] == Verdict::wrong) {
            underline(stage, lines, model.starts[i], model.starts[i + 1], style.px);
        }
    }
    TextBlock green = lines.block;
    green.style.colour = theme.good;
    for (std::size_t from = 0; from < model.count();) {
        const bool right = comparison.target[from] == Verdict::right;
        std::size_t to = from + 1;
        while (to < model.count() && (comparison.target[to] == Verdict::right) == right) {
            ++to;
        }
        draw_part(stage, lines, right ? green : lines.block, model.starts[from], model.starts[to]);
        from = to;
    }
    for (std::size_t i = 0; i < model.count(); ++i) {
        const bool unseen = model.at(i) == " " || model.at(i) == "\n";
        if (unseen && comparison.target[i] != Verdict::right) {
            draw_unseen(stage, place_of(stage, lines, model, i, style.px), model.at(i), next == i, style.px);
        }
    }
}

// --- The field
// --------------------------------------------------------------------------------------------------------

void draw_sheet(const Stage& stage, KeyboardLook look, const Rect& field, bool is_active, float line) {
    const Theme& theme = stage.theme();
    const float radius = stage.px(look == KeyboardLook::letter ? 4 : 10);
    if (look == KeyboardLook::letter) {
        stage.picture().shadow(field.moved(0, stage.px(3)), stage.px(12), theme.shadow, radius);
    }
    stage.picture().fill(field, theme.surface, radius);
    if (look == KeyboardLook::letter) {
        const int lines = static_cast<int>((field.h - stage.px(18)) / line + 0.1F);
        for (int i = 0; i < lines; ++i) {
            const float y = field.y + stage.px(12) + line * (static_cast<float>(i) + 0.9F);
            stage.picture().fill(
                {field.x + stage.px(16), std::round(y), field.w - stage.px(32), std::max(1.0F, stage.px(1.5))},
                mixed(theme.surface, theme.primary, 0.25F));
        }
    }
    const float width = is_active ? std::max(2.0F, stage.px(3)) : std::max(1.5F, stage.px(1.5));
    stage.picture().outline(field, width, is_active ? theme.primary : theme.soft_ink, radius);
}

bool shows_caret(const Stage& stage, const StageCues& cues) {
    if (!cues.has_keyboard || cues.done) {
        return false;
    }
    const std::int64_t quiet = cues.now - cues.last_input;
    const bool still = stage.ui.look().reduced_motion || quiet < 0 || quiet >= caret_blinks_for;
    return still || (quiet / caret_half) % 2 == 0;
}

void draw_written(const Stage& stage, const KeyboardPractice& practice, const Lines& lines,
                  const Comparison& comparison, const StageCues& cues, const TextStyle& style) {
    const Theme& theme = stage.theme();
    const Clipped clipped(stage.picture(), lines.window.inset(-style.px * 0.12F));
    const Point at = lines.origin();
    const std::size_t from = world::selection_start(practice.written);
    const std::size_t to = world::selection_end(practice.written);
    for (const Rect& part : selection(stage.ui.fonts(), lines.block, from, to)) {
        stage.picture().fill(part.moved(at.x, at.y),
                             mixed(theme.surface, theme.primary, theme.outline > 1 ? 0.4F : 0.25F));
    }
    const Characters written(world::characters_of(practice.written.text));
    const bool marked = marks_errors(practice, cues);
    for (std::size_t i = 0; marked && i < written.count() && i < comparison.written.size(); ++i) {
        if (comparison.written[i] == Verdict::wrong) {
            underline(stage, lines, written.starts[i], written.starts[i + 1], style.px);
        }
    }
    draw(stage.picture(), lines.block, at);
    if (shows_caret(stage, cues)) {
        const Rect bar = caret(stage.ui.fonts(), lines.block, practice.written.caret);
        const float width = std::max(2.0F, stage.px(3));
        stage.picture().fill({std::round(at.x + bar.x - width / 2), at.y + bar.y + bar.h * 0.1F, width, bar.h * 0.82F},
                             theme.primary);
    }
}

// --- Both
// -------------------------------------------------------------------------------------------------------------

/// How the room above the keyboard is shared between the model and the field, px.
struct Sheet {
    TextStyle style;
    float line = 0;
    float label = 0; ///< height of the label's line; 0 without one
    std::size_t model_lines = 1;
    std::size_t field_lines = 1;
    float padding = 0;
    float space = 0;

    float model_height() const { return static_cast<float>(model_lines) * line + padding; }
    float field_height() const { return static_cast<float>(field_lines) * line + 2 * padding; }
    float height() const { return model_height() + space + label + field_height(); }
};

/// The largest letters with which both fit; at least two lines of each are shown of a longer text.
Sheet plan_sheet(const Stage& stage, const KeyboardPractice& practice, const Characters& model, const Rect& room,
                 bool has_keys) {
    const std::size_t most = has_keys ? 2 : 5;
    const std::size_t least_field = practice.look == KeyboardLook::letter ? 2 : 1;
    Sheet sheet;
    sheet.style = text_style(stage, has_keys ? 40 : 44, stage.theme().ink);
    sheet.style.px = std::max(sheet.style.px, stage.ui.sized(30));
    sheet.style.line_height = 1.36F;
    for (;; sheet.style.px = std::floor(sheet.style.px * 0.94F)) {
        sheet.line = height_of_line(sheet.style);
        sheet.padding = stage.px(12);
        sheet.space = stage.px(18);
        sheet.label = practice.label.empty() ? 0 : std::max(stage.px(34), stage.ui.sized(text_small) * 1.4F);
        const TextBlock block =
            lay_out_plain(stage.ui.fonts(), model.text, sheet.style, room.w - 2 * sheet.padding - sheet.style.px);
        const std::size_t lines = std::max<std::size_t>(block.lines.size(), 1);
        sheet.model_lines = std::min(lines, most);
        sheet.field_lines = std::max(sheet.model_lines, least_field);
        constexpr float least_px = 16;
        if (sheet.height() <= room.h || sheet.style.px <= least_px) {
            return sheet;
        }
    }
}

} // namespace

void paint_field(const Stage& stage, const KeyboardPractice& practice, const StageCues& cues, const Rect& room) {
    const Theme& theme = stage.theme();
    const Characters model(practice.target);
    const Comparison comparison = world::compare(practice);
    const std::optional<std::size_t> next = cues.done ? std::nullopt : next_character(practice, comparison);
    const Sheet sheet = plan_sheet(stage, practice, model, room, shows_keys(practice, cues));
    const float width = room.w - 2 * sheet.padding - sheet.style.px; // leaves room for the sign of a line's end
    float y = std::round(room.y + std::max(0.0F, (room.h - sheet.height()) / 2));

    const Rect card{room.x, y, room.w, sheet.model_height()};
    stage.picture().fill(card, theme.hint_soft, stage.px(12));
    const Rect model_window{card.x + sheet.padding, card.y + sheet.padding / 2, card.w - 2 * sheet.padding,
                            card.h - sheet.padding};
    TextBlock block = lay_out_plain(stage.ui.fonts(), model.text, sheet.style, width);
    const std::size_t model_line = line_of(block, model.starts[next.value_or(first_open(comparison))]);
    draw_model(stage, seen_through(std::move(block), model_window, model_line), model, comparison, next,
               marks_errors(practice, cues), sheet.style);
    y = card.bottom() + sheet.space;

    if (sheet.label > 0) {
        const TextStyle style = readable(stage, text_style(stage, 22, theme.ink, true));
        const TextBlock label = fitted(stage, practice.label, style, room.w, sheet.label);
        draw(stage.picture(), label, {room.x + stage.px(4), y + sheet.label - label.height});
        y += sheet.label;
    }
    const Rect field{room.x, y, room.w, sheet.field_height()};
    draw_sheet(stage, practice.look, field, cues.has_keyboard && !cues.done, sheet.line);
    const Rect window{field.x + sheet.padding, field.y + sheet.padding, field.w - 2 * sheet.padding,
                      field.h - 2 * sheet.padding};
    TextBlock written = lay_out_plain(stage.ui.fonts(), practice.written.text, sheet.style, width);
    const std::size_t caret_line = line_of(written, practice.written.caret);
    const std::size_t first = caret_line + 1 > sheet.field_lines ? caret_line + 1 - sheet.field_lines : 0;
    draw_written(stage, practice, seen_through(std::move(written), window, first), comparison, cues, sheet.style);
}

} // namespace screen
