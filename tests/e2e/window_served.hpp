#pragma once
// A film being played on a test's own screen that serves HTTP, with a token that the test knows.

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "e2e/window_show.hpp"
#include "support/http_client.hpp"

namespace ebbflow::test {

class ServedWindow : public WindowTest {
protected:
    void serve(const std::string& scene, std::vector<std::string> options) {
        std::ofstream(folder_ / "token") << kToken << '\n';
        options.insert(options.end(), {"--http", "0", "--http-token", folder_ / "token"});
        play(scene, options);
        const std::string said = output();
        const std::string start = "serving http://127.0.0.1:";
        const std::size_t at = said.rfind(start);
        ASSERT_NE(at, std::string::npos) << said;
        port_ = std::atoi(said.c_str() + at + start.size());
    }
    /// With the token.
    [[nodiscard]] std::string get(const std::string& path) const {
        return answerTo(port_, "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" +
                                   withToken(kToken) + "\r\n");
    }
    [[nodiscard]] nlohmann::json json(const std::string& path) const {
        return nlohmann::json::parse(bodyOf(get(path)));
    }
    [[nodiscard]] std::string command(const std::string& text,
                                      const std::string& token = kToken) const {
        return httpPost(port_, "/command", text, withToken(token));
    }
    [[nodiscard]] static std::string withToken(const std::string& token) {
        return "Authorization: Bearer " + token + "\r\n";
    }

    static constexpr const char* kToken = "0123456789abcdef";
    int port_ = 0;
};

}  // namespace ebbflow::test
