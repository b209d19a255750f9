#include "flow/ogr_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <memory>

#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "core/calendar.hpp"
#include "core/file_texts.hpp"
#include "core/plain_text.hpp"
#include "geo/gdal_access.hpp"
#include "geo/layer_bytes.hpp"
#include "geo/layer_choice.hpp"

namespace ebbflow::flow {

namespace {

GDALDatasetUniquePtr open(const std::string& path, const char* const* drivers,
                          const char* const* options) {
    return GDALDatasetUniquePtr(GDALDataset::Open(
        path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers, options));
}

std::string dateText(const OGRFeature& feature, int field) {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone);
    std::string date = core::toString(core::toDay({year, month, day}));
    if (feature.GetFieldDefnRef(field)->GetType() == OFTDate) return date;
    // OGR's zones: 0 unknown, 1 local, 100 Greenwich, and a quarter of an hour east for each more.
    const int east = zone < 2 ? 0 : (zone - 100) * 15;
    const std::string zoneText = zone < 2 ? std::string{}
                                          : fmt::format("{}{:02}:{:02}", east < 0 ? '-' : '+',
                                                        std::abs(east) / 60, std::abs(east) % 60);
    return fmt::format("{}T{:02}:{:02}:{:02}{}", date, hour, minute, static_cast<int>(second),
                       zoneText);
}

bool holdsNumbers(OGRFieldType type) {
    return type == OFTReal || type == OFTInteger || type == OFTInteger64;
}

std::string valueText(OGRFeature& feature, int field) {
    if (!feature.IsFieldSetAndNotNull(field)) return {};
    const OGRFieldType type = feature.GetFieldDefnRef(field)->GetType();
    if (type == OFTReal) return fmt::format("{}", feature.GetFieldAsDouble(field));
    if (type == OFTDate || type == OFTDateTime) return dateText(feature, field);
    return feature.GetFieldAsString(field);
}

/// WGS 84 degrees, longitude first, of a layer's points.
class PointReader {
public:
    explicit PointReader(OGRLayer& layer) {
        if (wkbFlatten(layer.GetGeomType()) != wkbPoint) return;
        readable_ = true;
        const OGRSpatialReference* own = layer.GetSpatialRef();
        named_ = own != nullptr;
        if (!named_) return;
        OGRSpatialReference wgs84;
        wgs84.SetWellKnownGeogCS("WGS84");
        wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        toWgs84_.reset(OGRCreateCoordinateTransformation(own, &wgs84));
        readable_ = toWgs84_ != nullptr;
    }
    [[nodiscard]] bool readable() const { return readable_; }
    void append(OGRFeature& feature, std::vector<std::string>& values) {
        const OGRGeometry* geometry = feature.GetGeometryRef();
        if (geometry == nullptr || geometry->IsEmpty()) return;
        double x = geometry->toPoint()->getX();
        double y = geometry->toPoint()->getY();
        if (toWgs84_ && !toWgs84_->Transform(1, &x, &y)) return;
        if (!named_ && lost_.empty() && (std::abs(x) > 540 || std::abs(y) > 90)) {
            lost_ = fmt::format(
                "its coordinates are not degrees ({:.10g}, {:.10g}); is the .prj "
                "missing?",
                x, y);
        }
        values.push_back(fmt::format("{}", x));
        values.push_back(fmt::format("{}", y));
    }

    /// What is wrong with a layer that names no coordinate system, if it is not in degrees.
    [[nodiscard]] const std::string& lost() const { return lost_; }

private:
    bool readable_ = false;
    bool named_ = false;
    std::string lost_;
    std::unique_ptr<OGRCoordinateTransformation> toWgs84_;
};

core::SourcePlace featurePlace(const std::string& path, bool spreadsheet, GIntBig id) {
    if (spreadsheet) return {path, static_cast<int>(id), 0};
    return {fmt::format("{} (feature {})", path, id), 0, 0};
}

/// Returns what is wrong with the layer as a whole, or nothing.
std::string readRows(OGRLayer& layer, const std::string& path, bool spreadsheet,
                     const core::Limits& limits, RawTable& table) {
    const OGRFeatureDefn* fields = layer.GetLayerDefn();
    for (int i = 0; i < fields->GetFieldCount(); ++i) {
        table.columns.push_back(core::lower(fields->GetFieldDefn(i)->GetNameRef()));
        table.columnIsTyped.push_back(holdsNumbers(fields->GetFieldDefn(i)->GetType()));
    }
    PointReader points(layer);
    const bool withPoints = points.readable() && !table.find("lon") && !table.find("lat");
    if (withPoints) {
        table.columns.emplace_back("lon");
        table.columns.emplace_back("lat");
        table.columnIsTyped.insert(table.columnIsTyped.end(), 2, true);
    }
    layer.ResetReading();
    for (auto& feature : layer) {
        if (table.rows.size() >= limits.rows)
            return fmt::format("it has more than {} rows; {}", limits.rows, core::kLiftLimits);
        RawRow row;
        row.place = featurePlace(path, spreadsheet, feature->GetFID());
        for (int i = 0; i < fields->GetFieldCount(); ++i)
            row.values.push_back(valueText(*feature, i));
        if (withPoints) points.append(*feature, row.values);
        table.rows.push_back(std::move(row));
    }
    return points.lost();
}

/// Turns column names and values, or says why they cannot be turned.
void turnTexts(const core::FileSpec& spec, OGRLayer& layer, RawTable& table,
               core::Diagnostics& diagnostics) {
    core::FileTexts texts(spec.encoding, geo::keepsBytes(layer));
    for (const std::string& column : table.columns) texts.see(column);
    for (const RawRow& row : table.rows)
        for (const std::string& value : row.values) texts.see(value);
    const auto verdict = texts.settle();
    if (!verdict.remark.empty()) diagnostics.warning(table.place, verdict.remark);
    if (!verdict.fault.empty()) {
        diagnostics.error(table.place, verdict.fault);
        table.columns.clear();
        table.rows.clear();
    }
    for (std::string& column : table.columns) (void)texts.turn(column);
    for (RawRow& row : table.rows) {
        const bool all =
            std::ranges::all_of(row.values, [&](std::string& value) { return texts.turn(value); });
        if (!all) diagnostics.error(row.place, "holds what is no " + texts.encoding());
    }
}

OGRLayer* chooseLayer(GDALDataset& dataset, const core::FileSpec& spec,
                      core::Diagnostics& diagnostics) {
    if (spec.layer.empty()) {
        std::string fault = "holds no table";
        OGRLayer* only = geo::layerThatHolds(dataset, geo::ShapeKind::none, "the table", fault);
        if (only == nullptr) diagnostics.error(spec.place, fmt::format("{} {}", spec.path, fault));
        return only;
    }
    if (OGRLayer* layer = dataset.GetLayerByName(spec.layer.c_str())) return layer;
    std::vector<std::string> names;
    for (OGRLayer* layer : dataset.GetLayers()) names.emplace_back(layer->GetName());
    diagnostics.error(spec.place,
                      fmt::format("{} has no layer `{}`{}; it has {}", spec.path, spec.layer,
                                  core::didYouMean(spec.layer, names), fmt::join(names, ", ")));
    return nullptr;
}

}  // namespace

RawTable readOgr(const core::FileSpec& spec, const core::Access& access,
                 core::Diagnostics& diagnostics) {
    RawTable table;
    table.place = {spec.path, 0, 0};
    geo::GdalSession session(access, geo::Role::table);
    const geo::VectorFile dataset = geo::openVector(spec, GDAL_OF_VERBOSE_ERROR);
    if (!dataset) {
        diagnostics.error(table.place, "cannot be read as a table: " +
                                           session.takeMessage("GDAL knows no such format"));
        return table;
    }
    OGRLayer* layer = chooseLayer(*dataset, spec, diagnostics);
    if (layer == nullptr) return table;
    const std::string driver = dataset->GetDriverName();
    (void)session.takeMessage({});
    const std::string lost =
        readRows(*layer, spec.path, driver == "XLSX" || driver == "ODS", access.limits, table);
    if (!lost.empty()) {
        diagnostics.error(table.place, lost);
        table.columns.clear();
        table.rows.clear();
    }
    if (const std::string damage = session.takeMessage({}); !damage.empty()) {
        diagnostics.error(table.place,
                          fmt::format("is damaged after {} rows: {}", table.rows.size(), damage));
        table.rows.clear();
    }
    turnTexts(spec, *layer, table, diagnostics);
    return table;
}

std::optional<RawTable> readOgrCsv(std::string& bytes, std::string& reason) {
    geo::GdalSession session(core::Access{}, geo::Role::table);
    // In memory there is no .csvt beside it that would turn `1,390` into the number 1.
    const std::string name = fmt::format("/vsimem/ebbflow-{}.csv", fmt::ptr(bytes.data()));
    auto* data = reinterpret_cast<GByte*>(bytes.data());
    VSIFCloseL(VSIFileFromMemBuffer(name.c_str(), data, bytes.size(), FALSE));
    constexpr std::array<const char*, 2> kDrivers{"CSV", nullptr};
    constexpr std::array<const char*, 5> kOptions{"HEADERS=YES", "AUTODETECT_TYPE=NO",
                                                  "EMPTY_STRING_AS_NULL=NO",
                                                  "GEOM_POSSIBLE_NAMES=", nullptr};
    std::optional<RawTable> table;
    if (const auto dataset = open(name, kDrivers.data(), kOptions.data())) {
        if (dataset->GetLayerCount() == 1) {
            // Its rows have been counted.
            reason =
                readRows(*dataset->GetLayer(0), {}, true, core::Limits::none(), table.emplace());
        }
    }
    if (!table) reason = session.takeMessage("OGR finds no table in it");
    VSIUnlink(name.c_str());
    return table;
}

}  // namespace ebbflow::flow
