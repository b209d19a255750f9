#pragma once
// One frame's pixels as the encoder wants them: planes of samples, rows from the top, in a buffer
// that goes back to its pool when the frame is done with. It knows nothing of colour or of files.

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace ebbflow::encode {

enum class PixelFormat {
    yuv420p8,    ///< Y′CbCr, limited range, chroma halved both ways
    yuv444p8,    ///< Y′CbCr, limited range, chroma at full size
    rgba8,       ///< R′G′B′ and straight alpha, full range, one plane of interleaved bytes
    yuv420p10,   ///< samples of more than 8 bits are native 16-bit words, low bits used
    yuv422p10,   ///< chroma halved across only
    yuv444p10,   ///<
    yuva420p8,   ///< with straight alpha, full range and size, as the last plane
    yuva444p10,  ///<
    rgba16,      ///< as rgba8, native 16-bit words
    gbrpf32,     ///< linear light, 32-bit floats, planes of G, B, R
    gbrapf32,    ///< the same premultiplied, and alpha
};

/// What there is to know about a pixel format. A deeper format is one more row of the table.
struct FormatInfo {
    PixelFormat format;
    std::string_view name;
    int planes;
    int bytesPerPixel;  ///< of each plane
    int chromaShiftX;   ///< planes 1 and 2 are 2^shift times narrower …
    int chromaShiftY;   ///< … and lower
    int bits;           ///< of a sample; 32 are a float
    bool rgb;
    bool alpha;  ///< whether there is a place for it
};
[[nodiscard]] const FormatInfo& formatInfo(PixelFormat format);

/// Move-only owner of one frame. Rows are `stride` bytes apart, a multiple of 64.
class Planes {
public:
    Planes() = default;
    /// A frame outside any pool; its samples are unset.
    Planes(PixelFormat format, int width, int height);

    [[nodiscard]] bool empty() const { return buffer_ == nullptr; }
    [[nodiscard]] PixelFormat format() const { return format_; }
    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }
    [[nodiscard]] int planeCount() const { return formatInfo(format_).planes; }

    /// Size of plane `p` in pixels; chroma of an odd size is rounded up.
    [[nodiscard]] int planeWidth(int p) const;
    [[nodiscard]] int planeHeight(int p) const;
    /// Bytes of one row of plane `p` that carry pixels.
    [[nodiscard]] std::size_t rowBytes(int p) const;
    [[nodiscard]] std::size_t stride(int p) const { return strides_[static_cast<std::size_t>(p)]; }
    [[nodiscard]] std::uint8_t* row(int p, int y);
    [[nodiscard]] const std::uint8_t* row(int p, int y) const;
    /// Size of the whole buffer, in which the planes lie one after the other from row(0, 0).
    [[nodiscard]] std::size_t bytes() const { return bytes_; }

private:
    friend class PlanesPool;
    struct Shelf;
    /// Puts the buffer back on its shelf, or frees it when it has none.
    struct Return {
        std::shared_ptr<Shelf> shelf;
        void operator()(std::uint8_t* buffer) const noexcept;
    };

    void layOut();

    PixelFormat format_ = PixelFormat::yuv420p8;
    int width_ = 0;
    int height_ = 0;
    std::size_t bytes_ = 0;
    std::array<std::size_t, 4> offsets_{};
    std::array<std::size_t, 4> strides_{};
    std::unique_ptr<std::uint8_t[], Return> buffer_;
};

/// Equal format, size and visible samples; what lies between the rows does not count.
[[nodiscard]] bool operator==(const Planes& a, const Planes& b);

/// Hands out frames of one shape and takes their buffers back. It never waits: what bounds memory
/// is the queue the frames go through. Frames may outlive it and be freed on any thread.
class PlanesPool {
public:
    PlanesPool(PixelFormat format, int width, int height);
    [[nodiscard]] Planes acquire();

private:
    PixelFormat format_;
    int width_;
    int height_;
    std::shared_ptr<Planes::Shelf> shelf_;
};

/// XXH64 of the visible samples, plane by plane and row by row: what a manifest says of a frame.
[[nodiscard]] std::uint64_t hashOf(const Planes& planes);

}  // namespace ebbflow::encode
