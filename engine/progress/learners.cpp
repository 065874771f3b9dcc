// Folds events to learners.
#include "progress/learners.h"

#include "progress/bodies.h"

#include <algorithm>
#include <map>
#include <utility>

namespace progress {

namespace {

/// A learner on the way through the events.
struct Folded {
    Learner learner;
    bool has_joined = false;
    bool is_erased = false;
    std::size_t last = 0; ///< place of the last event; the clock's time may have gone back
};

void settle(Settings& settings, const SettingsChange& change) {
    settings.text_size = change.text_size.value_or(settings.text_size);
    settings.high_contrast = change.high_contrast.value_or(settings.high_contrast);
    settings.reduced_motion = change.reduced_motion.value_or(settings.reduced_motion);
    settings.dyslexic_font = change.dyslexic_font.value_or(settings.dyslexic_font);
    settings.layout = change.layout.value_or(settings.layout);
    settings.language = change.language.value_or(settings.language);
}

void fold(Folded& folded, const Event& event) {
    if (event.kind == kind::learner_erased) {
        folded.is_erased = true;
    } else if (event.kind == kind::learner_settings) {
        if (const auto change = read_settings_change(event.body)) {
            settle(folded.learner.settings, *change);
        }
    } else if (event.kind == kind::learner_joined) {
        if (auto joined = read_learner_joined(event.body)) {
            folded.has_joined = true;
            folded.learner.name = std::move(joined->name);
            folded.learner.picture = std::move(joined->picture);
            folded.learner.settings.language = std::move(joined->language);
        }
    }
}

} // namespace

std::vector<Learner> learners(const std::vector<Event>& events) {
    std::map<std::string, Folded> by_id;
    for (std::size_t i = 0; i < events.size(); ++i) {
        Folded& folded = by_id[events[i].learner];
        fold(folded, events[i]);
        folded.learner.last_visit = events[i].at;
        folded.last = i;
    }
    std::vector<Folded> present;
    for (auto& [id, folded] : by_id) {
        if (folded.has_joined && !folded.is_erased) {
            folded.learner.id = id;
            present.push_back(std::move(folded));
        }
    }
    std::sort(present.begin(), present.end(), [](const Folded& a, const Folded& b) { return a.last > b.last; });
    std::vector<Learner> result;
    result.reserve(present.size());
    for (Folded& folded : present) {
        result.push_back(std::move(folded.learner));
    }
    return result;
}

base::Result<std::vector<Learner>> read_learners(const Store& store) {
    COUCOU_TRY(const auto events, store.all({kind::learner_joined, kind::learner_settings, kind::learner_erased,
                                             kind::lesson_started, kind::lesson_done, kind::lesson_left}));
    return learners(events);
}

} // namespace progress
