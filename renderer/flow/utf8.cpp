#include "flow/utf8.hpp"

namespace ebbflow::flow {

// Table 3-7 of the Unicode Standard: well-formed byte sequences.
bool Utf8Check::start(unsigned char byte) {
    low_ = 0x80;
    high_ = 0xBF;
    if (byte < 0x80) return true;
    if (byte < 0xC2 || byte > 0xF4) return false;
    missing_ = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
    if (byte == 0xE0) low_ = 0xA0;
    if (byte == 0xED) high_ = 0x9F;
    if (byte == 0xF0) low_ = 0x90;
    if (byte == 0xF4) high_ = 0x8F;
    return true;
}

bool Utf8Check::accept(unsigned char byte) {
    if (missing_ == 0) return start(byte);
    const bool good = byte >= low_ && byte <= high_;
    missing_ = good ? missing_ - 1 : 0;
    low_ = 0x80;
    high_ = 0xBF;
    return good;
}

}  // namespace ebbflow::flow
