#include "encode/planes.hpp"

#include <cassert>
#include <cstring>
#include <mutex>
#include <new>

#include "core/byte_hash.hpp"
#include "core/enum_size.hpp"

namespace ebbflow::encode {

namespace {

// Wide enough for every vector unit that will read or write a row.
constexpr std::size_t kAlignment = 64;

constexpr std::array kFormats{
    FormatInfo{PixelFormat::yuv420p8, "yuv420p8", 3, 1, 1, 1, 8, false, false},
    FormatInfo{PixelFormat::yuv444p8, "yuv444p8", 3, 1, 0, 0, 8, false, false},
    FormatInfo{PixelFormat::rgba8, "rgba8", 1, 4, 0, 0, 8, true, true},
    FormatInfo{PixelFormat::yuv420p10, "yuv420p10", 3, 2, 1, 1, 10, false, false},
    FormatInfo{PixelFormat::yuv422p10, "yuv422p10", 3, 2, 1, 0, 10, false, false},
    FormatInfo{PixelFormat::yuv444p10, "yuv444p10", 3, 2, 0, 0, 10, false, false},
    FormatInfo{PixelFormat::yuva420p8, "yuva420p8", 4, 1, 1, 1, 8, false, true},
    FormatInfo{PixelFormat::yuva444p10, "yuva444p10", 4, 2, 0, 0, 10, false, true},
    FormatInfo{PixelFormat::rgba16, "rgba16", 1, 8, 0, 0, 16, true, true},
    FormatInfo{PixelFormat::gbrpf32, "gbrpf32", 3, 4, 0, 0, 32, true, false},
    FormatInfo{PixelFormat::gbrapf32, "gbrapf32", 4, 4, 0, 0, 32, true, true},
};
static_assert(core::hasEveryValue(kFormats, &FormatInfo::format));

std::uint8_t* allocate(std::size_t bytes) {
    return static_cast<std::uint8_t*>(::operator new (bytes, std::align_val_t{kAlignment}));
}

void deallocate(std::uint8_t* buffer) noexcept {
    ::operator delete (buffer, std::align_val_t{kAlignment});
}

int shifted(int length, int shift) {
    return (length + (1 << shift) - 1) >> shift;
}

}  // namespace

const FormatInfo& formatInfo(PixelFormat format) {
    return kFormats[static_cast<std::size_t>(format)];
}

struct Planes::Shelf {
    Shelf() = default;
    Shelf(const Shelf&) = delete;
    Shelf& operator=(const Shelf&) = delete;
    ~Shelf() {
        for (std::uint8_t* buffer : free) deallocate(buffer);
    }

    std::mutex mutex;
    std::vector<std::uint8_t*> free;
    std::size_t made = 0;  ///< buffers handed out for the first time
};

void Planes::Return::operator()(std::uint8_t* buffer) const noexcept {
    if (!shelf) return deallocate(buffer);
    const std::scoped_lock lock(shelf->mutex);
    // acquire() has reserved the room for every buffer it ever handed out, so this cannot throw.
    shelf->free.push_back(buffer);
}

Planes::Planes(PixelFormat format, int width, int height)
    : format_(format), width_(width), height_(height) {
    layOut();
    buffer_.reset(allocate(bytes_));
}

void Planes::layOut() {
    assert(width_ > 0 && height_ > 0);
    for (int p = 0; p < planeCount(); ++p) {
        const auto plane = static_cast<std::size_t>(p);
        offsets_[plane] = bytes_;
        strides_[plane] = (rowBytes(p) + kAlignment - 1) / kAlignment * kAlignment;
        bytes_ += strides_[plane] * static_cast<std::size_t>(planeHeight(p));
    }
}

int Planes::planeWidth(int p) const {
    return p == 0 || p == 3 ? width_ : shifted(width_, formatInfo(format_).chromaShiftX);
}

int Planes::planeHeight(int p) const {
    return p == 0 || p == 3 ? height_ : shifted(height_, formatInfo(format_).chromaShiftY);
}

std::size_t Planes::rowBytes(int p) const {
    return static_cast<std::size_t>(planeWidth(p)) *
           static_cast<std::size_t>(formatInfo(format_).bytesPerPixel);
}

std::uint8_t* Planes::row(int p, int y) {
    return buffer_.get() + offsets_[static_cast<std::size_t>(p)] +
           stride(p) * static_cast<std::size_t>(y);
}

const std::uint8_t* Planes::row(int p, int y) const {
    return buffer_.get() + offsets_[static_cast<std::size_t>(p)] +
           stride(p) * static_cast<std::size_t>(y);
}

bool operator==(const Planes& a, const Planes& b) {
    if (a.empty() || b.empty()) return a.empty() == b.empty();
    if (a.format() != b.format() || a.width() != b.width() || a.height() != b.height()) {
        return false;
    }
    for (int p = 0; p < a.planeCount(); ++p) {
        for (int y = 0; y < a.planeHeight(p); ++y) {
            if (std::memcmp(a.row(p, y), b.row(p, y), a.rowBytes(p)) != 0) return false;
        }
    }
    return true;
}

PlanesPool::PlanesPool(PixelFormat format, int width, int height)
    : format_(format), width_(width), height_(height), shelf_(std::make_shared<Planes::Shelf>()) {}

Planes PlanesPool::acquire() {
    Planes planes;
    planes.format_ = format_;
    planes.width_ = width_;
    planes.height_ = height_;
    planes.layOut();
    std::uint8_t* buffer = nullptr;
    {
        const std::scoped_lock lock(shelf_->mutex);
        if (shelf_->free.empty()) {
            shelf_->free.reserve(shelf_->made + 1);
            ++shelf_->made;
        } else {
            buffer = shelf_->free.back();
            shelf_->free.pop_back();
        }
    }
    if (buffer == nullptr) buffer = allocate(planes.bytes_);
    planes.buffer_ = {buffer, Planes::Return{shelf_}};
    return planes;
}

std::uint64_t hashOf(const Planes& planes) {
    core::ByteHash hash;
    for (int p = 0; p < planes.planeCount(); ++p) {
        for (int y = 0; y < planes.planeHeight(p); ++y)
            hash.add(planes.row(p, y), planes.rowBytes(p));
    }
    return hash.value();
}

}  // namespace ebbflow::encode
