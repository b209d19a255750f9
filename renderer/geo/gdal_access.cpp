#include "geo/gdal_access.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <mutex>
#include <utility>

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_http.h>
#include <fmt/format.h>
#include <gdal.h>

#include "core/plain_text.hpp"
#include "geo/guarded_drivers.hpp"
#include "geo/guarded_files.hpp"
#include "geo/packed_files.hpp"

namespace ebbflow::geo {

namespace {

constexpr auto kRemote = std::to_array<std::string_view>(
    {"/vsicurl", "/vsis3", "/vsigs", "/vsiaz", "/vsiadls", "/vsioss", "/vsiswift", "/vsihdfs",
     "/vsiwebhdfs", "http://", "https://", "ftp://"});
constexpr auto kRemoteDrivers = std::to_array<std::string_view>(
    {"http:",  "wfs:",        "wms:",      "wcs:",        "wmts:",       "csw:",   "oapif:",
     "wfs3:",  "es:",         "pg:",       "postgresql:", "mysql:",      "mssql:", "mongodbv3:",
     "carto:", "amigocloud:", "plscenes:", "plmosaic:",   "eeda:",       "eedai:", "daas:",
     "ngw:",   "gmlas:",      "stacit:",   "stacta:",     "zarr:\"/vsi", "oci:",   "hana:"});

/// Code in a VRT, code that a database loads, and databases that are not read by GDAL's own ways.
constexpr auto kSettings = std::to_array<std::pair<const char*, const char*>>(
    {{"GDAL_VRT_ENABLE_PYTHON", "NO"}, {"SPATIALITE_LOAD", "NO"}, {"SQLITE_USE_OGR_VFS", "YES"}});

/// Where GDAL's own tables are.
std::string dataFolder() {
    const char* file = CPLFindFile("gdal", "gdalvrt.xsd");
    return file != nullptr ? std::filesystem::path(file).parent_path().string() : std::string();
}

/// The answer to drivers that ask the network by themselves.
CPLHTTPResult* refuseFetch(const char* address, CSLConstList, GDALProgressFunc, void*,
                           CPLHTTPFetchWriteFunc, void*, void*) {
    if (Gatekeeper* keeper = Gatekeeper::current())
        static_cast<void>(keeper->admits(address, FileKind::remote));
    auto* result = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    result->nStatus = 1;
    result->pszErrBuf = CPLStrdup("the network is shut");
    return result;
}

/// The file that netCDF's library would open by itself: `x.nc` of `NETCDF:"x.nc":z`.
std::string netCdfFile(std::string name) {
    constexpr std::string_view kPrefix = "netcdf:";
    if (!core::lower(name).starts_with(kPrefix)) return name;
    name.erase(0, kPrefix.size());
    if (name.starts_with('"')) return name.substr(1, name.find('"', 1) - 1);
    return name.substr(0, name.rfind(':'));
}

void keepInSession(CPLErr level, CPLErrorNum, const char* message) {
    if (level < CE_Failure) return;
    static_cast<GdalSession*>(CPLGetErrorHandlerUserData())->keep(message);
}

}  // namespace

void registerGdal() {
    static std::once_flag once;
    std::call_once(once, [] {
        GDALAllRegister();
        guardDrivers();
        guardFiles();
    });
}

bool namesNetwork(std::string_view path) {
    const std::string name = core::lower(path);
    return std::ranges::any_of(kRemote,
                               [&](auto part) { return name.find(part) != std::string::npos; }) ||
           std::ranges::any_of(kRemoteDrivers, [&](auto start) { return name.starts_with(start); });
}

std::string fileFault(const std::string& path, const core::Access& access) {
    namespace fs = std::filesystem;
    if (namesNetwork(path)) {
        return access.network ? ""
                              : "is not on this machine; start with --network to let it be fetched";
    }
    if (path.starts_with("/vsi") || path.find(':') != std::string::npos) return {};
    std::error_code ignored;
    return fs::exists(path, ignored) ? access.refusal(path) : "there is no such file";
}

GdalSession::GdalSession(const core::Access& access, Role role) : access_(access), role_(role) {
    registerGdal();
    static const std::string data = dataFolder();
    if (!data.empty()) access_.allow(data);
    CPLPushErrorHandlerEx(keepInSession, this);
    if (!access_.network) CPLHTTPPushFetchCallback(refuseFetch, nullptr);
    for (const auto& [key, value] : kSettings) CPLSetThreadLocalConfigOption(key, value);
    outer_ = exchange(this);
}

GdalSession::~GdalSession() {
    exchange(outer_);
    if (outer_ == nullptr) {
        for (const auto& [key, value] : kSettings) CPLSetThreadLocalConfigOption(key, nullptr);
    }
    if (!access_.network) CPLHTTPPopFetchCallback();
    CPLPopErrorHandler();
}

std::string GdalSession::refusal(const std::string& name, FileKind kind) const {
    switch (kind) {
        case FileKind::local:
            return access_.refusal(name);
        case FileKind::remote:
            return access_.network
                       ? ""
                       : "is not on this machine; start with --network to let it be fetched";
        case FileKind::stream:
            return access_.everywhere() ? "" : "is no file; --trust lets the scene read it";
    }
    return {};
}

bool GdalSession::mayRead(const char* name, FileKind kind) const {
    return refusal(name, kind).empty();
}

bool GdalSession::admits(const char* name, FileKind kind) {
    const std::string why = refusal(name, kind);
    if (why.empty()) return true;
    // Drivers try names as files that are none: nothing to tell of.
    std::error_code ignored;
    if (kind == FileKind::local && !std::filesystem::exists(name, ignored)) return false;
    return refuse(name, why);
}

bool GdalSession::admitsDriver(std::string_view driver, const char* name, bool knowsIt) {
    if (driverReachesOut(driver)) {
        if (access_.network || !knowsIt) return access_.network;
        return refuse(name,
                      "is read from another machine; start with --network to let it be fetched");
    }
    if (!driverReads(driver, role_)) return false;
    if (name != lastPacked_) {
        // Looking into it comes here again.
        lastPacked_ = name;
        packedFault_ = packedFault(name, access_.limits);
    }
    if (!packedFault_.empty()) return refuse(name, packedFault_);
    const std::string file = driver == "netCDF" ? netCdfFile(name) : name;
    std::error_code ignored;
    const bool local = std::filesystem::exists(file, ignored);
    if (local) return admits(file.c_str(), FileKind::local);
    // Its library would take any other name to the network.
    return driver != "netCDF" || access_.network || file.starts_with("/vsi");
}

bool GdalSession::refuse(const std::string& name, const std::string& why) {
    if (refusal_.empty()) refusal_ = fmt::format("{} {}", name, why);
    CPLError(CE_Failure, CPLE_AppDefined, "%s", refusal_.c_str());
    return false;
}

std::string GdalSession::takeRefusal() {
    return std::exchange(refusal_, {});
}

std::string GdalSession::takeMessage(std::string_view otherwise) {
    std::string message = std::exchange(message_, {});
    if (std::string refusal = takeRefusal(); !refusal.empty()) return refusal;
    return message.empty() ? std::string(otherwise) : message;
}

}  // namespace ebbflow::geo
