#pragma once
// What tests of films share: a folder that goes away, and pictures that move and differ.

#include <unistd.h>
#include <cmath>
#include <filesystem>
#include <string>

#include "core/image.hpp"

namespace ebbflow::test {

/// A fresh folder under the system's temporary one, removed with all in it.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "ebbflow-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        path_ = name;
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const {
        return path_ / name;
    }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// Names in it, sorted by the caller if it minds.
    [[nodiscard]] std::size_t entries() const {
        return static_cast<std::size_t>(
            std::distance(std::filesystem::directory_iterator(path_), {}));
    }

private:
    std::filesystem::path path_;
};

/// A dark gradient with a bright spot that goes round: every frame is another picture.
[[nodiscard]] inline core::Image movingPicture(int width, int height, std::int64_t frame) {
    core::Image image(width, height);
    const double turn = 0.13 * static_cast<double>(frame);
    const double cx = width * (0.5 + 0.3 * std::cos(turn));
    const double cy = height * (0.5 + 0.3 * std::sin(turn));
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const double glow = std::exp(-(std::pow(x - cx, 2) + std::pow(y - cy, 2)) / 40);
            std::uint8_t* p = image.pixel(x, y);
            p[0] = static_cast<std::uint8_t>(20 + 20 * x / width + 200 * glow);
            p[1] = static_cast<std::uint8_t>(24 + 30 * y / height + 120 * glow);
            p[2] = static_cast<std::uint8_t>(40 + 10 * x / width + 40 * glow);
            p[3] = 255;
        }
    }
    return image;
}

}  // namespace ebbflow::test
