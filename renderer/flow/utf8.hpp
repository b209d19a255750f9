#pragma once
// A byte-by-byte check that text is UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing
// above U+10FFFF). It decodes nothing and repairs nothing.

#include <cstdint>

namespace ebbflow::flow {

class Utf8Check {
public:
    /// Takes the next byte; false when it cannot follow what came before. After a fault the check
    /// starts afresh with the next byte.
    [[nodiscard]] bool accept(unsigned char byte);
    /// Whether the bytes so far end between two characters.
    [[nodiscard]] bool complete() const { return missing_ == 0; }

private:
    [[nodiscard]] bool start(unsigned char byte);

    int missing_ = 0;
    std::uint8_t low_ = 0x80;  ///< bounds of the next continuation byte
    std::uint8_t high_ = 0xBF;
};

}  // namespace ebbflow::flow
