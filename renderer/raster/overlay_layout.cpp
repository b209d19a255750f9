#include "raster/overlay_layout.hpp"

#include <algorithm>
#include <cmath>

#include <glm/common.hpp>

#include "core/overloaded.hpp"

namespace ebbflow::raster {

OverlayLayout::RowSpan OverlayLayout::rowsOf(const picture::Gap& gap) const {
    if (!gap) return {0, size_.y};
    const auto whole = [&](double row) {
        const double at = std::round(row * size_.y / core::kReferenceHeight);
        return static_cast<int>(std::clamp(at, 0.0, static_cast<double>(size_.y)));
    };
    return {whole(gap->top), whole(gap->bottom)};
}

void OverlayLayout::extendRun(Run::Kind kind, std::size_t first, std::size_t end,
                              const picture::Gap& gap) {
    const RowSpan rows = rowsOf(gap);
    if (first == end) return;
    if (runs_.empty() || runs_.back().kind != kind || runs_.back().rows != rows)
        runs_.push_back({kind, first, 0, rows});
    runs_.back().count += end - first;
}

void OverlayLayout::lay(const std::vector<picture::OverlayItem>& items, TileSet& touched) {
    runs_.clear();
    boxes_.clear();
    mesh_.clear();
    texts_.clear();
    images_.clear();
    size_ = {touched.width(), touched.height()};
    const auto scale = static_cast<float>(size_.y / core::kReferenceHeight);
    const auto sort = core::Overloaded{
        [&](const picture::BoxItem& box) {
            boxes_.push_back(
                boxSprite(box.box, box.radius, box.soft, box.fade, rgbaOf(box.colour)));
            touched.mark(boundsOf(boxes_.back(), size_.y));
            extendRun(Run::Kind::sprites, boxes_.size() - 1, boxes_.size(), box.gap);
        },
        [&](const picture::StripItem& strip) {
            const std::size_t first = mesh_.size();
            appendStrip(strip, scale, mesh_);
            markMesh(first, touched);
            extendRun(Run::Kind::mesh, first, mesh_.size(), strip.gap);
        },
        [&](const picture::PolylineItem& line) {
            const std::size_t first = mesh_.size();
            appendPolyline(line, scale, mesh_);
            markMesh(first, touched);
            extendRun(Run::Kind::mesh, first, mesh_.size(), line.gap);
        },
        [&](const picture::TextItem& words) { addWords(words, touched); },
        [&](const picture::ImageItem& image) { addImage(image, touched); },
    };
    for (const picture::OverlayItem& item : items) std::visit(sort, item);
}

void OverlayLayout::addImage(const picture::ImageItem& item, TileSet& touched) {
    if (item.opacity <= 0 || !item.picture) return;
    const double scale = size_.y / core::kReferenceHeight;
    // On whole pixels its edges are sharp.
    const auto whole = [&](double at) {
        return static_cast<float>(item.glides ? at * scale : std::round(at * scale));
    };
    const float left = whole(item.box.x), top = whole(item.box.y);
    const float right = whole(item.box.x + item.box.width);
    const float bottom = whole(item.box.y + item.box.height);
    touched.mark(fromTop(left, top, right, bottom, size_.y));
    images_.push_back({&item, {left, top, right - left, bottom - top}});
    extendRun(Run::Kind::image, images_.size() - 1, images_.size(), item.gap);
}

void OverlayLayout::addWords(const picture::TextItem& item, TileSet& touched) {
    if (item.opacity <= 0) return;
    const double scale = size_.y / core::kReferenceHeight;
    const TextCache::Words& words = words_.find(item.paragraph, scale);
    if (words.width == 0) return;
    double left = item.at.x * scale + words.originX, top = item.at.y * scale + words.originY;
    if (!item.glides) {
        // Letters keep the sharpness they were rasterised with only on whole pixels.
        left = std::round(left);
        top = std::round(top);
    }
    const double right = left + words.width, bottom = top + words.height;
    touched.mark(fromTop(static_cast<float>(left), static_cast<float>(top),
                         static_cast<float>(right), static_cast<float>(bottom), size_.y)
                     .grown(1));
    texts_.push_back({&item, &words, left, top});
    extendRun(Run::Kind::text, texts_.size() - 1, texts_.size(), item.gap);
}

void OverlayLayout::markMesh(std::size_t first, TileSet& touched) const {
    // Triangle by triangle: what is long and thin covers few tiles.
    for (std::size_t i = first; i + 2 < mesh_.size(); i += 3) {
        const glm::vec2 a = mesh_[i].at, b = mesh_[i + 1].at, c = mesh_[i + 2].at;
        const glm::vec2 least = glm::min(glm::min(a, b), c), most = glm::max(glm::max(a, b), c);
        touched.mark(fromTop(least.x, least.y, most.x, most.y, size_.y).grown(1));
    }
}

}  // namespace ebbflow::raster
