// What the programs' ways are made of: looking into a wish, and offering deeds that can be done now.
//
// An offer is only taken where its target can be touched now. So a function may offer all that would help, from the
// last deed back to the first: what is listed now is what comes next.
#pragma once

#include "world/ways/ways.h"

#include <optional>

namespace world {

/// Ways while they are gathered for one wish.
struct Advice {
    const DeskState& desk;
    const std::vector<Target>& targets; ///< what can be touched now
    const Wish& wish;
    Offer& offer;
    int detour = 0; ///< of what is offered next

    const lesson::FactPattern& fact() const { return *wish.fact; }
};

// The wish

/// The matcher of a field, or nullptr where the wish does not ask for it.
const lesson::Matcher* asked(const lesson::FactPattern& fact, std::string_view field);
/// Whether the wish lets a field have that value.
bool allows(const lesson::FactPattern& fact, std::string_view field, const lesson::FieldValue& value);
/// Whether the wish asks for a larger whole number in a field than there is now.
bool wants_more(const Advice& advice, std::string_view field, int now);
/// Whether a fact is what the pattern asks for.
bool fits(const lesson::FactPattern& pattern, const Fact& fact);
/// A text that a matcher would take, where it names one; of several, one that the instruction names.
std::optional<std::string> text_for(const lesson::Matcher& matcher, std::string_view said);
/// The same for a field of the wish; nothing where it is not asked for or anything would do.
std::optional<std::string> text_for(const Advice& advice, std::string_view field);
/// Whether a text stands in the instruction, whatever its capitals.
bool is_said(const Advice& advice, std::string_view text);

// Offers. Each gives whether it could be made

/// The target of that name, where that can be done with it now; else nullptr.
const Target* touchable(const Advice& advice, std::string_view target, Gesture gesture);

bool offer(Advice& advice, std::vector<Deed> deeds);
bool offer_click(Advice& advice, std::string_view target, int times = 1);
bool offer_right_click(Advice& advice, std::string_view target);
/// A double-click; where something is selected already, Enter too.
bool offer_open(Advice& advice, std::string_view target);
bool offer_drag(Advice& advice, std::string_view target, std::string_view onto, bool copies = false);
/// A key of that code, with the modifiers that are named: `Control`, `Shift`, `Alt`.
bool offer_keys(Advice& advice, std::string_view code, std::initializer_list<std::string_view> held = {});
/// A shortcut with the letter that this layout writes: `Control` and `c`.
bool offer_shortcut(Advice& advice, char letter, std::initializer_list<std::string_view> held = {"Control"});
/// The next deed that brings a text into a field: a click into it, marking what stands there, writing. Where it is not
/// to be written anew, what stands there stays.
bool offer_text(Advice& advice, std::string_view target, std::string_view text, bool anew = true);
/// The same with a text that a matcher takes; nothing is offered where the field holds one already.
bool offer_matching(Advice& advice, std::string_view target, const lesson::Matcher& matcher);

/// Whether a window of that program is in front and can be touched; offers to bring it there, or to start it.
bool in_front(Advice& advice, std::string_view program);
void offer_start(Advice& advice, std::string_view program);
void offer_raise(Advice& advice, const Window& window);
void offer_close(Advice& advice, const Window& window);
/// What the front window is called, with the `/` behind it; empty where there is none.
std::string prefix_of_front(const Advice& advice);

// --- Tables ---

/// A fact, and what offers ways towards it.
struct KnownFact {
    std::string_view fact;
    void (*wish)(Advice&);
};

/// Offers ways where the wish's fact is one of these.
void advise_by(std::span<const KnownFact> known, Advice& advice);

// By program

// Each offers what it knows towards the wish, where the fact is one of its own.
void advise_on_desktop(Advice& advice);
void advise_on_files(Advice& advice);
void advise_on_mail(Advice& advice);
void advise_on_browser(Advice& advice);

/// Offers to open a file or folder: in a file manager's window, or on the desktop.
void offer_to_open_node(Advice& advice, int node);
/// Whether a window of the file manager shows that folder, in front; offers the way there.
bool in_folder(Advice& advice, int folder);
/// Offers what saves a message's attachment of a name that the wish allows.
void offer_to_save_attachment(Advice& advice);
/// Offers what downloads a file of a name that the wish allows.
void offer_to_download(Advice& advice);

} // namespace world
