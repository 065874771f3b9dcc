// What opens over the board: groups, and the tools.
#include "progress/retention.h"
#include "screen/pages/board.h"
#include "screen/text_field.h"
#include "screen/widgets.h"

#include <algorithm>
#include <array>

namespace screen {

namespace {

/// What a dialog is filled with, one below the other.
class Column {
public:
    Column(Ui& ui, float x, float y, float width) : ui_(ui), x_(x), y_(y), width_(width) {}

    void write(const std::string& text, Type type, float after) {
        y_ += paragraph(ui_, {x_, y_}, width_, text, style_of(ui_, type)) + ui_.px(after);
    }
    bool wide_button(std::string_view id, const Label& label) {
        const bool pressed = button(ui_, id, {x_, y_, width_, ui_.sized(60)}, label);
        y_ += ui_.sized(60) + ui_.px(12);
        return pressed;
    }
    bool wide_choice(std::string_view id, const Label& label, bool chosen) {
        const bool pressed = choice(ui_, id, {x_, y_, width_, button_height(ui_)}, label, chosen);
        y_ += button_height(ui_) + ui_.px(8);
        return pressed;
    }
    bool wide_toggle(std::string_view id, const std::string& text, bool on) {
        const bool pressed = toggle(ui_, id, {x_, y_, width_, button_height(ui_)}, text, on);
        y_ += button_height(ui_) + ui_.px(12);
        return pressed;
    }
    bool hidden_field(std::string_view id, world::TextEdit& edit) {
        const bool entered = text_field(ui_, id, {x_, y_, width_, ui_.sized(60)}, edit, "", true);
        y_ += ui_.sized(60) + ui_.px(12);
        return entered;
    }
    void say(const std::string& text, BubbleKind kind) {
        y_ += bubble(ui_, {x_, y_}, width_, text, kind) + ui_.px(gap);
    }
    float bottom() const { return y_; }

private:
    Ui& ui_;
    float x_;
    float y_;
    float width_;
};

void turn_to(Ui& ui, BoardPage& page, BoardDialog dialog) {
    page.dialog = dialog;
    page.in_dialog = {};
    ui.focus("dialog/close");
    ui.wake_in(0);
}

/// One thing that can be done, and the dialog for it.
struct Tool {
    std::string_view id;
    std::string_view icon;
    std::string_view message;
    BoardDialog dialog;
};
constexpr std::array tools{
    Tool{"class-lists", "icon-person", "board.classes.open", BoardDialog::class_lists},
    Tool{"carry-out", "icon-stick", "board.carry-out.open", BoardDialog::carry_out},
    Tool{"carry-in", "icon-stick", "board.carry-in.open", BoardDialog::carry_in},
    Tool{"report", "icon-book", "board.report.open", BoardDialog::report},
    Tool{"retention", "icon-clock", "board.retention.open", BoardDialog::retention},
};

void more(Ui& ui, Column& column, BoardPage& page, Intents& intents) {
    column.write(ui.say("board.more"), Type::title, gap);
    for (const Tool& tool : tools) {
        if (column.wide_button(tool.id, {std::string(tool.icon), ui.say(tool.message)})) {
            turn_to(ui, page, tool.dialog);
            intents.emplace_back(FindSticks{});
        }
    }
}

void what_came_of_it(Column& column, const BoardView& view) {
    for (const std::string& line : view.told) {
        column.say(line, BubbleKind::hint);
    }
}

/// Whom something is about: the group that the board shows, or all.
std::string about_whom(Ui& ui, const BoardPage& page) {
    return page.group.empty() ? ui.say("board.about.all")
                              : ui.say({"board.about.group", {{"group", escaped(page.group)}}});
}

/// The sticks that are plugged in; gives the one that was chosen.
const FoundFile* sticks(Ui& ui, Column& column, const BoardView& view, Intents& intents) {
    const FoundFile* chosen = nullptr;
    for (const FoundFile& stick : view.sticks) {
        const Label label{"icon-stick", ui.say({"board.stick", {{"name", escaped(stick.name)}}})};
        if (column.wide_button("stick/" + stick.name, label)) {
            chosen = &stick;
        }
    }
    if (view.sticks.empty()) {
        column.say(ui.say("board.no-stick"), BubbleKind::hint);
        if (column.wide_button("find-sticks", {"icon-again", ui.say("board.classes.find")})) {
            intents.emplace_back(FindSticks{});
        }
    }
    return chosen;
}

void carry_out(Ui& ui, Column& column, const BoardPage& page, const BoardView& view, Intents& intents) {
    column.write(ui.say("board.carry-out.open"), Type::title, 10);
    column.write(ui.say("board.carry-out.about"), Type::body, 6);
    column.write(about_whom(ui, page), Type::body, gap);
    what_came_of_it(column, view);
    if (const FoundFile* stick = sticks(ui, column, view, intents)) {
        intents.emplace_back(CarryOut{stick->file, page.group});
    }
}

void carry_in(Ui& ui, Column& column, BoardPage& page, const BoardView& view, Intents& intents) {
    column.write(ui.say("board.carry-in.open"), Type::title, 10);
    column.write(ui.say("board.carry-in.about"), Type::body, gap);
    what_came_of_it(column, view);
    if (view.is_foreign) {
        const bool entered = column.hidden_field("foreign", page.foreign);
        if (column.wide_button("foreign-go", {"icon-next", ui.say("board.carry-in.try")}) || entered) {
            intents.emplace_back(CarryIn{page.source, page.foreign.text});
        }
    }
    if (const FoundFile* stick = sticks(ui, column, view, intents)) {
        page.source = stick->file;
        page.foreign = {};
        intents.emplace_back(CarryIn{stick->file, {}});
    }
}

void report(Ui& ui, Column& column, BoardPage& page, const BoardView& view, Intents& intents) {
    column.write(ui.say("board.report.open"), Type::title, 10);
    column.write(ui.say("board.report.about"), Type::body, 6);
    column.write(about_whom(ui, page), Type::body, gap);
    what_came_of_it(column, view);
    if (column.wide_toggle("report/names", ui.say("board.report.names"), page.with_names)) {
        page.with_names = !page.with_names;
        ui.wake_in(0);
    }
    if (column.wide_button("report/table", {"icon-next", ui.say("board.report.table")})) {
        intents.emplace_back(WriteReport{false, page.group, page.with_names});
    }
    if (column.wide_button("report/statements", {"icon-next", ui.say("board.report.statements")})) {
        intents.emplace_back(WriteReport{true, page.group, page.with_names});
    }
}

void all_groups(Ui& ui, Column& column, BoardPage& page, const BoardView& view) {
    column.write(ui.say("board.group.title"), Type::title, gap);
    const auto offer = [&](const std::string& group, const std::string& name) {
        if (column.wide_choice("group/" + group, {"", name}, page.group == group)) {
            page.group = group;
            page.scrolled = {};
            turn_to(ui, page, BoardDialog::none);
        }
    };
    offer("", ui.say("board.group.all"));
    for (const std::string& group : view.groups) {
        offer(group, escaped(group));
    }
}

void class_lists(Ui& ui, Column& column, const BoardView& view, Intents& intents) {
    column.write(ui.say("board.classes.title"), Type::title, 10);
    column.write(ui.say("board.classes.about"), Type::body, gap);
    what_came_of_it(column, view);
    for (const FoundFile& found : view.class_lists) {
        if (column.wide_button("class/" + found.file.filename().string(), {"icon-next", escaped(found.name)})) {
            intents.emplace_back(ReadClassList{found.file});
        }
    }
    if (view.class_lists.empty()) {
        column.say(ui.say("board.classes.none"), BubbleKind::hint);
    }
    if (column.wide_button("find-sticks", {"icon-again", ui.say("board.classes.find")})) {
        intents.emplace_back(FindSticks{});
    }
}

void retention(Ui& ui, Column& column, const BoardView& view, Intents& intents) {
    column.write(ui.say("board.retention.title"), Type::title, 10);
    column.write(ui.say("board.retention.about"), Type::body, gap);
    for (const int one : progress::retention_choices) {
        const Label label{"", ui.say({"board.retention.months", {{"months", std::to_string(one)}}})};
        if (column.wide_choice("months/" + std::to_string(one), label, view.retention_months == one)) {
            intents.emplace_back(ChooseRetention{one});
        }
    }
    if (!view.leaving.empty()) {
        column.write(ui.say("board.retention.leaving"), Type::lead, 6);
        for (const std::string& line : view.leaving) {
            column.write(line, Type::body, 2);
        }
    } else {
        column.write(ui.say("board.retention.nobody"), Type::body, 6);
    }
}

} // namespace

void board_dialogs(Ui& ui, BoardPage& page, const BoardView& view, Intents& intents) {
    if (page.dialog == BoardDialog::none || page.settings.open) {
        return;
    }
    ui.set_enabled(true);
    ui.picture().fill(ui.window(), ui.theme().veil);
    const float inner = ui.px(wide_gap);
    const float width = std::min(ui.sized(760), ui.window().w - 2 * ui.px(gap));
    const float chrome = 2 * inner + button_height(ui) + ui.px(gap);
    const float height = std::min(ui.window().h - 2 * ui.px(gap), page.in_dialog.content_height + chrome);
    const Rect rect{(ui.window().w - width) / 2, (ui.window().h - height) / 2, width, height};
    panel(ui, rect);
    const Rect inside{rect.x + inner, rect.y + inner, rect.w - 2 * inner, rect.h - chrome};
    {
        ScrollArea area(ui, "dialog/area", inside, page.in_dialog);
        Column column(ui, inside.x, area.top(), area.width());
        switch (page.dialog) {
        case BoardDialog::groups:
            all_groups(ui, column, page, view);
            break;
        case BoardDialog::class_lists:
            class_lists(ui, column, view, intents);
            break;
        case BoardDialog::carry_out:
            carry_out(ui, column, page, view, intents);
            break;
        case BoardDialog::carry_in:
            carry_in(ui, column, page, view, intents);
            break;
        case BoardDialog::report:
            report(ui, column, page, view, intents);
            break;
        case BoardDialog::retention:
            retention(ui, column, view, intents);
            break;
        case BoardDialog::more:
        case BoardDialog::none:
            more(ui, column, page, intents);
            break;
        }
        area.finish(column.bottom());
    }
    const Label close{"icon-check", ui.say("board.close")};
    const float close_width = button_width(ui, close, ButtonKind::primary);
    const Rect place{rect.right() - inner - close_width, rect.bottom() - inner - button_height(ui), close_width,
                     button_height(ui)};
    if (button(ui, "dialog/close", place, close, ButtonKind::primary) || ui.take_key("Escape")) {
        turn_to(ui, page, BoardDialog::none);
        ui.focus("more");
    }
}

} // namespace screen
