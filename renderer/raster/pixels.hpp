#pragma once
// A picture in the processor's memory: red, green, blue and alpha of 8 or 16 bits, sRGB-encoded and
// premultiplied, rows from the bottom as GL has them. It is storage.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ebbflow::raster {

class Pixels {
public:
    /// Pixels that lie after a row's last, at least.
    static constexpr int kRoom = 16;

    /// Makes it anew, of nothing, unless it is so; says whether it did.
    bool resize(int width, int height, bool deep);
    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }
    [[nodiscard]] bool deep() const { return deep_; }
    /// Pixels from row to row.
    [[nodiscard]] int stride() const { return stride_; }
    /// Of a picture of 8 bits a channel.
    [[nodiscard]] std::uint8_t* row8(int y) { return eight_.data() + offset(y); }
    [[nodiscard]] const std::uint8_t* row8(int y) const { return eight_.data() + offset(y); }
    /// Of a picture of 16 bits a channel.
    [[nodiscard]] std::uint16_t* row16(int y) { return sixteen_.data() + offset(y); }
    [[nodiscard]] const std::uint16_t* row16(int y) const { return sixteen_.data() + offset(y); }

private:
    [[nodiscard]] std::ptrdiff_t offset(int y) const { return std::ptrdiff_t{4} * y * stride_; }
    int width_ = 0, height_ = 0, stride_ = 0;
    bool deep_ = false;
    std::vector<std::uint8_t> eight_;
    std::vector<std::uint16_t> sixteen_;
};

/// Linear light of the map without lights: red, green and blue as half floats, rows from the
/// bottom.
class GroundLight {
public:
    /// Makes it anew, dark, unless it has that size; says whether it did.
    bool resize(int width, int height);
    void darken();
    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }
    [[nodiscard]] std::uint16_t* row(int plane, int y) {
        return planes_.data() + (std::ptrdiff_t{plane} * height_ + y) * stride_;
    }
    [[nodiscard]] const std::uint16_t* row(int plane, int y) const {
        return planes_.data() + (std::ptrdiff_t{plane} * height_ + y) * stride_;
    }

private:
    int width_ = 0, height_ = 0, stride_ = 0;
    std::vector<std::uint16_t> planes_;
};

}  // namespace ebbflow::raster
