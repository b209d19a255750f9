// Open Sound Control: what show-control programs send becomes the text of commands, and nothing
// that anybody sends does more.

#include <arpa/inet.h>
#include <lo/lo.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <random>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.hpp"
#include "remote/osc_message.hpp"
#include "remote/osc_server.hpp"
#include "remote_fixture.hpp"

namespace ebbflow::remote {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string texts(const std::vector<OscMessage>& messages) {
    std::string all;
    for (const OscMessage& message : messages) {
        all += "[" + message.name;
        for (const std::string& argument : message.arguments) all += "|" + argument;
        all += "]";
    }
    return all;
}

/// As liblo writes it: `types` and what they stand for.
template <typename... Values>
std::string packed(const char* path, const char* types, Values... values) {
    lo_message message = lo_message_new();
    lo_message_add(message, types, values...);
    std::string bytes(lo_message_length(message, path), '\0');
    lo_message_serialise(message, path, bytes.data(), nullptr);
    lo_message_free(message);
    return bytes;
}

std::string bundle(const std::vector<std::string>& parts) {
    std::string bytes("#bundle\0\0\0\0\0\0\0\0\1", 16);
    for (const std::string& part : parts) {
        const std::uint32_t size = htonl(static_cast<std::uint32_t>(part.size()));
        bytes.append(reinterpret_cast<const char*>(&size), 4);
        bytes += part;
    }
    return bytes;
}

TEST(OscMessages, AreTheTextOfCommands) {
    EXPECT_EQ(texts(oscMessages(packed("/ebbflow/next", ""))), "[next]");
    EXPECT_EQ(texts(oscMessages(packed("/ebbflow/chapter/next", ""))), "[chapter next]");
    EXPECT_EQ(texts(oscMessages(packed("/ebbflow/seek", "f", 83.5))), "[seek|83.5]");
    EXPECT_EQ(texts(oscMessages(packed("/ebbflow/chapter", "i", 3))), "[chapter|3]");
    EXPECT_EQ(texts(oscMessages(packed("/ebbflow/language", "s", "zh"))), "[language|zh]");
    EXPECT_EQ(texts(oscMessages(packed("/ebbflow/pause", "TNI"))), "[pause]");
    EXPECT_EQ(texts(oscMessages(packed("/ebbflow/seek", "idh", 1, 83.25, std::int64_t{1} << 40))),
              "[seek|1|83.25|1099511627776]");
    EXPECT_THAT(oscMessages(packed("/other/next", "")), IsEmpty());
}

TEST(OscMessages, OfABundleAreAllOfThem) {
    const std::string next = packed("/ebbflow/next", ""), seek = packed("/ebbflow/seek", "i", 2);
    EXPECT_EQ(texts(oscMessages(bundle({next, bundle({seek, next}), seek}))),
              "[next][seek|2][next][seek|2]");
    std::string deep = next;
    for (int i = 0; i < 100; ++i) deep = bundle({deep});
    EXPECT_THAT(oscMessages(deep), IsEmpty());
}

TEST(OscMessages, AtRandomAreRead) {
    std::mt19937 random(3);
    const std::string seeds[] = {packed("/ebbflow/seek", "f", 83.5),
                                 packed("/ebbflow/language", "ss", "zh", "another"),
                                 bundle({packed("/ebbflow/next", "iii", 1, 2, 3), "short"})};
    for (int i = 0; i < 20'000; ++i) {
        std::string bytes = seeds[random() % 3];
        for (auto flips = 1 + random() % 6; flips > 0; --flips)
            bytes[random() % bytes.size()] = static_cast<char>(random());
        if (random() % 3 == 0) bytes.resize(random() % bytes.size());
        EXPECT_THAT(oscMessages(bytes), SizeIs(testing::Le(2u)));
    }
}

/// A show-control program of this machine.
class OscTest : public testing::Test {
protected:
    void SetUp() override {
        socket_ = ::socket(AF_INET, SOCK_DGRAM, 0);
        const timeval patience{10, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }
    void TearDown() override { ::close(socket_); }

    void send(const std::string& bytes) const {
        const sockaddr_storage where = server_.address().socketAddress();
        ASSERT_EQ(::sendto(socket_, bytes.data(), bytes.size(), 0,
                           reinterpret_cast<const sockaddr*>(&where), sizeof(sockaddr_in)),
                  static_cast<ssize_t>(bytes.size()));
    }
    /// The next that comes, as text.
    [[nodiscard]] std::string heard() const {
        char bytes[4096];
        const ssize_t got = ::recv(socket_, bytes, sizeof bytes, 0);
        return got <= 0 ? std::string()
                        : texts(oscMessages({bytes, static_cast<std::size_t>(got)}));
    }

    test::PretendedShow film_;
    OscServer server_{{"127.0.0.1", 0}, film_.show()};
    int socket_ = -1;
};

TEST_F(OscTest, CommandsAreDoneAndAnswered) {
    send(packed("/ebbflow/next", ""));
    EXPECT_EQ(heard(), "[done|next]");
    EXPECT_EQ(film_.commands(), 1u);
    send(packed("/ebbflow/nxet", ""));
    EXPECT_THAT(heard(), HasSubstr("[fault|there is no command `nxet`"));
    EXPECT_EQ(film_.commands(), 1u);
}

TEST_F(OscTest, AButtonCountsOnce) {
    send(packed("/ebbflow/next", "f", 1.0));
    EXPECT_EQ(heard(), "[done|next 1]");
    send(packed("/ebbflow/next", "f", 0.0));
    send(packed("/ebbflow/nothing", ""));
    EXPECT_THAT(heard(), HasSubstr("`nothing`"));
    EXPECT_EQ(film_.commands(), 1u);
}

TEST_F(OscTest, SubscribersHearWhatIsShown) {
    film_.report.status.state = "waiting";
    film_.report.status.chapter = 3;
    film_.report.status.step = 2;
    film_.report.status.language = "zh-Hans";
    film_.report.status.black = true;
    send(packed("/ebbflow/subscribe", ""));
    for (int i = 0; i < 3; ++i) EXPECT_EQ(heard(), "[now|waiting|0|3|2|zh-Hans|1]");
}

TEST_F(OscTest, DatagramsAtRandomChangeNothing) {
    std::mt19937 random(9);
    for (int i = 0; i < 300; ++i) {
        std::string bytes(1 + random() % 200, '\0');
        for (char& byte : bytes) byte = static_cast<char>(random());
        if (random() % 2 == 0) bytes.replace(0, 9, "/ebbflow/");
        send(bytes);
    }
    EXPECT_EQ(film_.commands(), 0u);
    // The system may lose a few of so many.
    for (int i = 0; i < 100 && film_.commands() == 0; ++i) {
        send(packed("/ebbflow/next", ""));
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    EXPECT_GT(film_.commands(), 0u);
}

TEST_F(OscTest, APortThatIsTakenIsSaid) {
    EXPECT_THROW((OscServer(server_.address(), film_.show())), core::Failure);
}

}  // namespace
}  // namespace ebbflow::remote
