#include "geo/fold_name.hpp"

#include <array>
#include <cstdint>

namespace ebbflow::geo {

namespace {

struct Decoded {
    char32_t code = 0;
    std::size_t length = 1;
};

/// One code point at the front of `text`; a malformed byte is itself.
Decoded decode(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const std::uint32_t b = byte(0);
    if (b >= 0xC2 && b <= 0xDF && tail(1)) return {((b & 0x1FU) << 6) | (byte(1) & 0x3FU), 2};
    if ((b & 0xF0U) == 0xE0 && tail(1) && tail(2)) {
        return {((b & 0xFU) << 12) | ((byte(1) & 0x3FU) << 6) | (byte(2) & 0x3FU), 3};
    }
    return {b, 1};
}

// Base letters of U+00C0…U+017F, one each; '.' = not a letter, '*' = two letters, see twoLetters().
constexpr std::string_view kLatinBases =
    "aaaaaa*ceeeeiiiidnooooo.ouuuuy**aaaaaa*ceeeeiiiidnooooo.ouuuuy*y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll"
    "lllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

std::string_view twoLetters(char32_t code) {
    switch (code) {
        case 0xC6:
        case 0xE6:
            return "ae";
        case 0xDE:
        case 0xFE:
            return "th";
        case 0xDF:
            return "ss";
        case 0x132:
        case 0x133:
            return "ij";
        default:
            return "oe";
    }
}

// Latin Extended Additional, U+1E00…U+1EFF, as runs of one base letter.
struct Run {
    char32_t last;
    char letter;
};
constexpr std::array kAdditional = std::to_array<Run>({
    {0x1E01, 'a'}, {0x1E07, 'b'}, {0x1E09, 'c'}, {0x1E13, 'd'}, {0x1E1D, 'e'}, {0x1E1F, 'f'},
    {0x1E21, 'g'}, {0x1E2B, 'h'}, {0x1E2F, 'i'}, {0x1E35, 'k'}, {0x1E3D, 'l'}, {0x1E43, 'm'},
    {0x1E4B, 'n'}, {0x1E53, 'o'}, {0x1E57, 'p'}, {0x1E5F, 'r'}, {0x1E69, 's'}, {0x1E71, 't'},
    {0x1E7B, 'u'}, {0x1E7F, 'v'}, {0x1E89, 'w'}, {0x1E8D, 'x'}, {0x1E8F, 'y'}, {0x1E95, 'z'},
    {0x1E96, 'h'}, {0x1E97, 't'}, {0x1E98, 'w'}, {0x1E99, 'y'}, {0x1E9F, 's'}, {0x1EB7, 'a'},
    {0x1EC7, 'e'}, {0x1ECB, 'i'}, {0x1EE3, 'o'}, {0x1EF1, 'u'}, {0x1EF9, 'y'},
});

char additionalBase(char32_t code) {
    for (const Run& run : kAdditional) {
        if (code <= run.last) return run.letter;
    }
    return 'y';
}

void appendCyrillic(std::string& out, char32_t code) {
    if (code >= 0x410 && code <= 0x42F) code += 0x20;
    if (code >= 0x400 && code <= 0x40F) code += 0x50;
    if (code == 0x451) code = 0x435;  // ё is written е more often than not
    out += static_cast<char>(0xC0U | (code >> 6));
    out += static_cast<char>(0x80U | (code & 0x3FU));
}

void appendAscii(std::string& out, char c) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    if (c == '-' || c == '_' || c == ' ') {
        if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (c != '\'' && c != '`') {
        out += c;
    }
}

bool isDropped(char32_t code) {
    const bool combiningMark = code >= 0x300 && code <= 0x36F;
    const bool apostrophe = code == 0x2018 || code == 0x2019 || code == 0x2BC || code == 0x2BB;
    return combiningMark || apostrophe;
}

void append(std::string& out, Decoded d, std::string_view bytes) {
    if (d.length == 1) {
        appendAscii(out, bytes.front());
    } else if (d.code >= 0xC0 && d.code < 0xC0 + kLatinBases.size() &&
               kLatinBases[d.code - 0xC0] != '.') {
        const char base = kLatinBases[d.code - 0xC0];
        base == '*' ? out += twoLetters(d.code) : out += base;
    } else if (d.code >= 0x1E00 && d.code <= 0x1EFF) {
        out += additionalBase(d.code);
    } else if (d.code >= 0x400 && d.code <= 0x45F) {
        appendCyrillic(out, d.code);
    } else if (!isDropped(d.code)) {
        out += bytes;
    }
}

}  // namespace

std::string foldName(std::string_view name) {
    std::string out;
    out.reserve(name.size());
    for (std::size_t i = 0; i < name.size();) {
        const Decoded d = decode(name.substr(i));
        append(out, d, name.substr(i, d.length));
        i += d.length;
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

}  // namespace ebbflow::geo
