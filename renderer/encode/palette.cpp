#include "encode/palette.hpp"

#include <algorithm>
#include <cassert>

namespace ebbflow::encode {

namespace {

constexpr int kBits = 5;
constexpr std::size_t kCells = std::size_t{1} << (3 * kBits);
constexpr std::size_t kColours = 256;

std::size_t cellOf(const std::uint8_t* p) {
    constexpr int drop = 8 - kBits;
    return static_cast<std::size_t>(p[0] >> drop) << (2 * kBits) |
           static_cast<std::size_t>(p[1] >> drop) << kBits | static_cast<std::size_t>(p[2] >> drop);
}

/// The pixels of one cell: how many, and the sums of their channels.
struct Cell {
    std::size_t index = 0;
    std::uint64_t count = 0;
    std::array<std::uint64_t, 3> sum{};
    [[nodiscard]] double mean(std::size_t channel) const {
        return static_cast<double>(sum[channel]) / static_cast<double>(count);
    }
};

/// Cells [first, end) of the list, and how far apart they lie along their longest side.
struct Box {
    std::size_t first = 0, end = 0, channel = 0;
    double spread = 0;  ///< times the pixels in it
};

Box boxOf(const std::vector<Cell>& cells, std::size_t first, std::size_t end) {
    Box box{first, end, 0, 0};
    std::uint64_t pixels = 0;
    for (std::size_t i = first; i < end; ++i) pixels += cells[i].count;
    for (std::size_t c = 0; c < 3; ++c) {
        double least = 255, most = 0;
        for (std::size_t i = first; i < end; ++i) {
            least = std::min(least, cells[i].mean(c));
            most = std::max(most, cells[i].mean(c));
        }
        const double spread = (most - least) * static_cast<double>(pixels);
        if (spread > box.spread) {
            box.spread = spread;
            box.channel = c;
        }
    }
    return box;
}

std::vector<Cell> usedCells(const Planes& frame) {
    std::vector<Cell> all(kCells);
    for (int y = 0; y < frame.height(); ++y) {
        const std::uint8_t* p = frame.row(0, y);
        for (int x = 0; x < frame.width(); ++x, p += 4) {
            Cell& cell = all[cellOf(p)];
            ++cell.count;
            for (std::size_t c = 0; c < 3; ++c) cell.sum[c] += p[c];
        }
    }
    for (std::size_t i = 0; i < kCells; ++i) all[i].index = i;
    std::erase_if(all, [](const Cell& cell) { return cell.count == 0; });
    return all;
}

/// Where the cells of a box, once sorted, are cut so that half of the pixels lie on each side.
std::size_t medianOf(std::vector<Cell>& cells, const Box& box) {
    const auto begin = cells.begin() + static_cast<std::ptrdiff_t>(box.first);
    const auto end = cells.begin() + static_cast<std::ptrdiff_t>(box.end);
    std::sort(begin, end, [&](const Cell& a, const Cell& b) {
        const double am = a.mean(box.channel), bm = b.mean(box.channel);
        return am != bm ? am < bm : a.index < b.index;
    });
    std::uint64_t pixels = 0, before = 0;
    for (auto cell = begin; cell != end; ++cell) pixels += cell->count;
    std::size_t at = box.first;
    while (at + 1 < box.end - 1 && before + cells[at].count < pixels / 2)
        before += cells[at++].count;
    return at + 1;
}

std::uint32_t meanColour(const std::vector<Cell>& cells, const Box& box) {
    std::uint64_t count = 0;
    std::array<std::uint64_t, 3> sum{};
    for (std::size_t i = box.first; i < box.end; ++i) {
        count += cells[i].count;
        for (std::size_t c = 0; c < 3; ++c) sum[c] += cells[i].sum[c];
    }
    std::uint32_t argb = 0xFF;
    for (const std::uint64_t s : sum)
        argb = argb << 8 | static_cast<std::uint32_t>((s + count / 2) / count);
    return argb;
}

}  // namespace

Palette paletteOf(const Planes& frame) {
    assert(frame.format() == PixelFormat::rgba8);
    std::vector<Cell> cells = usedCells(frame);
    std::vector<Box> boxes{boxOf(cells, 0, cells.size())};
    while (boxes.size() < kColours) {
        const auto widest = std::ranges::max_element(boxes, {}, &Box::spread);
        if (widest->spread <= 0) break;
        const Box whole = *widest;
        const std::size_t cut = medianOf(cells, whole);
        *widest = boxOf(cells, whole.first, cut);
        boxes.push_back(boxOf(cells, cut, whole.end));
    }
    Palette palette;
    palette.argb.fill(0xFF000000);
    palette.nearest.resize(kCells);
    for (std::size_t b = 0; b < boxes.size(); ++b) {
        palette.argb[b] = meanColour(cells, boxes[b]);
        for (std::size_t i = boxes[b].first; i < boxes[b].end; ++i)
            palette.nearest[cells[i].index] = static_cast<std::uint8_t>(b);
    }
    return palette;
}

void indicesOf(const Planes& frame, int y, const Palette& palette, std::uint8_t* out) {
    const std::uint8_t* p = frame.row(0, y);
    for (int x = 0; x < frame.width(); ++x, p += 4) *out++ = palette.nearest[cellOf(p)];
}

}  // namespace ebbflow::encode
