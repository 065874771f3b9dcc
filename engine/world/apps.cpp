// The apps as lesson files know them.
#include "world/apps.h"

#include <array>

namespace world {

lesson::Vocabulary vocabulary() {
    static const std::array kinds{pointer_kind(), keyboard_kind(), quiz_kind(), desktop_kind(),
                                  files_kind(),   browser_kind(),  mail_kind()};
    return kinds;
}

} // namespace world
