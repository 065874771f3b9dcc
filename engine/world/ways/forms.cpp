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

bool has_entries(const Surf& surf, std::string_view site, const std::string& list) {
    const SiteMemory& memory = memory_of(surf.web(), site);
    const auto found = memory.lists.find(list);
    return found != memory.lists.end() && !found->second.empty();
}

/// Where none of the forms is shown before a list has entries: the forms that put some into it.
std::vector<SendingForm> forms_before(const Surf& surf, const std::vector<SendingForm>& forms) {
    std::vector<SendingForm> before;
    for (const std::size_t number : pages_with(surf, forms)) {
        const WebPage& page = surf.map.pages[number];
        for (const FormOnPage& one : page.forms) {
            const bool is_meant = std::ranges::any_of(forms, [&](const SendingForm& sending) {
                return sending.site == page.site->address && sending.form == one.name;
            });
            if (is_meant && (one.list.empty() || has_entries(surf, page.site->address, one.list))) {
                return {};
            }
            for (const lesson::SiteForm& form : page.site->forms) {
                const auto rule = std::ranges::find(form.rules, one.list, &lesson::SiteRule::add);
                if (is_meant && rule != form.rules.end()) {
                    before.push_back({page.site->address, form.name, &*rule, {}});
                }
            }
        }
    }
    return before;
}

/// Goes to a page with the wished field.
void reach_field(Surf& surf) {
    const lesson::FactPattern& fact = surf.advice.fact();
    std::vector<SendingForm> forms;
    const Pages pages = pages_where(surf.map, [&](const WebPage& page) {
        const auto form = std::ranges::find_if(page.forms, [&](const FormOnPage& one) {
            return allows(fact, "form", one.name) && std::ranges::any_of(one.fields, [&](const std::string& name) {
                       return !name.empty() && allows(fact, "name", name);
                   });
        });
        const bool has_field = form != page.forms.end() && allows(fact, "site", page.site->address);
        if (has_field) {
            forms.push_back({page.site->address, form->name, nullptr, {}});
        }
        return has_field;
    });
    const std::vector<SendingForm> first = forms_before(surf, forms);
    first.empty() ? offer_to_reach(surf, pages) : offer_to_send_one(surf, first, 1);
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

void offer_to_send_one(Surf& surf, const std::vector<SendingForm>& forms, int forms_sent) {
    const auto here = std::ranges::find_if(forms, [&](const SendingForm& one) { return is_shown(surf, one); });
    if (here != forms.end()) {
        offer_to_send(surf, *here);
    } else if (const std::vector<SendingForm> first = forms_before(surf, forms); !first.empty()) {
        if (forms_sent < most_forms_before) {
            offer_to_send_one(surf, first, forms_sent + 1);
        }
    } else if (!forms.empty()) {
        offer_to_reach(surf, with_popups(surf, pages_with(surf, forms)), forms_sent);
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
        reach_field(surf);
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
