#include "raster/light_raster.hpp"

#include <algorithm>

#include "flow/paths.hpp"
#include "raster/bins.hpp"
#include "raster/light_motion.hpp"
#include "raster/look.hpp"
#include "raster/overlay_raster.hpp"

namespace ebbflow::raster {

namespace {

constexpr std::uint32_t kShare = 2048;  // lights that one piece of the setting up has

std::vector<picture::LightRange> sharesOf(const std::vector<picture::LightRange>& ranges) {
    std::vector<picture::LightRange> shares;
    for (const picture::LightRange& range : ranges) {
        for (std::uint32_t done = 0; done < range.count; done += kShare)
            shares.push_back({range.first + done, std::min(kShare, range.count - done)});
    }
    return shares;
}

PixelRect boxOf(const Corners& c) {
    return {std::min({c[0].x, c[1].x, c[2].x}), lowestOf(c), std::max({c[0].x, c[1].x, c[2].x}),
            highestOf(c)};
}

}  // namespace

LightRaster::LightRaster(std::shared_ptr<const picture::Lights> lights)
    : lights_(std::move(lights)), packed_(packPaths(*lights_)), paths_(*lights_, packed_) {
    const std::span<const glm::vec4> packed(packed_);
    for (std::size_t first = 0; first < packed.size(); first += flow::kPathSamples)
        bends_.push_back(bendOf(packed.subspan(first, flow::kPathSamples)));
}

void LightRaster::setUp(const picture::MapPicture& map, const ViewBlock& view, double pixelsPerKm,
                        Crew& crew, LightTiles& tiles) {
    const float scale = laneScale(pixelsPerKm);
    makeStrips({lights_.get(), packed_, bends_, &map, &view, scale, pixelsPerKm}, ribbons_);
    looks_ = splatLooks(lights_->looks, map.brightness, view.scale, 1);
    const std::vector<SplatLook> small =
        splatLooks(lights_->looks, map.brightness, view.scale, kStandingHead);
    splats_.clear();
    setUpSplats(
        {lights_->standing, paths_, small, view, scale, static_cast<std::uint32_t>(looks_.size())},
        map.standing, crew);
    setUpSplats({lights_->vertices, paths_, looks_, view, scale, 0}, map.lights, crew);
    looks_.insert(looks_.end(), small.begin(), small.end());
    for (const RibbonPiece& piece : ribbons_.pieces) tiles.mark(boxOf(piece.outline));
    for (const Splat& splat : splats_) tiles.mark(boxOf(splat.outline));
}

void LightRaster::setUpSplats(const SplatView& view, const std::vector<picture::LightRange>& ranges,
                              Crew& crew) {
    const std::vector<picture::LightRange> shares = sharesOf(ranges);
    if (shares_.size() < shares.size()) shares_.resize(shares.size());
    crew.share(static_cast<int>(shares.size()), [&](int i) {
        const auto n = static_cast<std::size_t>(i);
        shares_[n].clear();
        appendSplats(view, shares[n], shares_[n]);
    });
    for (std::size_t i = 0; i < shares.size(); ++i)
        splats_.insert(splats_.end(), shares_[i].begin(), shares_[i].end());
}

void LightRaster::paint(std::span<const Sprite> rings, const Crossed& crossed, float shimmerSeconds,
                        Crew& crew, LightField& field) const {
    const int height = field.height();
    const Bins pieces(ribbons_.pieces, height);
    const Bins splats(splats_, height);
    const auto scale = static_cast<float>(height / core::kReferenceHeight);
    crew.share(bandsOf(height), [&](int number) {
        const Band band = bandAt(number, height);
        layRibbons(ribbons_, pieces.of(number), crossed, shimmerSeconds, band, field);
        addSplats(splats_, looks_, splats.of(number), band, field);
        addSprites(rings, scale, band, field);
    });
}

}  // namespace ebbflow::raster
