#include "live/picture.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace ebbflow::live {

namespace fs = std::filesystem;

gl::Extent pictureSize(gl::Extent window, double aspect, double scale) {
    if (window.width <= 0 || window.height <= 0) return {};
    const double width = std::min<double>(window.width, window.height * aspect);
    const auto whole = [&](double side) {
        return std::max(1, static_cast<int>(std::lround(side * scale)));
    };
    return {whole(width), whole(width / aspect)};
}

core::PixelPoint pointInPicture(gl::Extent window, double aspect, double x, double y) {
    const gl::Extent shown = pictureSize(window, aspect, 1);
    if (shown.height <= 0) return {};
    const double scale = core::kReferenceHeight / shown.height;
    return {(x - (window.width - shown.width) / 2.0) * scale,
            (y - (window.height - shown.height) / 2.0) * scale};
}

gl::Extent usualWindow(double aspect) {
    constexpr double kPixels = 1280.0 * 720.0;
    const double height = std::sqrt(kPixels / aspect);
    return {static_cast<int>(std::lround(height * aspect)), static_cast<int>(std::lround(height))};
}

fs::path unusedPictureName(const fs::path& folder, const std::string& name, core::FilmTime time) {
    const auto hundredths = static_cast<std::int64_t>(time.seconds() * 100);
    const std::string stem = fmt::format("{}_{}m{:02}.{:02}s", name, hundredths / 6000,
                                         hundredths / 100 % 60, hundredths % 100);
    fs::path path = folder / (stem + ".png");
    for (int n = 2; fs::exists(path); ++n) path = folder / fmt::format("{}-{}.png", stem, n);
    return path;
}

std::string filmName(const fs::path& script) {
    const fs::path whole = fs::absolute(script).lexically_normal();
    if (whole.filename() != "film.yaml") return whole.stem().string();
    return whole.parent_path().filename().string();
}

}  // namespace ebbflow::live
