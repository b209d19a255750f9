// Chapters that players find: in MP4 and MOV the picture's track names the track that holds them,
// whatever else it refers to.

#include <gtest/gtest.h>

#include <map>

#include "core/whole_file.hpp"

#include "support/film_making.hpp"
#include "support/read_video.hpp"

namespace ebbflow::delivery {
namespace {

using test::makeFilm;
using test::smallOrder;

std::uint64_t numberAt(const std::string& bytes, std::size_t at) {
    std::uint64_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i)
        value = value * 256 + static_cast<unsigned char>(bytes[i]);
    return value;
}

struct Atom {
    std::string type;
    std::size_t body, end;
};

/// ISO 14496-12: a length in four bytes, a type in four. Fails where they do not add up.
std::vector<Atom> atomsOf(const std::string& bytes, std::size_t at, std::size_t end) {
    std::vector<Atom> atoms;
    while (at < end) {
        const std::uint64_t length = numberAt(bytes, at);
        EXPECT_GE(length, 8U) << at;
        EXPECT_LE(at + length, end) << at;
        if (length < 8 || at + length > end) break;
        atoms.push_back({bytes.substr(at + 4, 4), at + 8, at + length});
        at += length;
    }
    return atoms;
}

struct Track {
    std::uint64_t number = 0;
    std::string handler;
    std::map<std::string, std::uint64_t> references;
};

Track trackOf(const std::string& bytes, const Atom& trak) {
    Track track;
    for (const Atom& atom : atomsOf(bytes, trak.body, trak.end)) {
        if (atom.type == "tkhd") track.number = numberAt(bytes, atom.body + 12);
        if (atom.type == "tref") {
            for (const Atom& to : atomsOf(bytes, atom.body, atom.end))
                track.references[to.type] = numberAt(bytes, to.body);
        }
        if (atom.type != "mdia") continue;
        for (const Atom& part : atomsOf(bytes, atom.body, atom.end)) {
            if (part.type == "hdlr") track.handler = bytes.substr(part.body + 8, 4);
            if (part.type == "minf") (void)atomsOf(bytes, part.body, part.end);
        }
    }
    return track;
}

std::vector<Track> tracksOf(const std::filesystem::path& path) {
    const std::string bytes = core::readWhole(path);
    std::vector<Track> tracks;
    for (const Atom& top : atomsOf(bytes, 0, bytes.size())) {
        if (top.type != "moov") continue;
        for (const Atom& atom : atomsOf(bytes, top.body, top.end)) {
            if (atom.type == "trak") tracks.push_back(trackOf(bytes, atom));
        }
    }
    return tracks;
}

class Chapters : public testing::TestWithParam<std::tuple<std::string, encode::Codec, bool>> {};

TEST_P(Chapters, AreNamedByThePicturesTrack) {
    const auto& [name, codec, timed] = GetParam();
    const test::TemporaryFolder folder;
    FilmOrder order = smallOrder(folder / name, codec, {0, 30});
    order.settings.chapters = {{0, "One"}, {12, "Two"}};
    if (timed) order.settings.timecode = "10:00:00:00";
    makeFilm(order);
    const auto tracks = tracksOf(order.output);
    ASSERT_EQ(tracks.size(), timed ? 3U : 2U);
    const Track& picture = tracks.front();
    EXPECT_EQ(picture.handler, "vide");
    ASSERT_TRUE(picture.references.contains("chap"));
    EXPECT_EQ(tracks[1].number, picture.references.at("chap"));
    EXPECT_EQ(tracks[1].handler, "text");
    EXPECT_EQ(picture.references.contains("tmcd"), timed);
    if (timed) {
        EXPECT_EQ(tracks[2].number, picture.references.at("tmcd"));
    }
    const test::VideoFile file = test::readVideo(order.output);
    EXPECT_EQ(file.frameStarts.size(), 30U);
    EXPECT_EQ(file.chapters.size(), 2U);
    EXPECT_EQ(file.timecode, timed ? "10:00:00:00" : "");
}

INSTANTIATE_TEST_SUITE_P(Films, Chapters,
                         testing::Combine(testing::Values("a.mp4", "a.mov"),
                                          testing::Values(encode::Codec::h264, encode::Codec::hevc),
                                          testing::Bool()));

}  // namespace
}  // namespace ebbflow::delivery
