// Two machines that show one picture between them, each a process with a screen of its own.

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <random>

#include "e2e/window_show.hpp"

namespace ebbflow::test {
namespace {

constexpr int kWidth = 300, kHeight = 360, kBezel = 40;  // two of them are 640 × 360

/// A machine of the wall.
class Seat : public WindowTest {
public:
    Seat() { SetUp(); }
    ~Seat() override { TearDown(); }
    Seat(const Seat&) = delete;
    Seat& operator=(const Seat&) = delete;
    void TestBody() override {}
    using WindowTest::becomes;
    using WindowTest::display_;
    using WindowTest::key;
    using WindowTest::keyMakes;
    using WindowTest::output;
    using WindowTest::play;
    using WindowTest::program_;
    using WindowTest::status;
    using WindowTest::still;
    using WindowTest::time;
    using WindowTest::windowShows;

    void show(const std::string& part, const std::vector<std::string>& more) {
        std::vector<std::string> options{
            "--wall", part,      "--bezel", std::to_string(kBezel) + "px",
            "--size", "300x360", "--scale", "1"};
        options.insert(options.end(), more.begin(), more.end());
        play(smallScene(), options);
    }
};

core::Image columnsOf(const core::Image& picture, int left, int width) {
    core::Image part(width, picture.height);
    for (int y = 0; y < part.height; ++y)
        std::copy_n(picture.pixel(left, y), 4 * width, part.pixel(0, y));
    return part;
}

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

/// One that nobody has just now.
int freePort() {
    const int descriptor = ::socket(AF_INET, SOCK_DGRAM, 0);
    sockaddr_in own = loopback(0);
    socklen_t length = sizeof own;
    ::bind(descriptor, reinterpret_cast<const sockaddr*>(&own), length);
    ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&own), &length);
    ::close(descriptor);
    return ntohs(own.sin_port);
}

void throwBytesAt(int port) {
    std::mt19937_64 random(3);
    const int descriptor = ::socket(AF_INET, SOCK_DGRAM, 0);
    const sockaddr_in to = loopback(port);
    for (int i = 0; i < 500; ++i) {
        std::string bytes(random() % 300, ' ');
        for (char& byte : bytes) byte = static_cast<char>(random());
        if (i % 2 == 0) bytes.insert(0, "ebbclock");
        ::sendto(descriptor, bytes.data(), bytes.size(), 0, reinterpret_cast<const sockaddr*>(&to),
                 sizeof to);
    }
    ::close(descriptor);
}

class WallOfTwo : public ::testing::Test {
protected:
    void SetUp() override { port_ = std::to_string(freePort()); }

    void lead(const std::vector<std::string>& more) {
        std::vector<std::string> options{"--clock", "lead", "--clock-at", port_};
        options.insert(options.end(), more.begin(), more.end());
        left_.show("2x1+0+0", options);
    }
    void follow() { right_.show("2x1+1+0", {"--clock", "follow", "--clock-at", port_}); }

    /// Both windows show their parts of that moment, and between them the whole.
    void expectTogether(const std::string& time) {
        const core::Image whole = left_.still(smallScene(), time, "640x360");
        EXPECT_TRUE(left_.windowShows(columnsOf(whole, 0, kWidth)));
        EXPECT_TRUE(right_.windowShows(columnsOf(whole, kWidth + kBezel, kWidth)));
    }

    std::string port_;
    Seat left_, right_;
};

TEST_F(WallOfTwo, ScreenshotsTogetherAreOneStill) {
    lead({"--paused", "--from", "3"});
    follow();
    ASSERT_TRUE(right_.becomes("time", "3.000"));
    ASSERT_TRUE(right_.becomes("state", "paused"));
    EXPECT_EQ(right_.status().at("clock"), "following");
    EXPECT_EQ(left_.status().at("clock"), "leading");
    EXPECT_EQ(left_.status().at("picture"), "640x360");
    ASSERT_TRUE(left_.becomes("hud", "no"));
    ASSERT_TRUE(right_.becomes("hud", "no"));
    expectTogether("3");

    throwBytesAt(std::stoi(port_));
    ASSERT_TRUE(left_.keyMakes("Right", "time", "8.000"));
    ASSERT_TRUE(right_.becomes("time", "8.000"));
    ASSERT_TRUE(left_.becomes("hud", "no"));
    expectTogether("8");
}

TEST_F(WallOfTwo, RunTogetherAndGoOnWithoutTheirLeader) {
    lead({});
    follow();
    ASSERT_TRUE(right_.becomes("clock", "following"));
    ASSERT_TRUE(right_.becomes("state", "playing"));
    ASSERT_TRUE(right_.becomes("time", [](const std::string& t) { return std::stod(t) > 2; }));
    const auto near = [](const std::string& behind) { return std::abs(std::stod(behind)) < 0.04; };
    EXPECT_TRUE(right_.becomes("behind", near)) << "within a frame";
    left_.program_->signal(SIGKILL);
    ASSERT_TRUE(right_.becomes("clock", "alone"));
    const double then = right_.time();
    EXPECT_TRUE(right_.becomes("time", [&](const std::string& t) { return std::stod(t) > then; }));
    EXPECT_EQ(right_.status().at("state"), "playing");
    EXPECT_NE(right_.output().find("going on alone"), std::string::npos);
    lead({"--paused", "--from", "5"});
    EXPECT_TRUE(right_.becomes("time", "5.000")) << "the next leader is followed as well";
}

TEST_F(WallOfTwo, NobodyFollowsAnotherFilm) {
    left_.play(defaultFilm(), {"--clock", "lead", "--clock-at", port_, "--paused", "--from", "9",
                               "--size", "320x180"});
    follow();
    ASSERT_TRUE(right_.becomes("time", [](const std::string& t) { return std::stod(t) > 1; }));
    EXPECT_EQ(right_.status().at("clock"), "alone");
    EXPECT_NE(right_.output().find("of another film"), std::string::npos);
}

}  // namespace
}  // namespace ebbflow::test
