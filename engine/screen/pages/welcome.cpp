// Welcome: a greeting at the left, people at the right.
#include "screen/pages/welcome.h"

#include "screen/pages/header.h"
#include "screen/text_field.h"
#include "screen/widgets.h"

#include <algorithm>
#include <array>

namespace screen {

namespace {

constexpr std::array<std::string_view, 12> pictures{
    "avatar-cat",   "avatar-boat", "avatar-sunflower", "avatar-owl",   "avatar-bicycle", "avatar-fish",
    "avatar-house", "avatar-dog",  "avatar-tree",      "avatar-snail", "avatar-teapot",  "avatar-rabbit"};

/// Longest first name, bytes.
constexpr std::size_t longest_name = 60;

/// Width of the choice of languages, px.
float languages_width(Ui& ui, const SettingsView& view) {
    float width = 0;
    for (const std::string& language : view.languages) {
        width += button_width(ui, {"", ui.say("language." + language)}) + ui.px(8);
    }
    return width;
}

void languages(Ui& ui, float left, const SettingsView& view, Intents& intents) {
    for (const std::string& language : view.languages) {
        const Label label{"", ui.say("language." + language)};
        const Rect rect{left, ui.px(gap), button_width(ui, label), button_height(ui)};
        if (choice(ui, "language/" + language, rect, label, view.language == language)) {
            intents.emplace_back(ChooseLanguage{language});
        }
        left = rect.right() + ui.px(8);
    }
}

void header(Ui& ui, WelcomePage& page, const WelcomeView& view, Intents& intents) {
    const float sign = program_sign(ui);
    const float right = ui.window().w - ui.px(wide_gap);
    Label settings{"icon-settings", ui.say("settings.open")};
    Label quit{"icon-close", ui.say("welcome.quit")};
    const float speech = languages_width(ui, view.settings) + ui.px(gap);
    const auto width_of_both = [&] {
        return button_width(ui, settings, ButtonKind::quiet) + button_width(ui, quit, ButtonKind::quiet) + ui.px(8);
    };
    if (sign + speech + width_of_both() > right) {
        settings.text.clear();
        quit.text.clear();
    }
    const float quit_width = button_width(ui, quit, ButtonKind::quiet);
    languages(ui, right - width_of_both() - speech, view.settings, intents);
    settings_button(ui, {right - quit_width - ui.px(8), ui.px(gap)}, settings, page.settings);
    if (button(ui, "quit", {right - quit_width, ui.px(gap), quit_width, button_height(ui)}, quit, ButtonKind::quiet)) {
        intents.emplace_back(Quit{});
    }
}

void greeting(Ui& ui, const Rect& room, const WelcomePage& page, const WelcomeView& view) {
    const TextStyle title = style_of(ui, Type::title);
    const TextStyle lead = style_of(ui, Type::lead);
    const float title_height = paragraph_height(ui, room.w, ui.say("welcome.title"), title);
    const float lead_height = paragraph_height(ui, room.w, ui.say("welcome.lead"), lead);
    float notes_height = page.said.empty() ? 0 : bubble_height(ui, room.w, page.said) + ui.px(gap);
    for (const std::string& notice : view.notices) {
        notes_height += bubble_height(ui, room.w, notice) + ui.px(gap);
    }
    const float words = title_height + lead_height + notes_height + 2 * ui.px(gap);
    const float size = std::clamp(room.h - words, 0.0F, std::min(room.w, ui.px(300)));
    float y = room.y + std::max(0.0F, (room.h - words - size) / 2);
    if (size > ui.px(90)) {
        art(ui, "cuckoo-wave", {room.x, y, size, size});
        y += size + ui.px(gap);
    }
    y += paragraph(ui, {room.x, y}, room.w, ui.say("welcome.title"), title) + ui.px(8);
    y += paragraph(ui, {room.x, y}, room.w, ui.say("welcome.lead"), lead) + ui.px(gap);
    if (!page.said.empty()) {
        y += bubble(ui, {room.x, y}, room.w, page.said, BubbleKind::praise) + ui.px(gap);
    }
    for (const std::string& notice : view.notices) {
        y += bubble(ui, {room.x, y}, room.w, notice, BubbleKind::care) + ui.px(gap);
    }
}

/// The trainers' way in, out of the learners' way; gives its top.
float trainer_button(Ui& ui, float x, float bottom, Intents& intents) {
    const Label label{"icon-lock", ui.say("welcome.trainer")};
    const Rect rect{x, bottom - button_height(ui), button_width(ui, label, ButtonKind::quiet), button_height(ui)};
    if (button(ui, "trainer", rect, label, ButtonKind::quiet)) {
        intents.emplace_back(OpenTrainer{});
    }
    return rect.y;
}

void person_card(Ui& ui, const Rect& rect, const LearnerView& learner, Intents& intents) {
    if (card(ui, "learner/" + learner.id, rect).pressed) {
        intents.emplace_back(ChooseLearner{learner.id});
    }
    const float size = rect.h - 2 * ui.px(12);
    art(ui, learner.picture, {rect.x + ui.px(14), rect.y + ui.px(12), size, size});
    const float left = rect.x + size + ui.px(28);
    const TextBlock name = lay_out_short(ui.fonts(), learner.name, style_of(ui, Type::lead, ui.theme().ink, true),
                                         rect.right() - left - ui.px(12));
    draw(ui.picture(), name, {left, rect.y + (rect.h - name.height) / 2});
}

/// A large card with a picture and two lines of words.
bool way_in(Ui& ui, std::string_view id, const Rect& rect, std::string_view icon_name, const base::Message& title,
            std::string_view about) {
    const Touch touch = card(ui, id, rect);
    const float size = ui.sized(44);
    icon(ui, icon_name, {rect.x + ui.px(18), rect.y + (rect.h - size) / 2, size, size}, ui.theme().primary);
    const float left = rect.x + size + ui.px(36);
    const float width = rect.right() - left - ui.px(14);
    const TextStyle strong = style_of(ui, Type::lead, ui.theme().ink, true);
    const TextStyle soft = style_of(ui, Type::small, ui.theme().soft_ink);
    const std::string first = ui.say(title);
    const std::string second = ui.say(about);
    const float height = paragraph_height(ui, width, first, strong) + paragraph_height(ui, width, second, soft);
    float y = rect.y + (rect.h - height) / 2;
    y += paragraph(ui, {left, y}, width, first, strong);
    paragraph(ui, {left, y}, width, second, soft);
    return touch.pressed;
}

float way_in_height(Ui& ui, float width, const base::Message& title, std::string_view about) {
    const float words = width - ui.sized(44) - ui.px(50);
    return paragraph_height(ui, words, ui.say(title), style_of(ui, Type::lead, ui.theme().ink, true)) +
           paragraph_height(ui, words, ui.say(about), style_of(ui, Type::small)) + ui.px(32);
}

/// The way to the session of a class; or away from it, where one was chosen.
void ways_to_plan(Ui& ui, float x, float& y, float width, const WelcomeView& view, Intents& intents) {
    if (!view.plan.empty()) {
        const Label drop{"icon-close", ui.say("welcome.drop-plan")};
        const float wide = std::min(width, button_width(ui, drop, ButtonKind::quiet));
        if (button(ui, "drop-plan", {x, y, wide, button_height(ui)}, drop, ButtonKind::quiet)) {
            intents.emplace_back(DropPlan{});
        }
        y += button_height(ui) + ui.px(gap);
        return;
    }
    const float height = way_in_height(ui, width, {"welcome.code.button", {}}, "welcome.code.about");
    if (way_in(ui, "code", {x, y, width, height}, "icon-code", {"welcome.code.button", {}}, "welcome.code.about")) {
        intents.emplace_back(EnterCode{});
    }
    y += height + ui.px(gap);
}

/// The plan that a stick offers, or the one that was chosen, above all else.
void plan_card(Ui& ui, float x, float& y, float width, const WelcomeView& view, Intents& intents) {
    if (!view.plan.empty()) {
        y += bubble(ui, {x, y}, width, ui.say({"welcome.plan", {{"title", escaped(view.plan)}}}), BubbleKind::praise) +
             ui.px(wide_gap);
    } else if (!view.stick.empty()) {
        const base::Message title{"welcome.stick.button", {{"title", escaped(view.stick)}}};
        const float height = way_in_height(ui, width, title, "welcome.stick.about");
        if (way_in(ui, "stick", {x, y, width, height}, "icon-stick", title, "welcome.stick.about")) {
            intents.emplace_back(TakePlan{});
        }
        y += height + ui.px(wide_gap);
    }
}

void ways_in(Ui& ui, WelcomePage& page, float x, float& y, float width, Intents& intents) {
    const float new_height = way_in_height(ui, width, {"welcome.new.button", {}}, "welcome.new.about");
    if (way_in(ui, "new", {x, y, width, new_height}, "icon-plus", {"welcome.new.button", {}}, "welcome.new.about")) {
        page.making_new = true;
        page.scrolled = {};
        ui.focus("name");
    }
    y += new_height + ui.px(gap);
    const float guest_height = way_in_height(ui, width, {"welcome.guest.button", {}}, "welcome.guest.about");
    if (way_in(ui, "guest", {x, y, width, guest_height}, "icon-guest", {"welcome.guest.button", {}},
               "welcome.guest.about")) {
        intents.emplace_back(TryAsGuest{});
    }
    y += guest_height + ui.px(gap);
}

/// Where there are very many people: a field for the beginning of one's name.
void look_for_name(Ui& ui, WelcomePage& page, float x, float& y, float width, const WelcomeView& view,
                   Intents& intents) {
    page.looks_for = page.looks_for || view.more_people;
    if (!page.looks_for) {
        return;
    }
    const std::string before = page.looked_for.text;
    page.looked_for.most = longest_name;
    y += paragraph(ui, {x, y}, width, ui.say("welcome.find.label"), style_of(ui, Type::lead)) + ui.px(8);
    text_field(ui, "find", {x, y, std::min(width, ui.sized(420)), ui.sized(60)}, page.looked_for,
               ui.say("welcome.name.empty"));
    y += ui.sized(60) + ui.px(gap);
    if (page.looked_for.text != before) {
        intents.emplace_back(FindPeople{});
    }
    const bool is_looking = !page.looked_for.text.empty();
    if (is_looking && (view.more_people || view.learners.empty())) {
        const std::string_view word = view.learners.empty() ? "welcome.find.none" : "welcome.find.more";
        y += paragraph(ui, {x, y}, width, ui.say(word), style_of(ui, Type::body)) + ui.px(gap);
    }
}

float people(Ui& ui, WelcomePage& page, float x, float y, float width, const WelcomeView& view, Intents& intents) {
    plan_card(ui, x, y, width, view, intents);
    const bool is_first = view.learners.empty() && !page.looks_for && view.plan.empty();
    const std::string_view question = is_first ? "welcome.who.first" : "welcome.who.again";
    y += paragraph(ui, {x, y}, width, ui.say(question), style_of(ui, Type::title)) + ui.px(gap);
    look_for_name(ui, page, x, y, width, view, intents);
    const float height = ui.sized(92);
    const float least = ui.sized(250);
    const int columns = std::clamp(static_cast<int>(width / least), 1, 3);
    const float each = (width - ui.px(gap) * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    int column = 0;
    for (const LearnerView& learner : view.learners) {
        person_card(ui, {x + static_cast<float>(column) * (each + ui.px(gap)), y, each, height}, learner, intents);
        column = (column + 1) % columns;
        y += column == 0 ? height + ui.px(gap) : 0;
    }
    y += column == 0 ? 0 : height + ui.px(gap);
    y += view.learners.empty() ? 0 : ui.px(8);
    ways_in(ui, page, x, y, width, intents);
    ways_to_plan(ui, x, y, width, view, intents);
    return y;
}

void choose_picture(Ui& ui, WelcomePage& page, float x, float& y, float width) {
    y += paragraph(ui, {x, y}, width, ui.say("welcome.picture"), style_of(ui, Type::lead)) + ui.px(12);
    const float space = ui.px(12);
    const float wanted = ui.sized(92);
    const int columns = std::clamp(static_cast<int>((width + space) / (wanted + space)), 2, 6);
    const float each =
        std::min(wanted * 1.15F, (width - space * static_cast<float>(columns - 1)) / static_cast<float>(columns));
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const auto column = static_cast<float>(i % static_cast<std::size_t>(columns));
        const Rect rect{x + column * (each + space), y, each, each};
        const std::string name(pictures.at(i));
        if (card(ui, name, rect, page.picture == name).pressed) {
            page.picture = name;
        }
        art(ui, name, rect.inset(ui.px(10)));
        const bool row_ends = (i + 1) % static_cast<std::size_t>(columns) == 0 || i + 1 == pictures.size();
        y += row_ends ? each + space : 0;
    }
    y += ui.px(8);
}

float new_person(Ui& ui, WelcomePage& page, float x, float y, float width, Intents& intents) {
    y += paragraph(ui, {x, y}, width, ui.say("welcome.new.title"), style_of(ui, Type::title)) + ui.px(12);
    choose_picture(ui, page, x, y, width);
    y += paragraph(ui, {x, y}, width, ui.say("welcome.name.label"), style_of(ui, Type::lead)) + ui.px(8);
    page.name.most = longest_name;
    const Rect field{x, y, std::min(width, ui.sized(420)), ui.sized(60)};
    const bool entered = text_field(ui, "name", field, page.name, ui.say("welcome.name.empty"));
    y = field.bottom() + ui.px(wide_gap);
    const Label start{"icon-next", ui.say("welcome.start")};
    const Label back{"icon-back", ui.say("welcome.back")};
    const float start_width = button_width(ui, start, ButtonKind::primary) + ui.px(24);
    const Rect start_rect{x, y, start_width, ui.sized(60)};
    if (button(ui, "start", start_rect, start, ButtonKind::primary) || entered) {
        intents.emplace_back(NewLearner{page.name.text, page.picture});
    }
    const Rect back_rect{start_rect.right() + ui.px(gap), y, button_width(ui, back, ButtonKind::quiet), ui.sized(60)};
    if (button(ui, "back", back_rect, back, ButtonKind::quiet) || ui.take_key("Escape")) {
        page.making_new = false;
        page.scrolled = {};
        ui.wake_in(0);
    }
    return start_rect.bottom() + ui.px(gap);
}

} // namespace

std::span<const std::string_view> learner_pictures() {
    return pictures;
}

void show(Ui& ui, WelcomePage& page, const WelcomeView& view, Intents& intents) {
    if (page.picture.empty()) {
        page.picture = pictures.at(view.learners.size() % pictures.size());
    }
    ui.set_enabled(!page.settings.open);
    header(ui, page, view, intents);
    const float top = header_height(ui);
    const float margin = ui.px(wide_gap);
    const float bottom = ui.window().h - margin;
    const float left_width = std::min(ui.window().w * 0.36F, ui.px(520));
    const float trainer_top = trainer_button(ui, margin, bottom, intents);
    greeting(ui, {margin * 1.5F, top, left_width - margin, trainer_top - ui.px(8) - top}, page, view);
    const Rect right{left_width + 2 * margin, top, ui.window().w - left_width - 3 * margin, bottom - top};
    panel(ui, right);
    const Rect inside = right.inset(margin);
    {
        ScrollArea area(ui, "people", inside, page.scrolled);
        // A list that changes while one types must not move the field.
        const float spare = page.looks_for ? 0 : std::max(0.0F, inside.h - page.scrolled.content_height) / 2;
        const float begin = area.top();
        const float end = page.making_new
                              ? new_person(ui, page, inside.x, begin, area.width(), intents)
                              : people(ui, page, inside.x, begin + spare, area.width(), view, intents) - spare;
        area.finish(end);
    }
    settings_dialog(ui, page.settings, view.settings, intents);
}

} // namespace screen
