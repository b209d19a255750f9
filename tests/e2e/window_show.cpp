#include "e2e/window_show.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "encode/png.hpp"

namespace ebbflow::test {

namespace fs = std::filesystem;

namespace {

// On a machine that many share, and that draws in software.
constexpr double kPatience = 60;

bool alike(const core::Image& a, const core::Image& b) {
    if (a.width != b.width || a.height != b.height) return false;
    std::size_t off = 0;
    for (std::size_t i = 0; i < a.rgba.size(); ++i) {
        const int difference = std::abs(a.rgba[i] - b.rgba[i]);
        if (difference > 2) return false;
        off += difference == 0 ? 0 : 1;
    }
    return off * 1000 <= a.rgba.size();
}

}  // namespace

void WindowTest::SetUp() {
    // The program may have been built far from its map data.
    ::setenv("EBBFLOW_ATLAS", EBBFLOW_SOURCE_DIR "/geodata", 1);
    std::string pattern = (fs::temp_directory_path() / "ebbflow-window-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
    fs::create_directory(folder_ / "here");
    display_ = std::make_unique<Display>(folder_);
}

void WindowTest::TearDown() {
    if (HasFailure()) {
        if (const auto seen = display_->window()) {
            const fs::path path = fs::temp_directory_path() / "ebbflow-window-failed.png";
            encode::writePng(*seen, path);
            std::cerr << "the window: " << path << '\n';
        }
        std::cerr << readText(folder_ / "status") << output();
    }
    program_.reset();
    display_.reset();
    fs::remove_all(folder_);
}

void WindowTest::launch(const std::string& scene, const std::vector<std::string>& options) {
    fs::remove(folder_ / "status");
    Launch launch;
    launch.command = {EBBFLOW_PROGRAM, "play", scene, "--status", (folder_ / "status").string()};
    launch.command.insert(launch.command.end(), options.begin(), options.end());
    launch.environment = {{"DISPLAY", display_->name()}, {"LIBGL_ALWAYS_SOFTWARE", "1"}};
    launch.without = {"WAYLAND_DISPLAY"};
    launch.output = launch.errors = folder_ / "output";
    launch.folder = folder_ / "here";
    program_ = std::make_unique<Process>(launch);
}

void WindowTest::play(const std::string& scene, const std::vector<std::string>& options) {
    launch(scene, options);
    ASSERT_TRUE(eventually([&] { return !status().empty() || !program_->running(); }, kPatience));
    ASSERT_TRUE(program_->running()) << output();
}

StatusValues WindowTest::status() const {
    StatusValues values;
    std::istringstream lines(readText(folder_ / "status"));
    for (std::string line; std::getline(lines, line);) {
        const std::size_t middle = line.find('=');
        if (middle != std::string::npos) values[line.substr(0, middle)] = line.substr(middle + 1);
    }
    return values;
}

double WindowTest::time() const {
    return std::stod(status().at("time"));
}

bool WindowTest::becomes(const std::string& key, const std::string& value) const {
    return becomes(key, [&](const std::string& now) { return now == value; });
}

bool WindowTest::becomes(const std::string& key,
                         const std::function<bool(const std::string&)>& good) const {
    const auto asked = [&] {
        const StatusValues values = status();
        const auto found = values.find(key);
        return found != values.end() && good(found->second);
    };
    return eventually([&] { return asked() || !program_->running(); }, kPatience) && asked();
}

bool WindowTest::keyMakes(const std::string& name, const std::string& key,
                          const std::string& value) const {
    display_->key(name);
    return becomes(key, value);
}

core::Image WindowTest::still(const std::string& scene, const std::string& time,
                              const std::string& size,
                              const std::vector<std::string>& options) const {
    const fs::path path = folder_ / "still.png";
    Launch launch;
    launch.command = {EBBFLOW_PROGRAM, "still", scene, "--at", time,
                      "--size",        size,    "-o",  path,   "--force"};
    // Shaders are drawn by GL's passes, as the window draws them.
    const bool shaders = std::ranges::find(options, "--shader-dir") != options.end();
    launch.command.insert(launch.command.end(), {"--device", shaders ? "software-gl" : "software"});
    launch.command.insert(launch.command.end(), options.begin(), options.end());
    if (runToEnd(launch, kPatience) != 0) throw std::runtime_error("no still was made");
    return encode::readPng(path);
}

bool WindowTest::windowShows(const core::Image& expected) const {
    return eventually(
        [&] {
            const auto seen = display_->window();
            return seen && alike(*seen, expected);
        },
        kPatience / 2);
}

std::string WindowTest::output() const {
    return readText(folder_ / "output");
}

void WindowTest::write(const fs::path& path, const std::string& text) const {
    // As editors save: another file in its place.
    const fs::path part = path.string() + "~";
    std::ofstream(part) << text;
    fs::rename(part, path);
}

core::Image letterboxed(const core::Image& picture, int width, int height) {
    core::Image whole(width, height);
    for (std::size_t i = 3; i < whole.rgba.size(); i += 4) whole.rgba[i] = 255;
    const int left = (width - picture.width) / 2, top = (height - picture.height) / 2;
    for (int y = 0; y < picture.height; ++y) {
        std::copy_n(picture.pixel(0, y), std::ptrdiff_t{4} * picture.width,
                    whole.pixel(left, top + y));
    }
    return whole;
}

}  // namespace ebbflow::test
