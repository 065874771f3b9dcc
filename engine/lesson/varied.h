// A lesson as one run of it goes: names, messages and files drawn by the run's seed.
//
// `[vary] friend = "people"` draws an entry of the list `people`; `%friend.name%` in texts, start tables and goals is
// that entry's `name`, and `%town%` is the `text` of an entry of plain texts. In a list of a start table, the entry
// `{ pick = "mails", count = 5 }` stands for so many entries of that list, with further keys of its own laid over each;
// `shuffle = true` in any entry puts the whole list in another order.
#pragma once

#include "lesson/lesson.h"
#include "lesson/variety.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lesson {

/// What a seed draws from the lists. The same seed draws the same. An entry is drawn once only, while there are others.
class Draw {
public:
    /// `variety` has to outlive the draw.
    Draw(std::span<const Vary> vary, const Variety& variety, std::uint64_t seed);

    /// A text with what was drawn in the places of the names. What is no name stays.
    std::string filled(std::string_view text) const;

    /// The start table of an app, with the names filled in, the picks replaced and the lists in their order.
    Value filled_start(const Value& app) const;

private:
    struct Progress; ///< how far each list has been picked from

    Value filled(const Value& value, Progress& progress) const;
    List filled_list(const List& list, Progress& progress) const;
    void pick(const Value& entry, List& into, Progress& progress) const;

    const Variety& variety_;
    std::uint64_t seed_;
    std::map<std::string, const Table*, std::less<>> drawn_;               ///< by name
    std::map<std::string, std::vector<const Value*>, std::less<>> orders_; ///< each list's entries, in the drawn order
    std::map<std::string, std::size_t, std::less<>> taken_;                ///< how many of them names have taken
};

/// The lesson as the run of that seed goes. Title, `about` and `can_do` stay.
Lesson varied(const Lesson& lesson, const Variety& variety, std::uint64_t seed);

/// Adds a fault for each unknown list, name and value, and for each pick that cannot be, of a lesson's file.
void check_variety(const Value& file, const Variety& variety, base::Faults& faults);

/// What stands behind `[vary]`, in the order of the file; lists that do not exist are left out.
std::vector<Vary> read_vary(const Value& file, const Variety& variety);

} // namespace lesson
