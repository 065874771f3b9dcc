// One function for each alternative of a variant: std::visit(base::Overloaded{[](const A&) …, [](const B&) …},
// variant).
#pragma once

namespace base {

template <typename... Visitors>
struct Overloaded : Visitors... {
    using Visitors::operator()...;
};

template <typename... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

} // namespace base
