#include "geo/gdal_access.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <mutex>
#include <utility>

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>

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

// With every name forbidden, GDAL's remote file systems answer "no such file" without a look.
constexpr auto kShut =
    std::to_array<std::pair<const char*, const char*>>({{"CPL_VSIL_CURL_ALLOWED_FILENAME", "none"},
                                                        {"GDAL_HTTP_PROXY", "http://127.0.0.1:9"},
                                                        {"GDAL_HTTP_MAX_RETRY", "0"}});

void keepInSession(CPLErr level, CPLErrorNum, const char* message) {
    if (level < CE_Failure) return;
    static_cast<GdalSession*>(CPLGetErrorHandlerUserData())->keep(message);
}

std::string lower(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

}  // namespace

void registerGdal() {
    static std::once_flag once;
    std::call_once(once, GDALAllRegister);
}

bool namesNetwork(std::string_view path) {
    const std::string name = lower(path);
    return std::ranges::any_of(kRemote,
                               [&](auto part) { return name.find(part) != std::string::npos; }) ||
           std::ranges::any_of(kRemoteDrivers, [&](auto start) { return name.starts_with(start); });
}

std::string fileFault(const std::string& path) {
    namespace fs = std::filesystem;
    if (path.starts_with("/vsi") || path.find(':') != std::string::npos) return {};
    std::error_code ignored;
    const fs::file_status status = fs::status(path, ignored);
    if (!fs::exists(status)) return "there is no such file";
    if (fs::is_regular_file(status) || fs::is_directory(status)) return {};
    return "is a pipe or a device; name a file";
}

GdalSession::GdalSession(bool network) : network_(network) {
    registerGdal();
    CPLPushErrorHandlerEx(keepInSession, this);
    if (network_) return;
    for (const auto& [key, value] : kShut) CPLSetThreadLocalConfigOption(key, value);
}

GdalSession::~GdalSession() {
    if (!network_) {
        for (const auto& [key, value] : kShut) CPLSetThreadLocalConfigOption(key, nullptr);
    }
    CPLPopErrorHandler();
}

std::string GdalSession::takeMessage(std::string_view otherwise) {
    std::string message = std::exchange(message_, {});
    return message.empty() ? std::string(otherwise) : message;
}

}  // namespace ebbflow::geo
