// The session's people: the store, who is here, and what they chose.
#include "app/session.h"
#include "app/views.h"
#include "base/paths.h"
#include "progress/identity.h"

#include <algorithm>

namespace app {

void Session::open_store() {
    store_.reset();
    guest_store_.reset();
    notices_.clear();
    const std::filesystem::path folder = choices_.data.empty() ? base::default_data_folder() : choices_.data;
    auto opening = progress::Store::open(folder);
    if (!opening) {
        page_ = Trouble{opening.error()};
        return;
    }
    progress::Opening opened = std::move(opening).value();
    store_.emplace(std::move(opened.store));
    tell(opened.notices);
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
    if (store_) {
        const auto learners = progress::read_learners(*store_);
        learners_.clear();
        for (const progress::Learner& learner : learners ? learners.value() : std::vector<progress::Learner>{}) {
            learners_.push_back({learner.id, learner.name, learner.picture});
        }
    }
    events_.clear();
    if (!learner_.empty()) {
        auto events = store().events_of(learner_);
        if (events) {
            events_ = std::move(events).value();
        } else {
            tell({events.error()});
        }
    }
    path_ = progress::path(events_);
    modules_ = views_of(words_.catalogue, path_);
}

void Session::sign_in(const std::string& learner) {
    learner_ = learner;
    const auto learners = progress::read_learners(*store_);
    if (learners) {
        const auto found = std::ranges::find(learners.value(), learner, &progress::Learner::id);
        if (found != learners.value().end()) {
            use_settings(found->settings);
        }
    }
    page_ = screen::PathPage{};
    refresh();
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
    page_ = screen::PathPage{};
    refresh();
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
    return {words_.language, resources_.languages, layout_names_, chosen_layout_};
}

} // namespace app
