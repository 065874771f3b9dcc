// Puts actions into words, by the names that targets show.
#include "screen/stage/words_of.h"

#include "base/text.h"

#include <algorithm>

namespace screen {

namespace {

const world::Desk* desk_of(const world::Computer& computer) {
    for (const world::App& app : computer.apps) {
        if (const auto* desk = std::get_if<world::Desk>(&app)) {
            return desk;
        }
    }
    return nullptr;
}

const world::Layout* layout_of(const world::Computer& computer) {
    for (const world::App& app : computer.apps) {
        if (const auto* practice = std::get_if<world::KeyboardPractice>(&app)) {
            return &practice->layout;
        }
    }
    const world::Desk* desk = desk_of(computer);
    return desk == nullptr ? nullptr : &desk->timeline->setup->layout;
}

struct Teller {
    const Ui& ui;
    const world::Computer& computer;

    /// The words on a target; empty where it shows none.
    std::string name_of(const std::string& target) const {
        const world::Desk* desk = desk_of(computer);
        if (desk == nullptr) {
            return {};
        }
        const std::vector<world::Target> all = world::targets(desk->timeline.now());
        const world::Target* found = world::find_target(all, target);
        if (found == nullptr) {
            return {};
        }
        return escaped(!found->words.text.empty()        ? found->words.text
                       : found->words.message.id.empty() ? std::string()
                                                         : ui.say(found->words.message));
    }

    std::string about(std::string_view id, const std::string& target) const {
        const std::string name = name_of(target);
        return name.empty() ? ui.say(std::string(id) + ".here")
                            : ui.say({std::string(id) + ".named", {{"name", name}}});
    }

    /// The keys that are held while another goes down, and that one, as caps.
    std::string chord(const std::string& code) const {
        std::string caps;
        if (const world::Desk* desk = desk_of(computer)) {
            for (const std::string& held : desk->timeline->held) {
                caps += "[" + cap_of(ui, computer, held) + "] ";
            }
        }
        return caps + "[" + cap_of(ui, computer, code) + "]";
    }

    std::string operator()(const world::Click& click) const {
        return about(click.button == world::Button::right ? "words.right"
                     : click.times > 1                    ? "words.double"
                                                          : "words.click",
                     click.target);
    }
    std::string operator()(const world::Press& press) const {
        return ui.say(press.button == world::Button::right ? "words.right.here" : "words.click.here");
    }
    std::string operator()(const world::Drag& drag) const {
        const std::string name = name_of(drag.target);
        const std::string onto = name_of(drag.onto);
        return name.empty() || onto.empty() ? ui.say("words.drag.here")
                                            : ui.say({"words.drag.named", {{"name", name}, {"onto", onto}}});
    }
    std::string operator()(const world::Place& place) const { return about("words.place", place.target); }
    std::string operator()(const world::Mark&) const { return ui.say("words.mark"); }
    std::string operator()(const world::Type& type) const {
        return ui.say({"words.type", {{"text", escaped(type.text)}}});
    }
    std::string operator()(const world::KeyDown& key) const {
        return ui.say({"words.key", {{"keys", chord(key.code)}}});
    }
    std::string operator()(const world::Scroll&) const { return ui.say("words.scroll"); }
    std::string operator()(const world::Undo&) const { return ui.say("words.undo"); }
    std::string operator()(const world::Move&) const { return {}; }
    std::string operator()(const world::Release&) const { return {}; }
    std::string operator()(const world::KeyUp&) const { return {}; }
    std::string operator()(const world::Wait&) const { return {}; }
};

} // namespace

std::string cap_of(const Ui& ui, const world::Computer& computer, const std::string& code) {
    const world::Layout* layout = layout_of(computer);
    const world::LayoutKey* key = layout == nullptr ? nullptr : world::find_key(*layout, code);
    if (key == nullptr) {
        return ui.messages().has("key." + code) ? ui.say("key." + code) : code;
    }
    if (!key->label.empty()) {
        return ui.messages().has(key->label) ? ui.say(key->label) : key->label;
    }
    return base::lower(key->shift) == key->plain ? key->shift : key->plain;
}

std::string words_of(const Ui& ui, const world::Computer& computer, const world::Action& action) {
    return std::visit(Teller{ui, computer}, action.deed);
}

} // namespace screen
