// What is to be said to a person, without saying it in any language.
//
// The words are in assets/messages/*.toml (French) and lessons/po/<language>.po. C++ names a text by its id and
// gives the values to be put in, so that no text for learners stands in the code.
#pragma once

#include <string>
#include <vector>

namespace base {

/// A value to be put in place of `{name}` in a message's text.
struct Argument {
    std::string name;
    std::string value;
    bool operator==(const Argument&) const = default;
};

/// A text by its id in the message files (`welcome.title`), with its values.
struct Message {
    std::string id;
    std::vector<Argument> arguments;
    bool operator==(const Message&) const = default;
};

} // namespace base
