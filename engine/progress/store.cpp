// Adding, reading and erasing events, and going on in memory when the disk fails.
#include "progress/store.h"

#include "progress/bodies.h"
#include "progress/rows.h"
#include "progress/schema.h"

#include <algorithm>
#include <iterator>

namespace progress {

namespace {

std::vector<Event> without(const std::vector<Event>& events, std::string_view learner) {
    std::vector<Event> rest;
    std::copy_if(events.begin(), events.end(), std::back_inserter(rest),
                 [&](const Event& event) { return event.learner != learner || event.kind == kind::learner_erased; });
    return rest;
}

} // namespace

base::Result<Event> Store::append(std::string_view learner, std::string_view kind, std::string_view body,
                                  std::int64_t at) {
    const Event event{origin_, last_ + 1, std::string(learner), at, std::string(kind), std::string(body)};
    if (body.size() > longest_body || !is_json_object(event.body)) {
        return base::Error{"store.bad-event", {{"kind", event.kind}}, {}};
    }
    COUCOU_TRY(const bool is_gone, is_erased(current(), learner));
    if (is_gone) {
        return Event{origin_, 0, event.learner, at, event.kind, event.body};
    }
    if (writes_to_disk()) {
        std::vector<Event> missing = unsaved_;
        missing.push_back(event);
        const auto written = write_to_disk(missing);
        if (written) {
            return event;
        }
        if (!memory_) {
            return written.error();
        }
    }
    COUCOU_TRY([[maybe_unused]] auto remembered, insert(*memory_, {event}));
    remember({event});
    return event;
}

bool Store::writes_to_disk() const {
    // After any other failure nothing is known about what the disk holds, and only a new start can find out.
    return disk_ && (!memory_ || failure_ == "store.full" || failure_ == "store.read-only");
}

base::Result<base::Done> Store::write_to_disk(const std::vector<Event>& events,
                                              std::optional<std::string_view> erased_learner) {
    COUCOU_TRY([[maybe_unused]] auto written, with_reserve([&]() -> base::Result<base::Done> {
                   if (erased_learner) {
                       COUCOU_TRY([[maybe_unused]] auto removed, remove_learner(*disk_, *erased_learner));
                   }
                   return insert(*disk_, events);
               }));
    last_ = events.back().sequence;
    memory_.reset();
    unsaved_.clear();
    return base::Done{};
}

base::Result<base::Done> Store::with_reserve(const std::function<base::Result<base::Done>()>& work) {
    auto written = disk_->in_transaction(work);
    if (!written && written.error().id == "store.full" && reserve_.release()) {
        written = disk_->in_transaction(work);
    }
    if (!written) {
        base::Error error = written.error();
        failure_ = error.id;
        note_failure(error);
        error.arguments.push_back({"folder", folder_.string()});
        return error;
    }
    return base::Done{};
}

void Store::remember(const std::vector<Event>& events) {
    last_ = events.back().sequence;
    if (disk_) {
        unsaved_.insert(unsaved_.end(), events.begin(), events.end());
    }
}

base::Result<Database> Store::make_memory(const std::vector<Event>& events) {
    COUCOU_TRY(auto database, Database::open_in_memory());
    COUCOU_TRY([[maybe_unused]] auto made, migrate(database));
    COUCOU_TRY([[maybe_unused]] auto copied, database.in_transaction([&]() -> base::Result<base::Done> {
        for (const Event& event : events) {
            // What a damaged file gives may not fit; the rest of it is still good.
            (void)insert(database, {event});
        }
        return base::Done{};
    }));
    return database;
}

void Store::continue_in_memory() {
    if (memory_) {
        return;
    }
    // Without even this much memory the store stays as it is, and appending goes on giving its error.
    if (auto memory = make_memory(read_what_is_left(*disk_))) {
        memory_ = std::move(memory).value();
    }
}

base::Result<std::vector<Event>> Store::read_events(const std::string& condition,
                                                    const std::vector<std::string_view>& values) const {
    auto events = read(current(), condition, values);
    if (!events) {
        note_failure(events.error());
    }
    return events;
}

void Store::note_failure(const base::Error& error) const {
    if (disk_ && error.id == "store.damaged") {
        mark_suspect(folder_);
    }
}

base::Result<std::vector<Event>> Store::events_of(std::string_view learner) const {
    return read_events("learner = ?", {learner});
}

base::Result<std::vector<Event>> Store::events_of_kind(std::string_view kind) const {
    return read_events("kind = ?", {kind});
}

base::Result<std::vector<Event>> Store::all(const std::vector<std::string_view>& kinds) const {
    std::string condition = kinds.empty() ? "1" : "kind IN (?";
    for (std::size_t i = 1; i < kinds.size(); ++i) {
        condition += ", ?";
    }
    return read_events(condition + (kinds.empty() ? "" : ")"), kinds);
}

base::Result<base::Done> Store::erase(std::string_view learner, std::int64_t at) {
    const Event erased{origin_, last_ + 1, std::string(learner), at, std::string(kind::learner_erased), "{}"};
    if (writes_to_disk()) {
        std::vector<Event> missing = without(unsaved_, learner);
        missing.push_back(erased);
        const auto written = write_to_disk(missing, learner);
        if (written) {
            // What could not be wiped now, because there is no room for it, is wiped at the next opening.
            (void)wipe_removed(*disk_);
            return base::Done{};
        }
        if (!memory_) {
            return written.error();
        }
    }
    COUCOU_TRY(const bool elsewhere, is_on_unwritable_disk(learner));
    if (elsewhere) {
        return base::Error{"store.not-erased", {{"folder", folder_.string()}}, {}};
    }
    COUCOU_TRY([[maybe_unused]] auto removed, memory_->in_transaction([&]() -> base::Result<base::Done> {
        COUCOU_TRY([[maybe_unused]] auto gone, remove_learner(*memory_, learner));
        return insert(*memory_, {erased});
    }));
    unsaved_ = without(unsaved_, learner);
    remember({erased});
    return base::Done{};
}

base::Result<bool> Store::is_on_unwritable_disk(std::string_view learner) const {
    if (is_only_in_memory()) {
        return false;
    }
    COUCOU_TRY(const std::vector<Event> events, events_of(learner));
    return std::any_of(events.begin(), events.end(), [&](const Event& event) {
        const bool is_only_here =
            disk_ ? std::find(unsaved_.begin(), unsaved_.end(), event) != unsaved_.end() : event.origin == origin_;
        return !is_only_here && event.kind != kind::learner_erased;
    });
}

Keeping Store::keeping() const {
    if (memory_) {
        return Keeping::in_memory;
    }
    return reserve_.is_missing() ? Keeping::nearly_full : Keeping::on_disk;
}

} // namespace progress
