#pragma once
// Vector files opened so that it is known who turns their texts into UTF-8: GDAL where the file
// says its encoding, else the reader (core::FileTexts). It turns nothing itself.

#include <memory>

#include "core/source_spec.hpp"

class GDALDataset;
class OGRLayer;

namespace ebbflow::geo {

struct DatasetCloser {
    void operator()(GDALDataset* dataset) const;
};
using VectorFile = std::unique_ptr<GDALDataset, DatasetCloser>;

/// Opens for reading, or gives null. Where the script names an encoding, or the file names one that
/// means none in particular, its texts are left as they are. `flags`: of GDAL's, besides.
[[nodiscard]] VectorFile openVector(const core::FileSpec& file, unsigned flags = 0);

/// Whether GDAL gives the layer's texts as the file has them.
[[nodiscard]] bool keepsBytes(OGRLayer& layer);

}  // namespace ebbflow::geo
