#include "encode/settings_check.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/diagnostic.hpp"
#include "encode/codec_info.hpp"
#include "encode/encoder_codecs.hpp"

namespace ebbflow::encode {

namespace {

using Found = std::vector<Problem>;

bool isOneOf(const auto& list, const auto& value) {
    return std::ranges::find(list, value) != list.end();
}

void checkContainer(const Settings& settings, Container container, Found& found) {
    const CodecInfo& info = codecInfo(settings.codec);
    if (isOneOf(info.containers, container)) return;
    std::vector<std::string_view> ends;
    for (const Container other : info.containers) ends.push_back(endOf(other));
    found.push_back({"ending", fmt::format("{} cannot hold {}; let the name end in {}",
                                           nameOf(container), info.name, fmt::join(ends, ", "))});
}

void checkFormat(const Settings& settings, Found& found) {
    const FormatInfo& format = formatInfo(settings.format);
    if (!isOneOf(codecInfo(settings.codec).formats, settings.format)) {
        found.push_back({"depth", fmt::format("{} does not take {} frames", nameOf(settings.codec),
                                              format.name)});
    } else if (settings.alpha && !format.alpha) {
        found.push_back({"depth", fmt::format("{} has no place for alpha", format.name)});
    }
}

void checkSize(const Settings& settings, Found& found) {
    const auto [width, height] = settings.size;
    if (const std::string fault = sidesFault(settings.size); !fault.empty()) {
        found.push_back({"size", fault});
        return;
    }
    const FormatInfo& info = formatInfo(settings.format);
    const int evenWidth = width & ~((1 << info.chromaShiftX) - 1);
    const int evenHeight = height & ~((1 << info.chromaShiftY) - 1);
    if (evenWidth != width || evenHeight != height) {
        found.push_back({"size", fmt::format("size {}x{}: {} halves the colour planes, so both "
                                             "sides must be even; {}x{} would do",
                                             width, height, info.name, evenWidth, evenHeight)});
    }
    const SmallestPicture& smallest = codecInfo(settings.codec).smallest;
    if (width < smallest.width || height < smallest.height) {
        found.push_back({"size", fmt::format("size {}x{}: {} begins at {}x{} pixels", width, height,
                                             smallest.whose, smallest.width, smallest.height)});
    }
}

void checkEncoderPreset(const Settings& settings, Found& found) {
    if (settings.preset.empty()) return;
    const auto rows = codecInfo(settings.codec).presets;
    const std::vector<std::string> presets(rows.begin(), rows.end());
    if (isOneOf(presets, settings.preset)) return;
    if (presets.empty()) {
        found.push_back(
            {"encoder-preset", fmt::format("{} has no encoder presets", nameOf(settings.codec))});
    } else {
        found.push_back(
            {"encoder-preset",
             fmt::format("unknown encoder preset `{}`{} (there are {})", settings.preset,
                         core::didYouMean(settings.preset, presets), fmt::join(presets, ", "))});
    }
}

void checkRateControl(const Settings& settings, Found& found) {
    const CodecInfo& info = codecInfo(settings.codec);
    if (info.rate == RateControl::quality) {
        if (settings.crf && !(*settings.crf >= 0 && *settings.crf <= info.worstCrf)) {
            found.push_back({"crf", fmt::format("crf {}: it goes from 0 (best) to {}",
                                                *settings.crf, info.worstCrf)});
        }
        if (settings.crf && settings.bitrate) {
            found.push_back({"bitrate", "crf and bitrate: one of them says how large the film is"});
        }
        if (settings.bitrate && *settings.bitrate < 10'000) {
            found.push_back({"bitrate", fmt::format("a bitrate of {} bits a second is below 10k",
                                                    *settings.bitrate)});
        }
        checkEncoderPreset(settings, found);
    } else if (settings.crf || settings.bitrate || !settings.preset.empty()) {
        const std::string_view option = settings.crf       ? "crf"
                                        : settings.bitrate ? "bitrate"
                                                           : "encoder-preset";
        found.push_back(
            {option,
             fmt::format(
                 "{} {}: it has neither crf nor bitrate nor encoder preset", info.name,
                 info.rate == RateControl::lossless ? "is lossless" : "sets its rate itself")});
    }
}

// A GIF counts in hundredths of a second, and players show a frame of less than two for ten.
void checkRate(const Settings& settings, Found& found) {
    const CodecInfo& info = codecInfo(settings.codec);
    if (info.fastest == 0 || settings.rate.perSecond() <= info.fastest) return;
    found.push_back({"rate", fmt::format("{} frames a second: players slow a {} down that has more "
                                         "than {:g}; --rate 25 would do",
                                         core::toString(settings.rate),
                                         nameOf(info.containers.front()), info.fastest)});
}

void checkEncoder(const Settings& settings, Found& found) {
    if (settings.encoder.empty()) return;
    if (codecInfo(settings.codec).encoder.empty()) {
        found.push_back(
            {"encoder", fmt::format("{} frames are written without an encoder of libav's",
                                    nameOf(settings.codec))});
        return;
    }
    const auto made = codecsOf(settings.encoder);
    if (!made || isOneOf(*made, settings.codec)) return;
    std::vector<std::string> names;
    for (const Codec codec : *made) names.push_back(fmt::format("--codec {}", nameOf(codec)));
    found.push_back(
        {"encoder", fmt::format("the encoder {} makes no {}; it goes with {}", settings.encoder,
                                nameOf(settings.codec),
                                names.empty() ? "no codec of ours"
                                              : fmt::format("{}", fmt::join(names, " or ")))});
}

}  // namespace

std::vector<Problem> problems(const Settings& settings, Container container) {
    Found found;
    checkContainer(settings, container, found);
    checkFormat(settings, found);
    checkSize(settings, found);
    checkRateControl(settings, found);
    checkRate(settings, found);
    checkEncoder(settings, found);
    if (settings.threads < 1 || settings.threads > 64) {
        found.push_back({"threads", fmt::format("{} encoder threads: from 1 to 64 can be asked for",
                                                settings.threads)});
    }
    if (settings.segmentFrames < 0) {
        found.push_back({"segment", fmt::format("a segment of {} frames", settings.segmentFrames)});
    }
    return found;
}

}  // namespace ebbflow::encode
