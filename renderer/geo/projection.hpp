#pragma once
// A PROJ projection as the map plane: WGS 84 degrees to kilometres and back. It knows what part of
// the globe it can show; cutting shapes to that part is domain.hpp's work.

#include <memory>
#include <optional>
#include <string>

#include "core/coordinates.hpp"

namespace ebbflow::geo {

/// Copyable, cheap to copy, immutable. Not to be used from two threads at once (PROJ's objects are
/// not); clone() gives another thread its own.
class Projection {
public:
    /// `definition`: any projected CRS that PROJ knows (`+proj=…`, `EPSG:3857`, WKT).
    /// Throws core::Failure, which says why, when it knows none such, or it is not projected.
    explicit Projection(const std::string& definition);

    /// Nothing where the projection is not defined.
    [[nodiscard]] std::optional<core::MapPoint> forward(core::LonLat position) const;
    [[nodiscard]] std::optional<core::LonLat> inverse(core::MapPoint point) const;
    [[nodiscard]] const std::string& definition() const;
    [[nodiscard]] Projection clone() const;

    struct Impl;
    [[nodiscard]] const Impl& impl() const { return *impl_; }

private:
    std::shared_ptr<const Impl> impl_;
};

}  // namespace ebbflow::geo
