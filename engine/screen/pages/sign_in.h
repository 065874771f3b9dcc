// The trainer's door: a passphrase, set at first use and asked for later.
#pragma once

#include "screen/pages/intent.h"
#include "screen/pages/settings.h"
#include "screen/scroll.h"
#include "screen/ui.h"
#include "world/text_edit.h"

#include <string>

namespace screen {

struct SignInView {
    bool is_first = false;  ///< no passphrase was set yet
    std::size_t least = 12; ///< characters of a passphrase
    bool checking = false;  ///< the passphrase is being looked at
    bool waits = false;     ///< after wrong tries: none can be made now
    std::string said;       ///< about the last try, with markup; may be empty
    SettingsView settings;
};

/// The page's own state.
struct SignInPage {
    world::TextEdit passphrase;
    world::TextEdit again;
    bool shows = false;
    std::string own_word; ///< id of a message about what is written; empty for none
    bool has_begun = false;
    Scrolled scrolled;
    SettingsDialog settings;
};

void show(Ui& ui, SignInPage& page, const SignInView& view, Intents& intents);

} // namespace screen
