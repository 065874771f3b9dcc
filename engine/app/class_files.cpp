// Finds class lists, and adds who is new.
#include "app/class_files.h"

#include "base/file.h"
#include "base/text.h"
#include "progress/bodies.h"
#include "progress/identity.h"
#include "screen/pages/welcome.h"

#include <algorithm>

namespace app {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_files = 50;

void add_lists(const fs::path& folder, std::vector<fs::path>& found) {
    const auto listed = base::list_folder(folder);
    for (const fs::path& file : listed ? listed.value() : std::vector<fs::path>{}) {
        std::error_code error;
        const bool is_list = base::lower(file.extension().string()) == ".csv" && fs::is_regular_file(file, error);
        if (is_list && found.size() < most_files) {
            found.push_back(file);
        }
    }
}

/// Those who are there whose names begin as one of the list's.
base::Result<std::vector<progress::ClassMember>>
namesakes(progress::Store& store, const std::vector<progress::ClassMember>& list, std::int64_t now) {
    std::vector<progress::ClassMember> found;
    for (const progress::ClassMember& member : list) {
        progress::CardQuery query;
        query.name_begins = member.name;
        COUCOU_TRY(query.limit, store.count_cards(query));
        COUCOU_TRY(const auto cards, store.cards(query, now));
        for (const progress::Card& card : cards) {
            found.push_back({card.name, card.group});
        }
    }
    return found;
}

base::Result<base::Done> add(progress::Store& store, const progress::ClassMember& member, const std::string& picture,
                             const std::string& language, std::int64_t at) {
    using namespace progress;
    COUCOU_TRY(const std::string id, new_id());
    // The group comes first: cut off in between, there is nobody yet, and the list can be read in again.
    if (!member.group.empty()) {
        COUCOU_TRY([[maybe_unused]] auto put,
                   store.append(id, kind::learner_group, body_of(LearnerGroup{member.group}), at));
    }
    COUCOU_TRY([[maybe_unused]] auto joined,
               store.append(id, kind::learner_joined, body_of(LearnerJoined{member.name, picture, language}), at));
    return base::Done{};
}

} // namespace

std::vector<fs::path> find_class_lists(const std::vector<fs::path>& sticks, const fs::path& data) {
    std::vector<fs::path> found;
    for (const fs::path& stick : sticks) {
        add_lists(stick, found);
    }
    add_lists(data / "classes", found);
    return found;
}

ClassImport import_class_list(progress::Store& store, const fs::path& file, const std::string& language,
                              std::int64_t at) {
    const auto bytes = base::read_file(file, progress::largest_class_list);
    if (!bytes) {
        return {0, 0, {bytes.error()}};
    }
    const progress::ClassList list = progress::read_class_list(bytes.value(), file.filename().string());
    const auto present = namesakes(store, list.members, at);
    if (!list.faults.empty() || !present) {
        return {0, 0, list.faults.empty() ? base::Faults{present.error()} : list.faults};
    }
    const std::vector<progress::ClassMember> fresh = progress::newcomers(list.members, present.value());
    const auto pictures = screen::learner_pictures();
    const auto before = static_cast<std::size_t>(store.count_cards().ok() ? store.count_cards().value() : 0);
    ClassImport done{0, list.members.size() - fresh.size(), {}};
    for (const progress::ClassMember& member : fresh) {
        const std::size_t turn = (before + done.added) % pictures.size();
        const auto added = add(store, member, std::string(pictures[turn]), language, at);
        if (!added) {
            done.faults.push_back(added.error());
            break;
        }
        ++done.added;
    }
    return done;
}

} // namespace app
