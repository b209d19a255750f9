#include "geo/elevation_raster.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include "core/error.hpp"
#include "geo/gdal_access.hpp"
#include "geo/raster_size.hpp"

namespace ebbflow::geo {

namespace {

struct Transformer {
    void operator()(OGRCoordinateTransformation* t) const {
        OGRCoordinateTransformation::DestroyCT(t);
    }
};
using TransformPtr = std::unique_ptr<OGRCoordinateTransformation, Transformer>;

glm::dvec2 placed(const std::array<double, 6>& t, glm::dvec2 p) {
    return {t[0] + p.x * t[1] + p.y * t[2], t[3] + p.x * t[4] + p.y * t[5]};
}

}  // namespace

struct ElevationRaster::Source {
    explicit Source(const core::Access& allowed)
        : access(allowed), session(allowed, Role::elevation) {}
    core::Access access;
    GdalSession session;
    GDALDatasetUniquePtr dataset;
    std::array<double, 6> toWorld{}, toPixel{};
    bool inDegrees = true;
    TransformPtr fromDegrees, toDegrees;  ///< null when the raster is in degrees
    double metresPerUnit = 111195;

    void open(const std::string& path);
    void readPlacing();
};

void ElevationRaster::Source::open(const std::string& path) {
    if (const std::string fault = fileFault(path, access); !fault.empty())
        throw core::Failure(fault);
    dataset.reset(GDALDataset::Open(path.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY));
    if (!dataset) {
        throw core::Failure("cannot be opened as a raster: " +
                            session.takeMessage("GDAL knows no such format"));
    }
    if (dataset->GetRasterCount() < 1) throw core::Failure("has no raster band");
    if (const std::string fault = rasterFault(*dataset, access.limits.reliefPixels, access.limits);
        !fault.empty())
        throw core::Failure(fault);
    readPlacing();
}

void ElevationRaster::Source::readPlacing() {
    if (dataset->GetGeoTransform(toWorld.data()) != CE_None ||
        !GDALInvGeoTransform(toWorld.data(), toPixel.data())) {
        throw core::Failure("does not say where on the Earth it lies");
    }
    const OGRSpatialReference* srs = dataset->GetSpatialRef();
    inDegrees = !srs || srs->IsGeographic();
    if (inDegrees) return;
    OGRSpatialReference degrees;
    degrees.SetWellKnownGeogCS("WGS84");
    degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRSpatialReference theirs(*srs);
    theirs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    fromDegrees.reset(OGRCreateCoordinateTransformation(&degrees, &theirs));
    toDegrees.reset(OGRCreateCoordinateTransformation(&theirs, &degrees));
    if (!fromDegrees || !toDegrees) throw core::Failure("its coordinate system is not understood");
    metresPerUnit = srs->GetLinearUnits();
}

ElevationRaster::ElevationRaster(const std::string& path, const core::Access& access)
    : source_(std::make_unique<Source>(access)) {
    source_->open(path);
    width_ = source_->dataset->GetRasterXSize();
    height_ = source_->dataset->GetRasterYSize();
    if (source_->inDegrees) columnsPerTurn_ = std::abs(360.0 * source_->toPixel[1]);
}

ElevationRaster::~ElevationRaster() = default;

double ElevationRaster::pixelMetres() const {
    return std::hypot(source_->toWorld[2], source_->toWorld[5]) * source_->metresPerUnit;
}

std::optional<glm::dvec2> ElevationRaster::pixelOf(core::LonLat position, double nearX) const {
    glm::dvec2 p{position.lon, position.lat};
    if (source_->fromDegrees && !source_->fromDegrees->Transform(1, &p.x, &p.y))
        return std::nullopt;
    glm::dvec2 pixel = placed(source_->toPixel, p);
    if (columnsPerTurn_ > 0) {
        pixel.x += columnsPerTurn_ * std::round((nearX - pixel.x) / columnsPerTurn_);
    }
    return pixel;
}

std::optional<core::LonLat> ElevationRaster::positionOf(glm::dvec2 pixel) const {
    glm::dvec2 p = placed(source_->toWorld, pixel);
    if (source_->toDegrees && !source_->toDegrees->Transform(1, &p.x, &p.y)) return std::nullopt;
    return core::LonLat{p.x, p.y};
}

void ElevationRaster::load(const PlaneBox& pixels, double step) {
    const auto bound = [](double v, int most) {
        return static_cast<int>(std::clamp(v, 0.0, static_cast<double>(most)));
    };
    const int left = bound(std::floor(pixels.low.x) - 2, width_ - 1);
    const int top = bound(std::floor(pixels.low.y) - 2, height_ - 1);
    const int columns = bound(std::ceil(pixels.high.x) + 2, width_) - left;
    const int rows = bound(std::ceil(pixels.high.y) + 2, height_) - top;
    if (columns < 1 || rows < 1) return;
    const double coarser = std::max(1.0, step);
    loadedWidth_ = std::max(1, static_cast<int>(columns / coarser));
    loadedHeight_ = std::max(1, static_cast<int>(rows / coarser));
    origin_ = {left, top};
    scale_ = {static_cast<double>(loadedWidth_) / columns,
              static_cast<double>(loadedHeight_) / rows};
    metres_.resize(static_cast<std::size_t>(loadedWidth_) *
                   static_cast<std::size_t>(loadedHeight_));

    GDALRasterIOExtraArg how;
    INIT_RASTERIO_EXTRA_ARG(how);
    how.eResampleAlg = GRIORA_Average;
    GDALRasterBand* band = source_->dataset->GetRasterBand(1);
    if (band->RasterIO(GF_Read, left, top, columns, rows, metres_.data(), loadedWidth_,
                       loadedHeight_, GDT_Float32, 0, 0, &how) != CE_None) {
        throw core::Failure("cannot be read: " +
                            source_->session.takeMessage("GDAL gives no reason"));
    }
    int hasNoData = 0;
    const auto noData = static_cast<float>(band->GetNoDataValue(&hasNoData));
    // Written so that NaN fails it as well.
    for (float& m : metres_) m = m > 0 && !(hasNoData && m == noData) ? m : 0.0F;
}

float ElevationRaster::sample(double x, double y) const {
    const double u = (x - origin_.x) * scale_.x - 0.5, v = (y - origin_.y) * scale_.y - 0.5;
    // Negated, so that NaN is outside too.
    if (!(u > -1 && v > -1 && u < loadedWidth_ && v < loadedHeight_)) return 0.0F;
    const double maxU = loadedWidth_ - 1, maxV = loadedHeight_ - 1;
    const double cu = std::clamp(u, 0.0, maxU), cv = std::clamp(v, 0.0, maxV);
    const int column = static_cast<int>(cu), row = static_cast<int>(cv);
    const auto fu = static_cast<float>(cu - column), fv = static_cast<float>(cv - row);
    const std::size_t right = column + 1 < loadedWidth_ ? 1 : 0;
    const std::size_t down = row + 1 < loadedHeight_ ? static_cast<std::size_t>(loadedWidth_) : 0;
    const float* p = metres_.data() +
                     static_cast<std::size_t>(row) * static_cast<std::size_t>(loadedWidth_) +
                     static_cast<std::size_t>(column);
    const float upper = p[0] + (p[right] - p[0]) * fu;
    const float lower = p[down] + (p[down + right] - p[down]) * fu;
    return upper + (lower - upper) * fv;
}

}  // namespace ebbflow::geo
