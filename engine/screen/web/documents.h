// The pages that are looked at, laid out once and kept for the next pictures.
#pragma once

#include "base/result.h"
#include "screen/web/document.h"

#include <functional>
#include <list>
#include <memory>
#include <string>

namespace screen {

/// A few laid-out pages. A page is known by what it was made from: whoever asks holds it while it is shown.
class WebDocuments {
public:
    /// The page laid out, or why it cannot be. `identity` stays alive here, so that another page never has its address.
    /// The pointer holds until the next call.
    const base::Result<WebDocument>* laid_out(const std::shared_ptr<const void>& identity, Fonts& fonts,
                                              const WebPage& page, const WebFormat& format);

    /// How often pages were laid out so far.
    int count() const { return count_; }

private:
    struct Kept {
        std::shared_ptr<const void> identity;
        WebFormat format;
        base::Result<WebDocument> document;
    };

    WebPictures pictures_;
    std::list<Kept> kept_; // the latest first
    int count_ = 0;
};

} // namespace screen
