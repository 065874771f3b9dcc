// Errors as values: what is wrong, where, and what to do about it.
#pragma once

#include "base/message.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace base {

/// A place in a file. Lines and columns count from 1, columns in characters; 0 means the whole file or line.
struct Place {
    std::string file;
    int line = 0;
    int column = 0;
    bool operator==(const Place&) const = default;
};

/// What went wrong. Two texts of the message files belong to its id: `<id>.what` says what is wrong, `<id>.do` says
/// what to do or to write instead. Both may use the arguments.
struct Error {
    std::string id;
    std::vector<Argument> arguments;
    Place place;
    bool operator==(const Error&) const = default;
};

/// All that is wrong with something, in reading order.
using Faults = std::vector<Error>;

/// The result of a function that gives nothing back but can fail.
struct Done {
    bool operator==(const Done&) const = default;
};

/// Either a value or the error that prevented it.
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : content_(std::move(value)) {}
    Result(Error error) : content_(std::move(error)) {}

    bool ok() const { return content_.index() == 0; }
    explicit operator bool() const { return ok(); }

    /// The value. Only for a result that is ok().
    T& value() & { return std::get<0>(content_); }
    const T& value() const& { return std::get<0>(content_); }
    T&& value() && { return std::get<0>(std::move(content_)); }

    /// The error. Only for a result that is not ok().
    const Error& error() const { return std::get<1>(content_); }

private:
    std::variant<T, Error> content_;
};

} // namespace base

#define COUCOU_JOIN_(a, b) a##b
#define COUCOU_JOIN(a, b) COUCOU_JOIN_(a, b)

/// `COUCOU_TRY(auto file, open(path));` takes the value out of a result, or returns its error to the caller.
#define COUCOU_TRY(declaration, expression)                                                                            \
    auto COUCOU_JOIN(result_, __LINE__) = (expression);                                                                \
    if (!COUCOU_JOIN(result_, __LINE__).ok()) {                                                                        \
        return COUCOU_JOIN(result_, __LINE__).error();                                                                 \
    }                                                                                                                  \
    declaration = std::move(COUCOU_JOIN(result_, __LINE__)).value()
