// Filling in forms: what is asked of each field, and the next thing to put into one.
#include "base/text.h"
#include "lesson/matches.h"
#include "world/ways/form_ways.h"

#include <algorithm>
#include <utility>

namespace world::browsing {

namespace {

void add_wished(Asked& asked_for, const Surf& surf, const ShownForm& form) {
    const Wish& wish = surf.advice.wish;
    if (!wish.gone) {
        add_asked(asked_for, *wish.fact, surf, form);
    }
    for (const lesson::FactPattern* beside : wish.beside) {
        add_asked(asked_for, *beside, surf, form);
    }
}

/// What a tick, radio or choice would be sent as.
std::vector<const PageElement*> group_of(const ShownForm& form, const PageElement& element) {
    std::vector<const PageElement*> group;
    for (const PageElement& other : form.page->elements) {
        if (form.has(other) && other.kind == element.kind && other.name == element.name) {
            group.push_back(&other);
        }
    }
    return group;
}

bool is_on(const Surf& surf, const ShownForm& form, const PageElement& element) {
    return element_state(surf.tab, form.local(element)).is_on;
}

/// All that is ticked under a name is one answer; each of it alone is one too, for goals.
bool is_group_right(const Surf& surf, const ShownForm& form, const PageElement& element, const Matchers& matchers) {
    std::string all;
    bool is_one = false;
    bool has_missing = false;
    for (const PageElement* one : group_of(form, element)) {
        const bool on = is_on(surf, form, *one);
        const bool says_something = on || one->kind == ElementKind::tick;
        is_one = is_one || (says_something && is_taken(*one, matchers, on ? one->value : ""));
        all += on ? (all.empty() ? "" : ", ") + one->value : "";
        has_missing = has_missing || (one->required && !on);
    }
    const bool is_missing = element.kind == ElementKind::radio ? has_missing && all.empty() : has_missing;
    return !is_missing && (matchers.empty() || is_one || is_taken(element, matchers, all));
}

void offer_in_group(Surf& surf, const ShownForm& form, const PageElement& element, const Matchers& matchers) {
    std::vector<const PageElement*> fitting;
    for (const PageElement* one : group_of(form, element)) {
        const bool on = is_on(surf, form, *one);
        const bool turns_right = is_taken(*one, matchers, on && one->kind == ElementKind::tick ? "" : one->value);
        const bool is_missing = one->kind == ElementKind::radio || (one->required && !on) || !matchers.empty();
        if (turns_right && is_missing && !(on && one->kind == ElementKind::radio)) {
            fitting.push_back(one);
        }
    }
    std::stable_partition(fitting.begin(), fitting.end(),
                          [&](const PageElement* one) { return is_said(surf.advice, one->words); });
    for (const PageElement* one : fitting) {
        offer_in_page(surf, form.local(*one));
    }
}

bool is_choice_right(const Surf& surf, const ShownForm& form, const PageElement& element, const Matchers& matchers) {
    const std::size_t option = element_state(surf.tab, form.local(element)).option;
    const std::string value = option < element.options.size() ? element.options[option].value : "";
    return !(element.required && value.empty()) && is_taken(element, matchers, value);
}

/// The menu of a choice or file field; its entries once it is open.
template <typename Is>
void offer_from_menu(Surf& surf, const std::string& local, const Is& is) {
    if (!surf.desk().menu || surf.desk().menu->target != surf.prefix + local) {
        offer_in_page(surf, local);
        return;
    }
    std::vector<const MenuItem*> items;
    for (const MenuItem& item : surf.desk().menu->items) {
        if (is(item)) {
            items.push_back(&item);
        }
    }
    std::stable_partition(items.begin(), items.end(),
                          [&](const MenuItem* item) { return is_said(surf.advice, item->words.text); });
    for (const MenuItem* item : items) {
        offer_click(surf.advice, "menu/" + item->command);
    }
}

void offer_option(Surf& surf, const ShownForm& form, const PageElement& element, const Matchers& matchers) {
    offer_from_menu(surf, form.local(element), [&](const MenuItem& item) {
        return std::ranges::any_of(element.options, [&](const PageOption& option) {
            return item.command == "choose/" + (option.words.empty() ? option.value : option.words) &&
                   !(element.required && option.value.empty()) && is_taken(element, matchers, option.value);
        });
    });
}

bool is_file_right(const Surf& surf, const ShownForm& form, const PageElement& element, const Matchers& matchers) {
    const std::string file = element_state(surf.tab, form.local(element)).file;
    return !(element.required && file.empty()) && is_taken(element, matchers, file);
}

void offer_file(Surf& surf, const ShownForm& form, const PageElement& element, const Matchers& matchers) {
    offer_from_menu(surf, form.local(element), [&](const MenuItem& item) {
        const std::string_view file = behind(item.command, "send/");
        return !file.empty() && is_taken(element, matchers, std::string(file));
    });
}

bool is_text_right(const Surf& surf, const ShownForm& form, const PageElement& element, const Matchers& matchers) {
    const TextField* text = text_of(surf.tab, form.local(element));
    const std::string value = text == nullptr ? "" : text->edit.text;
    return is_taken(element, matchers, value) && !fault_of_value(element, Filled{value, false}, false);
}

void offer_text_of(Surf& surf, const ShownForm& form, const PageElement& element, const Matchers& matchers) {
    if (const std::optional<std::string> text = fitting_text(surf, element, matchers)) {
        offer_text_in_page(surf, form.local(element), *text);
    }
}

/// How each kind of element is looked at and filled in.
struct Handling {
    bool (*is_right)(const Surf&, const ShownForm&, const PageElement&, const Matchers&);
    void (*offer)(Surf&, const ShownForm&, const PageElement&, const Matchers&);
};

Handling handling_of(ElementKind kind) {
    switch (kind) {
    case ElementKind::tick:
    case ElementKind::radio:
        return {is_group_right, offer_in_group};
    case ElementKind::choice:
        return {is_choice_right, offer_option};
    case ElementKind::file:
        return {is_file_right, offer_file};
    default:
        return {is_text_right, offer_text_of};
    }
}

PageRow values_now(const Surf& surf, const ShownForm& form) {
    return values_of(*form.page, form.number, filled_of(surf.tab, {form.page, nullptr, form.prefix}));
}

/// A text that shall stand among the values goes where people write freely, or else into the last line.
const PageElement* place_for_text(const ShownForm& form, const Asked& asked_for) {
    const PageElement* place = nullptr;
    for (const PageElement& element : form.page->elements) {
        const bool is_free =
            form.has(element) && asked_for.of(element.name).empty() &&
            (element.kind == ElementKind::area || (element.kind == ElementKind::field && element.type == "text"));
        if (is_free && (place == nullptr || place->kind != ElementKind::area)) {
            place = &element;
        }
    }
    return place;
}

/// The option, tick or radio that sends that text.
const PageElement* sender_of(const ShownForm& form, const std::string& text) {
    const auto sends = [&](const std::string& value) { return base::lower(value) == base::lower(text); };
    const auto found = std::ranges::find_if(form.page->elements, [&](const PageElement& element) {
        const bool is_choice = element.kind == ElementKind::choice;
        const bool is_switch = element.kind == ElementKind::tick || element.kind == ElementKind::radio;
        return form.has(element) && ((is_switch && sends(element.value)) ||
                                     (is_choice && std::ranges::any_of(element.options, sends, &PageOption::value)));
    });
    return found == form.page->elements.end() ? nullptr : &*found;
}

/// What all values together have to contain, as demands on single fields.
struct Parts {
    std::vector<std::pair<std::string, lesson::Matcher>> fields;
};

Parts parts_of_values(const Surf& surf, const ShownForm& form, const Asked& asked_for) {
    using Test = lesson::Matcher::Test;
    Parts parts;
    if (asked_for.values == nullptr || lesson::matches(*asked_for.values, all_values(values_now(surf, form)))) {
        return parts;
    }
    std::vector<std::string> texts;
    if (asked_for.values->test == Test::contains) {
        for (const lesson::FieldValue& operand : asked_for.values->operands) {
            texts.push_back(std::holds_alternative<std::string>(operand) ? std::get<std::string>(operand) : "");
        }
    } else if (const auto text = text_for(*asked_for.values, surf.advice.wish.said)) {
        texts.push_back(fuller(surf, *asked_for.values, *text));
    }
    for (const std::string& text : texts) {
        const std::size_t sign = text.find(" = ");
        const std::string value = sign == std::string::npos ? text : text.substr(sign + 3);
        const PageElement* sender = sender_of(form, value);
        const PageElement* place = sender != nullptr ? sender : place_for_text(form, asked_for);
        const std::string name = sign != std::string::npos ? text.substr(0, sign) : place == nullptr ? "" : place->name;
        parts.fields.emplace_back(name,
                                  lesson::Matcher{sender != nullptr ? Test::is : Test::contains, {std::string(value)}});
    }
    return parts;
}

} // namespace

Matchers Asked::of(std::string_view field) const {
    Matchers matchers;
    for (const auto& [name, matcher] : fields) {
        if (name == field) {
            matchers.push_back(matcher);
        }
    }
    return matchers;
}

std::vector<ShownForm> shown_forms(const Surf& surf) {
    std::vector<ShownForm> forms;
    for (const auto& [prefix, page] : {std::pair("popup/", &surf.tab.popup), std::pair("page/", &surf.tab.page)}) {
        const int count = *page == nullptr ? 0 : static_cast<int>((*page)->forms.size());
        for (int i = 0; i < count; ++i) {
            forms.push_back({page->get(), prefix, i, (*page)->forms[static_cast<std::size_t>(i)].name});
        }
        if (*page != nullptr) {
            forms.push_back({page->get(), prefix, -1, ""});
        }
    }
    return forms;
}

std::optional<ShownForm> find_shown(const Surf& surf, const SendingForm& sending) {
    if (surf.tab.host != sending.site || surf.tab.sheet != Sheet::page) {
        return std::nullopt;
    }
    for (ShownForm& form : shown_forms(surf)) {
        if (form.number >= 0 && form.name == sending.form) {
            return std::move(form);
        }
    }
    return std::nullopt;
}

void add_asked(Asked& asked_for, const lesson::FactPattern& pattern, const Surf& surf, const ShownForm& form) {
    const bool is_answer = pattern.fact == "form.answer";
    const lesson::Matcher* value = asked(pattern, "value");
    const bool is_its = (is_answer || pattern.fact == "form.field") && value != nullptr &&
                        allows(pattern, "site", surf.tab.host) && allows(pattern, "form", form.name);
    if (!is_its) {
        return;
    }
    for (const PageElement& element : form.page->elements) {
        const bool is_new = std::ranges::none_of(
            asked_for.fields, [&](const auto& one) { return one.first == element.name && one.second == value; });
        if (form.has(element) && is_new && allows(pattern, is_answer ? "field" : "name", element.name)) {
            asked_for.fields.emplace_back(element.name, value);
        }
    }
}

const lesson::SiteForm* site_form(const Surf& surf, std::string_view host, std::string_view name) {
    const auto site = std::ranges::find(*surf.map.sites, host, &lesson::Site::address);
    if (site == surf.map.sites->end()) {
        return nullptr;
    }
    const auto form = std::ranges::find(site->forms, name, &lesson::SiteForm::name);
    return form == site->forms.end() ? nullptr : &*form;
}

Asked asked_of(const Surf& surf, const ShownForm& form, const SendingForm& sending) {
    Asked asked_for;
    asked_for.faulty = sending.faulty;
    add_wished(asked_for, surf, form);
    if (surf.advice.fact().fact == "form.submitted") {
        asked_for.values = asked(surf.advice.fact(), "values");
    }
    if (sending.rule != nullptr) {
        for (const lesson::FieldPattern& field : sending.rule->when) {
            asked_for.fields.emplace_back(field.field, &field.matcher);
        }
    }
    if (const lesson::SiteForm* known = site_form(surf, sending.site, sending.form)) {
        for (const lesson::SiteCheck& check : known->checks) {
            asked_for.fields.emplace_back(check.field, &check.is);
        }
    }
    return asked_for;
}

bool is_right(const Surf& surf, const ShownForm& form, const PageElement& element, const Matchers& matchers) {
    return handling_of(element.kind).is_right(surf, form, element, matchers);
}

bool offer_fault(Surf& surf, const ShownForm& form, const PageElement& element, const Matchers& matchers) {
    if (!is_right(surf, form, element, matchers)) {
        return false;
    }
    if (element.kind == ElementKind::tick) {
        return offer_in_page(surf, form.local(element));
    }
    if (element.kind == ElementKind::choice) {
        offer_from_menu(surf, form.local(element), [&](const MenuItem& item) {
            return std::ranges::any_of(element.options, [&](const PageOption& option) {
                return item.command == "choose/" + (option.words.empty() ? option.value : option.words) &&
                       (option.value.empty() || !is_taken(element, matchers, option.value));
            });
        });
        return true;
    }
    const std::optional<std::string> text = unfitting_text(element, matchers);
    return text && offer_text_in_page(surf, form.local(element), *text);
}

bool offer_field(Surf& surf, const ShownForm& form, const Asked& asked_for, bool only_asked) {
    const Parts parts = parts_of_values(surf, form, asked_for);
    for (const PageElement& element : form.page->elements) {
        if (!form.has(element)) {
            continue;
        }
        Matchers matchers = asked_for.of(element.name);
        for (const auto& [name, matcher] : parts.fields) {
            if (name == element.name) {
                matchers.push_back(&matcher);
            }
        }
        if (!asked_for.faulty.empty() && element.name == asked_for.faulty) {
            if (offer_fault(surf, form, element, matchers)) {
                return true;
            }
            if (!is_right(surf, form, element, {})) {
                return false; // what comes behind is not even looked at
            }
            continue;
        }
        const bool is_passed_over = only_asked && matchers.empty();
        if (!is_passed_over && !is_right(surf, form, element, matchers)) {
            handling_of(element.kind).offer(surf, form, element, matchers);
            return true;
        }
    }
    return false;
}

void offer_button(Surf& surf, const ShownForm& form) {
    bool has_button = false;
    for (const PageElement& element : form.page->elements) {
        if (element.form == form.number && element.kind == ElementKind::button && element.type == "submit") {
            has_button = true;
            offer_in_page(surf, form.local(element));
        }
    }
    for (const PageElement& element : form.page->elements) {
        if (form.has(element) && element.kind == ElementKind::field) {
            const bool is_here = surf.desk().focus == surf.prefix + form.local(element);
            if (is_here) {
                offer_keys(surf.advice, "Enter");
            } else if (!has_button) {
                offer_in_page(surf, form.local(element));
            }
        }
    }
}

} // namespace world::browsing
