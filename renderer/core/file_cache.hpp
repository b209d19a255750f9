#pragma once
// A folder of bytes that took long to make, each under a key that says all that they follow from.
// Every entry carries a hash of itself, so that what is torn, old or foreign is made anew; several
// programs may use one folder at once. It is no store: anything in it may be gone at any time.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace ebbflow::core {

class FileCache {
public:
    /// `folder`: made when something is kept; empty: nothing is found and nothing kept. `most`:
    /// bytes that its entries may take together.
    explicit FileCache(std::filesystem::path folder, std::uintmax_t most = 512U << 20U)
        : folder_(std::move(folder)), most_(most) {}

    /// What was kept under `key`, whole and unharmed.
    [[nodiscard]] std::optional<std::string> find(std::string_view key) const;
    /// Keeps it, and lets go of those that were not asked for longest, until all have room. A
    /// folder that cannot be written is no fault.
    void keep(std::string_view key, std::string_view bytes) const;
    [[nodiscard]] bool empty() const { return folder_.empty(); }

private:
    [[nodiscard]] std::filesystem::path fileOf(std::string_view key) const;
    void makeRoom() const;

    std::filesystem::path folder_;
    std::uintmax_t most_;
};

}  // namespace ebbflow::core
