#include "geo/guarded_drivers.hpp"

#include <map>

#include <gdal_priv.h>

#include "geo/gatekeeper.hpp"

namespace ebbflow::geo {

namespace {

using Open = GDALDataset* (*)(GDALOpenInfo*);
using OpenByDriver = GDALDataset* (*)(GDALDriver*, GDALOpenInfo*);

/// How a driver opened before it was guarded; one of the two.
struct Opening {
    Open open = nullptr;
    OpenByDriver openByDriver = nullptr;
};

std::map<const GDALDriver*, Opening>& openings() {
    static std::map<const GDALDriver*, Opening> all;
    return all;
}

GDALDataset* openGuarded(GDALDriver* driver, GDALOpenInfo* info) {
    Gatekeeper* keeper = Gatekeeper::current();
    if (keeper != nullptr) {
        const bool knowsIt = driver->pfnIdentify != nullptr && driver->pfnIdentify(info) > 0;
        if (!keeper->admitsDriver(driver->GetDescription(), info->pszFilename, knowsIt))
            return nullptr;
    }
    const Opening& opening = openings().at(driver);
    return opening.open != nullptr ? opening.open(info) : opening.openByDriver(driver, info);
}

}  // namespace

void guardDrivers() {
    GDALDriverManager& drivers = *GetGDALDriverManager();
    for (int i = 0; i < drivers.GetDriverCount(); ++i) {
        GDALDriver& driver = *drivers.GetDriver(i);
        const Opening opening{driver.pfnOpen, driver.pfnOpenWithDriverArg};
        if (opening.open == nullptr && opening.openByDriver == nullptr) continue;
        openings()[&driver] = opening;
        // GDAL asks this one where there is no pfnOpen, which is not told of the driver.
        driver.pfnOpen = nullptr;
        driver.pfnOpenWithDriverArg = openGuarded;
    }
}

}  // namespace ebbflow::geo
