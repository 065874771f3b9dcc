// A strip of tools, the skills' names, and rows; only those rows are drawn that can be seen.
#include "screen/pages/board.h"

#include "screen/pages/header.h"
#include "screen/text_field.h"
#include "screen/widgets.h"

#include <algorithm>
#include <cmath>

namespace screen {

namespace {

constexpr float cell_width = 72;  // points
constexpr float name_width = 325; // points
constexpr float least_reason = 250;
constexpr float tight_lines = 1.2F; // line height of the small words in a row

TextStyle small(const Ui& ui, Colour colour, bool bold = false) {
    TextStyle style = style_of(ui, Type::small, colour, bold);
    style.line_height = tight_lines;
    return style;
}

// --- Where things lie -----------------------------------------------------------------------------------------------

/// Columns of a row, px from its left edge. A narrow one has its parts one below the other.
struct Columns {
    bool narrow = false;
    float width = 0;
    float name = 0; ///< width of picture and name
    float cells = 0;
    float cell = 0;
    float reason = 0;
    float height = 0; ///< of a row
    float space = 0;  ///< between those in need and the others
};

Columns columns_of(const Ui& ui, float width, std::size_t skills) {
    Columns columns;
    columns.width = width;
    columns.space = ui.px(12);
    const auto count = static_cast<float>(std::max<std::size_t>(skills, 1));
    const float wide = ui.sized(name_width) + count * ui.sized(cell_width) + ui.sized(least_reason) + 3 * ui.px(gap);
    columns.narrow = wide > width;
    if (columns.narrow) {
        columns.name = width * 0.52F;
        columns.reason = width - columns.name - ui.px(gap);
        columns.cells = ui.px(8);
        columns.cell = (width - 2 * columns.cells) / count;
        columns.height = ui.sized(64 + 52);
    } else {
        columns.name = ui.sized(name_width);
        columns.cell = ui.sized(cell_width);
        columns.cells = columns.name + ui.px(gap);
        columns.reason = width - columns.cells - count * columns.cell - 2 * ui.px(gap);
        columns.height = ui.sized(66);
    }
    return columns;
}

// --- A row ----------------------------------------------------------------------------------------------------------

void person(Ui& ui, const Rect& rect, const BoardRow& row) {
    const float size = rect.h - ui.px(14);
    art(ui, row.picture.empty() ? "cuckoo" : row.picture, {rect.x + ui.px(8), rect.y + ui.px(7), size, size});
    const float left = rect.x + size + ui.px(20);
    const float room = rect.right() - left;
    TextStyle strong = style_of(ui, Type::body, ui.theme().ink, true);
    strong.line_height = tight_lines;
    const std::string name = row.name.empty() ? ui.say("board.nameless") : row.name;
    const TextBlock first = lay_out_short(ui.fonts(), name, strong, room);
    const std::string when = row.time.empty() ? row.last_visit : row.last_visit + " · " + row.time;
    const TextBlock second = lay_out_short(ui.fonts(), when, small(ui, ui.theme().soft_ink), room);
    const float y = rect.y + (rect.h - first.height - second.height) / 2;
    draw(ui.picture(), first, {left, y});
    draw(ui.picture(), second, {left, y + first.height});
}

void reason(Ui& ui, const Rect& rect, const BoardRow& row) {
    if (row.reason.empty()) {
        return;
    }
    const float size = row.needs_help ? ui.sized(28) : 0;
    const float left = rect.x + (row.needs_help ? size + ui.px(10) : 0);
    const Colour ink = row.needs_help ? ui.theme().ink : ui.theme().soft_ink;
    const TextBlock words = lay_out(ui.fonts(), row.reason, small(ui, ink), rect.right() - left);
    const float y = rect.y + std::max(0.0F, (rect.h - words.height) / 2);
    if (row.needs_help) {
        icon(ui, "icon-hand", {rect.x, rect.y + (rect.h - size) / 2, size, size}, ui.theme().ink);
    }
    const Clipped clipped(ui.picture(), rect);
    draw(ui.picture(), words, {left, y});
}

void cells(Ui& ui, float x, float y, float height, const Columns& columns, const BoardRow& row) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const float left = x + columns.cell * static_cast<float>(i);
        const float high = std::min(height, ui.sized(34));
        level_steps(ui, {left, y + (height - high) / 2, columns.cell, high}, row.cells[i]);
    }
}

void board_row(Ui& ui, const Rect& rect, const Columns& columns, const BoardRow& row, Intents& intents) {
    const Touch touch = ui.touch("learner/" + row.id, rect);
    const Theme& theme = ui.theme();
    const float radius = ui.px(10);
    const Colour rest = row.needs_help ? theme.care_soft : theme.surface;
    ui.picture().fill(rect, touch.held ? theme.surface_pressed : touch.hovered ? theme.surface_hover : rest, radius);
    ui.picture().outline(rect, std::max(1.0F, ui.px(row.needs_help ? 2.0F : theme.outline)),
                         row.needs_help ? theme.accent : theme.line, radius);
    if (touch.ring) {
        focus_ring(ui, rect.inset(ui.px(4)), radius);
    }
    if (touch.pressed) {
        intents.emplace_back(OpenLearner{row.id});
    }
    if (columns.narrow) {
        const float high = ui.sized(64);
        person(ui, {rect.x, rect.y, columns.name, high}, row);
        reason(ui, {rect.x + columns.name + ui.px(8), rect.y, columns.reason, high}, row);
        cells(ui, rect.x + columns.cells, rect.y + high, rect.h - high - ui.px(6), columns, row);
    } else {
        person(ui, {rect.x, rect.y, columns.name, rect.h}, row);
        cells(ui, rect.x + columns.cells, rect.y, rect.h, columns, row);
        const float left = columns.width - columns.reason - ui.px(8);
        reason(ui, {rect.x + left, rect.y, columns.reason, rect.h}, row);
    }
}

// --- Above the rows -------------------------------------------------------------------------------------------------

void header(Ui& ui, BoardPage& page, Intents& intents) {
    const float size = button_height(ui);
    const float margin = ui.px(wide_gap);
    const float right = ui.window().w - margin;
    art(ui, "coucou", {margin, ui.px(gap), size, size});
    const float left = margin + size + ui.px(14);
    Label leave{"icon-leave", ui.say("board.leave")};
    Label settings{"icon-settings", ui.say("settings.open")};
    Label more{"icon-plus", ui.say("board.more")};
    const TextBlock title = lay_out(ui.fonts(), ui.say("board.title"), style_of(ui, Type::lead, ui.theme().ink, true));
    const float least_search = ui.sized(230);
    const auto taken = [&] {
        return button_width(ui, leave, ButtonKind::quiet) + button_width(ui, settings, ButtonKind::quiet) +
               button_width(ui, more) + ui.px(8 + 8 + gap + gap);
    };
    if (left + title.width + ui.px(wide_gap) + least_search + taken() > right) {
        settings.text.clear();
    }
    if (left + title.width + ui.px(wide_gap) + least_search + taken() > right) {
        leave.text.clear();
    }
    const float leave_width = button_width(ui, leave, ButtonKind::quiet);
    const float settings_width = button_width(ui, settings, ButtonKind::quiet);
    const float more_width = button_width(ui, more);
    const float more_left = right - leave_width - settings_width - ui.px(16) - more_width;
    const bool has_title = left + title.width + ui.px(wide_gap) + least_search < more_left;
    if (has_title) {
        draw(ui.picture(), title, {left, ui.px(gap) + (size - title.height) / 2});
    }
    const float search_left = left + (has_title ? title.width + ui.px(wide_gap) : 0);
    const float search_width = std::min(more_left - ui.px(gap) - search_left, ui.sized(380));
    page.search.most = 60;
    const std::string before = page.search.text;
    text_field(ui, "search", {more_left - ui.px(gap) - search_width, ui.px(gap), search_width, size}, page.search,
               ui.say("board.search"));
    if (page.search.text != before) {
        page.scrolled.offset = 0;
        ui.wake_in(0);
    }
    if (button(ui, "more", {more_left, ui.px(gap), more_width, size}, more)) {
        page.dialog = BoardDialog::more;
        page.in_dialog = {};
        ui.focus("dialog/close");
        ui.wake_in(0);
    }
    settings_button(ui, {right - leave_width - ui.px(8), ui.px(gap)}, settings, page.settings);
    if (button(ui, "leave", {right - leave_width, ui.px(gap), leave_width, size}, leave, ButtonKind::quiet)) {
        intents.emplace_back(LeaveTrainer{});
    }
}

/// The group that is shown, or all.
void choose_group(Ui& ui, BoardPage& page, const std::string& group) {
    page.group = group;
    page.scrolled.offset = 0;
    ui.wake_in(0);
}

/// The groups side by side where there is room, else one button that opens them.
void groups(Ui& ui, const Rect& room, BoardPage& page, const BoardView& view) {
    if (view.groups.empty()) {
        return;
    }
    std::vector<std::pair<std::string, Label>> all{{"", {"", ui.say("board.group.all")}}};
    for (const std::string& group : view.groups) {
        all.push_back({group, {"", escaped(group)}});
    }
    float wanted = 0;
    for (const auto& [group, label] : all) {
        wanted += button_width(ui, label, ButtonKind::primary) + ui.px(8);
    }
    const float height = button_height(ui);
    if (wanted <= room.w) {
        float left = room.x;
        for (const auto& [group, label] : all) {
            const float width = button_width(ui, label, ButtonKind::primary);
            if (choice(ui, "group/" + group, {left, room.y, width, height}, label, page.group == group)) {
                choose_group(ui, page, group);
            }
            left += width + ui.px(8);
        }
        return;
    }
    const std::string shown = page.group.empty() ? ui.say("board.group.all") : escaped(page.group);
    const Label label{"icon-person", ui.say({"board.group.one", {{"group", shown}}})};
    const float width = std::min(room.w, button_width(ui, label));
    if (button(ui, "groups", {room.x, room.y, width, height}, label)) {
        page.dialog = BoardDialog::groups;
        page.in_dialog = {};
        ui.focus("dialog/close");
        ui.wake_in(0);
    }
}

/// To the exercise for all, at the end of a row; gives its width.
float guided_button(Ui& ui, const Rect& row, Intents& intents) {
    Label label{"icon-play", ui.say("board.guided")};
    if (button_width(ui, label) > row.w * 0.4F) {
        label.icon.clear();
    }
    const float width = button_width(ui, label);
    if (button(ui, "guided", {row.right() - width, row.y, width, button_height(ui)}, label)) {
        intents.emplace_back(ComposePlan{});
    }
    return width;
}

/// How many need help, in a sentence.
std::string summary(Ui& ui, const BoardPage& page, const BoardView& view) {
    if (view.is_empty) {
        return {};
    }
    if (view.total == 0) {
        return ui.say(page.search.text.empty() ? "board.none" : "board.not-found");
    }
    const std::vector<base::Argument> counts{{"count", std::to_string(view.total)},
                                             {"need", std::to_string(view.in_need)}};
    if (!view.is_sorted) {
        return ui.say({"board.many", counts});
    }
    return ui.say({view.in_need == 0   ? "board.need.nobody"
                   : view.in_need == 1 ? "board.need.one"
                                       : "board.need.some",
                   counts});
}

/// The skills' names above their cells, in two lines by turns, so that each has the room of two.
float heads(Ui& ui, float x, float y, const Columns& columns, const BoardView& view) {
    const TextStyle style = small(ui, ui.theme().soft_ink);
    const float line = lay_out(ui.fonts(), "M", style).height;
    float widest = 0;
    for (const std::string& skill : view.skills) {
        widest = std::max(widest, lay_out(ui.fonts(), skill, style).width);
    }
    const bool one_line = widest + ui.px(8) <= columns.cell;
    for (std::size_t i = 0; i < view.skills.size(); ++i) {
        const bool low = one_line || i % 2 == 1;
        const TextBlock words = lay_out_short(ui.fonts(), view.skills[i], style, 2 * columns.cell);
        const float middle = x + columns.cells + columns.cell * (static_cast<float>(i) + 0.5F);
        const float left = std::min(middle - words.width / 2, x + columns.width - words.width);
        const float top = y + (low && !one_line ? line : 0);
        draw(ui.picture(), words, {left, top});
        if (!low) {
            ui.picture().fill({std::round(middle), top + line, std::max(1.0F, ui.px(1.5F)), line - ui.px(2)},
                              mixed(ui.theme().background, ui.theme().soft_ink, 0.5F));
        }
    }
    return (one_line ? line : 2 * line) + ui.px(6);
}

/// What the mark of a skill to be refreshed means, at the start of a line.
float legend(Ui& ui, Point at, const BoardView& view) {
    const bool needed = std::ranges::any_of(view.rows, [](const BoardRow& row) {
        return std::ranges::any_of(row.cells, [](const SkillCell& cell) { return cell.to_refresh; });
    });
    if (!needed) {
        return 0;
    }
    const TextStyle style = small(ui, ui.theme().soft_ink);
    const float size = ui.sized(24);
    const TextBlock words = lay_out(ui.fonts(), ui.say("board.refresh"), style);
    icon(ui, "icon-again", {at.x, at.y + (words.height - size) / 2, size, size}, ui.theme().ink);
    draw(ui.picture(), words, {at.x + size + ui.px(8), at.y});
    return words.height;
}

// --- The rows -------------------------------------------------------------------------------------------------------

float row_top(const Columns& columns, const BoardView& view, std::size_t index) {
    const bool below = view.in_need > 0 && index >= view.in_need;
    return static_cast<float>(index) * columns.height + (below ? columns.space : 0);
}

/// Draws those rows that can be seen, and one more at each end, where the keyboard goes next; notes for the next pass
/// which they are.
void rows(Ui& ui, const Rect& room, BoardPage& page, const BoardView& view, Intents& intents) {
    ScrollArea area(ui, "board", room, page.scrolled);
    const Columns columns = columns_of(ui, area.width(), view.skills.size());
    const float space = ui.px(6);
    const std::size_t seen = static_cast<std::size_t>(room.h / columns.height) + 3;
    const auto above = static_cast<std::size_t>(std::max(0.0F, page.scrolled.offset / columns.height));
    const std::size_t first = above > 1 ? above - 2 : 0;
    const std::size_t count = seen + 2;
    if (first != page.first || count != page.count) {
        page.first = first;
        page.count = count;
        ui.wake_in(0);
    }
    for (std::size_t i = 0; i < view.rows.size(); ++i) {
        const std::size_t index = view.first + i;
        if (index < first || index >= first + count) {
            continue;
        }
        const float y = area.top() + row_top(columns, view, index) + ui.px(4);
        board_row(ui, {room.x, y, columns.width, columns.height - space}, columns, view.rows[i], intents);
    }
    area.finish(area.top() + row_top(columns, view, view.total) + ui.px(8));
}

/// Where there is nobody yet: what to do.
void nobody(Ui& ui, const Rect& room, BoardPage& page) {
    const float width = std::min(room.w, ui.sized(760));
    const float x = room.x + (room.w - width) / 2;
    const float size = std::min(ui.px(200), room.h * 0.35F);
    float y = room.y + ui.px(gap);
    art(ui, "cuckoo-wave", {x + (width - size) / 2, y, size, size});
    y += size + ui.px(gap);
    const TextStyle title = style_of(ui, Type::title, ui.theme().ink, true, Align::centre);
    y += paragraph(ui, {x, y}, width, ui.say("board.nobody.title"), title) + ui.px(8);
    const TextStyle about = style_of(ui, Type::lead, ui.theme().soft_ink, false, Align::centre);
    y += paragraph(ui, {x, y}, width, ui.say("board.nobody.about"), about) + ui.px(gap);
    const Label label{"icon-plus", ui.say("board.classes.open")};
    const float wide = button_width(ui, label, ButtonKind::primary) + ui.px(24);
    if (button(ui, "class-lists", {x + (width - wide) / 2, y, wide, ui.sized(60)}, label, ButtonKind::primary)) {
        page.dialog = BoardDialog::class_lists;
        page.in_dialog = {};
        ui.wake_in(0);
    }
}

void body(Ui& ui, const Rect& room, BoardPage& page, const BoardView& view, Intents& intents) {
    float y = room.y;
    for (const std::string& notice : view.notices) {
        y += bubble(ui, {room.x, y}, room.w, notice, BubbleKind::hint) + ui.px(gap);
    }
    for (const std::string& line : view.told) {
        y += bubble(ui, {room.x, y}, room.w, line, BubbleKind::hint) + ui.px(gap);
    }
    if (view.is_empty) {
        nobody(ui, {room.x, y, room.w, room.bottom() - y}, page);
        return;
    }
    const float guided = guided_button(ui, {room.x, y, room.w, 0}, intents);
    groups(ui, {room.x, y, room.w - guided - ui.px(gap), 0}, page, view);
    y += button_height(ui) + ui.px(10);
    const bool scrolls = page.scrolled.content_height > room.bottom() - y;
    const Columns columns = columns_of(ui, room.w - (scrolls ? ui.px(60) : 0), view.skills.size());
    const TextStyle strong = style_of(ui, Type::body, ui.theme().ink, true);
    const std::string said = summary(ui, page, view);
    if (columns.narrow) {
        y += paragraph(ui, {room.x, y}, columns.width, said, strong) + ui.px(4);
        y += heads(ui, room.x, y, columns, view);
    } else {
        // The sentence stands in the room that the names and the reasons leave beside the heads.
        const float high = heads(ui, room.x, y, columns, view);
        const float words = paragraph_height(ui, columns.name, said, strong);
        paragraph(ui, {room.x + ui.px(8), y + std::max(0.0F, high - words - ui.px(4))}, columns.name, said, strong);
        legend(ui, {room.x + columns.width - columns.reason - ui.px(8), y + high / 2}, view);
        y += std::max(high, words);
    }
    rows(ui, {room.x, y, room.w, room.bottom() - y}, page, view, intents);
}

} // namespace

void show(Ui& ui, BoardPage& page, const BoardView& view, Intents& intents) {
    const bool covered = page.settings.open || page.dialog != BoardDialog::none;
    ui.set_enabled(!covered);
    header(ui, page, intents);
    const float margin = ui.px(wide_gap);
    const float top = header_height(ui);
    body(ui, {margin, top, ui.window().w - 2 * margin, ui.window().h - top - ui.px(8)}, page, view, intents);
    board_dialogs(ui, page, view, intents);
    settings_dialog(ui, page.settings, view.settings, intents);
}

} // namespace screen
