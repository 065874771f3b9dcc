// Opening what is there, and making nothing that is not.
#include "tools/stored.h"

#include "base/paths.h"
#include "progress/folder.h"

namespace tools {

base::Result<progress::Store> open_store(const Context& context, const std::string& folder) {
    const std::filesystem::path data = base::data_folder(folder);
    std::error_code error;
    if (!std::filesystem::exists(progress::store_file(data), error)) {
        return base::Error{"report.no-store", {{"folder", data.string()}}, {}};
    }
    COUCOU_TRY(progress::Opening opening, progress::Store::open(data));
    for (const progress::Notice& notice : opening.notices) {
        complain(context, notice);
    }
    return std::move(opening.store);
}

} // namespace tools
