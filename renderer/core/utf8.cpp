#include "core/utf8.hpp"

namespace ebbflow::core {

namespace {

unsigned byteAt(std::string_view text, std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
}

bool isContinuation(unsigned byte) {
    return (byte & 0xC0U) == 0x80U;
}

}  // namespace

std::size_t utf8Length(std::string_view text, std::size_t i) {
    const unsigned a = byteAt(text, i), b = byteAt(text, i + 1), c = byteAt(text, i + 2),
                   d = byteAt(text, i + 3);
    if (a < 0x80U) return 1;
    if (!isContinuation(b)) return 0;
    if (a >= 0xC2U && a <= 0xDFU) return 2;
    if (!isContinuation(c)) return 0;
    const bool overlongOrSurrogate3 = (a == 0xE0U && b < 0xA0U) || (a == 0xEDU && b > 0x9FU);
    if (a >= 0xE0U && a <= 0xEFU) return overlongOrSurrogate3 ? 0 : 3;
    if (!isContinuation(d)) return 0;
    const bool outside4 = (a == 0xF0U && b < 0x90U) || (a == 0xF4U && b > 0x8FU);
    return a >= 0xF0U && a <= 0xF4U && !outside4 ? 4 : 0;
}

}  // namespace ebbflow::core
