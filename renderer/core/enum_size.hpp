#pragma once
// How many values an enum has, so that a table with a row for each of them does not compile when
// one is missing. For enums whose values are 0, 1, 2 and so on; it gives no names.

#include <array>
#include <cstddef>
#include <functional>
#include <string_view>
#include <type_traits>

namespace ebbflow::core {

/// g++ and clang write `Rule::flash` for a value that the enum has, `(Rule)12` for any other.
template <auto value>
[[nodiscard]] consteval bool isOfItsEnum() {
    const std::string_view written = __PRETTY_FUNCTION__;
    const char behind = written[written.rfind(')') + 1];
    return behind < '0' || behind > '9';
}

template <typename Enum, std::size_t from = 0>
[[nodiscard]] consteval std::size_t enumSize() {
    if constexpr (isOfItsEnum<static_cast<Enum>(from)>()) return enumSize<Enum, from + 1>();
    return from;
}

/// Whether a table has a row for each value, in the enum's order; `key` says a row's value.
template <typename Row, std::size_t count, typename Key>
[[nodiscard]] constexpr bool hasEveryValue(const std::array<Row, count>& rows, Key key) {
    using Enum = std::remove_cvref_t<std::invoke_result_t<Key, const Row&>>;
    for (std::size_t i = 0; i < count; ++i) {
        if (std::invoke(key, rows[i]) != static_cast<Enum>(i)) return false;
    }
    return count == enumSize<Enum>();
}

}  // namespace ebbflow::core
