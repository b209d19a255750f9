// The server on a real socket: what people and monitors send, and what strangers send.

#include <sys/resource.h>

#include <random>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.hpp"
#include "remote/health.hpp"
#include "remote/http_server.hpp"
#include "remote_fixture.hpp"
#include "support/http_client.hpp"

namespace ebbflow::remote {
namespace {

using ebbflow::test::answerTo;
using ebbflow::test::Client;
using ebbflow::test::httpGet;
using ebbflow::test::httpPost;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr const char* kToken = "0123456789abcdef";

class HttpTest : public testing::Test {
protected:
    [[nodiscard]] std::string answer(std::string_view bytes, double patience = 20) const {
        return answerTo(port(), bytes, patience);
    }
    [[nodiscard]] std::string get(const std::string& path) const { return httpGet(port(), path); }
    [[nodiscard]] std::string post(const std::string& text, const std::string& headers) const {
        return httpPost(port(), "/command", text, headers);
    }
    [[nodiscard]] int port() const { return server_.address().port; }
    /// Whether it still answers as it should.
    void expectWell() const { EXPECT_THAT(get("/health"), StartsWith("HTTP/1.1 200 ")); }

    test::PretendedShow film_;
    HttpServer server_{{"127.0.0.1", 0}, kToken, film_.show()};
};

TEST_F(HttpTest, ServesWhatItAnswersToMonitorsAndTakesCommands) {
    EXPECT_THAT(get("/health"),
                AllOf(StartsWith("HTTP/1.1 200 "), HasSubstr("Content-Type: application/json"),
                      HasSubstr("Cache-Control: no-store"), HasSubstr("\"ok\": true")));
    EXPECT_THAT(get("/metrics"), HasSubstr("ebbflow_up 1"));
    EXPECT_THAT(get("/screen.png"), HasSubstr("\x89PNG"));
    EXPECT_THAT(get("/nothing"), StartsWith("HTTP/1.1 404 "));
    EXPECT_THAT(get("/health"), HasSubstr("Content-Security-Policy: default-src 'none'; "));
    const std::string good = std::string("Authorization: Bearer ") + kToken + "\r\n";
    EXPECT_THAT(post("next", good), StartsWith("HTTP/1.1 202 "));
    EXPECT_EQ(film_.commands(), 1u);
    EXPECT_THAT(post("next", ""), StartsWith("HTTP/1.1 401 "));
    EXPECT_THAT(post(std::string(1025, 'n'), good), StartsWith("HTTP/1.1 413 "));
    EXPECT_EQ(film_.commands(), 1u);
}

TEST_F(HttpTest, TakesNoCommandFromAnotherSitesPage) {
    const std::string good = std::string("Authorization: Bearer ") + kToken + "\r\n";
    EXPECT_THAT(post("next", good + "Origin: http://evil.example\r\n"),
                StartsWith("HTTP/1.1 403 "));
    EXPECT_THAT(post("next", good + "Sec-Fetch-Site: cross-site\r\n"), StartsWith("HTTP/1.1 403 "));
    // A browser asks first whether it may; nobody says yes.
    const std::string asked = answer(
        "OPTIONS /command HTTP/1.1\r\nHost: a\r\nOrigin: http://evil.example\r\n"
        "Access-Control-Request-Method: POST\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(asked, AllOf(StartsWith("HTTP/1.1 405 "), Not(HasSubstr("Access-Control-Allow"))));
    EXPECT_EQ(film_.commands(), 0u);
    EXPECT_THAT(post("next", good + "Origin: http://a\r\n"), StartsWith("HTTP/1.1 202 "));
}

TEST_F(HttpTest, ListensToItsOwnMachineAloneUnlessToldOtherwise) {
    EXPECT_TRUE(addressNamed("8080")->isLoopback());
    EXPECT_THROW((HttpServer(server_.address(), kToken, film_.show())), core::Failure);
    EXPECT_THROW((HttpServer({"192.0.2.1", 0}, kToken, film_.show())), core::Failure);
}

TEST_F(HttpTest, IsNotMovedByBytesAtRandom) {
    std::mt19937 random(5);
    const std::string seeds[] = {
        "GET /health HTTP/1.1\r\nHost: a\r\n\r\n",
        "POST /command HTTP/1.1\r\nAuthorization: Bearer x\r\nContent-Length: 4\r\n\r\nnext",
        "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.0\r\n\r\n",
        "POST /command HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\nnext"};
    for (int i = 0; i < 400; ++i) {
        std::string bytes = seeds[random() % 4];
        for (auto flips = random() % 12; flips > 0; --flips)
            bytes[random() % bytes.size()] = static_cast<char>(random());
        if (random() % 4 == 0) bytes.resize(random() % bytes.size());
        // To what is no whole request there is no answer.
        const std::string said = answer(bytes, 0.02);
        EXPECT_TRUE(said.empty() || said.starts_with("HTTP/1.")) << said.substr(0, 80);
        EXPECT_EQ(said.find("root:"), std::string::npos);
    }
    EXPECT_EQ(film_.commands(), 0u);
    expectWell();
}

TEST_F(HttpTest, KeepsLittleOfWhatIsLong) {
    const std::uint64_t before = residentMemory();
    const std::string piece(1 << 20, 'a');
    for (const std::string start :
         {"POST /command HTTP/1.1\r\nHost: a\r\nContent-Length: 104857600\r\n\r\n", "GET /",
          "GET /health HTTP/1.1\r\nX: "}) {
        const Client client(port());
        ASSERT_TRUE(client.send(start));
        for (int i = 0; i < 100 && client.send(piece); ++i) {
        }
    }
    EXPECT_LT(residentMemory(), before + (8 << 20));
    EXPECT_EQ(film_.commands(), 0u);
    expectWell();
}

TEST_F(HttpTest, OutlivesAThousandConnectionsThatSayNothing) {
    const rlimit many{4096, 4096};
    ::setrlimit(RLIMIT_NOFILE, &many);
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 1000; ++i) {
        clients.push_back(std::make_unique<Client>(port()));
        static_cast<void>(clients.back()->send("GET /hea"));
    }
    clients.clear();
    // Those that were let in have gone.
    for (int i = 0; i < 100 && !get("/health").starts_with("HTTP/1.1 200 "); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    expectWell();
}

TEST_F(HttpTest, AFilmThatStandsHoldsUpNobodyElse) {
    film_.draws = false;
    const Client client(port());
    (void)client.send("GET /screen.png HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    for (int i = 0; i < 8; ++i) expectWell();
    EXPECT_THAT(client.rest(), StartsWith("HTTP/1.1 503 "));
}

}  // namespace
}  // namespace ebbflow::remote
