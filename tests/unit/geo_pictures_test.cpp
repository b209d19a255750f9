// Pictures from files: the same colours whatever the format, upright, no larger than a film needs.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include <gdal_priv.h>

#include "geo/gdal_access.hpp"
#include "geo/picture_file.hpp"
#include "support/video_fixture.hpp"

namespace ebbflow::geo {
namespace {

using testing::HasSubstr;

/// Red grows to the right, green downwards, blue is the same everywhere.
GDALDatasetUniquePtr slopes(int width, int height, int bands, GDALDataType type, int scale) {
    registerGdal();
    auto* memory = GetGDALDriverManager()->GetDriverByName("MEM");
    GDALDatasetUniquePtr data(memory->Create("", width, height, bands, type, nullptr));
    for (int band = 0; band < bands; ++band) {
        std::vector<std::uint16_t> samples;
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) {
                const std::array values{x * 200 / width, y * 200 / height, 90, 255};
                samples.push_back(
                    static_cast<std::uint16_t>(values[static_cast<std::size_t>(band)] * scale));
            }
        }
        EXPECT_EQ(
            data->GetRasterBand(band + 1)->RasterIO(GF_Write, 0, 0, width, height, samples.data(),
                                                    width, height, GDT_UInt16, 0, 0, nullptr),
            CE_None);
    }
    return data;
}

class Pictures : public testing::Test {
protected:
    std::string save(GDALDataset& data, const char* format, const std::string& name) {
        std::string path = folder_ / name;
        auto* driver = GetGDALDriverManager()->GetDriverByName(format);
        GDALDatasetUniquePtr copy(
            driver->CreateCopy(path.c_str(), &data, 0, nullptr, nullptr, nullptr));
        EXPECT_TRUE(copy) << format;
        return path;
    }
    core::Image read(const std::string& path) {
        auto picture = readPicture(path, {"film.yaml", 3, 5}, {}, diagnostics_);
        return picture ? std::move(*picture) : core::Image{};
    }
    static void expectSlopes(const core::Image& image, int tolerance) {
        ASSERT_EQ(image.width, 120);
        ASSERT_EQ(image.height, 80);
        for (int y = 4; y < 80; y += 12) {
            for (int x = 4; x < 120; x += 12) {
                const int red = x * 200 / 120, green = y * 200 / 80;
                EXPECT_NEAR(image.pixel(x, y)[0], red, tolerance);
                EXPECT_NEAR(image.pixel(x, y)[1], green, tolerance);
                EXPECT_NEAR(image.pixel(x, y)[2], 90, tolerance);
                EXPECT_EQ(image.pixel(x, y)[3], 255);
            }
        }
    }
    ebbflow::test::TemporaryFolder folder_;
    core::Diagnostics diagnostics_;
};

TEST_F(Pictures, HaveTheSameColoursInEveryFormat) {
    const auto data = slopes(120, 80, 3, GDT_Byte, 1);
    expectSlopes(read(save(*data, "PNG", "a.png")), 0);
    expectSlopes(read(save(*data, "GTiff", "a.tif")), 0);
    expectSlopes(read(save(*data, "JPEG", "a.jpg")), 12);
    EXPECT_TRUE(diagnostics_.all().empty());
}

TEST_F(Pictures, OfSixteenBitsKeepTheUpperEight) {
    expectSlopes(read(save(*slopes(120, 80, 3, GDT_UInt16, 257), "PNG", "a.png")), 0);
}

TEST_F(Pictures, OfOneBandAreGrey) {
    const core::Image image = read(save(*slopes(120, 80, 1, GDT_Byte, 1), "PNG", "a.png"));
    ASSERT_EQ(image.width, 120);
    EXPECT_EQ(image.pixel(60, 40)[0], 100);
    EXPECT_EQ(image.pixel(60, 40)[1], 100);
    EXPECT_EQ(image.pixel(60, 40)[2], 100);
    EXPECT_EQ(image.pixel(60, 40)[3], 255);
}

TEST_F(Pictures, AreTurnedAsTheCameraWasHeld) {
    const auto data = slopes(120, 80, 3, GDT_Byte, 1);
    data->SetMetadataItem("EXIF_Orientation", "6");
    const std::string path = folder_ / "a.vrt";
    auto* driver = GetGDALDriverManager()->GetDriverByName("VRT");
    const std::string png = save(*data, "GTiff", "b.tif");
    GDALDatasetUniquePtr source(GDALDataset::Open(png.c_str()));
    source->SetMetadataItem("EXIF_Orientation", "6");
    GDALDatasetUniquePtr(
        driver->CreateCopy(path.c_str(), source.get(), 0, nullptr, nullptr, nullptr));
    const core::Image image = read(path);
    ASSERT_EQ(image.width, 80);
    ASSERT_EQ(image.height, 120);
    // What was at the left is now above: red grows downwards, green to the left.
    EXPECT_GT(image.pixel(40, 110)[0], image.pixel(40, 10)[0] + 100);
    EXPECT_GT(image.pixel(5, 60)[1], image.pixel(75, 60)[1] + 100);
}

TEST_F(Pictures, AreNoLargerThanAFilmNeeds) {
    const core::Image image = read(save(*slopes(6000, 40, 1, GDT_Byte, 1), "GTiff", "wide.tif"));
    EXPECT_EQ(image.width, kMostImagePixels);
    EXPECT_EQ(image.height, 27);
    EXPECT_NEAR(image.pixel(2048, 13)[0], 100, 1) << "averaged, not cut";
}

TEST_F(Pictures, ThatAreNoneAreTold) {
    EXPECT_EQ(read(folder_ / "missing.png").width, 0);
    EXPECT_EQ(read("/vsicurl/http://localhost:9/a.png").width, 0);
    ASSERT_EQ(diagnostics_.all().size(), 2U);
    EXPECT_THAT(diagnostics_.all()[0].message, HasSubstr("there is no such file"));
    EXPECT_EQ(diagnostics_.all()[0].place.line, 3);
    EXPECT_THAT(diagnostics_.all()[1].message, HasSubstr("--network"));
}

}  // namespace
}  // namespace ebbflow::geo
