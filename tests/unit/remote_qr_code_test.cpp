// The console's address as a QR code: what readers look for is there, and a terminal shows it as it
// is. That a reader reads it, the console's tests in a browser say.

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "core/error.hpp"
#include "remote/qr_code.hpp"

namespace ebbflow::remote {
namespace {

const std::string kAddress =
    "http://192.168.100.100:65535/console#0123456789abcdef0123456789abcdef";

TEST(QrCode, HasItsThreeCornersAndIsLightOutside) {
    const QrCode code = qrCode(kAddress);
    EXPECT_EQ((code.side - 17) % 4, 0) << "a version of the standard";
    const int far = code.side - 7;
    for (const auto& [left, top] : {std::pair{0, 0}, std::pair{far, 0}, std::pair{0, far}}) {
        for (int y = 0; y < 7; ++y) {
            for (int x = 0; x < 7; ++x) {
                // A dark square within a light ring within a dark one.
                const int ring = std::max(std::abs(x - 3), std::abs(y - 3));
                EXPECT_EQ(code.isDark(left + x, top + y), ring != 2);
            }
        }
    }
    EXPECT_FALSE(code.isDark(-1, 0));
    EXPECT_FALSE(code.isDark(0, code.side));
}

TEST(QrCode, StandsOnATerminalSquareForSquare) {
    const QrCode code = qrCode(kAddress);
    std::istringstream lines(terminalLines(code));
    int rows = 0;
    for (std::string line; std::getline(lines, line); ++rows) {
        const std::string start = "\x1b[30;107m", end = "\x1b[0m";
        ASSERT_TRUE(line.starts_with(start) && line.ends_with(end));
        line = line.substr(start.size(), line.size() - start.size() - end.size());
        int column = 0;
        for (std::size_t at = 0; at < line.size(); ++column) {
            const std::string sign = line.substr(at, line[at] == ' ' ? 1 : 3);
            at += sign.size();
            EXPECT_EQ(code.isDark(column - 4, 2 * rows - 4), sign == "█" || sign == "▀");
            EXPECT_EQ(code.isDark(column - 4, 2 * rows - 3), sign == "█" || sign == "▄");
        }
        EXPECT_EQ(column, code.side + 8);
    }
    EXPECT_EQ(rows, (code.side + 9) / 2);
    EXPECT_LE(code.side + 8, 80) << "a terminal's width";
}

TEST(QrCode, OfTooLongATextIsAFailure) {
    EXPECT_THROW((void)qrCode(std::string(3000, 'a')), core::Failure);
}

}  // namespace
}  // namespace ebbflow::remote
