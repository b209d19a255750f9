#include "core/byte_hash.hpp"

#include <bit>
#include <cstring>
#include <fstream>
#include <vector>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/hash.hpp"

namespace ebbflow::core {

namespace {

std::uint64_t wordAt(const std::uint8_t* bytes, std::size_t count = 8) {
    static_assert(std::endian::native == std::endian::little, "words are read as they lie");
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, count);
    return word;
}

}  // namespace

void ByteHash::mix(std::size_t lane, std::uint64_t word) {
    // Multiply by the golden ratio's odd 64-bit fraction, then bring the well-mixed top bits down.
    lanes_[lane] = std::rotl((lanes_[lane] ^ word) * 0x9E3779B97F4A7C15ULL, 29);
}

void ByteHash::add(const std::uint8_t* bytes, std::size_t count) {
    mix(3, count);
    for (; count >= 32; bytes += 32, count -= 32) {
        for (std::size_t lane = 0; lane < 4; ++lane) mix(lane, wordAt(bytes + 8 * lane));
    }
    for (std::size_t lane = 0; count > 0; ++lane) {
        const std::size_t part = count < 8 ? count : 8;
        mix(lane, wordAt(bytes, part));
        bytes += part;
        count -= part;
    }
}

std::uint64_t ByteHash::value() const {
    std::uint64_t sum = 0;
    for (const std::uint64_t lane : lanes_) sum = mixBits(sum ^ lane);
    return sum;
}

std::string hashOfFile(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    constexpr std::size_t kBlock = 1 << 20;
    std::vector<char> block(kBlock);
    ByteHash hash;
    while (file.read(block.data(), kBlock) || file.gcount() > 0) {
        hash.add(reinterpret_cast<const std::uint8_t*>(block.data()),
                 static_cast<std::size_t>(file.gcount()));
    }
    if (!file.eof()) throw Failure(fmt::format("cannot read {}", path.string()));
    return hexOf(hash.value());
}

std::string hexOf(std::uint64_t hash) {
    return fmt::format("{:016x}", hash);
}

}  // namespace ebbflow::core
