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
    std::int64_t start = 0, body = 0, end = 0;
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
    return Atom{at, at + header, at + length,
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

std::optional<Atom> atomIn(std::fstream& file, const Atom& parent, std::string_view type) {
    std::int64_t at = parent.body;
    while (auto atom = atomAt(file, at, parent.end)) {
        if (atom->type == type) return atom;
        at = atom->end;
    }
    return {};
}

std::string bytesOf(std::fstream& file, std::int64_t from, std::int64_t to) {
    std::string bytes(static_cast<std::size_t>(to - from), '\0');
    file.seekg(from);
    file.read(bytes.data(), to - from);
    return bytes;
}

std::string number32(std::int64_t value) {
    std::string bytes(4, '\0');
    for (int i = 3; i >= 0; --i, value /= 256)
        bytes[static_cast<std::size_t>(i)] = static_cast<char>(value % 256);
    return bytes;
}

void writeAt(std::fstream& file, std::int64_t at, const std::string& bytes) {
    file.seekp(at);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// What of the picture's track is changed, one behind the other in the file.
struct PictureTrack {
    Atom references, media, handler;
};

// Of a handler: version and flags, two types, three reserved numbers; then its name.
constexpr std::int64_t kBeforeName = 24;

std::optional<PictureTrack> pictureTrackIn(std::fstream& file, std::int64_t size) {
    const auto movie = atomIn(file, {0, 0, size, ""}, "moov");
    if (!movie) return {};
    std::int64_t at = movie->body;
    while (const auto track = atomAt(file, at, movie->end)) {
        at = track->end;
        if (track->type != "trak") continue;
        const auto references = atomIn(file, *track, "tref");
        const auto media = atomIn(file, *track, "mdia");
        const auto handler = media ? atomIn(file, *media, "hdlr") : std::nullopt;
        if (!references || !handler || references->start > media->start) continue;
        if (bytesOf(file, handler->body + 8, handler->body + 12) == "vide")
            return PictureTrack{*references, *media, *handler};
    }
    return {};
}

/// An atom's length when it is `more` bytes longer, at its place or `further` on.
void lengthen(std::fstream& file, const Atom& atom, std::int64_t more, std::int64_t further = 0) {
    writeAt(file, atom.start + further, number32(atom.end - atom.start + more));
}

}  // namespace

void addChapterReference(const std::filesystem::path& path, std::uint32_t chapters) {
    const std::string reference = number32(12) + "chap" + number32(chapters);
    constexpr std::int64_t kLength = 12;
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    const auto track =
        pictureTrackIn(file, static_cast<std::int64_t>(std::filesystem::file_size(path)));
    file.clear();
    const std::int64_t name = track ? track->handler.body + kBeforeName : 0;
    if (track && track->handler.end - name == kLength + 1) {
        const std::string between = bytesOf(file, track->references.end, name);
        // An empty name is one zero: no letters in QuickTime, the end of them in MP4.
        writeAt(file, track->references.end, reference + between + std::string(1, '\0'));
        lengthen(file, track->references, kLength);
        lengthen(file, track->media, -kLength, kLength);
        lengthen(file, track->handler, -kLength, kLength);
        file.close();
        if (file) return;
    }
    throw core::Failure(fmt::format("cannot name the track of chapters in {}", path.string()));
}

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
