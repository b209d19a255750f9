#pragma once
// One visitor of a variant, made of a lambda for each of what it may hold. A variant without a
// lambda for one of them does not compile.

namespace ebbflow::core {

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};

/// Compilers before C++20's deduction for aggregates (Clang 16) need it said.
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

}  // namespace ebbflow::core
