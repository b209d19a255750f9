#pragma once
// What the table tests share: a folder that goes when the test ends, a small gazetteer, and
// diagnostics as lines of text.

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "core/diagnostic.hpp"
#include "flow/read_tables.hpp"
#include "geo/gazetteer.hpp"

namespace ebbflow::test {

class TableTest : public testing::Test {
protected:
    TableTest() {
        std::filesystem::create_directories(folder_);
        addPlace("moscow", "Moscow", {37.617, 55.756});
        addPlace("beijing", "Peking", {116.4, 39.9});
        addPlace("harbin", "Harbin", {126.65, 45.75});
    }
    ~TableTest() override { std::filesystem::remove_all(folder_); }

    void addPlace(const std::string& id, const std::string& name, core::LonLat position) {
        geo::Place place;
        place.id = id;
        place.position = position;
        place.names.push_back({{{{"en", name}}}, {}});
        gazetteer.add(place);
    }

    /// Writes a file of the test's folder and gives its path.
    std::string write(const std::string& name, const std::string& bytes) const {
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
        return path(name);
    }
    [[nodiscard]] std::string path(const std::string& name) const {
        return (folder_ / name).string();
    }
    static core::TableSpec fileSpec(const std::string& path) {
        core::TableSpec spec;
        spec.files.push_back({path, {}, {}, {"film.yaml", 7, 12}});
        return spec;
    }

    flow::Tables read() { return flow::readTables(specs, gazetteer, diagnostics); }
    /// Movements of a CSV text.
    std::vector<flow::Movement> movements(const std::string& csv) {
        specs.movements = fileSpec(write("movements.csv", csv));
        return read().movements;
    }
    /// Diagnostics without the test's folder.
    [[nodiscard]] std::vector<std::string> messages() const {
        std::vector<std::string> lines;
        for (const auto& d : diagnostics.all()) {
            std::string line = core::toString(d);
            const std::string prefix = folder_.string() + "/";
            for (auto at = line.find(prefix); at != std::string::npos; at = line.find(prefix)) {
                line.erase(at, prefix.size());
            }
            lines.push_back(std::move(line));
        }
        return lines;
    }

    flow::TableSpecs specs;
    geo::Gazetteer gazetteer;
    core::Diagnostics diagnostics;

private:
    std::filesystem::path folder_ = std::filesystem::temp_directory_path() /
                                    ("ebbflow-flow-" + std::to_string(getpid()) + "-" +
                                     testing::UnitTest::GetInstance()->current_test_info()->name());
};

}  // namespace ebbflow::test
