// The pages that are looked at, laid out once and kept for the next pictures.
#pragma once

#include "base/result.h"
#include "screen/web/document.h"

#include <filesystem>
#include <list>
#include <map>
#include <memory>
#include <string>

namespace screen {

/// A few laid-out pages. A page is known by what it was made from: whoever asks holds it while it is shown.
class WebDocuments {
public:
    /// `default_style` is the file that says how elements look which no style sheet speaks of.
    explicit WebDocuments(const std::filesystem::path& default_style);

    /// The page laid out, or why it cannot be. `identity` stays alive here, so that another page never has its address.
    /// The pointer holds until the next call.
    const base::Result<WebDocument>* laid_out(const std::shared_ptr<const void>& identity, Fonts& fonts, WebPage page,
                                              const WebFormat& format);

    /// Whether something of a kind (a place found, an anchor) is shown for the first time since another of its kind
    /// was: then it is scrolled to.
    bool shows_anew(const std::string& kind, const std::string& name);

    /// How often pages were laid out so far.
    int count() const { return count_; }

private:
    struct Kept {
        std::shared_ptr<const void> identity;
        WebFormat format;
        base::Result<WebDocument> document;
    };

    std::string default_style_;
    WebPictures pictures_;
    std::map<std::string, std::string> shown_; // by kind
    std::list<Kept> kept_;                     // the latest first
    int count_ = 0;
};

} // namespace screen
