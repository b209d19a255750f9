#include "geo/picture_file.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>
#include <gdal_priv.h>

#include "core/error.hpp"
#include "geo/gdal_access.hpp"
#include "geo/raster_size.hpp"

namespace ebbflow::geo {

namespace {

/// One band as bytes, averaged down to `size`; 16-bit samples keep their upper half.
std::vector<std::uint8_t> readBand(GDALRasterBand& band, int width, int height) {
    const bool wide = band.GetRasterDataType() == GDT_UInt16;
    if (!wide && band.GetRasterDataType() != GDT_Byte)
        throw core::Failure("is no picture: its samples have neither 8 nor 16 bits");
    GDALRasterIOExtraArg how;
    INIT_RASTERIO_EXTRA_ARG(how);
    // Indices of a palette cannot be averaged.
    how.eResampleAlg = band.GetColorTable() != nullptr ? GRIORA_NearestNeighbour : GRIORA_Average;
    const auto count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    std::vector<std::uint16_t> samples(count);
    if (band.RasterIO(GF_Read, 0, 0, band.GetXSize(), band.GetYSize(), samples.data(), width,
                      height, GDT_UInt16, 0, 0, &how) != CE_None)
        throw core::Failure("cannot be read to its end");
    std::vector<std::uint8_t> bytes(count);
    std::ranges::transform(samples, bytes.begin(), [&](std::uint16_t sample) {
        return static_cast<std::uint8_t>(wide ? sample >> 8 : sample);
    });
    return bytes;
}

void putChannel(core::Image& image, int channel, const std::vector<std::uint8_t>& bytes) {
    for (std::size_t i = 0; i < bytes.size(); ++i)
        image.rgba[4 * i + static_cast<std::size_t>(channel)] = bytes[i];
}

void putPalette(core::Image& image, const GDALColorTable& table,
                const std::vector<std::uint8_t>& indices) {
    for (std::size_t i = 0; i < indices.size(); ++i) {
        GDALColorEntry entry{};
        table.GetColorEntryAsRGB(indices[i], &entry);
        for (const auto& [channel, value] :
             {std::pair{0U, entry.c1}, {1U, entry.c2}, {2U, entry.c3}, {3U, entry.c4}})
            image.rgba[4 * i + channel] = static_cast<std::uint8_t>(value);
    }
}

core::Image readSamples(GDALDataset& file, int width, int height) {
    core::Image image(width, height);
    std::ranges::fill(image.rgba, 255);
    GDALRasterBand& first = *file.GetRasterBand(1);
    const auto bytes = readBand(first, width, height);
    if (first.GetColorTable() != nullptr) {
        putPalette(image, *first.GetColorTable(), bytes);
        return image;
    }
    const int bands = file.GetRasterCount();
    const bool grey = bands < 3;
    putChannel(image, 0, bytes);
    for (const int channel : {1, 2})
        putChannel(image, channel,
                   grey ? bytes : readBand(*file.GetRasterBand(channel + 1), width, height));
    const int last = grey ? 2 : 4;
    if (bands >= last && file.GetRasterBand(last)->GetColorInterpretation() == GCI_AlphaBand)
        putChannel(image, 3, readBand(*file.GetRasterBand(last), width, height));
    return image;
}

/// As the camera was held: EXIF 2.3, tag 274. Mirrored pictures, which no camera takes, stay.
core::Image upright(core::Image image, const char* orientation) {
    const int tag = orientation != nullptr ? std::atoi(orientation) : 1;
    if (tag != 3 && tag != 6 && tag != 8) return image;
    const bool turned = tag != 3;
    core::Image result(turned ? image.height : image.width, turned ? image.width : image.height);
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            const int right = image.width - 1 - x, below = image.height - 1 - y;
            const auto* from = image.pixel(x, y);
            auto* to = tag == 3   ? result.pixel(right, below)
                       : tag == 6 ? result.pixel(below, x)
                                  : result.pixel(y, right);
            std::copy_n(from, 4, to);
        }
    }
    return result;
}

core::Image readPictureOrThrow(const std::string& path, const core::Access& access) {
    GdalSession session(access, Role::picture);
    if (const std::string fault = fileFault(path, access); !fault.empty())
        throw core::Failure(fault);
    const GDALDatasetUniquePtr file(
        GDALDataset::Open(path.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY));
    if (!file)
        throw core::Failure("cannot be opened as a picture: " +
                            session.takeMessage("it is none that GDAL knows"));
    if (file->GetRasterCount() < 1) throw core::Failure("holds no picture");
    if (const std::string fault = rasterFault(*file, access.limits.picturePixels, access.limits);
        !fault.empty())
        throw core::Failure(fault);
    const int width = file->GetRasterXSize(), height = file->GetRasterYSize();
    const double shrink =
        std::max(1.0, static_cast<double>(std::max(width, height)) / kMostImagePixels);
    const auto kept = [&](int side) { return std::max(1, static_cast<int>(side / shrink)); };
    return upright(readSamples(*file, kept(width), kept(height)),
                   file->GetMetadataItem("EXIF_Orientation"));
}

}  // namespace

std::optional<core::Image> readPicture(const std::string& path, const core::SourcePlace& place,
                                       const core::Access& access, core::Diagnostics& diagnostics) {
    try {
        return readPictureOrThrow(path, access);
    } catch (const core::Failure& failure) {
        diagnostics.error(place, fmt::format("{}: {}", path, failure.what()));
        return std::nullopt;
    }
}

}  // namespace ebbflow::geo
