// The room's headers keep GDAL, PROJ and GEOS to its own sources.

#include <filesystem>
#include <fstream>
#include <regex>

#include <gtest/gtest.h>

namespace {

TEST(Headers, IncludeNoMapLibrary) {
    const std::regex forbidden(R"(^\s*#\s*include\s*[<"](gdal|ogr|cpl_|proj\.h|proj/|geos))");
    int headers = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator(EBBFLOW_SOURCE_DIR "/renderer/geo")) {
        if (entry.path().extension() != ".hpp") continue;
        ++headers;
        std::ifstream file(entry.path());
        for (std::string line; std::getline(file, line);) {
            EXPECT_FALSE(std::regex_search(line, forbidden)) << entry.path() << ": " << line;
        }
    }
    EXPECT_GT(headers, 10);
    EXPECT_TRUE(std::regex_search("#include <gdal_priv.h>", forbidden));
}

}  // namespace
