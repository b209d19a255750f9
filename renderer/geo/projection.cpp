#include "geo/projection.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>
#include <proj.h>

#include "core/error.hpp"
#include "geo/projection_files.hpp"
#include "geo/projection_impl.hpp"
#include "geo/projection_words.hpp"

namespace ebbflow::geo {

namespace {

constexpr int kShownLength = 400;

using PjPtr = std::unique_ptr<PJ, ProjDeleter>;

/// PROJ says why through its log; the last line is the reason.
void keepLastMessage(void* into, int /*level*/, const char* message) {
    *static_cast<std::string*>(into) = message;
}

/// `+proj=…` alone would be a bare conversion; as a CRS it also has a datum and axes.
std::string asCrs(const std::string& definition) {
    const bool projString =
        definition.find("+proj=") != std::string::npos || definition.starts_with("proj=");
    const bool typed = definition.find("type=crs") != std::string::npos;
    return projString && !typed ? definition + " +type=crs" : definition;
}

[[noreturn]] void refuse(const std::string& definition, const std::string& reason) {
    std::string shown = definition.substr(0, kShownLength);
    throw core::Failure(fmt::format("cannot use `{}` as the map's projection: {}", shown, reason));
}

bool isGeographic(PJ_TYPE type) {
    return type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS;
}

/// The projected CRS inside a bound or compound one.
PjPtr unwrapped(PJ_CONTEXT* context, PjPtr crs) {
    for (int i = 0; i < 4 && crs; ++i) {
        const PJ_TYPE type = proj_get_type(crs.get());
        if (type == PJ_TYPE_BOUND_CRS) {
            crs.reset(proj_get_source_crs(context, crs.get()));
        } else if (type == PJ_TYPE_COMPOUND_CRS) {
            crs.reset(proj_crs_get_sub_crs(context, crs.get(), 0));
        } else {
            break;
        }
    }
    return crs;
}

PjPtr projectedCrs(PJ_CONTEXT* context, const std::string& definition, const std::string& reason) {
    PjPtr crs = unwrapped(context, PjPtr(proj_create(context, asCrs(definition).c_str())));
    if (!crs) refuse(definition, plainRefusal(definition, reason));
    const PJ_TYPE type = proj_get_type(crs.get());
    // PROJ knows globes by name, and Jupiter's moon Europa is one.
    const bool byName = definition.find_first_of("=:[{") == std::string::npos;
    if (isGeographic(type) && byName) refuse(definition, plainRefusal(definition, ""));
    if (isGeographic(type)) {
        refuse(definition,
               "it is in degrees, not a map plane; for a plain map of longitude and latitude write "
               "`+proj=eqc`");
    }
    if (type != PJ_TYPE_PROJECTED_CRS) refuse(definition, "it is not a projected CRS");
    return crs;
}

double kilometresPerUnit(PJ_CONTEXT* context, const PJ* crs) {
    const PjPtr axes(proj_crs_get_coordinate_system(context, crs));
    double metres = 1.0;
    if (axes) {
        proj_cs_get_axis_info(context, axes.get(), 0, nullptr, nullptr, nullptr, &metres, nullptr,
                              nullptr, nullptr);
    }
    return metres / 1000.0;
}

bool isGreenwich(PJ_CONTEXT* context, const PJ* crs) {
    const PjPtr meridian(proj_get_prime_meridian(context, crs));
    double longitude = 0, unit = 1;
    if (meridian) {
        proj_prime_meridian_get_parameters(context, meridian.get(), &longitude, &unit, nullptr);
    }
    return longitude == 0.0;
}

/// From degrees, longitude first. The definition's own ellipsoid is taken for WGS 84: datum shifts
/// (under 200 m) are below what a film map shows, and leaving them out keeps one formula for the
/// whole globe.
PjPtr transformation(PJ_CONTEXT* context, const PJ* crs) {
    const PjPtr geographic(isGreenwich(context, crs) ? proj_crs_get_geodetic_crs(context, crs)
                                                     : proj_create(context, "EPSG:4326"));
    if (!geographic) return nullptr;
    const PjPtr operation(
        proj_create_crs_to_crs_from_pj(context, geographic.get(), crs, nullptr, nullptr));
    if (!operation) return nullptr;
    return PjPtr(proj_normalize_for_visualization(context, operation.get()));
}

bool near(core::MapPoint a, core::MapPoint b) {
    const double scale = std::max({1.0, std::abs(a.x), std::abs(a.y)});
    return std::hypot(a.x - b.x, a.y - b.y) < 1e-4 * scale;
}

}  // namespace

void ProjDeleter::operator()(pj_ctx* context) const {
    proj_context_destroy(context);
}
void ProjDeleter::operator()(PJconsts* operation) const {
    proj_destroy(operation);
}

Projection::Impl::Impl(const std::string& text) : definition(text), context(proj_context_create()) {
    if (const auto file = fileOfProjection(text); !file.empty())
        refuse(text, fmt::format("it names the file `{}`, and only PROJ's own are read", file));
    proj_context_set_enable_network(context.get(), 0);
    proj_log_func(context.get(), &lastMessage, keepLastMessage);
    const PjPtr crs = projectedCrs(context.get(), text, lastMessage);
    kmPerUnit = kilometresPerUnit(context.get(), crs.get());
    if (const char* asText = proj_as_proj_string(context.get(), crs.get(), PJ_PROJ_4, nullptr)) {
        projString = asText;
    }
    operation = transformation(context.get(), crs.get());
    if (!operation) refuse(text, plainRefusal(text, lastMessage));
}

Projection::Projection(const std::string& definition)
    : impl_(std::make_shared<const Impl>(definition)) {}

std::optional<core::MapPoint> Projection::forward(core::LonLat position) const {
    if (!std::isfinite(position.lon) || !std::isfinite(position.lat)) return std::nullopt;
    const PJ_COORD out =
        proj_trans(impl_->operation.get(), PJ_FWD, proj_coord(position.lon, position.lat, 0, 0));
    if (!std::isfinite(out.xy.x) || !std::isfinite(out.xy.y)) {
        proj_errno_reset(impl_->operation.get());
        return std::nullopt;
    }
    return core::MapPoint{out.xy.x * impl_->kmPerUnit, out.xy.y * impl_->kmPerUnit};
}

std::optional<core::LonLat> Projection::inverse(core::MapPoint point) const {
    if (!std::isfinite(point.x) || !std::isfinite(point.y)) return std::nullopt;
    const PJ_COORD in = proj_coord(point.x / impl_->kmPerUnit, point.y / impl_->kmPerUnit, 0, 0);
    const PJ_COORD out = proj_trans(impl_->operation.get(), PJ_INV, in);
    if (!std::isfinite(out.xy.x) || !std::isfinite(out.xy.y)) {
        proj_errno_reset(impl_->operation.get());
        return std::nullopt;
    }
    // Many inverses give an answer beyond the edge of the map; only what leads back counts.
    const core::LonLat result{out.xy.x, out.xy.y};
    const auto back = forward(result);
    if (!back || !near(*back, point)) return std::nullopt;
    return result;
}

const std::string& Projection::definition() const {
    return impl_->definition;
}

Projection Projection::clone() const {
    return Projection(impl_->definition);
}

}  // namespace ebbflow::geo
