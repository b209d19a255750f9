#include "flow/ogr_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace ebbflow::flow {

namespace {

// Drivers that talk to servers, or to whatever a file names: an atlas must not phone out because of
// a table.
constexpr std::array<std::string_view, 22> kRemoteDrivers{
    "HTTP",  "WFS",      "OAPIF",         "OGCAPI",     "CSW",        "EEDA",
    "NGW",   "Carto",    "PLSCENES",      "AmigoCloud", "PostgreSQL", "MySQL",
    "ODBC",  "PGeo",     "Elasticsearch", "OGR_VRT",    "GeoRSS",     "MSSQLSpatial",
    "GMLAS", "OGR_OGDI", "GPSBabel",      "MapML"};

/// Keeps GDAL's complaints from the terminal; the last one is the reason to give.
class QuietGdal {
public:
    QuietGdal() {
        CPLPushErrorHandler(CPLQuietErrorHandler);
        CPLErrorReset();
    }
    ~QuietGdal() { CPLPopErrorHandler(); }
    QuietGdal(const QuietGdal&) = delete;
    QuietGdal& operator=(const QuietGdal&) = delete;
    [[nodiscard]] static std::string reason() {
        const std::string text = CPLGetLastErrorMsg();
        return text.substr(0, text.find('\n'));
    }
};

CPLStringList localDrivers() {
    GDALAllRegister();
    CPLStringList names;
    GDALDriverManager* manager = GetGDALDriverManager();
    for (int i = 0; i < manager->GetDriverCount(); ++i) {
        GDALDriver* driver = manager->GetDriver(i);
        if (driver->GetMetadataItem(GDAL_DCAP_VECTOR) == nullptr) continue;
        const std::string_view name = driver->GetDescription();
        if (std::ranges::find(kRemoteDrivers, name) == kRemoteDrivers.end()) {
            names.AddString(driver->GetDescription());
        }
    }
    return names;
}

GDALDatasetUniquePtr open(const std::string& path, const CPLStringList& drivers,
                          const CPLStringList& options) {
    return GDALDatasetUniquePtr(
        GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                          drivers.List(), options.List()));
}

std::string dateText(const OGRFeature& feature, int field) {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone);
    return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::string valueText(OGRFeature& feature, int field) {
    if (!feature.IsFieldSetAndNotNull(field)) return {};
    switch (feature.GetFieldDefnRef(field)->GetType()) {
        case OFTReal:
            return fmt::format("{}", feature.GetFieldAsDouble(field));
        case OFTDate:
        case OFTDateTime:
            return dateText(feature, field);
        default:
            return feature.GetFieldAsString(field);
    }
}

std::string lowerAscii(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

/// WGS 84 degrees, longitude first, of a layer's points.
class PointReader {
public:
    explicit PointReader(OGRLayer& layer) {
        if (wkbFlatten(layer.GetGeomType()) != wkbPoint) return;
        readable_ = true;
        const OGRSpatialReference* own = layer.GetSpatialRef();
        if (own == nullptr) return;
        OGRSpatialReference wgs84;
        wgs84.SetWellKnownGeogCS("WGS84");
        wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        toWgs84_.reset(OGRCreateCoordinateTransformation(own, &wgs84));
        readable_ = toWgs84_ != nullptr;
    }
    [[nodiscard]] bool readable() const { return readable_; }
    void append(OGRFeature& feature, std::vector<std::string>& values) const {
        const OGRGeometry* geometry = feature.GetGeometryRef();
        if (geometry == nullptr || geometry->IsEmpty()) return;
        double x = geometry->toPoint()->getX();
        double y = geometry->toPoint()->getY();
        if (toWgs84_ && !toWgs84_->Transform(1, &x, &y)) return;
        values.push_back(fmt::format("{}", x));
        values.push_back(fmt::format("{}", y));
    }

private:
    bool readable_ = false;
    std::unique_ptr<OGRCoordinateTransformation> toWgs84_;
};

core::SourcePlace featurePlace(const std::string& path, bool spreadsheet, GIntBig id) {
    if (spreadsheet) return {path, static_cast<int>(id), 0};
    return {fmt::format("{} (feature {})", path, id), 0, 0};
}

void readRows(OGRLayer& layer, const std::string& path, bool spreadsheet, RawTable& table) {
    const OGRFeatureDefn* fields = layer.GetLayerDefn();
    for (int i = 0; i < fields->GetFieldCount(); ++i) {
        table.columns.push_back(lowerAscii(fields->GetFieldDefn(i)->GetNameRef()));
    }
    const PointReader points(layer);
    const bool withPoints = points.readable() && !table.find("lon") && !table.find("lat");
    if (withPoints) {
        table.columns.emplace_back("lon");
        table.columns.emplace_back("lat");
    }
    layer.ResetReading();
    for (auto& feature : layer) {
        RawRow row;
        row.place = featurePlace(path, spreadsheet, feature->GetFID());
        for (int i = 0; i < fields->GetFieldCount(); ++i)
            row.values.push_back(valueText(*feature, i));
        if (withPoints) points.append(*feature, row.values);
        table.rows.push_back(std::move(row));
    }
}

OGRLayer* chooseLayer(GDALDataset& dataset, const core::FileSpec& spec,
                      core::Diagnostics& diagnostics) {
    if (spec.layer.empty()) {
        if (dataset.GetLayerCount() > 0) return dataset.GetLayer(0);
        diagnostics.error(spec.place, fmt::format("{} holds no table", spec.path));
        return nullptr;
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

bool isNetworkName(std::string_view path) {
    const std::string name = lowerAscii(path);
    if (name.find("://") != std::string::npos) return true;
    for (const char* scheme : {"/vsicurl", "/vsis3", "/vsigs", "/vsiaz", "/vsiadls", "/vsioss",
                               "/vsiswift", "/vsihdfs", "/vsiwebhdfs"}) {
        if (name.find(scheme) != std::string::npos) return true;
    }
    for (const char* prefix :
         {"pg:", "mysql:", "mssql:", "odbc:", "wfs:", "oapif:", "es:", "carto:"}) {
        if (name.starts_with(prefix)) return true;
    }
    return false;
}

RawTable readOgr(const core::FileSpec& spec, core::Diagnostics& diagnostics) {
    RawTable table;
    table.place = {spec.path, 0, 0};
    const QuietGdal quiet;
    const GDALDatasetUniquePtr dataset = open(spec.path, localDrivers(), {});
    if (!dataset) {
        diagnostics.error(table.place,
                          fmt::format("cannot be read as a table: {}", QuietGdal::reason()));
        return table;
    }
    OGRLayer* layer = chooseLayer(*dataset, spec, diagnostics);
    if (layer == nullptr) return table;
    const std::string driver = dataset->GetDriverName();
    CPLErrorReset();
    readRows(*layer, spec.path, driver == "XLSX" || driver == "ODS", table);
    if (CPLGetLastErrorType() >= CE_Failure) {
        diagnostics.error(table.place, fmt::format("is damaged; after {} rows: {}",
                                                   table.rows.size(), QuietGdal::reason()));
        table.rows.clear();
    }
    return table;
}

std::optional<RawTable> readOgrCsv(std::string& bytes, std::string& reason) {
    const QuietGdal quiet;
    GDALAllRegister();
    // In memory there is no .csvt beside it that would turn `1,390` into the number 1.
    const std::string name = fmt::format("/vsimem/ebbflow-{}.csv", fmt::ptr(bytes.data()));
    auto* data = reinterpret_cast<GByte*>(bytes.data());
    VSIFCloseL(VSIFileFromMemBuffer(name.c_str(), data, bytes.size(), FALSE));
    std::optional<RawTable> table;
    {
        const CPLStringList drivers(std::array<const char*, 2>{"CSV", nullptr}.data());
        const std::array<const char*, 5> options{"HEADERS=YES", "AUTODETECT_TYPE=NO",
                                                 "EMPTY_STRING_AS_NULL=NO",
                                                 "GEOM_POSSIBLE_NAMES=", nullptr};
        const GDALDatasetUniquePtr dataset = open(name, drivers, CPLStringList(options.data()));
        if (dataset && dataset->GetLayerCount() == 1) {
            readRows(*dataset->GetLayer(0), {}, true, table.emplace());
        } else {
            reason = QuietGdal::reason();
        }
    }
    VSIUnlink(name.c_str());
    return table;
}

}  // namespace ebbflow::flow
