#pragma once
// A quick 64-bit hash of bytes, the same on every machine, for telling frames and packets apart in
// a manifest. Not for security, and not incremental: how the bytes are cut into add() calls counts.

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

namespace ebbflow::core {

class ByteHash {
public:
    void add(const std::uint8_t* bytes, std::size_t count);
    void add(std::uint64_t word) { mix(0, word); }
    [[nodiscard]] std::uint64_t value() const;

private:
    void mix(std::size_t lane, std::uint64_t word);
    // Four lanes hide the multiplier's latency: a 1080p frame takes well under a millisecond.
    std::array<std::uint64_t, 4> lanes_{1, 2, 3, 4};
};

/// Of a file's bytes, as hexOf() has it. Throws Failure when it cannot be read to its end.
[[nodiscard]] std::string hashOfFile(const std::filesystem::path& path);

/// 16 hexadecimal digits, as manifests have it.
[[nodiscard]] std::string hexOf(std::uint64_t hash);

}  // namespace ebbflow::core
