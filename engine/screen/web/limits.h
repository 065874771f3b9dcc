// What a page of the practice web may ask for: pages come from authors, and a broken one must neither crash nor hang
// the program.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace screen {

inline constexpr std::size_t most_page_bytes = std::size_t{128} * 1024;
inline constexpr std::size_t most_style_bytes = std::size_t{64} * 1024; ///< of each style sheet
inline constexpr int most_depth = 64;                                   ///< elements within each other
inline constexpr int most_elements = 4000;
inline constexpr int most_open_marks = 32; ///< `<b>`, `<i>`, `<a>` … that are not closed
inline constexpr int most_columns = 50;    ///< that a table's cell covers
inline constexpr int most_rows = 200;
inline constexpr std::int64_t most_table_cells = 50000; ///< rows times columns
inline constexpr std::int64_t most_work = 600000;       ///< steps of laying out, see Work

/// Refuses a page that is too large or nested too deeply, before it is laid out. Errors: `web.too-large` (`{size}`,
/// `{most}` in bytes), `web.too-many` (`{most}` elements), `web.too-deep` (`{most}`), `web.not-closed` (`{most}`).
base::Result<base::Done> check_page(std::string_view html);

/// Thrown where laying out asks for more than it may; caught where laying out began.
struct TooMuchWork {};

/// Counts the steps of laying out. A count gives the same result on every computer, as a clock would not.
class Work {
public:
    /// Throws TooMuchWork beyond most_work.
    void add(std::size_t steps) {
        done_ += static_cast<std::int64_t>(steps);
        if (done_ > most_work) {
            throw TooMuchWork{};
        }
    }
    std::int64_t done() const { return done_; }

private:
    std::int64_t done_ = 0;
};

} // namespace screen
