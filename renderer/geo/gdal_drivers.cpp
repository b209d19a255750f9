#include "geo/gdal_drivers.hpp"

#include <algorithm>
#include <array>

namespace ebbflow::geo {

namespace {

// Tables and shapes come in the same files: a table of places may be a shapefile.
constexpr auto kVector = std::to_array<std::string_view>({"CSV",        "ESRI Shapefile",
                                                          "FlatGeobuf", "GML",
                                                          "GPKG",       "GPX",
                                                          "GeoJSON",    "GeoJSONSeq",
                                                          "ESRIJSON",   "TopoJSON",
                                                          "GeoRSS",     "KML",
                                                          "LIBKML",     "MapInfo File",
                                                          "ODS",        "OGR_GMT",
                                                          "OGR_VRT",    "OpenFileGDB",
                                                          "SQLite",     "XLS",
                                                          "XLSX",       "DXF",
                                                          "DGN",        "S57",
                                                          "AVCBin",     "AVCE00",
                                                          "Memory",     "MapML",
                                                          "JML",        "Geoconcept",
                                                          "Idrisi"});
constexpr auto kElevation = std::to_array<std::string_view>(
    {"GTiff",   "COG", "VRT",    "AAIGrid", "GRASSASCIIGrid", "AIG",    "SRTMHGT", "DTED",
     "USGSDEM", "HFA", "ENVI",   "EHdr",    "ISCE",           "netCDF", "PNG",     "JPEG",
     "BMP",     "GIF", "BIGGIF", "WEBP",    "JP2OpenJPEG",    "XYZ",    "GSAG",    "GSBG",
     "GS7BG",   "RST", "SAGA",   "BT",      "GPKG",           "MEM",    "ACE2",    "RMF",
     "PNM"});
constexpr auto kPicture =
    std::to_array<std::string_view>({"VRT", "PNG", "JPEG", "GTiff", "GIF", "BIGGIF", "BMP", "WEBP",
                                     "JP2OpenJPEG", "HEIF", "TGA", "PNM", "MEM"});

constexpr auto kReachOut = std::to_array<std::string_view>(
    {"AmigoCloud",    "CSW",    "Carto",        "DAAS",     "EEDA",     "EEDAI",
     "Elasticsearch", "HTTP",   "MSSQLSpatial", "MySQL",    "NGW",      "OAPIF",
     "ODBC",          "OGCAPI", "PGeo",         "PLMOSAIC", "PLSCENES", "PostGISRaster",
     "PostgreSQL",    "STACIT", "STACTA",       "WCS",      "WFS",      "WMS",
     "WMTS",          "Zarr"});

template <std::size_t N>
bool has(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

}  // namespace

bool driverReads(std::string_view driver, Role role) {
    switch (role) {
        case Role::table:
        case Role::shapes:
            return has(kVector, driver);
        case Role::elevation:
            return has(kElevation, driver);
        case Role::picture:
            return has(kPicture, driver);
    }
    return false;
}

bool driverReachesOut(std::string_view driver) {
    return has(kReachOut, driver);
}

}  // namespace ebbflow::geo
