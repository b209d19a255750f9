#pragma once
// What the tests of imports share: files made up for a test in a folder of its own, and what became
// of them.

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "intake/make_film.hpp"

namespace ebbflow::test {

class ImportTest : public testing::Test {
protected:
    ImportTest() { std::filesystem::create_directories(folder_); }
    ~ImportTest() override { std::filesystem::remove_all(folder_); }

    /// Writes a file of the test's folder and gives its path.
    std::string write(const std::string& name, const std::string& bytes) const {
        std::filesystem::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
        return path(name);
    }
    [[nodiscard]] std::string path(const std::string& name) const {
        return (folder_ / name).string();
    }
    /// What is made of the files; faults go to `diagnostics`.
    std::optional<intake::Made> import(const std::vector<std::string>& paths,
                                       const std::string& as = {}, intake::Forms forms = {}) {
        return intake::makeFilm({paths, as, std::move(forms), {}, EBBFLOW_SOURCE_DIR "/geodata"},
                                diagnostics);
    }
    /// A file of what was made; empty where there is none.
    static std::string file(const std::optional<intake::Made>& made, const std::string& name) {
        if (!made) return {};
        for (const intake::FilmFile& own : made->files) {
            if (own.name == name) return own.text;
        }
        return {};
    }
    /// Its movements, with line ends as a test writes them.
    static std::string movements(const std::optional<intake::Made>& made) {
        std::string text = file(made, "data/movements.csv");
        std::erase(text, '\r');
        return text;
    }
    /// Diagnostics without the test's folder.
    [[nodiscard]] std::vector<std::string> messages() const {
        std::vector<std::string> lines;
        const std::string prefix = folder_.string() + "/";
        for (const auto& d : diagnostics.all()) {
            std::string line = core::toString(d);
            for (auto at = line.find(prefix); at != std::string::npos; at = line.find(prefix))
                line.erase(at, prefix.size());
            lines.push_back(std::move(line));
        }
        return lines;
    }

    core::Diagnostics diagnostics;

private:
    std::filesystem::path folder_ = std::filesystem::temp_directory_path() /
                                    ("ebbflow-import-" + std::to_string(getpid()) + "-" +
                                     testing::UnitTest::GetInstance()->current_test_info()->name());
};

}  // namespace ebbflow::test
