#include "core/file_cache.hpp"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <vector>

#include <fmt/format.h>

#include "core/byte_hash.hpp"

namespace ebbflow::core {

namespace fs = std::filesystem;

namespace {

constexpr const char* kEnding = ".cache";

std::string hashOf(std::string_view bytes) {
    ByteHash hash;
    hash.add(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    return hexOf(hash.value());
}

/// What stands behind the bytes: the key, too, since two keys might have one hash.
std::string tailOf(std::string_view key, std::string_view bytes) {
    return fmt::format("\n{}\n{} ebbflow cache 1\n", key, hashOf(bytes));
}

std::optional<std::string> contentsOf(const fs::path& path) {
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    const auto size = file.tellg();
    if (!file || size < 0) return std::nullopt;
    std::string bytes(static_cast<std::size_t>(size), '\0');
    file.seekg(0);
    if (!file.read(bytes.data(), size)) return std::nullopt;
    return bytes;
}

/// Of this process alone, so that two that keep one thing at a time do not write into one file.
fs::path ownPart(const fs::path& path) {
    static std::atomic<unsigned> count{0};
    return fmt::format("{}.{}-{}.part", path.string(), ::getpid(), count++);
}

struct Entry {
    fs::path path;
    std::uintmax_t size;
    fs::file_time_type used;
};

std::vector<Entry> entriesOf(const fs::path& folder) {
    std::vector<Entry> entries;
    std::error_code gone;
    for (fs::directory_iterator it(folder, gone), end; !gone && it != end; it.increment(gone)) {
        std::error_code each;
        const auto ending = it->path().extension();
        if (ending != kEnding && ending != ".part") continue;
        const Entry entry{it->path(), it->file_size(each), it->last_write_time(each)};
        if (!each) entries.push_back(entry);
    }
    return entries;
}

}  // namespace

fs::path FileCache::fileOf(std::string_view key) const {
    return folder_ / (hashOf(key) + kEnding);
}

std::optional<std::string> FileCache::find(std::string_view key) const {
    if (empty()) return std::nullopt;
    const fs::path file = fileOf(key);
    auto whole = contentsOf(file);
    const std::size_t tail = tailOf(key, {}).size();
    if (!whole || whole->size() < tail) return std::nullopt;
    const std::string_view bytes(whole->data(), whole->size() - tail);
    if (!whole->ends_with(tailOf(key, bytes))) return std::nullopt;
    std::error_code cannot;
    fs::last_write_time(file, fs::file_time_type::clock::now(), cannot);
    whole->resize(bytes.size());
    return whole;
}

void FileCache::keep(std::string_view key, std::string_view bytes) const {
    if (empty() || bytes.size() > most_) return;
    std::error_code cannot;
    fs::create_directories(folder_, cannot);
    const fs::path file = fileOf(key), part = ownPart(file);
    {
        std::ofstream out(part, std::ios::binary);
        out << bytes << tailOf(key, bytes);
        out.close();
        if (!out) {
            fs::remove(part, cannot);
            return;
        }
    }
    fs::rename(part, file, cannot);
    if (cannot) fs::remove(part, cannot);
    makeRoom();
}

void FileCache::makeRoom() const {
    std::vector<Entry> entries = entriesOf(folder_);
    std::ranges::sort(entries, std::greater{}, &Entry::used);
    std::uintmax_t together = 0;
    for (const Entry& entry : entries) {
        together += entry.size;
        std::error_code gone;
        if (together > most_) fs::remove(entry.path, gone);
    }
}

}  // namespace ebbflow::core
