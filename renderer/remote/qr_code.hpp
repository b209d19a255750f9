#pragma once
// An address as a QR code, for a phone's camera: its squares, and the lines that show it on a
// terminal. Source of the code: ISO/IEC 18004, by libqrencode.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace ebbflow::remote {

struct QrCode {
    int side = 0;                    ///< squares
    std::vector<std::uint8_t> dark;  ///< side × side, rows from the top; 1: dark
    /// Light outside of it.
    [[nodiscard]] bool isDark(int x, int y) const {
        const bool inside = x >= 0 && y >= 0 && x < side && y < side;
        return inside && dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(side) +
                              static_cast<std::size_t>(x)] != 0;
    }
};

/// One that can still be read when a seventh of it is hidden (level M). Throws core::Failure when
/// the text is longer than a code holds, some 2,300 bytes.
[[nodiscard]] QrCode qrCode(const std::string& text);

/// Two squares a character, above one another, dark on light whatever colours the terminal has,
/// with the four light squares round it that readers need. Each line ends with a line break.
[[nodiscard]] std::string terminalLines(const QrCode& code);

}  // namespace ebbflow::remote
