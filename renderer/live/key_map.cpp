#include "live/key_map.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "live/command_text.hpp"
#include "live/commands.hpp"

namespace ebbflow::live {

namespace {

// The same keys of the keyboard while a Russian layout is on: a clicker's `.` then arrives as `ю`.
constexpr auto kRussian = std::to_array<std::pair<char32_t, char32_t>>({
    {U'б', U','},
    {U'ю', U'.'},
    {U'х', U'['},
    {U'ъ', U']'},
    {U'а', U'f'},
    {U'ы', U's'},
    {U'е', U't'},
    {U'д', U'l'},
    {U'й', U'q'},
    {U'т', U'n'},
    {U'з', U'p'},
    {U'и', U'b'},
});

char32_t lower(char32_t c) {
    const bool capital = (c >= U'A' && c <= U'Z') || (c >= U'А' && c <= U'Я');
    return capital ? c + 32 : c;
}

/// The character as the table writes it.
KeyPress plain(const KeyPress& press) {
    const char32_t* character = std::get_if<char32_t>(&press);
    if (character == nullptr) return press;
    const char32_t small = lower(*character);
    const auto* const found =
        std::ranges::find(kRussian, small, &std::pair<char32_t, char32_t>::first);
    return found == kRussian.end() ? small : found->second;
}

}  // namespace

std::optional<Command> commandFor(Mode mode, const KeyPress& press, bool repeated) {
    const KeyPress wanted = plain(press);
    for (const CommandRow& row : commandTable()) {
        const auto keys = keysOf(row, mode);
        const auto found = std::ranges::find(keys, wanted, &Binding::press);
        if (found == keys.end()) continue;
        if (repeated && !row.whileHeld) return std::nullopt;
        return withArguments(row, found->told).command;
    }
    return std::nullopt;
}

}  // namespace ebbflow::live
