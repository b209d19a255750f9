#include "delivery/webp_frames.hpp"

#include <array>
#include <cstdint>
#include <fstream>
#include <string_view>

#include <fmt/format.h>

#include "core/error.hpp"

namespace ebbflow::delivery {

namespace {

// RIFF: four characters, length in four bytes with the lowest first, then the body, padded to even.
constexpr std::int64_t kHead = 8, kFileHead = 12;
// Of a frame's body: place and size 12, duration 3, then the flags.
constexpr std::int64_t kFlags = 15;
constexpr unsigned kDoNotBlend = 2;

std::int64_t lengthIn(const std::array<unsigned char, kHead>& head) {
    std::int64_t length = 0;
    for (std::size_t i = kHead; i-- > 4;) length = length * 256 + head[i];
    return length;
}

void setFlag(std::fstream& file, std::int64_t at) {
    file.seekg(at);
    const int flags = file.get();
    file.seekp(at);
    file.put(static_cast<char>(static_cast<unsigned>(flags) | kDoNotBlend));
}

}  // namespace

void setWebpFramesWhole(const std::filesystem::path& path) {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    const auto size = static_cast<std::int64_t>(std::filesystem::file_size(path));
    std::int64_t frames = 0;
    for (std::int64_t at = kFileHead; file && at + kHead <= size;) {
        std::array<unsigned char, kHead> head{};
        file.seekg(at);
        file.read(reinterpret_cast<char*>(head.data()), kHead);
        const std::string_view name(reinterpret_cast<const char*>(head.data()), 4);
        const std::int64_t length = lengthIn(head);
        if (name == "ANMF" && length > kFlags) {
            setFlag(file, at + kHead + kFlags);
            ++frames;
        }
        at += kHead + length + length % 2;
    }
    file.close();
    if (frames == 0 || !file)
        throw core::Failure(fmt::format("cannot mark the frames of {}", path.string()));
}

}  // namespace ebbflow::delivery
