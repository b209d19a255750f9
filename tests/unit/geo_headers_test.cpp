// The room's headers keep GDAL, PROJ and GEOS to its own sources.

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

namespace {

bool includesMapLibrary(const std::string& line) {
    constexpr std::array kPrivate{"<gdal", "<ogr",   "<cpl_",  "<proj",
                                  "<geos", "\"gdal", "\"ogr_", "\"cpl_"};
    return line.find("#include") != std::string::npos &&
           std::ranges::any_of(
               kPrivate, [&](const char* name) { return line.find(name) != std::string::npos; });
}

TEST(Headers, IncludeNoMapLibrary) {
    int headers = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator(EBBFLOW_SOURCE_DIR "/renderer/geo")) {
        if (entry.path().extension() != ".hpp") continue;
        ++headers;
        std::ifstream file(entry.path());
        for (std::string line; std::getline(file, line);) {
            EXPECT_FALSE(includesMapLibrary(line)) << entry.path() << ": " << line;
        }
    }
    EXPECT_GT(headers, 10);
    EXPECT_TRUE(includesMapLibrary("#include <gdal_priv.h>"));
}

}  // namespace
