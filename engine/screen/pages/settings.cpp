// The settings dialog: each choice takes effect at once, so that its effect is seen.
#include "screen/pages/settings.h"

#include <algorithm>
#include <array>

namespace screen {

namespace {

constexpr std::array<std::string_view, 3> size_messages{"settings.size.normal", "settings.size.large",
                                                        "settings.size.largest"};

void heading(Ui& ui, float x, float& y, float width, std::string_view message) {
    y += paragraph(ui, {x, y}, width, ui.say(message), style_of(ui, Type::body, ui.theme().ink, true)) + ui.px(6);
}

void text_sizes(Ui& ui, float x, float& y, float width, Intents& intents) {
    heading(ui, x, y, width, "settings.size.heading");
    const float each = (width - 2 * ui.px(gap)) / 3;
    for (std::size_t i = 0; i < size_messages.size(); ++i) {
        const auto size = static_cast<TextSize>(i);
        const Rect rect{x + static_cast<float>(i) * (each + ui.px(gap)), y, each, button_height(ui)};
        if (choice(ui, size_messages.at(i), rect, {"", ui.say(size_messages.at(i))}, ui.look().text_size == size)) {
            Look look = ui.look();
            look.text_size = size;
            intents.emplace_back(ChangeLook{look});
        }
    }
    y += button_height(ui) + ui.px(gap);
}

void switches(Ui& ui, float x, float& y, float width, Intents& intents) {
    struct Switch {
        std::string_view message;
        bool Look::*field;
    };
    constexpr std::array all{Switch{"settings.contrast", &Look::high_contrast},
                             Switch{"settings.motion", &Look::reduced_motion},
                             Switch{"settings.letters", &Look::dyslexic_font}};
    for (const Switch& one : all) {
        const Rect rect{x, y, width, button_height(ui)};
        if (toggle(ui, one.message, rect, ui.say(one.message), ui.look().*one.field)) {
            Look look = ui.look();
            look.*one.field = !(look.*one.field);
            intents.emplace_back(ChangeLook{look});
        }
        y += button_height(ui) + ui.px(4);
    }
    y += ui.px(gap);
}

void languages(Ui& ui, float x, float& y, float width, const SettingsView& view, Intents& intents) {
    heading(ui, x, y, width, "settings.language");
    float left = x;
    for (const std::string& language : view.languages) {
        const Label label{"", ui.say("language." + language)};
        const Rect rect{left, y, button_width(ui, label), button_height(ui)};
        if (choice(ui, "settings/" + language, rect, label, view.language == language)) {
            intents.emplace_back(ChooseLanguage{language});
        }
        left = rect.right() + ui.px(gap);
    }
    y += button_height(ui) + ui.px(gap);
}

void layouts(Ui& ui, float x, float& y, float width, const SettingsView& view, Intents& intents) {
    heading(ui, x, y, width, "settings.keyboard.heading");
    float left = x;
    const auto offer = [&](const std::string& id, const std::string& name) {
        const Label label{"", name};
        const float wanted = std::min(button_width(ui, label), width);
        if (left > x && left + wanted > x + width) {
            left = x;
            y += button_height(ui) + ui.px(8);
        }
        if (choice(ui, "layout/" + id, {left, y, wanted, button_height(ui)}, label, view.layout == id)) {
            intents.emplace_back(ChooseLayout{id});
        }
        left += wanted + ui.px(8);
    };
    offer("", ui.say("settings.keyboard.own"));
    for (const auto& [id, name] : view.layouts) {
        offer(id, name);
    }
    y += button_height(ui) + ui.px(gap);
}

} // namespace

void settings_button(Ui& ui, Point top_right, const Label& label, SettingsDialog& dialog) {
    const float width = button_width(ui, label, ButtonKind::quiet);
    if (button(ui, "settings", {top_right.x - width, top_right.y, width, button_height(ui)}, label,
               ButtonKind::quiet)) {
        dialog.open = true;
        dialog.scrolled = {};
        ui.focus("settings/close");
    }
}

void settings_dialog(Ui& ui, SettingsDialog& dialog, const SettingsView& view, Intents& intents) {
    if (!dialog.open) {
        return;
    }
    ui.set_enabled(true);
    ui.picture().fill(ui.window(), ui.theme().veil);
    const float width = std::min(ui.sized(760), ui.window().w - 2 * ui.px(gap));
    const float inner = ui.px(wide_gap);
    const float most_height = ui.window().h - 2 * ui.px(gap);
    const float chrome = 2 * inner + button_height(ui) + ui.px(gap);
    const float height = std::min(most_height, dialog.scrolled.content_height + chrome);
    const Rect rect{(ui.window().w - width) / 2, (ui.window().h - height) / 2, width, height};
    panel(ui, rect);
    const Rect body{rect.x + inner, rect.y + inner, rect.w - 2 * inner, rect.h - chrome};
    {
        ScrollArea area(ui, "settings/area", body, dialog.scrolled);
        const float x = body.x;
        float y = area.top();
        const float wide = area.width();
        y += paragraph(ui, {x, y}, wide, ui.say("settings.title"), style_of(ui, Type::title)) + ui.px(gap);
        text_sizes(ui, x, y, wide, intents);
        switches(ui, x, y, wide, intents);
        languages(ui, x, y, wide, view, intents);
        layouts(ui, x, y, wide, view, intents);
        area.finish(y);
    }
    const Label data{"icon-lock", ui.say("privacy.open")};
    const Rect data_place{rect.x + inner - ui.px(12), rect.bottom() - inner - button_height(ui),
                          button_width(ui, data, ButtonKind::quiet), button_height(ui)};
    if (view.offers_your_data && button(ui, "your-data", data_place, data, ButtonKind::quiet)) {
        dialog.open = false;
        intents.emplace_back(RecordWish::open_your_data);
    }
    const Label close{"icon-check", ui.say("settings.close")};
    const float close_width = button_width(ui, close, ButtonKind::primary);
    const Rect place{rect.right() - inner - close_width, rect.bottom() - inner - button_height(ui), close_width,
                     button_height(ui)};
    if (button(ui, "settings/close", place, close, ButtonKind::primary) || ui.take_key("Escape")) {
        dialog.open = false;
        ui.focus("settings");
        ui.wake_in(0);
    }
}

} // namespace screen
