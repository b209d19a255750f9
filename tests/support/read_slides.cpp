#include "support/read_slides.hpp"

#include "core/error.hpp"
#include "core/whole_file.hpp"

namespace ebbflow::test {

namespace {

/// Numbers with the lowest byte first, as both formats have them.
std::size_t numberAt(const std::string& bytes, std::size_t at, std::size_t count) {
    if (at + count > bytes.size()) throw core::Failure("reading back: the file ends early");
    std::size_t value = 0;
    for (std::size_t i = count; i-- > 0;)
        value = value * 256 + static_cast<unsigned char>(bytes[at + i]);
    return value;
}

std::string fourBytes(std::size_t value) {
    std::string bytes;
    for (int i = 0; i < 4; ++i, value /= 256) bytes += static_cast<char>(value % 256);
    return bytes;
}

WebpFrame frameIn(const std::string& body) {
    const std::size_t flags = numberAt(body, 15, 1);
    const std::string chunks = "WEBP" + body.substr(16);
    return {static_cast<int>(numberAt(body, 12, 3)), (flags & 2) == 0, (flags & 1) == 0,
            "RIFF" + fourBytes(chunks.size()) + chunks};
}

/// Past a GIF's sub-blocks, each with its length before it, the last one empty.
std::size_t pastBlocks(const std::string& bytes, std::size_t at) {
    while (const std::size_t length = numberAt(bytes, at, 1)) at += 1 + length;
    return at + 1;
}

std::size_t colourBytes(std::size_t flags) {
    return (flags & 0x80) != 0 ? std::size_t{3} << ((flags & 7) + 1) : 0;
}

}  // namespace

std::vector<WebpFrame> readWebp(const std::filesystem::path& path) {
    const std::string bytes = core::readWhole(path);
    if (bytes.substr(0, 4) != "RIFF" || bytes.substr(8, 4) != "WEBP")
        throw core::Failure("reading back: no WebP");
    std::vector<WebpFrame> frames;
    for (std::size_t at = 12; at < bytes.size();) {
        const std::size_t length = numberAt(bytes, at + 4, 4);
        if (bytes.substr(at, 4) == "ANMF") frames.push_back(frameIn(bytes.substr(at + 8, length)));
        at += 8 + length + length % 2;
    }
    return frames;
}

std::vector<int> gifDelays(const std::filesystem::path& path) {
    const std::string bytes = core::readWhole(path);
    std::vector<int> delays;
    std::size_t at = 13 + colourBytes(numberAt(bytes, 10, 1));
    while (numberAt(bytes, at, 1) != 0x3b) {
        if (numberAt(bytes, at, 1) == 0x2c) {
            at = pastBlocks(bytes, at + 11 + colourBytes(numberAt(bytes, at + 9, 1)));
            continue;
        }
        constexpr std::size_t kGraphicControl = 0xf9;
        if (numberAt(bytes, at + 1, 1) == kGraphicControl)
            delays.push_back(static_cast<int>(numberAt(bytes, at + 4, 2)));
        at = pastBlocks(bytes, at + 2);
    }
    return delays;
}

}  // namespace ebbflow::test
