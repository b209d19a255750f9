#include "video/files.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <memory>
#include <optional>
#include <system_error>

#include <fmt/format.h>

#include "core/error.hpp"

namespace ebbflow::video {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void failWriting(const fs::path& path, int code) {
    throw core::Failure(
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

/// `%5d` or `%05d`, and where it stands in the name.
struct Number {
    std::size_t begin = 0, end = 0;
    int digits = 0;
    char fill = ' ';
};

std::optional<Number> numberIn(const std::string& name) {
    Number number;
    number.begin = name.find('%');
    if (number.begin == std::string::npos) return {};
    std::size_t at = number.begin + 1;
    if (at < name.size() && name[at] == '0') number.fill = name[at++];
    if (at < name.size() && name[at] >= '1' && name[at] <= '9') number.digits = name[at++] - '0';
    if (at >= name.size() || name[at] != 'd') return {};
    number.end = at + 1;
    if (name.find('%', number.end) != std::string::npos) return {};
    return number;
}

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
        throw core::Failure(fmt::format("cannot read {}", path.string()));
    }
    return text;
}

OutputPaths pathsOf(const fs::path& output, Container container) {
    if (!isNumbered(container)) {
        return {output, output.string() + ".manifest.json", output.string() + ".part.d"};
    }
    const bool folder = output.filename().empty() || fs::is_directory(output);
    const fs::path pattern = folder ? output / "%05d.png" : output;
    const std::string name = pattern.filename().string();
    const auto number = numberIn(name);
    if (!number) {
        throw core::Failure(fmt::format(
            "`{}`: the name of numbered frames holds one number, such as %05d", pattern.string()));
    }
    std::string stem = name.substr(0, number->begin);
    while (!stem.empty() && std::strchr("-_. ", stem.back()) != nullptr) stem.pop_back();
    const fs::path base = pattern.parent_path() / (stem.empty() ? "frames" : stem);
    return {pattern, base.string() + ".manifest.json", base.string() + ".part.d"};
}

fs::path framePath(const fs::path& pattern, std::int64_t frame) {
    const std::string name = pattern.filename().string();
    const Number number = numberIn(name).value();
    std::string digits = fmt::format("{}", frame);
    const auto width = static_cast<std::size_t>(number.digits);
    if (digits.size() < width) digits.insert(0, width - digits.size(), number.fill);
    return pattern.parent_path() /
           (name.substr(0, number.begin) + digits + name.substr(number.end));
}

}  // namespace ebbflow::video
