// Ways to what goals ask of forms: what stands in them, sending them, having them refused, leaving them.
#include "lesson/matches.h"
#include "world/ways/form_ways.h"

#include <algorithm>
#include <utility>

namespace world::browsing {

namespace {

Pages pages_with(const Surf& surf, const std::vector<SendingForm>& forms) {
    return pages_where(surf.map, [&](const WebPage& page) {
        return std::ranges::any_of(forms, [&](const SendingForm& sending) {
            return page.site->address == sending.site &&
                   std::ranges::find(page.forms, sending.form, &FormOnPage::name) != page.forms.end();
        });
    });
}

/// Pages whose pop-up is one of those.
Pages with_popups(const Surf& surf, Pages pages) {
    for (std::size_t i = 0; i < surf.map.pages.size(); ++i) {
        const WebPage& page = surf.map.pages[i];
        const bool shows_one = !page.page->popup.empty() && std::ranges::any_of(pages, [&](std::size_t number) {
            return surf.map.pages[number].site == page.site && surf.map.pages[number].page->file == page.page->popup;
        });
        if (shows_one && std::ranges::find(pages, i) == pages.end()) {
            pages.push_back(i);
        }
    }
    return pages;
}

/// All forms that the wish's `site` and `form` mean.
std::vector<SendingForm> wished_forms(const Surf& surf) {
    std::vector<SendingForm> forms;
    const lesson::FactPattern& fact = surf.advice.fact();
    for (const WebPage& page : surf.map.pages) {
        const bool is_meant = page.site->program != "search" && allows(fact, "site", page.site->address);
        for (std::size_t i = 0; is_meant && i < page.forms.size(); ++i) {
            const std::string& name = page.forms[i].name;
            const bool is_known = std::ranges::any_of(
                forms, [&](const SendingForm& one) { return one.site == page.site->address && one.form == name; });
            if (!is_known && allows(fact, "form", name)) {
                forms.push_back({page.site->address, name, nullptr, {}});
            }
        }
    }
    return forms;
}

/// Whether the wished list has to grow, rather than to be emptied.
bool wants_more(const Surf& surf) {
    const lesson::FactPattern& fact = surf.advice.fact();
    constexpr int most_to_add = 20;
    double longest = 0;
    for (const lesson::Site& site : *surf.map.sites) {
        for (const auto& [list, entries] : memory_of(surf.web(), site.address).lists) {
            if (allows(fact, "site", site.address) && allows(fact, "list", list)) {
                longest = std::max(longest, static_cast<double>(entries.size()));
            }
        }
    }
    for (int more = 1; more <= most_to_add; ++more) {
        if (allows(fact, "count", longest + more) != surf.advice.wish.gone) {
            return true;
        }
    }
    return false;
}

bool leads_to(const lesson::SiteRule& rule, const lesson::SitePage& page) {
    const auto unlocks = rule.set.find(page.needs);
    return rule.next == page.file || (!page.needs.empty() && unlocks != rule.set.end() && !unlocks->second.empty());
}

/// The forms that put something into lists of a page that are empty as yet.
std::vector<SendingForm> forms_filling(const Surf& surf, const WebPage& page) {
    std::vector<SendingForm> forms;
    const SiteMemory& memory = memory_of(surf.web(), page.site->address);
    for (const lesson::SiteForm& form : page.site->forms) {
        for (const lesson::SiteRule& rule : form.rules) {
            const auto list = memory.lists.find(rule.add);
            const bool is_empty = list == memory.lists.end() || list->second.empty();
            if (is_empty && std::ranges::find(page.lists, rule.add) != page.lists.end()) {
                forms.push_back({page.site->address, form.name, &rule, {}});
            }
        }
    }
    return forms;
}

/// Goes to one of the pages; where it is shown already and hides what is looked for, something has to be put into its
/// lists first.
void offer_to_reach_shown(Surf& surf, const Pages& pages, int forms_before) {
    constexpr int most_forms_before = 3;
    const std::optional<std::size_t> here = page_of(surf.map, surf.tab);
    const bool is_here = here && surf.tab.sheet == Sheet::page && std::ranges::find(pages, *here) != pages.end();
    const std::vector<SendingForm> filling =
        is_here ? forms_filling(surf, surf.map.pages[*here]) : std::vector<SendingForm>{};
    if (!filling.empty() && forms_before < most_forms_before) {
        offer_to_send_one(surf, filling, forms_before + 1);
    } else {
        offer_to_reach(surf, pages, forms_before);
    }
}

} // namespace

bool is_shown(const Surf& surf, const SendingForm& sending) {
    return find_shown(surf, sending).has_value();
}

void offer_to_send(Surf& surf, const SendingForm& sending) {
    const std::optional<ShownForm> form = find_shown(surf, sending);
    if (form && !offer_field(surf, *form, asked_of(surf, *form, sending), false)) {
        offer_button(surf, *form);
    }
}

void offer_to_send_one(Surf& surf, const std::vector<SendingForm>& forms, int forms_before) {
    const auto here = std::ranges::find_if(forms, [&](const SendingForm& one) { return is_shown(surf, one); });
    if (here != forms.end()) {
        offer_to_send(surf, *here);
    } else if (!forms.empty()) {
        offer_to_reach_shown(surf, with_popups(surf, pages_with(surf, forms)), forms_before);
    }
}

std::vector<SendingForm> forms_leading_to(const Surf& surf, const Pages& pages) {
    std::vector<SendingForm> forms;
    for (const std::size_t number : pages) {
        const WebPage& page = surf.map.pages[number];
        for (const lesson::SiteForm& form : page.site->forms) {
            const auto rule = std::ranges::find_if(
                form.rules, [&](const lesson::SiteRule& one) { return leads_to(one, *page.page); });
            if (rule != form.rules.end()) {
                forms.push_back({page.site->address, form.name, &*rule, {}});
            }
        }
    }
    return forms;
}

void wish_field(Surf& surf) {
    const lesson::FactPattern& fact = surf.advice.fact();
    const bool is_site = allows(fact, "site", surf.tab.host) && surf.tab.sheet == Sheet::page;
    for (const ShownForm& form : is_site ? shown_forms(surf) : std::vector<ShownForm>{}) {
        if (form.prefix != "page/" || !allows(fact, "form", form.name)) {
            continue;
        }
        if (surf.advice.wish.gone) {
            for (const PageElement& element : form.page->elements) {
                const lesson::Matcher* value = asked(fact, "value");
                if (form.has(element) && allows(fact, "name", element.name) && value != nullptr) {
                    offer_fault(surf, form, element, {value});
                }
            }
            continue;
        }
        Asked asked_for;
        add_asked(asked_for, fact, surf, form);
        if (asked_for.fields.empty()) {
            continue;
        }
        // The fields of other wishes are left to these.
        offer_field(surf, form, asked_for, true);
        return;
    }
    if (!surf.advice.wish.gone) {
        const Pages pages = pages_where(surf.map, [&](const WebPage& page) {
            return allows(fact, "site", page.site->address) &&
                   std::ranges::any_of(page.forms, [&](const FormOnPage& form) {
                       return allows(fact, "form", form.name) &&
                              std::ranges::any_of(form.fields, [&](const std::string& name) {
                                  return !name.empty() && allows(fact, "name", name);
                              });
                   });
        });
        offer_to_reach_shown(surf, pages, 0);
    }
}

void wish_sent(Surf& surf) {
    std::vector<SendingForm> forms = wished_forms(surf);
    const lesson::Matcher* field = asked(surf.advice.fact(), "field");
    if (field != nullptr) {
        std::erase_if(forms, [&](const SendingForm& one) {
            return std::ranges::none_of(surf.map.pages, [&](const WebPage& page) {
                return page.site->address == one.site && std::ranges::any_of(page.forms, [&](const FormOnPage& form) {
                           return form.name == one.form && std::ranges::any_of(form.fields, [&](const auto& name) {
                                      return lesson::matches(*field, name);
                                  });
                       });
            });
        });
    }
    offer_to_send_one(surf, forms);
}

void wish_list(Surf& surf) {
    const bool shall_grow = wants_more(surf);
    std::vector<SendingForm> forms;
    for (const lesson::Site& site : *surf.map.sites) {
        if (!allows(surf.advice.fact(), "site", site.address)) {
            continue;
        }
        for (const lesson::SiteForm& form : site.forms) {
            for (const lesson::SiteRule& rule : form.rules) {
                const std::string& list = shall_grow ? rule.add : rule.remove.empty() ? rule.clear : rule.remove;
                if (!list.empty() && allows(surf.advice.fact(), "list", list)) {
                    forms.push_back({site.address, form.name, &rule, {}});
                }
            }
        }
    }
    offer_to_send_one(surf, forms);
}

void wish_refused(Surf& surf) {
    std::vector<SendingForm> forms = wished_forms(surf);
    const auto here = std::ranges::find_if(forms, [&](const SendingForm& one) { return is_shown(surf, one); });
    if (here == forms.end()) {
        offer_to_send_one(surf, forms);
        return;
    }
    const std::optional<ShownForm> form = find_shown(surf, *here);
    for (const PageElement& element : form->page->elements) {
        const Matchers matchers = asked_of(surf, *form, *here).of(element.name);
        const bool can_be_wrong = element.required || !matchers.empty() || element.type == "email" ||
                                  element.type == "date" || element.type == "number" || element.shortest > 0;
        if (form->has(element) && can_be_wrong && allows(surf.advice.fact(), "field", element.name)) {
            here->faulty = element.name;
            break;
        }
    }
    if (!here->faulty.empty()) {
        offer_to_send(surf, *here);
    }
}

void wish_left(Surf& surf) {
    std::vector<SendingForm> forms = wished_forms(surf);
    const auto here = std::ranges::find_if(forms, [&](const SendingForm& one) { return is_shown(surf, one); });
    if (here == forms.end()) {
        offer_to_send_one(surf, forms);
        return;
    }
    if (begun_form(surf.tab) == here->form) {
        offer_tool(surf, "toolbar/back");
        offer_tool(surf, "toolbar/home");
        return;
    }
    const ShownForm form = *find_shown(surf, *here);
    for (const PageElement& element : form.page->elements) {
        const bool is_text = element.kind == ElementKind::field || element.kind == ElementKind::area;
        if (form.has(element) && is_text) {
            offer_text_in_page(surf, form.local(element), fitting_text(surf, element, {}).value_or("1"));
            return;
        }
        if (form.has(element) && (element.kind == ElementKind::tick || element.kind == ElementKind::radio)) {
            offer_in_page(surf, form.local(element));
            return;
        }
    }
}

} // namespace world::browsing
