// Reading facts.
#include "world/fact.h"

namespace world {

const lesson::FieldValue* find_field(const Fact& fact, std::string_view name) {
    for (const Field& field : fact.fields) {
        if (field.name == name) {
            return &field.value;
        }
    }
    return nullptr;
}

} // namespace world
