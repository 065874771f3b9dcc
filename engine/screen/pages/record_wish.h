// What the pages about a learner's record and data ask the program to do.
#pragma once

namespace screen {

enum class RecordWish {
    open_record,
    open_your_data,
    leave_your_data, ///< back to where the data page was opened
    make_booklet,
    take_data, ///< all that is kept of the learner, as files to take along
    erase_me   ///< forgets the learner who is here; the page has asked before
};

} // namespace screen
