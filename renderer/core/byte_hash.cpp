#include "core/byte_hash.hpp"

#include <xxhash.h>

#include <array>
#include <fstream>
#include <new>
#include <vector>

#include <fmt/format.h>

#include "core/error.hpp"

namespace ebbflow::core {

ByteHash::ByteHash() : state_(XXH64_createState()) {
    if (!state_) throw std::bad_alloc();
    XXH64_reset(state_.get(), 0);
}

void ByteHash::Free::operator()(XXH64_state_s* state) const noexcept {
    XXH64_freeState(state);
}

void ByteHash::add(const std::uint8_t* bytes, std::size_t count) {
    XXH64_update(state_.get(), bytes, count);
}

void ByteHash::add(std::uint64_t word) {
    std::array<std::uint8_t, 8> bytes{};
    for (std::uint8_t& byte : bytes) {
        byte = static_cast<std::uint8_t>(word & 0xFF);
        word >>= 8;
    }
    add(bytes.data(), bytes.size());
}

std::uint64_t ByteHash::value() const {
    return XXH64_digest(state_.get());
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
