#include "core/whole_file.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <memory>
#include <system_error>

#include <fmt/format.h>

#include "core/error.hpp"

namespace ebbflow::core {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void failWriting(const fs::path& path, int code) {
    throw Failure(
        fmt::format("cannot write {}: {}", path.string(), std::generic_category().message(code)));
}

class OpenFile {
public:
    explicit OpenFile(const fs::path& path) : number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() {
        if (number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

}  // namespace

void publish(const fs::path& part, const fs::path& path) {
    if (std::rename(part.c_str(), path.c_str()) != 0) failWriting(path, errno);
}

void settle(const fs::path& path) {
    const OpenFile file(path);
    if (file.number() < 0 || ::fsync(file.number()) != 0) failWriting(path, errno);
}

void publishSettled(const fs::path& part, const fs::path& path) {
    settle(part);
    publish(part, path);
}

void settleNames(const fs::path& folder) {
    const OpenFile file(folder);
    // Some file systems cannot sync a folder; they say EINVAL and lose nothing of ours by it.
    if (file.number() < 0 || (::fsync(file.number()) != 0 && errno != EINVAL)) {
        failWriting(folder, errno);
    }
}

void settleAll(const fs::path& folder) {
    const OpenFile file(folder);
    if (file.number() < 0 || ::syncfs(file.number()) != 0) failWriting(folder, errno);
}

fs::path partOf(const fs::path& path) {
    return path.string() + ".part";
}

fs::path folderOf(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

namespace {

void writePart(const fs::path& path, std::string_view text) {
    const fs::path part = partOf(path);
    const auto close = [](std::FILE* file) { std::fclose(file); };
    std::unique_ptr<std::FILE, decltype(close)> file(std::fopen(part.c_str(), "wb"), close);
    if (!file) failWriting(path, errno);
    const bool written = std::fwrite(text.data(), 1, text.size(), file.get()) == text.size();
    if (!written || std::fclose(file.release()) != 0) {
        const int code = errno;
        std::error_code ignored;
        fs::remove(part, ignored);
        failWriting(path, code);
    }
}

}  // namespace

void writeWhole(const fs::path& path, std::string_view text) {
    writePart(path, text);
    publishSettled(partOf(path), path);
}

void writeUnsettled(const fs::path& path, std::string_view text) {
    writePart(path, text);
    publish(partOf(path), path);
}

std::string readWhole(const fs::path& path) {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    std::ifstream file(path, std::ios::binary);
    std::string text(error ? 0 : size, '\0');
    if (error || !file.read(text.data(), static_cast<std::streamsize>(text.size()))) {
        throw Failure(fmt::format("cannot read {}", path.string()));
    }
    return text;
}

}  // namespace ebbflow::core
