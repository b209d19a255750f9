// The presenter's console on a real socket against what strangers send: wrong tokens, paths at
// random, clients that are slow.

#include <chrono>
#include <random>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "remote/console_page.hpp"
#include "remote/http_server.hpp"
#include "remote_fixture.hpp"
#include "support/http_client.hpp"

namespace ebbflow::remote {
namespace {

using ebbflow::test::answerTo;
using ebbflow::test::bodyOf;
using ebbflow::test::Client;
using ebbflow::test::httpGet;
using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string kConsoleToken = "0123456789abcdef";
const std::string kNotes = "what nobody else may read";

class ConsoleHttp : public testing::Test {
protected:
    ConsoleHttp() {
        auto book = std::make_shared<live::PromptBook>();
        book->number = 1;
        book->title = kNotes;
        book->language = "en";
        book->aspect = 2;
        book->chapters = {{"One", 0, 1}};
        book->steps.emplace_back().notes = {kNotes};
        film_.console = true;
        film_.report.prompt.book = book;
        server_.emplace(Address{"127.0.0.1", 0}, kConsoleToken, film_.show());
    }
    [[nodiscard]] int port() const { return server_->address().port; }
    [[nodiscard]] std::string ask(const std::string& method, const std::string& path,
                                  const std::string& headers, double patience = 20) const {
        return answerTo(port(),
                        method + " " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" +
                            headers + "Content-Length: 4\r\n\r\nnext",
                        patience);
    }
    [[nodiscard]] static std::string bearer(const std::string& token) {
        return "Authorization: Bearer " + token + "\r\n";
    }
    void expectWell() const {
        EXPECT_THAT(httpGet(port(), "/console"), StartsWith("HTTP/1.1 200 "));
    }

    test::PretendedShow film_;
    std::optional<HttpServer> server_;
};

/// Places that show what is not for everybody, or that change something.
const std::vector<std::string> kKept{"/console/film", "/console/state", "/console/screen.png",
                                     "/console/step/1/0.png", "/command"};

TEST_F(ConsoleHttp, TellsNothingAndMovesNothingWithoutTheToken) {
    const std::vector<std::string> wrong{
        "",
        bearer(""),
        bearer(kConsoleToken.substr(1)),
        bearer(kConsoleToken + "0"),
        bearer(kConsoleToken + kConsoleToken),
        bearer("0123456789ABCDEF"),
        bearer(" " + kConsoleToken + "x"),
        bearer(std::string(4000, '0')),
        bearer(std::string(16, '\xFF')),
        "Authorization: " + kConsoleToken + "\r\n",
        "Authorization: Basic " + kConsoleToken + "\r\n",
        "Cookie: token=" + kConsoleToken + "\r\n",
        "X-Authorization: Bearer " + kConsoleToken + "\r\n",
        // The one that counts comes first, or none does.
        bearer("wrong") + bearer("wronger"),
    };
    for (const std::string& headers : wrong) {
        for (const std::string method : {"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH"}) {
            for (const std::string& path : kKept) {
                for (const std::string& query : {std::string(), "?token=" + kConsoleToken}) {
                    const std::string said = ask(method, path + query, headers);
                    EXPECT_THAT(said, StartsWith("HTTP/1.1 4")) << method << path << headers;
                    EXPECT_THAT(said, Not(HasSubstr(kNotes))) << method << path << headers;
                    EXPECT_THAT(said, Not(HasSubstr("\x89PNG"))) << method << path << headers;
                }
            }
        }
    }
    EXPECT_EQ(film_.commands(), 0U);
    EXPECT_EQ(film_.pictures(), 0);
    // With it they do, so what was refused was there.
    EXPECT_THAT(ask("GET", "/console/film", bearer(kConsoleToken)), HasSubstr(kNotes));
    EXPECT_THAT(ask("POST", "/command", bearer(kConsoleToken)), StartsWith("HTTP/1.1 202 "));
    EXPECT_EQ(film_.commands(), 1U);
}

TEST_F(ConsoleHttp, PathsAtRandomServeWhatIsTheConsolesAndNothingElse) {
    std::mt19937 random(12);
    std::vector<std::string> seeds = kKept;
    seeds.pop_back();
    seeds.insert(seeds.end(),
                 {"/console", "/console/", "/console/../console/film", "/console/%2e%2e/passwd",
                  "/console/step/99999999999999999999/0.png", "/console/step/1/-1.png",
                  "/console/step/1/0.png/0.png", "/console//film", "/console/step/1"});
    const std::string bytes = "/.%2eE0159-+?#&=\\~consleiftmrgp\x01\x7F\xC3\xBC";
    for (int i = 0; i < 1500; ++i) {
        std::string path = seeds[random() % seeds.size()];
        for (auto changes = random() % 5; changes > 0; --changes) {
            const std::size_t at = 1 + random() % path.size();
            const char byte = bytes[random() % bytes.size()];
            if (at >= path.size() || random() % 2 == 0) {
                path.insert(std::min(at, path.size()), 1, byte);
            } else {
                path[at] = byte;
            }
        }
        if (random() % 50 == 0) path += std::string(9000, 'a');
        const std::string said = ask("GET", path, bearer(kConsoleToken), 5);
        ASSERT_THAT(said, AnyOf("", StartsWith("HTTP/1.1 20"), StartsWith("HTTP/1.1 4"))) << path;
        if (!said.starts_with("HTTP/1.1 200 ")) continue;
        const std::string body = bodyOf(said), asked = path.substr(0, path.find('?'));
        const core::EmbeddedFile* file = consoleFile(asked);
        ASSERT_TRUE((file != nullptr && body == file->text) || body.starts_with("{") ||
                    body.starts_with("\x89PNG"))
            << path;
    }
    EXPECT_EQ(film_.commands(), 0U) << "nothing that is read changes anything";
    expectWell();
}

TEST_F(ConsoleHttp, ClientsThatAreSlowHoldUpNobodyElse) {
    const std::string request = "GET /console/film HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" +
                                bearer(kConsoleToken) + "\r\n";
    std::vector<std::unique_ptr<Client>> slow;
    for (int i = 0; i < 20; ++i) slow.push_back(std::make_unique<Client>(port()));
    // A byte at a time, each after all others.
    for (const char byte : request) {
        for (const auto& client : slow) ASSERT_TRUE(client->send(std::string(1, byte)));
        if (byte == '\n') expectWell();
    }
    for (const auto& client : slow) EXPECT_THAT(client->rest(), HasSubstr(kNotes));
    // Those that never come to an end are let go.
    const Client never(port(), 60);
    ASSERT_TRUE(never.send(request.substr(0, 30)));
    EXPECT_THAT(never.rest(), Not(HasSubstr(kNotes)));
    expectWell();
}

}  // namespace
}  // namespace ebbflow::remote
