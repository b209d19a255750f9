#include "geo/layer_bytes.hpp"

#include <array>
#include <string_view>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace ebbflow::geo {

namespace {

/// A dBASE file's mark for "whatever this Windows uses", which GDAL takes for Western Europe.
constexpr std::string_view kAnyWindows = "87";

VectorFile open(const core::FileSpec& file, unsigned flags, bool raw) {
    constexpr std::array<const char*, 2> kRaw{"ENCODING=", nullptr};
    return VectorFile(GDALDataset::Open(file.path.c_str(),
                                        GDAL_OF_VECTOR | GDAL_OF_READONLY | flags, nullptr,
                                        raw ? kRaw.data() : nullptr));
}

bool saysAnyWindows(GDALDataset& dataset) {
    if (dataset.GetLayerCount() == 0) return false;
    OGRLayer* layer = dataset.GetLayer(0);
    const char* mark = layer->GetMetadataItem("LDID_VALUE", "SHAPEFILE");
    return mark != nullptr && mark == kAnyWindows &&
           layer->GetMetadataItem("CPG_VALUE", "SHAPEFILE") == nullptr;
}

}  // namespace

void DatasetCloser::operator()(GDALDataset* dataset) const {
    GDALClose(dataset);
}

VectorFile openVector(const core::FileSpec& file, unsigned flags) {
    VectorFile dataset = open(file, flags, !file.encoding.empty());
    if (dataset && saysAnyWindows(*dataset)) return open(file, flags, true);
    return dataset;
}

bool keepsBytes(OGRLayer& layer) {
    return layer.TestCapability(OLCStringsAsUTF8) == FALSE;
}

}  // namespace ebbflow::geo
