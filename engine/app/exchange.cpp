// From a store to sealed files, and back.
#include "app/exchange.h"

#include "base/file.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <system_error>

#include <fmt/chrono.h>

namespace app {

namespace {

namespace fs = std::filesystem;
using progress::Event;

/// What the events of a file may amount to, with room for what their packing adds.
constexpr std::size_t most_text = progress::most_unpacked_bytes * 3 / 4;
constexpr std::size_t events_at_once = 20'000;
constexpr std::int64_t learners_at_once = 200;

std::size_t text_size(const Event& event) {
    return event.origin.size() + event.learner.size() + event.kind.size() + event.body.size() + 32;
}

/// Collects events, and writes a file whenever there are enough for one.
class Writing {
public:
    Writing(const progress::Store& store, fs::path file, const progress::TrainerKey& key)
        : store_(&store), file_(std::move(file)), key_(&key) {}

    base::Result<base::Done> add(const std::vector<Event>& kept) {
        COUCOU_TRY(const auto events, store_->to_carry(kept));
        for (const Event& event : events) {
            if (waiting_.size() == progress::most_sealed_events || text_ + text_size(event) > most_text) {
                COUCOU_TRY([[maybe_unused]] auto written, write());
            }
            text_ += text_size(event);
            waiting_.push_back(event);
        }
        return base::Done{};
    }

    /// The rest; also where there is nothing, so that there always is a file.
    base::Result<Exported> finish() {
        if (!waiting_.empty() || exported_.files.empty()) {
            COUCOU_TRY([[maybe_unused]] auto written, write());
        }
        return exported_;
    }

private:
    base::Result<base::Done> write() {
        COUCOU_TRY(const std::string bytes, progress::seal(waiting_, *key_));
        COUCOU_TRY(auto name, progress::write_sealed(file_, bytes));
        exported_.files.push_back(std::move(name));
        exported_.events += waiting_.size();
        waiting_.clear();
        text_ = 0;
        return base::Done{};
    }

    const progress::Store* store_;
    fs::path file_;
    const progress::TrainerKey* key_;
    std::vector<Event> waiting_;
    std::size_t text_ = 0;
    Exported exported_;
};

/// In a folder a name that tells the trainer the day, and one computer's files from another's.
fs::path name_in(const fs::path& target, const progress::Store& store, std::int64_t now) {
    std::error_code failed;
    if (!fs::is_directory(target, failed)) {
        return target;
    }
    const auto day = fmt::gmtime(static_cast<std::time_t>(now / 1000));
    return target / fmt::format("coucou-{:%Y-%m-%d}-{}{}", day, store.origin().substr(0, 6), progress::sealed_ending);
}

base::Result<base::Done> add_all(const progress::Store& store, Writing& writing) {
    std::string origin;
    std::int64_t sequence = 0;
    for (;;) {
        COUCOU_TRY(const auto events, store.events_after(origin, sequence, events_at_once));
        if (events.empty()) {
            return base::Done{};
        }
        origin = events.back().origin;
        sequence = events.back().sequence;
        COUCOU_TRY([[maybe_unused]] auto added, writing.add(events));
    }
}

base::Result<base::Done> add_group(progress::Store& store, const std::string& group, Writing& writing,
                                   std::int64_t now) {
    COUCOU_TRY([[maybe_unused]] auto fresh, store.freshen_cards(now));
    progress::CardQuery query;
    query.order = progress::CardOrder::name;
    query.group = group;
    query.limit = learners_at_once;
    for (;; query.offset += query.limit) {
        COUCOU_TRY(const auto cards, store.cards(query, now));
        if (cards.empty()) {
            return base::Done{};
        }
        for (const progress::Card& card : cards) {
            COUCOU_TRY(const auto events, store.events_of(card.learner));
            COUCOU_TRY([[maybe_unused]] auto added, writing.add(events));
        }
    }
}

base::Result<std::vector<fs::path>> files_in(const std::vector<fs::path>& sources) {
    std::vector<fs::path> files;
    for (const fs::path& source : sources) {
        std::error_code failed;
        if (!fs::is_directory(source, failed)) {
            files.push_back(source);
            continue;
        }
        COUCOU_TRY(const auto all, base::list_folder(source));
        std::ranges::copy_if(all, std::back_inserter(files),
                             [](const fs::path& file) { return file.extension() == progress::sealed_ending; });
    }
    if (files.empty()) {
        return base::Error{"sealed.none", {{"file", sources.empty() ? "" : sources.front().string()}}, {}};
    }
    return files;
}

/// Opens sealed files with all keys that are known by now.
class Opening {
public:
    explicit Opening(const Opener& opener) : opener_(opener) {}

    base::Result<std::vector<Event>> open(const fs::path& file) {
        COUCOU_TRY(const std::string bytes, progress::read_sealed(file));
        COUCOU_TRY(const progress::WrappedKey wrapped, progress::key_in(bytes));
        if (opener_.key != nullptr && opener_.key->wrapped.name == wrapped.name) {
            return progress::open_sealed(bytes, *opener_.key);
        }
        const auto known = std::ranges::find_if(
            keys_, [&](const progress::TrainerKey& key) { return key.wrapped.name == wrapped.name; });
        if (known != keys_.end()) {
            return progress::open_sealed(bytes, *known);
        }
        if (opener_.passphrase.empty()) {
            return base::Error{"sealed.other-trainer", {}, {}};
        }
        auto key = progress::unwrap(wrapped, opener_.passphrase);
        if (!key) {
            return key.error().id == "trainer.wrong" ? base::Error{"sealed.wrong-passphrase", {}, {}} : key.error();
        }
        keys_.push_back(std::move(key).value());
        return progress::open_sealed(bytes, keys_.back());
    }

    std::optional<progress::TrainerKey> first() const {
        return keys_.empty() ? std::nullopt : std::optional(progress::copy_of(keys_.front()));
    }

private:
    Opener opener_;
    std::vector<progress::TrainerKey> keys_;
};

void add(progress::MergeResult& sum, const progress::MergeResult& one) {
    sum.added += one.added;
    sum.known += one.known;
    sum.dropped += one.dropped;
    sum.refused += one.refused;
    sum.moved += one.moved;
    sum.erased += one.erased;
    sum.met_own_copy = sum.met_own_copy || one.met_own_copy;
}

} // namespace

base::Result<Exported> export_events(progress::Store& store, const fs::path& target, const progress::TrainerKey& key,
                                     const ExportChoice& choice, std::int64_t now) {
    Writing writing(store, name_in(target, store, now), key);
    if (!choice.learner && !choice.group) {
        COUCOU_TRY([[maybe_unused]] auto added, add_all(store, writing));
        return writing.finish();
    }
    if (choice.learner) {
        COUCOU_TRY(const auto events, store.events_of(*choice.learner));
        COUCOU_TRY([[maybe_unused]] auto added, writing.add(events));
    }
    if (choice.group) {
        COUCOU_TRY([[maybe_unused]] auto added, add_group(store, *choice.group, writing, now));
    }
    COUCOU_TRY(const auto erased, store.events_of_kind(progress::kind::learner_erased));
    COUCOU_TRY([[maybe_unused]] auto added, writing.add(erased));
    return writing.finish();
}

base::Result<Imported> import_files(progress::Store& store, const std::vector<fs::path>& sources, const Opener& opener,
                                    std::int64_t now) {
    COUCOU_TRY(const auto files, files_in(sources));
    Opening opening(opener);
    Imported imported;
    for (const fs::path& file : files) {
        const auto events = opening.open(file);
        const auto merged = events ? store.merge(events.value()) : events.error();
        if (merged) {
            ++imported.files;
            add(imported.merged, merged.value());
            continue;
        }
        base::Error error = merged.error();
        if (std::ranges::find(error.arguments, "file", &base::Argument::name) == error.arguments.end()) {
            error.arguments.push_back({"file", file.string()});
        }
        imported.failed.push_back(std::move(error));
    }
    imported.opened = opening.first();
    // Where this fails, lists fold what waits by and by.
    (void)store.freshen_cards(now);
    return imported;
}

} // namespace app
