#include "geo/fold_name.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include <utf8proc.h>

namespace ebbflow::geo {

namespace {

struct Freer {
    void operator()(utf8proc_uint8_t* text) const { std::free(text); }
};

/// Canonical and compatible spellings as one, small letters, one kind of dash, space and quote;
/// null for what is no UTF-8.
std::unique_ptr<utf8proc_uint8_t, Freer> plain(std::string_view name) {
    constexpr auto kHow =
        static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                       UTF8PROC_IGNORE | UTF8PROC_LUMP | UTF8PROC_STABLE);
    utf8proc_uint8_t* mapped = nullptr;
    utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(name.data()),
                 static_cast<utf8proc_ssize_t>(name.size()), &mapped, kHow);
    return std::unique_ptr<utf8proc_uint8_t, Freer>(mapped);
}

/// Small letters that Unicode does not take apart, since a stroke or a join is part of them.
struct Joined {
    utf8proc_int32_t letter;
    std::string_view base;
};
constexpr std::array kJoined = std::to_array<Joined>({
    {U'æ', "ae"},
    {U'ð', "d"},
    {U'ø', "o"},
    {U'þ', "th"},
    {U'đ', "d"},
    {U'ħ', "h"},
    {U'ı', "i"},
    {U'ĸ', "k"},
    {U'ł', "l"},
    {U'ŋ', "n"},
    {U'œ', "oe"},
    {U'ŧ', "t"},
    {U'ё', "е"},  // written so more often than not
});

bool isDropped(utf8proc_int32_t c) {
    const bool combiningMark = c >= 0x300 && c <= 0x36F;
    // Modifier letters of transliterations, and the dot of Paral·lel and 圣·彼得堡.
    const bool apostrophe = c == U'\'' || c == U'`' || (c >= 0x2B9 && c <= 0x2BF);
    return combiningMark || apostrophe || c == 0xB7;
}

/// In Latin and Greek a letter with an accent is that letter; elsewhere it is another.
bool carriesAccents(utf8proc_int32_t c) {
    return c < 0x250 || (c >= 0x370 && c < 0x400) || (c >= 0x1E00 && c < 0x2000);
}

void append(std::string& key, utf8proc_int32_t c) {
    const auto* const joined = std::ranges::find(kJoined, c, &Joined::letter);
    if (joined != kJoined.end()) {
        key += joined->base;
    } else if (c == U'-' || c == U'_' || c == U' ') {
        if (!key.empty() && key.back() != ' ') key += ' ';
    } else if (!isDropped(c)) {
        std::array<utf8proc_uint8_t, 4> bytes{};
        const auto length = utf8proc_encode_char(c, bytes.data());
        key.append(bytes.begin(), bytes.begin() + length);
    }
}

void appendBase(std::string& key, utf8proc_int32_t c) {
    if (!carriesAccents(c)) return append(key, c);
    std::array<utf8proc_int32_t, 8> parts{};
    int lastClass = 0;
    const auto count =
        utf8proc_decompose_char(c, parts.data(), parts.size(), UTF8PROC_DECOMPOSE, &lastClass);
    for (utf8proc_ssize_t i = 0; i < count; ++i) append(key, parts.at(static_cast<std::size_t>(i)));
}

}  // namespace

std::string foldName(std::string_view name) {
    const auto text = plain(name);
    if (!text) return std::string(name);
    std::string key;
    key.reserve(name.size());
    utf8proc_int32_t c = 0;
    for (const utf8proc_uint8_t* at = text.get(); *at != 0;) {
        at += utf8proc_iterate(at, -1, &c);
        appendBase(key, c);
    }
    while (!key.empty() && key.back() == ' ') key.pop_back();
    return key;
}

}  // namespace ebbflow::geo
