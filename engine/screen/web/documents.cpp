// The longest unused page goes first.
#include "screen/web/documents.h"

#include "base/file.h"

#include <algorithm>
#include <utility>

namespace screen {

namespace {

constexpr std::size_t most_documents = 12; // some are the same page with another link under the pointer
constexpr std::size_t largest_style = std::size_t{64} * 1024;

} // namespace

WebDocuments::WebDocuments(const std::filesystem::path& default_style) {
    auto read = base::read_file(default_style, largest_style);
    default_style_ = read.ok() ? std::move(read).value() : std::string();
}

bool WebDocuments::shows_anew(const std::string& kind, const std::string& name) {
    std::string& shown = shown_[kind];
    const bool is_new = shown != name;
    shown = name;
    return is_new;
}

const base::Result<WebDocument>* WebDocuments::laid_out(const std::shared_ptr<const void>& identity, Fonts& fonts,
                                                        WebPage page, const WebFormat& format) {
    const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& kept) {
        return kept.identity == identity && kept.format == format;
    });
    if (found != kept_.end()) {
        kept_.splice(kept_.begin(), kept_, found);
        return &kept_.front().document;
    }
    ++count_;
    page.default_style = default_style_;
    kept_.push_front({identity, format, WebDocument::lay_out(fonts, pictures_, page, format)});
    if (kept_.size() > most_documents) {
        kept_.pop_back();
    }
    return &kept_.front().document;
}

} // namespace screen
