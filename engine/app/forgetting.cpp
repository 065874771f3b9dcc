// Erasing, in the order in which nothing is lost by halves: first the events.
#include "app/forgetting.h"

#include "app/recordings.h"
#include "app/takeaway.h"

namespace app {

base::Result<base::Done> forget(progress::Store& store, const std::filesystem::path& data, const std::string& learner,
                                std::int64_t at) {
    COUCOU_TRY([[maybe_unused]] const auto erased, store.erase(learner, at));
    remove_recordings(data, learner);
    std::string left;
    for (const std::filesystem::path& file : remove_made_files(data, learner)) {
        left += (left.empty() ? "" : ", ") + file.string();
    }
    if (!left.empty()) {
        return base::Error{"privacy.files-left", {{"files", left}}, {}};
    }
    return base::Done{};
}

} // namespace app
