// Questions and notes that the file manager and the editor ask in the same words.
#include "world/files_question.h"

#include <utility>

namespace world {

Dialog question(std::string_view id, std::vector<base::Argument> arguments, std::string picture,
                std::initializer_list<std::string_view> answers) {
    Dialog dialog;
    dialog.kind = id;
    dialog.title = message("desk." + std::string(id) + ".title", arguments);
    dialog.text = message("desk." + std::string(id) + ".text", std::move(arguments));
    dialog.picture = std::move(picture);
    for (const std::string_view answer : answers) {
        dialog.buttons.push_back({std::string(answer), message("desk.answer." + std::string(answer)), {}, true, {}});
    }
    return dialog;
}

} // namespace world
