// Prints the JSON Schema of lessons of the small practice computer that the tests of broken lessons use.
#include "lesson/json_schema.h"
#include "tests/lesson/practice.h"

#include <iostream>

int main(int count, char** arguments) {
    const auto messages = lesson::Messages::read(count > 1 ? arguments[1] : "");
    if (!messages) {
        return 2;
    }
    for (const lesson::FileSchema& file : lesson::file_schemas()) {
        if (count > 2 && file.name == arguments[2]) {
            std::cout << lesson::json_schema(file, practice::vocabulary, messages.value());
        }
    }
    return std::cout.good() ? 0 : 2;
}
