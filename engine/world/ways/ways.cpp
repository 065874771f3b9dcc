// Gathers the programs' ways towards wishes, and what clears away that which lies before them.
#include "world/ways/ways.h"

#include "world/desk_parts.h"
#include "world/ways/advice.h"

#include <algorithm>
#include <utility>

namespace world {

namespace {

constexpr int detour_to_clear = 3; // what is open is mostly open for a reason
constexpr int detour_of_later_wish = 1;
constexpr int detour_of_undo = 6; // rather on than back

/// What lies in front of everything else can be put away: a menu, a question, the start menu.
void offer_to_clear(Advice& advice) {
    advice.detour = std::max(advice.detour, detour_to_clear);
    if (advice.desk.menu) {
        offer_click(advice, "menu/close");
        offer_keys(advice, "Escape");
    } else if (const Dialog* dialog = front_dialog(advice.desk)) {
        for (const MenuItem& button : dialog->buttons) {
            offer_click(advice, "dialog/" + button.command);
        }
    } else if (advice.desk.start_is_open) {
        offer_click(advice, "start/close");
        offer_keys(advice, "Escape");
    }
}

/// The same deeds are offered once, by the most direct of their ways.
void drop_repeated(std::vector<Way>& ways) {
    std::ranges::stable_sort(ways, {}, &Way::detour);
    std::vector<Way> kept;
    for (Way& way : ways) {
        if (std::ranges::find(kept, way.deeds, &Way::deeds) == kept.end()) {
            kept.push_back(std::move(way));
        }
    }
    ways = std::move(kept);
}

/// What waits for time to pass is waited for.
void offer_to_wait(const Desk& desk, Offer& offer) {
    if (lives(desk)) {
        offer.ways.push_back({{Wait{}}, 0});
    }
}

} // namespace

Offer ways(const Desk& desk, std::span<const Wish> wishes) {
    Offer offer;
    offer_to_wait(desk, offer);
    const std::vector<Target> all = targets(desk.timeline.now());
    int detour = 0;
    for (const Wish& wish : wishes) {
        Advice advice{desk.timeline.now(), all, wish, offer, detour};
        advise_on_desktop(advice);
        advice.detour = detour;
        advise_on_files(advice);
        advise_on_mail(advice);
        advise_on_browser(advice);
        offer_to_clear(advice);
        detour += detour_of_later_wish;
    }
    if (desk.timeline.can_undo()) {
        offer.ways.push_back({{Undo{}}, detour_of_undo});
    }
    drop_repeated(offer.ways);
    return offer;
}

} // namespace world
