// The session's people: the store, who is here, and what they chose.
#include "app/session.h"
#include "app/views.h"
#include "progress/identity.h"

#include <algorithm>

namespace app {

void Session::open_store() {
    store_.reset();
    guest_store_.reset();
    notices_.clear();
    auto opening = progress::Store::open(data_folder());
    if (!opening) {
        page_ = Trouble{opening.error()};
        return;
    }
    progress::Opening opened = std::move(opening).value();
    store_.emplace(std::move(opened.store));
    tell(opened.notices);
    let_go();
    page_ = screen::WelcomePage{};
    read_plans();
    refresh();
}

base::Faults Session::keep_event(std::string_view kind, const std::string& body) {
    return keep(store(), learner_, kind, body, choices_.clock.now());
}

bool Session::keeps() const {
    return !guest_store_ && store_ && store_->keeping() != progress::Keeping::in_memory;
}

void Session::tell(const base::Faults& faults) {
    for (const base::Error& fault : faults) {
        if (std::ranges::find(notices_, fault) == notices_.end()) {
            notices_.push_back(fault);
        }
    }
    notice_texts_.clear();
    for (const base::Error& notice : notices_) {
        notice_texts_.push_back(words_.messages.text({notice.id + ".what", notice.arguments}) + " " +
                                words_.messages.text({notice.id + ".do", notice.arguments}));
    }
}

/// Reads anew what is shown of learners and of the path.
void Session::refresh() {
    tell({});
    left_out_lines_.clear();
    for (const base::Error& fault : words_.catalogue.faults) {
        left_out_lines_.push_back(words_.messages.line(fault));
    }
    find_people();
    events_.clear();
    if (!learner_.empty()) {
        auto events = store().events_of(learner_);
        if (events) {
            events_ = std::move(events).value();
        } else {
            tell({events.error()});
        }
    }
    trainer_.board.is_read = false;
    for (const progress::Learner& here : progress::learners(events_)) {
        if (std::ranges::find(learners_, here.id, &screen::LearnerView::id) == learners_.end()) {
            learners_.push_back({here.id, here.name, here.picture});
        }
    }
    path_ = progress::path(events_);
    skills_ = progress::skills(events_, choices_.clock.now());
    modules_ = views_of(words_, path_, skills_);
}

/// Who is offered on the first page: those who were here last, or those whose name is looked for.
void Session::find_people() {
    learners_.clear();
    more_people_ = false;
    if (!store_) {
        return;
    }
    progress::CardQuery query;
    query.limit = static_cast<std::int64_t>(screen::most_people) + 1;
    if (const auto* welcome = std::get_if<screen::WelcomePage>(&page_)) {
        query.name_begins = welcome->looked_for.text;
    }
    const auto cards = store_->cards(query, choices_.clock.now());
    for (const progress::Card& card : cards ? cards.value() : std::vector<progress::Card>{}) {
        more_people_ = learners_.size() == screen::most_people;
        if (!more_people_) {
            learners_.push_back({card.learner, card.name, card.picture});
        }
    }
}

void Session::sign_in(const std::string& learner) {
    learner_ = learner;
    const auto events = store_->events_of(learner);
    for (const progress::Learner& found :
         progress::learners(events ? events.value() : std::vector<progress::Event>{})) {
        use_settings(found.settings);
    }
    refresh();
    begin_visit();
}

void Session::sign_in_as_guest() {
    auto opened = progress::Store::in_memory();
    const auto id = progress::new_id();
    if (!opened || !id) {
        page_ = Trouble{opened ? id.error() : opened.error()};
        return;
    }
    guest_store_.emplace(std::move(opened).value());
    learner_ = id.value();
    page_ = screen::PathPage{};
    refresh();
}

void Session::sign_out() {
    if (guided_) {
        // Who comes next begins the plan anew; what was led is over.
        guided_ = guided_->leads ? std::nullopt : std::optional(Guided{guided_->plan});
    }
    sticks_seen_at_ = -1;
    guest_store_.reset();
    learner_.clear();
    placement_.reset();
    look_ = {};
    chosen_layout_ = choices_.layout;
    use_language(first_language_);
    if (!store_) {
        open_store();
        return;
    }
    page_ = screen::WelcomePage{};
    refresh();
}

void Session::join(const screen::NewLearner& chosen) {
    const auto id = progress::new_id();
    if (!id) {
        page_ = Trouble{id.error()};
        return;
    }
    learner_ = id.value();
    tell(keep_event(progress::kind::learner_joined,
                    progress::body_of(progress::LearnerJoined{chosen.name, chosen.picture, words_.language})));
    progress::SettingsChange change = change_to(look_);
    change.layout = chosen_layout_;
    change.language = words_.language;
    keep_settings(change);
    refresh();
    offer_placement();
}

void Session::change_look(const screen::Look& look) {
    look_ = look;
    keep_settings(change_to(look));
}

void Session::keep_settings(const progress::SettingsChange& change) {
    if (!learner_.empty()) {
        tell(keep_event(progress::kind::learner_settings, progress::body_of(change)));
    }
}

void Session::use_settings(const progress::Settings& settings) {
    look_ = look_of(settings);
    chosen_layout_ = choices_.layout.empty() ? settings.layout : choices_.layout;
    if (!settings.language.empty()) {
        use_language(settings.language);
    }
}

void Session::use_language(const std::string& language) {
    if (language == words_.language) {
        return;
    }
    auto words = in_language(resources_, language);
    if (!words) {
        tell({words.error()});
        return;
    }
    words_ = std::move(words).value();
    refresh();
}

screen::SettingsView Session::settings_view() const {
    return {words_.language, resources_.languages, layout_names_, chosen_layout_, choices_.replay.empty()};
}

} // namespace app
