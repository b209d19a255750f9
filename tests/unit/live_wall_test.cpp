// Several windows that show one picture, and the clock that several machines share. Times are
// given; the network is this machine's own.

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <random>

#include "core/byte_hash.hpp"
#include "core/error.hpp"
#include "live/clock_socket.hpp"
#include "live/followed_clock.hpp"
#include "live/picture.hpp"
#include "live/playback.hpp"
#include "live/shared_clock.hpp"
#include "live/wall.hpp"

namespace ebbflow::live {
namespace {

core::FilmTime seconds(double count) {
    return core::FilmTime::fromSeconds(count);
}

TEST(Wall, IsReadFromColumnsRowsAndAPlace) {
    EXPECT_EQ(wallNamed("2x1+0+0"), (Wall{2, 1, 0, 0, {}}));
    EXPECT_EQ(wallNamed("4x3+3+2"), (Wall{4, 3, 3, 2, {}}));
    for (const char* text : {"", "2", "2x1", "2x1+0", "2x1+2+0", "2x1+0+1", "2x1+-1+0", "0x1+0+0",
                             "17x1+0+0", "2x1+0+0 ", "2X1+0+0", "99999999999x1+0+0"})
        EXPECT_FALSE(wallNamed(text)) << text;
}

TEST(Wall, ABezelIsMillimetresOrPixels) {
    EXPECT_EQ(bezelNamed("12mm"), (Bezel{12, Bezel::Unit::millimetres}));
    EXPECT_EQ(bezelNamed("0.5mm"), (Bezel{0.5, Bezel::Unit::millimetres}));
    EXPECT_EQ(bezelNamed("40px"), (Bezel{40, Bezel::Unit::pixels}));
    for (const char* text : {"", "12", "mm", "-1mm", "12cm", "12mm ", "nanmm", "infpx", "1e9mm"})
        EXPECT_FALSE(bezelNamed(text)) << text;
}

TEST(Wall, PartsLieSideBySideWithTheBezelsBetween) {
    Wall wall{3, 2, 0, 0, {12, Bezel::Unit::millimetres}};
    const gl::Extent window{1920, 1080};
    const double perMillimetre = 3.5;
    for (wall.row = 0; wall.row < wall.rows; ++wall.row) {
        for (wall.column = 0; wall.column < wall.columns; ++wall.column) {
            const WallPart part = partOfWall(wall, window, perMillimetre);
            EXPECT_EQ(part.whole, (gl::Extent{3 * 1920 + 2 * 42, 2 * 1080 + 42}));
            EXPECT_EQ(part.left, wall.column * (1920 + 42));
            EXPECT_EQ(part.top, wall.row * (1080 + 42));
        }
    }
    EXPECT_EQ(partOfWall(std::nullopt, window, perMillimetre), (WallPart{window, 0, 0}));
}

TEST(Wall, ThePictureIsAtOnePlaceOfTheWholeWhicheverPartLooks) {
    for (const double aspect : {16.0 / 9, 32.0 / 9, 1.0, 9.0 / 16}) {
        Wall wall{2, 2, 0, 0, {31, Bezel::Unit::pixels}};
        const WallPart first = partOfWall(wall, {641, 359}, 1);
        const PlacedPicture whole = placedIn(first, aspect);
        EXPECT_GE(whole.left, 0);
        EXPECT_GE(whole.top, 0);
        EXPECT_EQ(whole.size, pictureSize(first.whole, aspect, 1));
        wall.column = wall.row = 1;
        const WallPart last = partOfWall(wall, {641, 359}, 1);
        EXPECT_EQ(placedIn(last, aspect).left, whole.left - last.left);
        EXPECT_EQ(placedIn(last, aspect).top, whole.top - last.top);
        const core::PixelPoint a = pointInPicture(first, aspect, 700, 400);
        const core::PixelPoint b = pointInPicture(last, aspect, 700 - 672, 400 - 390);
        EXPECT_DOUBLE_EQ(a.x, b.x);
        EXPECT_DOUBLE_EQ(a.y, b.y);
    }
}

ClockNews someNews() {
    ClockNews news;
    news.session = 0x0123456789ABCDEF;
    news.number = 7;
    news.film = 42;
    news.time = seconds(83.5);
    news.waiting = 1.25;
    news.speed = 0.5;
    news.runs = true;
    news.language = "zh-Hans";
    return news;
}

TEST(ClockPacket, IsReadAsItWasWritten) {
    ClockNews news = someNews();
    EXPECT_EQ(newsIn(packetOf(news)), news);
    news.runs = false;
    news.black = true;
    news.language.clear();
    EXPECT_EQ(newsIn(packetOf(news)), news);
}

TEST(ClockPacket, OfAnyOtherLengthIsNone) {
    const ClockPacket packet = packetOf(someNews());
    std::vector<std::uint8_t> bytes(packet.begin(), packet.end());
    bytes.resize(200);
    for (std::size_t length = 0; length <= bytes.size(); ++length)
        EXPECT_EQ(newsIn(std::span(bytes).first(length)).has_value(), length == packet.size());
}

TEST(ClockPacket, WithOneBitTurnedIsNone) {
    const ClockPacket packet = packetOf(someNews());
    for (std::size_t bit = 0; bit < 8 * packet.size(); ++bit) {
        ClockPacket turned = packet;
        turned.at(bit / 8) ^= static_cast<std::uint8_t>(1U << (bit % 8));
        EXPECT_FALSE(newsIn(turned)) << bit;
    }
}

/// With the hash that belongs to it: whoever writes packets on purpose can do that.
ClockPacket sealed(ClockPacket packet) {
    core::ByteHash hash;
    hash.add(packet.data(), packet.size() - 8);
    for (std::size_t i = 0; i < 8; ++i)
        packet.at(packet.size() - 8 + i) = static_cast<std::uint8_t>(hash.value() >> (8 * i));
    return packet;
}

TEST(ClockPacket, WhatNoFilmHasIsNone) {
    const ClockPacket good = packetOf(someNews());
    ASSERT_TRUE(newsIn(sealed(good)));
    const auto with = [&](std::size_t at, std::vector<std::uint8_t> bytes) {
        ClockPacket packet = good;
        std::ranges::copy(bytes, packet.begin() + static_cast<std::ptrdiff_t>(at));
        return newsIn(sealed(packet)).has_value();
    };
    EXPECT_FALSE(with(8, {2})) << "another version";
    EXPECT_FALSE(with(10, {89})) << "another length";
    EXPECT_FALSE(with(12, {4})) << "flags of later versions";
    EXPECT_FALSE(with(47, {0x80})) << "time before the film";
    EXPECT_FALSE(with(47, {0x7F})) << "three centuries of film";
    EXPECT_FALSE(with(55, {0xFF})) << "waited for ever";
    EXPECT_FALSE(with(56, {0, 0, 0, 0, 0, 0, 0, 0})) << "no speed";
    EXPECT_FALSE(with(63, {0xFF})) << "any speed";
    EXPECT_FALSE(with(64, {'z', '\n'})) << "no language";
    EXPECT_FALSE(with(79, {'x'})) << "something behind the language's end";
}

TEST(ClockPacket, BytesAtRandomNeverBreakIt) {
    std::mt19937_64 random(7);
    for (int i = 0; i < 200'000; ++i) {
        ClockPacket packet = packetOf(someNews());
        const int changes = 1 + static_cast<int>(random() % 12);
        for (int c = 0; c < changes; ++c)
            packet.at(8 + random() % 72) = static_cast<std::uint8_t>(random());
        const auto news = newsIn(sealed(packet));
        if (!news) continue;
        EXPECT_GE(news->time.ticks(), 0);
        EXPECT_GT(news->speed, 0);
        EXPECT_TRUE(std::isfinite(news->waiting));
        EXPECT_LE(news->language.size(), 16U);
    }
}

TEST(FollowedClock, GoesOnBetweenPacketsAndIsLostWithoutThem) {
    FollowedClock clock;
    EXPECT_FALSE(clock.at(0));
    ASSERT_EQ(clock.hear(someNews(), 42, 0.1, 10), FollowedClock::Heard::news);
    EXPECT_NEAR(clock.at(10)->time.seconds(), 83.5 + 0.05, 1e-9) << "at half speed, 0.1 s old";
    EXPECT_NEAR(clock.at(11)->time.seconds(), 83.5 + 0.55, 1e-9);
    EXPECT_FALSE(clock.at(12)) << "two seconds after it was sent";
    ClockNews stands = someNews();
    stands.number = 8;
    stands.runs = false;
    ASSERT_EQ(clock.hear(stands, 42, 0, 20), FollowedClock::Heard::news) << "it is back";
    EXPECT_EQ(clock.at(21)->time, stands.time);
    EXPECT_DOUBLE_EQ(clock.at(21)->waiting, 2.25);
}

TEST(FollowedClock, OnlyTheNewestPacketOfOneLeaderAndOfThisFilmCounts) {
    FollowedClock clock;
    EXPECT_EQ(clock.hear(someNews(), 43, 0, 1), FollowedClock::Heard::anotherFilm);
    EXPECT_FALSE(clock.at(1));
    EXPECT_EQ(clock.hear(someNews(), 42, 0, 1), FollowedClock::Heard::news);
    EXPECT_EQ(clock.hear(someNews(), 42, 0, 1.1), FollowedClock::Heard::old) << "twice";
    ClockNews late = someNews();
    late.number = 6;
    EXPECT_EQ(clock.hear(late, 42, 0, 1.2), FollowedClock::Heard::old);
    ClockNews other = someNews();
    other.session = 5;
    other.number = 900;
    EXPECT_EQ(clock.hear(other, 42, 0, 1.5), FollowedClock::Heard::anotherLeader);
    EXPECT_EQ(clock.hear(other, 42, 0, 4), FollowedClock::Heard::news) << "the first one has gone";
}

TEST(ToldClock, TellsTenTimesASecondAndAtOnceWhatIsNew) {
    ToldClock told;
    ClockNews news = someNews();
    EXPECT_TRUE(told.due(news, 0));
    told.told(news, 0);
    news.time = news.time + seconds(0.02);
    EXPECT_FALSE(told.due(news, 0.04)) << "as it was to be expected at half speed";
    EXPECT_TRUE(told.due(news, 0.11));
    ClockNews jumps = news, stands = news, dark = news, other = news;
    jumps.time = seconds(3);
    stands.runs = false;
    dark.black = true;
    other.language = "ru";
    for (const ClockNews& one : {jumps, stands, dark, other}) EXPECT_TRUE(told.due(one, 0.04));
}

std::vector<Segment> twoSegments() {
    return {{seconds(0), seconds(10), true, true}, {seconds(10), seconds(20), true, true}};
}

/// How far a follower is behind after so long, its own clock being `fast` times the leader's.
double offAfter(Playback& follower, double at, double lasts, double fast, Mode mode) {
    double leader = at, worst = 0;
    for (double now = 0; now < lasts; now += 0.04) {
        leader += 0.04;
        if (mode == Mode::kiosk) leader = std::fmod(leader, 20);
        const double before = follower.time().seconds();
        follower.advance(0.04 * fast);
        follower.follow(seconds(leader), 0, true, false, 0.04);
        const double step = follower.time().seconds() - before;
        const bool wrapped = mode == Mode::kiosk && step < -10;
        EXPECT_TRUE(wrapped || step > 0) << "never back";
        double off = std::abs(leader - follower.time().seconds());
        if (mode == Mode::kiosk) off = std::min(off, 20 - off);
        if (now > lasts / 2) worst = std::max(worst, off);
    }
    return worst;
}

TEST(FollowingPlayback, EasesASmallDriftWithoutAJump) {
    for (const double off : {-0.2, -0.05, 0.05, 0.2}) {
        Playback follower(twoSegments(), {25, 1}, Mode::play);
        follower.seekTo(seconds(2 + off));
        const double before = follower.time().seconds();
        follower.advance(0.04);
        follower.follow(seconds(2.04), 0, true, false, 0.04);
        EXPECT_NEAR(follower.time().seconds() - before, 0.04, 0.0041) << "a tenth at most";
        EXPECT_LT(offAfter(follower, 2.04, 6, 1, Mode::play), 0.001);
    }
}

TEST(FollowingPlayback, AClockThatGoesWrongStaysWithinAFrame) {
    for (const double fast : {0.98, 0.999, 1.001, 1.02}) {
        Playback follower(twoSegments(), {25, 1}, Mode::kiosk);
        EXPECT_LT(offAfter(follower, 0, 90, fast, Mode::kiosk), 0.04) << fast;
    }
}

TEST(FollowingPlayback, JumpsStandsAndGoesDarkWithItsLeader) {
    Playback follower(twoSegments(), {25, 1}, Mode::play);
    follower.follow(seconds(12), 0, true, false, 0.04);
    EXPECT_EQ(follower.time(), seconds(12));
    EXPECT_FALSE(follower.isPaused());
    follower.follow(seconds(12.01), 3.5, false, true, 0.04);
    EXPECT_EQ(follower.time(), seconds(12.01)) << "to the tick, so that pictures are the same";
    EXPECT_EQ(follower.waiting(), 3.5);
    EXPECT_TRUE(follower.isPaused());
    EXPECT_TRUE(follower.isBlack());
    follower.follow(seconds(12.05), 0, true, false, 0.04);
    EXPECT_EQ(follower.time(), seconds(12.05));
    EXPECT_FALSE(follower.isPaused() || follower.isBlack());
    EXPECT_EQ(follower.waiting(), 0);
}

TEST(FollowingPlayback, ATimeBeyondTheFilmIsItsEnd) {
    Playback follower(twoSegments(), {25, 1}, Mode::play);
    follower.follow(seconds(1e6), 0, true, false, 0.04);
    EXPECT_LT(follower.time(), seconds(20));
    Playback kiosk(twoSegments(), {25, 1}, Mode::kiosk);
    kiosk.follow(seconds(45), 0, true, false, 0.04);
    EXPECT_EQ(kiosk.time(), seconds(5));
}

ClockAddress loopback(int port) {
    ClockAddress address{};
    auto& ip = reinterpret_cast<sockaddr_in&>(address);
    ip.sin_family = AF_INET;
    ip.sin_port = htons(static_cast<std::uint16_t>(port));
    ip.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

/// As raw bytes, from any socket.
void throwAt(int port, const std::vector<std::uint8_t>& bytes) {
    const int descriptor = ::socket(AF_INET, SOCK_DGRAM, 0);
    const ClockAddress to = loopback(port);
    ::sendto(descriptor, bytes.data(), bytes.size(), 0, reinterpret_cast<const sockaddr*>(&to),
             sizeof(sockaddr_in));
    ::close(descriptor);
}

TEST(ClockSocketTest, TakesPacketsAndNothingElse) {
    const ClockSocket receiver = ClockSocket::receiver(loopback(0));
    const ClockSocket sender = ClockSocket::sender({loopback(receiver.port())});
    EXPECT_TRUE(receiver.receive().empty());
    std::mt19937_64 random(11);
    for (int i = 0; i < 40; ++i) {
        std::vector<std::uint8_t> bytes(random() % 2000);
        std::ranges::generate(bytes, [&] { return static_cast<std::uint8_t>(random()); });
        throwAt(receiver.port(), bytes);
    }
    EXPECT_TRUE(sender.send(someNews()));
    const auto received = receiver.receive();
    ASSERT_EQ(received.size(), 1U);
    EXPECT_EQ(received[0].news, someNews());
    EXPECT_GE(received[0].age, 0);
    EXPECT_LE(received[0].age, 1);
}

TEST(ClockSocketTest, AFloodIsTakenInParts) {
    const ClockSocket receiver = ClockSocket::receiver(loopback(0));
    const ClockSocket sender = ClockSocket::sender({loopback(receiver.port())});
    for (int i = 0; i < 100; ++i) ASSERT_TRUE(sender.send(someNews()));
    EXPECT_EQ(receiver.receive().size(), 64U);
    EXPECT_EQ(receiver.receive().size(), 36U);
}

TEST(ClockSocketTest, NobodyAtTheOtherEndIsNoFault) {
    int port = 0;
    { port = ClockSocket::receiver(loopback(0)).port(); }
    const ClockSocket sender = ClockSocket::sender({loopback(port)});
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(sender.send(someNews()));
}

TEST(ClockSocketTest, AnAddressOfAnotherMachineCannotBeHeardAt) {
    ClockAddress elsewhere = loopback(7400);
    ::inet_pton(AF_INET, "192.0.2.1", &reinterpret_cast<sockaddr_in&>(elsewhere).sin_addr);
    EXPECT_THROW(static_cast<void>(ClockSocket::receiver(elsewhere)), core::Failure);
}

TEST(FilmHash, IsOfWhatWasReadAndNotOfWhereItLies) {
    namespace fs = std::filesystem;
    std::string pattern = (fs::temp_directory_path() / "ebbflow-hash-XXXXXX").string();
    const fs::path folder = ::mkdtemp(pattern.data());
    const auto file = [&](const char* name, const char* text) {
        std::ofstream(folder / name) << text;
        return (folder / name).string();
    };
    const std::string a = file("a", "title: A"), same = file("b", "title: A"),
                      other = file("c", "title: B");
    EXPECT_EQ(filmHash({a, other}), filmHash({same, other}));
    EXPECT_NE(filmHash({a, other}), filmHash({a, same}));
    EXPECT_NE(filmHash({a}), filmHash({(folder / "none").string()}));
    fs::remove_all(folder);
}

}  // namespace
}  // namespace ebbflow::live
