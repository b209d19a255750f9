#include "encode/codec_page.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/error.hpp"
#include "encode/codec_info.hpp"

namespace ebbflow::encode {

namespace {

constexpr std::string_view kBegin = "<!-- codecs -->\n", kEnd = "<!-- end of codecs -->";

void addOnce(std::vector<std::string>& words, std::string word) {
    if (std::ranges::find(words, word) == words.end()) words.push_back(std::move(word));
}

std::string endsOf(const CodecInfo& row) {
    std::vector<std::string> ends;
    for (const Container container : row.containers) {
        const std::string end(endOf(container));
        ends.push_back(isNumbered(container) ? fmt::format("`NAME{}`", end) : end);
    }
    const bool folder = row.containers.front() == Container::pngFrames;
    return fmt::format("{}{}", fmt::join(ends, " "), folder ? ", a folder" : "");
}

std::vector<std::string> depthsOf(const CodecInfo& row, bool alpha) {
    std::vector<std::string> depths;
    for (const PixelFormat format : row.formats) {
        const FormatInfo& info = formatInfo(format);
        const bool fits = !alpha || keepsAlpha(row, format);
        if (fits) addOnce(depths, fmt::format("{}", info.bits));
    }
    return depths;
}

std::string bitsOf(const CodecInfo& row) {
    if (!row.words.bits.empty()) return std::string(row.words.bits);
    const auto depths = depthsOf(row, false), withAlpha = depthsOf(row, true);
    std::string bits = fmt::format("{}", fmt::join(depths, ", "));
    if (withAlpha.empty()) return bits;
    if (withAlpha == depths) return bits + "; alpha";
    return fmt::format("{}; alpha at {}", bits, fmt::join(withAlpha, ", "));
}

std::string samplingOf(PixelFormat format) {
    const FormatInfo& info = formatInfo(format);
    if (info.rgb) return info.bits == 32 ? "linear light" : "R′G′B′";
    if (info.chromaShiftX == 0) return "4:4:4";
    return info.chromaShiftY == 0 ? "4:2:2" : "4:2:0";
}

/// Of the formats that can be asked for: of each depth the first.
std::string samplesOf(const CodecInfo& row) {
    std::vector<std::string> samples;
    for (const PixelFormat format : row.formats) {
        const int bits = formatInfo(format).bits;
        const bool asked = formatFor(row.codec, bits, keepsAlpha(row, format)) == format;
        if (asked) addOnce(samples, samplingOf(format));
    }
    return fmt::format("{}", fmt::join(samples, ", "));
}

std::string rateOf(const CodecInfo& row) {
    if (row.rate == RateControl::lossless) return "lossless";
    if (row.rate == RateControl::byCodec) return std::string(row.words.rate);
    const std::string presets =
        row.presets.empty()
            ? ""
            : fmt::format("; `--encoder-preset` {}–{}", row.presets.front(), row.presets.back());
    return fmt::format("`--quality`, `--crf` 0–{} or `--bitrate`{}", row.worstCrf, presets);
}

std::string table() {
    std::string lines =
        "| `--codec` | name ends in | bits | samples | rate by | for "
        "|\n|---|---|---|---|---|---|\n";
    for (const CodecInfo& row : allCodecs()) {
        lines += fmt::format("| `{}` | {} | {} | {} | {} | {} |\n", row.name, endsOf(row),
                             bitsOf(row), samplesOf(row), rateOf(row), row.words.use);
    }
    return lines;
}

}  // namespace

std::string withCodecTable(std::string_view page) {
    const auto begin = page.find(kBegin), end = page.find(kEnd);
    if (begin == std::string_view::npos && end == std::string_view::npos) return std::string(page);
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin)
        throw core::Failure(
            fmt::format("the page's table of codecs needs `{}` before it and `{}` "
                        "behind",
                        kBegin.substr(0, kBegin.size() - 1), kEnd));
    return fmt::format("{}\n{}\n{}", page.substr(0, begin + kBegin.size()), table(),
                       page.substr(end));
}

}  // namespace ebbflow::encode
