// Opening a store: whatever is found in the folder, there is a store to practise with at the end, except where another
// Coucou holds it.
#include "progress/cards.h"
#include "progress/identity.h"
#include "progress/rows.h"
#include "progress/schema.h"
#include "progress/store.h"

#include <system_error>
#include <utility>

namespace progress {

namespace {

Notice with_folder(Notice notice, const std::filesystem::path& folder) {
    notice.arguments.push_back({"folder", folder.string()});
    return notice;
}

/// The store's own origin. A file that came from elsewhere, or was put back to what it once was, may go on to write
/// what another one writes under the same numbers, so it gets a new one.
base::Result<std::string> origin_here(const Database& database, const std::string& place) {
    COUCOU_TRY(std::string origin, own_origin(database));
    COUCOU_TRY(const std::string before, noted(database, "place"));
    if (before == place) {
        return origin;
    }
    COUCOU_TRY([[maybe_unused]] auto moved, database.in_transaction([&]() -> base::Result<base::Done> {
        if (!before.empty()) {
            COUCOU_TRY(origin, renew_origin(database));
        }
        return note(database, "place", place);
    }));
    return origin;
}

/// What a store that cannot be written holds. Where it has a log, only a writer can put the two together; then nothing.
std::vector<Event> read_unwritable(const std::filesystem::path& folder) {
    std::error_code failed;
    const std::filesystem::path file = store_file(folder);
    const std::uintmax_t log_size = std::filesystem::file_size(file.string() + "-wal", failed);
    if ((!failed && log_size > 0) || !std::filesystem::is_regular_file(file, failed)) {
        return {};
    }
    const auto database = Database::open_unchanging(file);
    return database ? read_what_is_left(database.value()) : std::vector<Event>{};
}

} // namespace

base::Result<Store> Store::in_memory() {
    return in_memory_with({});
}

base::Result<Store> Store::in_memory_with(const std::vector<Event>& events) {
    Store store;
    COUCOU_TRY(store.memory_, make_memory(events));
    COUCOU_TRY(store.origin_, own_origin(*store.memory_));
    return store;
}

base::Result<Store> Store::on_disk(const std::filesystem::path& folder, const StoreOptions& options) {
    Store store;
    COUCOU_TRY(store.disk_, Database::open(store_file(folder)));
    COUCOU_TRY([[maybe_unused]] auto locked, lock(*store.disk_));
    COUCOU_TRY([[maybe_unused]] auto version, identify(*store.disk_));
    COUCOU_TRY([[maybe_unused]] auto configured, configure(*store.disk_));
    COUCOU_TRY([[maybe_unused]] auto migrated, migrate(*store.disk_));
    COUCOU_TRY(const std::int64_t size, size_of(*store.disk_));
    const Check depth = is_suspect(folder)                 ? Check::thorough
                        : size > options.quick_check_up_to ? Check::ends
                                                           : Check::quick;
    COUCOU_TRY([[maybe_unused]] auto checked, check(*store.disk_, depth));
    COUCOU_TRY(store.origin_, origin_here(*store.disk_, place_of(store_file(folder), options.machine_id)));
    COUCOU_TRY([[maybe_unused]] auto current, expect_current_cards(*store.disk_));
    COUCOU_TRY(store.last_, last_written(*store.disk_, store.origin_));
    accept(*store.disk_);
    clear_suspect(folder);
    (void)wipe_removed(*store.disk_); // tried again at each opening until it succeeds
    store.folder_ = folder;
    return store;
}

base::Result<Opening> Store::in_memory_because(Notice reason, const std::filesystem::path& folder,
                                               std::vector<Notice> notices) {
    const bool is_unreadable = reason.id == "store.newer" || reason.id == "store.stays-damaged";
    COUCOU_TRY(Store store, in_memory_with(is_unreadable ? std::vector<Event>{} : read_unwritable(folder)));
    store.folder_ = folder;
    if (reason.id == "store.full") {
        reason.id = "store.no-room"; // nothing is tried again here, as append() does for a store that began on disk
    }
    notices.push_back(with_folder(std::move(reason), folder));
    return Opening{std::move(store), std::move(notices)};
}

base::Result<Opening> Store::open(const std::filesystem::path& folder, const StoreOptions& options) {
    if (const auto usable = prepare_folder(folder); !usable) {
        return in_memory_because(usable.error(), folder, {});
    }
    auto lock = FolderLock::take(folder);
    if (!lock && lock.error().id == "store.busy") {
        return lock.error();
    }
    if (!lock) {
        return in_memory_because(lock.error(), folder, {});
    }
    std::vector<Notice> notices;
    base::Result<Store> store = is_unfit(folder) ? base::Error{"store.damaged", {}, {}} : on_disk(folder, options);
    if (!store && store.error().id == "store.damaged") {
        const auto name = set_aside(folder);
        if (!name) {
            return in_memory_because({"store.stays-damaged", {}, {}}, folder, std::move(notices));
        }
        clear_suspect(folder);
        notices.push_back({"store.set-aside", {{"file", name.value()}}, {}});
        store = on_disk(folder, options);
    }
    if (!store && store.error().id == "store.busy") {
        return with_folder(store.error(), folder);
    }
    if (!store) {
        return in_memory_because(store.error(), folder, std::move(notices));
    }
    Store opened = std::move(store).value();
    opened.lock_ = std::move(lock).value();
    opened.reserve_ = Reserve(folder, options.reserve);
    return Opening{std::move(opened), std::move(notices)};
}

} // namespace progress
