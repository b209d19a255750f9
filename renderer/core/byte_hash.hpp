#pragma once
// XXH64 of bytes, the same on every machine, for telling files, frames and packets apart in a
// manifest. `xxhsum FILE` prints the same digits. Not for security: who wants to can make two files
// of one hash.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

struct XXH64_state_s;

namespace ebbflow::core {

/// How the bytes are cut into add() calls does not count.
class ByteHash {
public:
    ByteHash();
    void add(const std::uint8_t* bytes, std::size_t count);
    /// Its eight bytes, the lowest first.
    void add(std::uint64_t word);
    [[nodiscard]] std::uint64_t value() const;

private:
    struct Free {
        void operator()(XXH64_state_s* state) const noexcept;
    };
    std::unique_ptr<XXH64_state_s, Free> state_;
};

/// Of a file's bytes, as hexOf() has it. Throws Failure when it cannot be read to its end.
[[nodiscard]] std::string hashOfFile(const std::filesystem::path& path);

/// 16 hexadecimal digits, as manifests and `xxhsum` have it.
[[nodiscard]] std::string hexOf(std::uint64_t hash);

}  // namespace ebbflow::core
