// The longest unused page goes first.
#include "screen/web/documents.h"

#include <algorithm>

namespace screen {

namespace {

constexpr std::size_t most_documents = 8; // some are the same page with another link under the pointer

} // namespace

const base::Result<WebDocument>* WebDocuments::laid_out(const std::shared_ptr<const void>& identity, Fonts& fonts,
                                                        const WebPage& page, const WebFormat& format) {
    const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& kept) {
        return kept.identity == identity && kept.format == format;
    });
    if (found != kept_.end()) {
        kept_.splice(kept_.begin(), kept_, found);
        return &kept_.front().document;
    }
    ++count_;
    kept_.push_front({identity, format, WebDocument::lay_out(fonts, pictures_, page, format)});
    if (kept_.size() > most_documents) {
        kept_.pop_back();
    }
    return &kept_.front().document;
}

} // namespace screen
