#include "encode/codec_info.hpp"

#include <algorithm>
#include <cassert>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/diagnostic.hpp"
#include "core/error.hpp"
#include "encode/codec_families.hpp"

namespace ebbflow::encode {

namespace {

std::vector<CodecInfo> makeTable() {
    std::vector<CodecInfo> table;
    for (const auto rows : {playedCodecs(), editCodecs(), pictureCodecs()})
        table.insert(table.end(), rows.begin(), rows.end());
    return table;
}

bool hasAlpha(const CodecInfo& row) {
    return std::ranges::any_of(row.formats,
                               [&](PixelFormat format) { return keepsAlpha(row, format); });
}

std::string thoseWithAlpha() {
    std::vector<std::string_view> names;
    for (const CodecInfo& row : allCodecs()) {
        if (hasAlpha(row)) names.push_back(row.name);
    }
    const std::string_view last = names.back();
    names.pop_back();
    return fmt::format("{} and {}", fmt::join(names, ", "), last);
}

}  // namespace

std::span<const CodecInfo> allCodecs() {
    static const std::vector<CodecInfo> table = makeTable();
    return table;
}

const CodecInfo& codecInfo(Codec codec) {
    const auto row = std::ranges::find(allCodecs(), codec, &CodecInfo::codec);
    assert(row != allCodecs().end());
    return *row;
}

const CodecInfo* findCodec(std::string_view name) {
    const auto row = std::ranges::find(allCodecs(), name, &CodecInfo::name);
    return row == allCodecs().end() ? nullptr : &*row;
}

Codec codecNamed(std::string_view name) {
    if (name == "h265") return Codec::hevc;
    if (const CodecInfo* row = findCodec(name)) return row->codec;
    std::vector<std::string> names;
    for (const CodecInfo& row : allCodecs()) names.emplace_back(row.name);
    throw core::Failure(fmt::format("unknown codec `{}`{} (there are {})", name,
                                    core::didYouMean(name, names), fmt::join(names, ", ")));
}

std::string_view nameOf(Codec codec) {
    return codecInfo(codec).name;
}

Codec usualCodec(Container container) {
    const auto row = std::ranges::find_if(allCodecs(), [&](const CodecInfo& info) {
        return std::ranges::find(info.containers, container) != info.containers.end();
    });
    assert(row != allCodecs().end());
    return row->codec;
}

Container usualContainer(Codec codec) {
    return codecInfo(codec).containers.front();
}

PixelFormat usualFormat(Codec codec) {
    return codecInfo(codec).formats.front();
}

bool keepsAlpha(const CodecInfo& row, PixelFormat format) {
    return formatInfo(format).alpha && !row.dropsAlpha;
}

PixelFormat formatFor(Codec codec, int bits, bool alpha) {
    const CodecInfo& row = codecInfo(codec);
    if (alpha && !hasAlpha(row))
        throw core::Failure(fmt::format("{} has no alpha; {} have", row.name, thoseWithAlpha()));
    std::vector<std::string> depths;
    for (const PixelFormat format : row.formats) {
        const FormatInfo& info = formatInfo(format);
        // Interleaved R′G′B′ always has the place; a writer fills it or leaves it out.
        const bool fits =
            keepsAlpha(row, format) == alpha || (!alpha && info.rgb && info.planes == 1);
        if (!fits) continue;
        if (bits == 0 || bits == info.bits) return format;
        std::string depth = fmt::format("{}", info.bits);
        if (std::ranges::find(depths, depth) == depths.end()) depths.push_back(std::move(depth));
    }
    throw core::Failure(fmt::format("{}{} has no samples of {} bits; there are {}", row.name,
                                    alpha ? " with alpha" : "", bits, fmt::join(depths, ", ")));
}

}  // namespace ebbflow::encode
