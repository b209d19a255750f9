#pragma once
// Wishes of every sort that go together, for tests that ask what holds of all of them.

#include <random>
#include <span>
#include <vector>

#include "encode/codec_info.hpp"
#include "produce/wish.hpp"

namespace ebbflow::test {

class RandomWishes {
public:
    explicit RandomWishes(unsigned seed) : random_(seed) {}

    produce::RenderWish next() {
        produce::RenderWish wish;
        wish.scene = "/scenes/" + word() + "/film.yaml";
        if (maybe()) wish.timing = "/talk of mine/" + word();
        if (maybe()) wish.shaders = "/shaders of mine/" + word();
        wish.permissions.network = maybe();
        wish.permissions.trust = maybe();
        wish.permissions.noLimits = maybe();
        if (maybe()) wish.permissions.allow = {"/maps", "tables"};
        addFilms(wish);
        addPicture(wish);
        addEncoding(wish);
        if (maybe()) wish.captions = {produce::CaptionFile::vtt, produce::CaptionFile::srt};
        if (maybe()) wish.subtitles = {"en", "zh-Hans"};
        wish.sound = maybe();
        return wish;
    }

private:
    bool maybe() { return std::bernoulli_distribution(0.5)(random_); }
    int whole(int least, int most) { return std::uniform_int_distribution(least, most)(random_); }
    template <class T>
    const T& any(const std::vector<T>& values) {
        return any(std::span<const T>(values));
    }
    template <class T>
    const T& any(std::span<const T> values) {
        return values[static_cast<std::size_t>(whole(0, static_cast<int>(values.size()) - 1))];
    }
    std::string word() { return any<std::string>({"a", "фильм", "film \"two\"", "三\t\\", "é✓😀"}); }

    void addFilms(produce::RenderWish& wish) {
        if (maybe())
            wish.languages = any<std::vector<std::string>>({{"en"}, {"all"}, {"ru", "zh"}});
        wish.fitLanguage = maybe();
        if (maybe()) wish.from = moment();
        if (maybe()) wish.to = moment();
        if (maybe()) wish.chapter = word();
        wish.perChapter = maybe();
        wish.handles = whole(0, 50);
    }

    produce::Moment moment() {
        switch (whole(0, 2)) {
            case 0:
                return core::FilmTime::fromTicks(
                    std::uniform_int_distribution<std::int64_t>(0, 1'000'000'000'000'000)(random_));
            case 1:
                return produce::FrameNumber{whole(0, 1'000'000'000)};
            default:
                return produce::TimecodeName{"10:00:12:0" + std::to_string(whole(0, 9))};
        }
    }

    void addPicture(produce::RenderWish& wish) {
        if (maybe()) wish.size = encode::FrameSize{2 * whole(128, 2000), 2 * whole(64, 2000)};
        if (maybe()) wish.rate = any<core::FrameRate>({{25, 1}, {30000, 1001}, {48, 1}, {12, 1}});
        wish.review = maybe();
        wish.samples = any<int>({1, 4, 9, 16});
        wish.shutter = whole(0, 360);
        wish.shutterMoments = whole(2, 256);
        wish.device =
            any<produce::Device>({produce::Device::automatic, produce::Device::gpu,
                                  produce::Device::software, produce::Device::softwareGl});
    }

    /// Of a codec, only what it takes.
    void addEncoding(produce::RenderWish& wish) {
        const encode::CodecInfo& info = any(encode::allCodecs());
        const encode::FormatInfo& format = encode::formatInfo(any(info.formats));
        const encode::Container container = any(info.containers);
        wish.output = "/out/" + word() + std::string(encode::endOf(container));
        if (maybe() || info.codec != encode::usualCodec(container)) wish.codec = info.codec;
        if (maybe() && !format.alpha) wish.depth = format.bits;
        wish.quality = any<encode::Quality>({encode::Quality::draft, encode::Quality::web,
                                             encode::Quality::high, encode::Quality::master});
        if (info.rate == encode::RateControl::quality) {
            if (maybe())
                wish.crf = whole(0, static_cast<int>(info.worstCrf) * 10) / 10.0;
            else if (maybe())
                wish.bitrate = whole(10'000, 100'000'000);
        }
        wish.hardware = maybe();
        wish.threads = whole(1, 64);
        if (maybe()) wish.segment = whole(1, 1000);
        if (maybe() && wish.rate == core::FrameRate{25, 1}) wish.timecode = "09:59:00:00";
    }

    std::mt19937 random_;
};

}  // namespace ebbflow::test
