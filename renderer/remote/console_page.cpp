#include "remote/console_page.hpp"

#include <algorithm>
#include <array>
#include <span>

#include <fmt/format.h>

namespace ebbflow::remote {

std::span<const core::EmbeddedFile> consoleFiles();

namespace {

constexpr std::string_view kPage = "console.html";

/// A character that needs no other spelling in a URL (RFC 3986, "unreserved").
bool isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._~").find(c) != std::string_view::npos;
}

}  // namespace

const core::EmbeddedFile* consoleFile(std::string_view path) {
    if (!path.starts_with('/')) return nullptr;
    const std::string_view name = path == "/console" ? kPage : path.substr(1);
    if (name == kPage && path != "/console") return nullptr;
    const auto found = std::ranges::find(consoleFiles(), name, &core::EmbeddedFile::name);
    return found == consoleFiles().end() ? nullptr : &*found;
}

std::string_view mediaType(const core::EmbeddedFile& file) {
    constexpr std::array kTypes{std::pair{".html", "text/html; charset=utf-8"},
                                std::pair{".css", "text/css; charset=utf-8"},
                                std::pair{".js", "text/javascript; charset=utf-8"},
                                std::pair{".svg", "image/svg+xml"}};
    for (const auto& [ending, type] : kTypes)
        if (file.name.ends_with(ending)) return type;
    return "text/plain; charset=utf-8";
}

std::string consoleAddress(const std::string& host, std::string_view token) {
    std::string address = "http://" + host + "/console#";
    for (const char c : token)
        address +=
            isPlain(c) ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    return address;
}

}  // namespace ebbflow::remote
