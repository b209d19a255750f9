#pragma once
// Any elevation raster that GDAL reads, resampled onto the map plane and smoothed so that eight-bit
// steps do not show. Land only: what is below the sea is 0.

#include <optional>

#include "core/access.hpp"
#include "core/diagnostic.hpp"
#include "core/source_spec.hpp"
#include "geo/domain.hpp"
#include "geo/world.hpp"

namespace ebbflow::geo {

struct ReliefRequest {
    core::FileSpec file;
    std::optional<core::MapBox> focus;  ///< as WorldSpec::focus
    core::Access access{};
};

/// Empty, with an error in `diagnostics`, when the file cannot be used.
[[nodiscard]] Relief readRelief(const ReliefRequest& request, const Projection& projection,
                                const Domain& domain, core::Diagnostics& diagnostics);

}  // namespace ebbflow::geo
