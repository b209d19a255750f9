#include "remote/qr_code.hpp"

#include <qrencode.h>

#include <algorithm>
#include <memory>

#include "core/error.hpp"

namespace ebbflow::remote {

namespace {

constexpr int kQuietZone = 4;
constexpr const char* kDarkOnLight = "\x1b[30;107m";
constexpr const char* kAsItWas = "\x1b[0m";

struct FreeCode {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

const char* halves(bool upper, bool lower) {
    if (upper && lower) return "█";
    if (upper) return "▀";
    return lower ? "▄" : " ";
}

}  // namespace

QrCode qrCode(const std::string& text) {
    const std::unique_ptr<QRcode, FreeCode> made(
        QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M));
    if (!made) throw core::Failure("the address is too long for a QR code");
    QrCode code;
    code.side = made->width;
    const auto count = static_cast<std::size_t>(code.side) * static_cast<std::size_t>(code.side);
    code.dark.resize(count);
    std::transform(made->data, made->data + count, code.dark.begin(),
                   [](unsigned char square) { return static_cast<std::uint8_t>(square & 1U); });
    return code;
}

std::string terminalLines(const QrCode& code) {
    std::string lines;
    const int end = code.side + kQuietZone;
    for (int y = -kQuietZone; y < end; y += 2) {
        lines += kDarkOnLight;
        for (int x = -kQuietZone; x < end; ++x)
            lines += halves(code.isDark(x, y), code.isDark(x, y + 1));
        lines += kAsItWas;
        lines += '\n';
    }
    return lines;
}

}  // namespace ebbflow::remote
