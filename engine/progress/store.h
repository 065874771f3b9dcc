// The learners' events on disk. An event that was acknowledged is still there after the plug is pulled; where nothing
// can be kept, practice goes on in memory.
#pragma once

#include "base/result.h"
#include "progress/cards.h"
#include "progress/database.h"
#include "progress/event.h"
#include "progress/folder.h"
#include "progress/merge.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace progress {

/// What the person at the computer should be told about the store. Its texts are in assets/messages/progress.toml.
using Notice = base::Error;

/// Where events go.
enum class Keeping {
    on_disk,
    nearly_full, ///< on disk, but the reserve for a full disk is used up
    in_memory    ///< lost when the program ends, unless space returns before
};

struct StoreOptions {
    std::int64_t reserve = 1024 * 1024;                ///< bytes kept free for a full disk; 0 for none
    std::int64_t quick_check_up_to = 32 * 1024 * 1024; ///< bytes; a larger file is checked only at its ends
    /// What tells this computer from others. A store that finds itself in another place goes on under a new origin.
    std::filesystem::path machine_id = "/etc/machine-id";
};

struct Opening;

/// All events, over one connection that no other program shares. For one thread. Movable, closed when destroyed.
class Store {
public:
    /// Opens the store of a folder, and makes both where they are missing. It gives a store to practise with in every
    /// case but one, error `store.busy`: another Coucou uses the folder. The notices say what is not as it should be:
    /// `store.set-aside` {file}: a damaged store was set aside under that name, and a new one begun on disk;
    /// or why the store is in memory only: `store.read-only`, `store.no-permission`, `store.not-a-folder`,
    /// `store.no-room`, `store.write-failed`, `store.stays-damaged` (it could not be set aside), all with {folder}, or
    /// `store.newer` {version}, made by a later version of the program and left untouched.
    /// What a read-only store holds can still be read.
    static base::Result<Opening> open(const std::filesystem::path& folder, const StoreOptions& options = {});

    /// A store that leaves nothing behind.
    static base::Result<Store> in_memory();

    /// Adds an event in one durable transaction, and gives it back with its key: it is on disk then (or in memory, if
    /// that is where the store keeps). After an error nothing is added. Errors: `store.full`, `store.read-only` or
    /// `store.write-failed` (tell the learner, call continue_in_memory() and append again); `store.damaged` (the same;
    /// the next opening repairs the file or sets it aside); `store.bad-event` (the body is no JSON object, or is above
    /// 64 KiB). Of a learner who was erased, perhaps by an import meanwhile, nothing is added: the event comes back
    /// with the sequence 0.
    base::Result<Event> append(std::string_view learner, std::string_view kind, std::string_view body, std::int64_t at);

    /// Goes on with a copy in memory of what can be read. Where the disk was full or read-only, every later append
    /// first tries to write all that is missing there, and the store is on disk again once it could.
    void continue_in_memory();

    /// Events in the order for folds: by time, but never against the order in which one store wrote them, however its
    /// clock went. Error: as append.
    base::Result<std::vector<Event>> events_of(std::string_view learner) const;
    base::Result<std::vector<Event>> events_of_kind(std::string_view kind) const;
    /// All events, or all of these kinds.
    base::Result<std::vector<Event>> all(const std::vector<std::string_view>& kinds = {}) const;

    /// Forgets a learner: adds `learner.erased` and deletes all other events of theirs, from the file and from its log.
    /// Error: as append, or `store.not-erased` where they are in a file that cannot be written; then all is as before.
    base::Result<base::Done> erase(std::string_view learner, std::int64_t at);

    /// Joins events from other stores with those that are here (merge.h), all of them or, after an error, none. When it
    /// meets a copy of itself it goes on under a new origin. Errors: as append, or `store.not-merged` where nothing can
    /// be kept on disk.
    base::Result<MergeResult> merge(const std::vector<Event>& events);

    /// The events as other stores take them in: under the keys that they were written with (moved.h).
    base::Result<std::vector<Event>> to_carry(std::vector<Event> events) const;

    /// The next events in order of their keys, at most so many, after (origin, sequence); from the first on after
    /// ("", 0). For what goes through very many.
    base::Result<std::vector<Event>> events_after(std::string_view origin, std::int64_t sequence,
                                                  std::size_t most) const;

    /// Lists of learners (cards.h); `now` in ms since 1970 UTC. As fast with very many as with a few. Error: as append.
    base::Result<std::vector<Card>> cards(const CardQuery& query, std::int64_t now);
    base::Result<std::int64_t> count_cards(const CardQuery& query = {}) const;
    base::Result<std::int64_t> count_in_need(const std::optional<std::string>& group, std::int64_t now) const;
    base::Result<std::vector<GroupCount>> groups() const;
    /// Folds all that wait to be folded: after an import, before a list is read.
    base::Result<base::Done> freshen_cards(std::int64_t now);
    /// Makes all cards anew from the events.
    base::Result<base::Done> rebuild_cards(std::int64_t now);

    Keeping keeping() const;
    /// How many events wait in memory for the disk.
    std::size_t unsaved() const { return unsaved_.size(); }
    const std::string& origin() const { return origin_; }

private:
    Store() = default;
    static base::Result<Store> on_disk(const std::filesystem::path& folder, const StoreOptions& options);
    static base::Result<Store> in_memory_with(const std::vector<Event>& events);
    static base::Result<Opening> in_memory_because(Notice reason, const std::filesystem::path& folder,
                                                   std::vector<Notice> notices);
    static base::Result<Database> make_memory(const std::vector<Event>& events);

    const Database& current() const { return memory_ ? *memory_ : *disk_; }
    bool writes_to_disk() const;
    /// Whether it was never meant to leave anything behind.
    bool is_only_in_memory() const { return !disk_ && folder_.empty(); }
    base::Result<base::Done> with_reserve(const std::function<base::Result<base::Done>()>& work);
    base::Result<base::Done> write_to_disk(const std::vector<Event>& events,
                                           std::optional<std::string_view> erased_learner = {});
    base::Result<std::vector<Event>> read_events(const std::string& condition,
                                                 const std::vector<std::string_view>& values) const;
    void note_failure(const base::Error& error) const;
    void remember(const std::vector<Event>& events);
    base::Result<bool> is_on_unwritable_disk(std::string_view learner) const;

    std::filesystem::path folder_;
    std::optional<FolderLock> lock_; // before the connection, so that it is given back after that is closed
    std::optional<Database> disk_;
    std::optional<Database> memory_; // where it is, it is what is read
    Reserve reserve_;
    std::string failure_; // id of the disk's last error
    std::string origin_;
    std::int64_t last_ = 0;      // sequence of our origin's last event
    std::vector<Event> unsaved_; // in memory_, and missing on disk_
};

/// An opened store, and what should be said about it.
struct Opening {
    Store store;
    std::vector<Notice> notices;
};

} // namespace progress
