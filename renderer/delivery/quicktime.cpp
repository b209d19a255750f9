#include "delivery/quicktime.hpp"

#include <array>
#include <cstdint>
#include <fstream>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "core/error.hpp"

namespace ebbflow::delivery {

namespace {

struct Atom {
    std::int64_t body = 0, end = 0;
    std::string type;
};

/// QuickTime File Format: length in four bytes, type in four; a length of 1 says that it follows in
/// eight bytes. Nothing where no whole atom stands.
std::optional<Atom> atomAt(std::fstream& file, std::int64_t at, std::int64_t end) {
    if (at + 8 > end) return {};
    std::array<unsigned char, 16> head{};
    file.seekg(at);
    file.read(reinterpret_cast<char*>(head.data()), 8);
    const auto number = [&](std::size_t from, std::size_t count) {
        std::int64_t value = 0;
        for (std::size_t i = from; i < from + count; ++i) value = value * 256 + head[i];
        return value;
    };
    std::int64_t length = number(0, 4), header = 8;
    if (length == 1) {
        file.read(reinterpret_cast<char*>(head.data()) + 8, 8);
        length = number(8, 8);
        header = 16;
    }
    if (!file || length < header || at + length > end) return {};
    return Atom{at + header, at + length,
                std::string(reinterpret_cast<const char*>(head.data()) + 4, 4)};
}

bool holdsDescriptions(const std::string& type) {
    return type == "moov" || type == "trak" || type == "mdia" || type == "minf" || type == "stbl";
}

/// Where the first description of samples of that format begins, past its length and format.
std::optional<std::int64_t> descriptionIn(std::fstream& file, std::int64_t at, std::int64_t end,
                                          std::string_view format) {
    while (const auto atom = atomAt(file, at, end)) {
        if (holdsDescriptions(atom->type)) {
            if (const auto found = descriptionIn(file, atom->body, atom->end, format)) return found;
        } else if (atom->type == "stsd") {
            constexpr std::int64_t kVersionAndCount = 8;
            const auto entry = atomAt(file, atom->body + kVersionAndCount, atom->end);
            if (entry && entry->type == format) return entry->body;
        }
        at = atom->end;
    }
    return {};
}

}  // namespace

void setQuickTimeVendor(const std::filesystem::path& path, std::string_view format,
                        std::string_view vendor) {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    const auto size = static_cast<std::int64_t>(std::filesystem::file_size(path));
    const auto description = descriptionIn(file, 0, size, format);
    file.clear();
    // Reserved 6, reference 2, version 2, revision 2: then the vendor.
    constexpr std::int64_t kBeforeVendor = 12;
    if (description) {
        file.seekp(*description + kBeforeVendor);
        file.write(vendor.data(), 4);
        file.close();
    }
    if (!description || !file)
        throw core::Failure(fmt::format("cannot name the encoder's vendor in {}", path.string()));
}

}  // namespace ebbflow::delivery
