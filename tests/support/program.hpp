#pragma once
// The ebbflow program run to its end in a folder of the test's own, and what it said. It draws in
// software, so that what a test sees does not hang on the machine's GPU.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/image.hpp"
#include "support/process.hpp"
#include "support/video_fixture.hpp"

namespace ebbflow::test {

/// What a run said.
struct Said {
    int status = -1;  ///< exit status; 128 + signal when one ended it
    std::string out;
    std::string err;
};

using Arguments = std::vector<std::string>;

/// Scenes of the source tree.
[[nodiscard]] std::string smallScene();
[[nodiscard]] std::string defaultFilm();

[[nodiscard]] std::string readText(const std::filesystem::path& path);
void writeText(const std::filesystem::path& path, std::string_view text);

class ProgramTest : public ::testing::Test {
protected:
    /// How `ebbflow ARGUMENTS` is started here; what it says goes to files of this folder.
    [[nodiscard]] Launch launchOf(const Arguments& arguments) const;
    /// Runs it to the end. `how` gives limits and environment; its command and files are not used.
    [[nodiscard]] Said run(const Arguments& arguments, Launch how = {}) const;
    [[nodiscard]] Said said(int status) const;

    /// `still`, read back. More arguments follow.
    [[nodiscard]] core::Image still(const std::string& scene, const std::string& time,
                                    const Arguments& more) const;
    /// Path in the test's folder, as the program is told it.
    [[nodiscard]] std::string at(const std::string& name) const { return folder_ / name; }
    /// Names of what lies in the test's folder, sorted.
    [[nodiscard]] std::vector<std::string> names() const;

    TemporaryFolder folder_;  ///< of this test; the program runs in it
    TemporaryFolder words_;   ///< what the program said
};

}  // namespace ebbflow::test
