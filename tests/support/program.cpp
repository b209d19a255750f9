#include "support/program.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "encode/png.hpp"

namespace ebbflow::test {

namespace fs = std::filesystem;

namespace {

// On a machine that many share.
constexpr double kPatience = 300;

}  // namespace

std::string smallScene() {
    return EBBFLOW_SOURCE_DIR "/scenes/students-to-moscow";
}

std::string defaultFilm() {
    return EBBFLOW_SOURCE_DIR "/scenes/china-soviet-union";
}

std::string readText(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

void writeText(const fs::path& path, std::string_view text) {
    std::ofstream file(path, std::ios::binary);
    file << text;
    if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
}

Launch ProgramTest::launchOf(const Arguments& arguments) const {
    Launch launch;
    launch.command = {EBBFLOW_PROGRAM};
    launch.command.insert(launch.command.end(), arguments.begin(), arguments.end());
    launch.environment = {{"EBBFLOW_ATLAS", EBBFLOW_SOURCE_DIR "/geodata"},
                          {"LIBGL_ALWAYS_SOFTWARE", "1"}};
    launch.output = words_ / "out";
    launch.errors = words_ / "err";
    launch.folder = folder_.path();
    fs::remove(launch.output);
    fs::remove(launch.errors);
    return launch;
}

Said ProgramTest::run(const Arguments& arguments, Launch how) const {
    Launch launch = launchOf(arguments);
    launch.environment.insert(launch.environment.end(), how.environment.begin(),
                              how.environment.end());
    launch.disk = how.disk;
    launch.withoutPrivilege = how.withoutPrivilege;
    return said(runToEnd(launch, kPatience));
}

Said ProgramTest::said(int status) const {
    return {status, readText(words_ / "out"), readText(words_ / "err")};
}

core::Image ProgramTest::still(const std::string& scene, const std::string& time,
                               const Arguments& more) const {
    const std::string path = words_ / "still.png";
    Arguments arguments{"still", scene, "--at", time, "-o", path, "--force"};
    if (std::ranges::find(more, "--device") == more.end()) arguments.emplace_back("--software");
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Said result = run(arguments);
    if (result.status != 0) throw std::runtime_error("no still: " + result.err);
    return encode::readPng(path);
}

std::vector<std::string> ProgramTest::names() const {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(folder_.path())) {
        found.push_back(entry.path().filename());
    }
    std::ranges::sort(found);
    return found;
}

}  // namespace ebbflow::test
