#include "remote/token.hpp"

#include <sys/random.h>

#include <array>
#include <cstdint>

#include <fmt/format.h>

#include "core/error.hpp"

namespace ebbflow::remote {

std::string freshToken() {
    std::array<std::uint8_t, 16> bytes{};
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        throw core::Failure("the system gives no random numbers for a token");
    std::string token;
    for (const std::uint8_t byte : bytes) token += fmt::format("{:02x}", byte);
    return token;
}

bool sameToken(std::string_view a, std::string_view b) {
    unsigned difference = a.size() == b.size() ? 0 : 1;
    for (std::size_t i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned>(a[i] ^ (b.empty() ? '\0' : b[i % b.size()]));
    return difference == 0;
}

}  // namespace ebbflow::remote
