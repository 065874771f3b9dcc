// Words of an author by which a rule keeps silent at one place: a remark `lint: ok RULE — why` on the line itself or on
// the line before, in the file's own way of writing remarks: `#`, `<!-- -->`, `/* */`.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace lesson::lint {

/// One remark that silences one rule.
struct Silence {
    std::string rule;
    std::string reason; ///< empty where the author gave none, which is a fault
    base::Place place;
    int line = 0;                ///< the line that it is about
    bool for_whole_file = false; ///< `lint: ok-file RULE — why`
    bool was_used = false;
};

/// The remarks of a file. Several rules in one remark (`lint: ok tu, jargon — why`) give one silence each.
std::vector<Silence> silences_of(std::string_view text, const std::string& file);

} // namespace lesson::lint
