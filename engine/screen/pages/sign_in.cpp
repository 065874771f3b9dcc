// One card in the middle: what the passphrase is for, the fields, and one way on.
#include "screen/pages/sign_in.h"

#include "base/text.h"
#include "screen/pages/header.h"
#include "screen/text_field.h"
#include "screen/widgets.h"

#include <algorithm>

namespace screen {

namespace {

constexpr std::size_t longest_passphrase = 1'000; // bytes

void header(Ui& ui, SignInPage& page, Intents& intents) {
    program_sign(ui);
    const Label back{"icon-back", ui.say("sign-in.back")};
    Label settings{"icon-settings", ui.say("settings.open")};
    const float right = ui.window().w - ui.px(wide_gap);
    const float width = button_width(ui, back, ButtonKind::quiet);
    if (button(ui, "back", {right - width, ui.px(gap), width, button_height(ui)}, back, ButtonKind::quiet) ||
        (!page.settings.open && ui.take_key("Escape"))) {
        intents.emplace_back(LeaveTrainer{});
    }
    settings_button(ui, {right - width - ui.px(8), ui.px(gap)}, settings, page.settings);
}

/// Gives the passphrase on, or says what is not yet right about it.
void submit(Ui& ui, SignInPage& page, const SignInView& view, Intents& intents) {
    page.own_word.clear();
    if (!view.is_first) {
        intents.emplace_back(TryPassphrase{page.passphrase.text});
    } else if (base::length(page.passphrase.text) < view.least) {
        page.own_word = "sign-in.first.short";
        ui.focus("passphrase");
    } else if (page.passphrase.text != page.again.text) {
        page.own_word = "sign-in.first.differ";
        ui.focus("passphrase-again");
    } else {
        intents.emplace_back(SetPassphrase{page.passphrase.text});
    }
    ui.wake_in(0);
}

/// What should be said now; with its kind.
std::pair<std::string, BubbleKind> word_of(Ui& ui, const SignInPage& page, const SignInView& view) {
    if (view.checking) {
        return {ui.say("sign-in.checking"), BubbleKind::hint};
    }
    if (!page.own_word.empty()) {
        return {ui.say({page.own_word, {{"least", std::to_string(view.least)}}}), BubbleKind::care};
    }
    return {view.said, BubbleKind::care};
}

class Card {
public:
    Card(Ui& ui, float x, float y, float width) : ui_(ui), x_(x), y_(y), width_(width) {}

    void write(const std::string& text, const TextStyle& style, float after) {
        y_ += paragraph(ui_, {x_, y_}, width_, text, style) + ui_.px(after);
    }
    bool field(std::string_view id, world::TextEdit& edit, std::string_view message, bool hidden) {
        edit.most = longest_passphrase;
        write(ui_.say(message), style_of(ui_, Type::body, ui_.theme().ink, true), 6);
        const Rect rect{x_, y_, width_, ui_.sized(60)};
        y_ += rect.h + ui_.px(gap);
        return text_field(ui_, id, rect, edit, "", hidden);
    }
    void word(std::string_view id, const std::pair<std::string, BubbleKind>& said) {
        if (!said.first.empty()) {
            ui_.note_place(id, {x_, y_, width_, ui_.px(gap)});
            y_ += bubble(ui_, {x_, y_}, width_, said.first, said.second) + ui_.px(gap);
        }
    }
    Rect next(float wanted, float height) {
        const Rect rect{x_, y_, std::min(wanted, width_), height};
        y_ += height + ui_.px(gap);
        return rect;
    }
    float bottom() const { return y_; }

private:
    Ui& ui_;
    float x_;
    float y_;
    float width_;
};

void contents(Ui& ui, Card& card, SignInPage& page, const SignInView& view, Intents& intents) {
    const TextStyle soft = style_of(ui, Type::body, ui.theme().soft_ink);
    card.write(ui.say(view.is_first ? "sign-in.first.title" : "sign-in.title"), style_of(ui, Type::title), 10);
    if (view.is_first) {
        card.write(ui.say({"sign-in.first.about", {{"least", std::to_string(view.least)}}}), soft, 8);
        card.write(ui.say("sign-in.first.warning"), style_of(ui, Type::body, ui.theme().ink, true), gap);
    } else {
        card.write(ui.say("sign-in.about"), soft, gap);
    }
    bool entered = card.field("passphrase", page.passphrase, "sign-in.passphrase", !page.shows);
    if (view.is_first) {
        if (entered) {
            ui.focus("passphrase-again");
            ui.wake_in(0);
        }
        entered = card.field("passphrase-again", page.again, "sign-in.again", !page.shows);
    }
    if (toggle(ui, "show", card.next(ui.sized(420), button_height(ui)), ui.say("sign-in.show"), page.shows)) {
        page.shows = !page.shows;
        ui.wake_in(0);
    }
    card.word(view.checking ? "checking" : view.waits ? "waits" : "word", word_of(ui, page, view));
    const Label on{"icon-next", ui.say(view.is_first ? "sign-in.first.go" : "sign-in.go")};
    const bool rests = view.checking || view.waits;
    const float width = button_width(ui, on, ButtonKind::primary) + ui.px(24);
    const bool pressed =
        button(ui, "enter", card.next(width, ui.sized(60)), on, rests ? ButtonKind::resting : ButtonKind::primary);
    if ((pressed || entered) && !rests) {
        submit(ui, page, view, intents);
    }
}

} // namespace

void show(Ui& ui, SignInPage& page, const SignInView& view, Intents& intents) {
    if (!page.has_begun) {
        page.has_begun = true;
        ui.focus("passphrase");
    }
    ui.set_enabled(!page.settings.open);
    header(ui, page, intents);
    const float top = header_height(ui);
    const float margin = ui.px(wide_gap);
    const float width = std::min(ui.sized(760), ui.window().w - 2 * margin);
    const float most = ui.window().h - top - margin;
    const float height = std::min(most, page.scrolled.content_height + 2 * margin);
    const Rect rect{(ui.window().w - width) / 2, top + (most - height) * 0.4F, width, height};
    panel(ui, rect);
    const Rect inside = rect.inset(margin);
    {
        ScrollArea area(ui, "sign-in", inside, page.scrolled);
        Card card(ui, inside.x, area.top(), area.width());
        contents(ui, card, page, view, intents);
        area.finish(card.bottom() - ui.px(gap));
    }
    settings_dialog(ui, page.settings, view.settings, intents);
}

} // namespace screen
