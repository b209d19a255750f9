#include "encode/png.hpp"

#include <bit>
#include <cassert>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <system_error>

#include <fmt/format.h>
#include <png.h>

#include "core/error.hpp"
#include "core/whole_file.hpp"

namespace ebbflow::encode {

namespace fs = std::filesystem;

namespace {

// Measured on 1080p frames of a night map: 62 ms of CPU a frame against 104 at zlib's usual 6, for
// files a third larger. Frames of a film are on their way to another program.
constexpr int kCompression = 3;

[[noreturn]] void fail(const fs::path& path, const char* verb, const std::string& why) {
    throw core::Failure(fmt::format("cannot {} {}: {}", verb, path.string(), why));
}

// libpng calls this in place of longjmp; it is C++'s own way out, and the frames between are
// compiled with unwind tables on every platform this builds for.
[[noreturn]] void throwError(png_structp /*png*/, png_const_charp words) {
    throw core::Failure(words);
}
void ignoreWarning(png_structp /*png*/, png_const_charp /*words*/) {}

struct CloseFile {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

File open(const fs::path& path, const char* mode, const char* verb) {
    File file(std::fopen(path.c_str(), mode));
    if (!file) fail(path, verb, std::generic_category().message(errno));
    return file;
}

struct Writer {
    png_structp png =
        png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, throwError, ignoreWarning);
    png_infop info = png_create_info_struct(png);
    Writer() = default;
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    ~Writer() { png_destroy_write_struct(&png, &info); }
};

using Row = std::function<const std::uint8_t*(int)>;

struct Shape {
    int width, height, bits;
    PngAlpha alpha;
};

void encode(std::FILE* file, const Shape& shape, const Row& row) {
    const Writer writer;
    const bool keep = shape.alpha == PngAlpha::keep;
    png_init_io(writer.png, file);
    png_set_compression_level(writer.png, kCompression);
    png_set_IHDR(writer.png, writer.info, static_cast<png_uint_32>(shape.width),
                 static_cast<png_uint_32>(shape.height), shape.bits,
                 keep ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(writer.png, writer.info, PNG_sRGB_INTENT_RELATIVE);
    png_write_info(writer.png, writer.info);
    if (!keep) png_set_filler(writer.png, 0, PNG_FILLER_AFTER);
    // PNG has the high byte first.
    if (shape.bits == 16 && std::endian::native == std::endian::little) png_set_swap(writer.png);
    for (int y = 0; y < shape.height; ++y) png_write_row(writer.png, row(y));
    png_write_end(writer.png, writer.info);
}

void write(const fs::path& path, const Shape& shape, const Row& row) {
    const fs::path part = core::partOf(path);
    File file = open(part, "wb", "write");
    try {
        encode(file.get(), shape, row);
        errno = 0;
        if (std::fclose(file.release()) != 0) {
            throw core::Failure(std::generic_category().message(errno));
        }
        core::publish(part, path);
    } catch (const core::Failure& failure) {
        // libpng says only "Write Error"; errno still says why.
        const int code = errno;
        file.reset();
        std::error_code ignored;
        fs::remove(part, ignored);
        fail(path, "write", code != 0 ? std::generic_category().message(code) : failure.what());
    }
}

struct Reader {
    png_image image{};
    Reader() { image.version = PNG_IMAGE_VERSION; }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader() { png_image_free(&image); }
};

}  // namespace

void writePng(const core::Image& image, const fs::path& path, PngAlpha alpha) {
    write(path, {image.width, image.height, 8, alpha}, [&](int y) { return image.pixel(0, y); });
}

std::string pngBytes(const core::Image& image, PngAlpha alpha) {
    char* bytes = nullptr;
    std::size_t size = 0;
    File file(open_memstream(&bytes, &size));
    if (!file) throw core::Failure(std::generic_category().message(errno));
    encode(file.get(), {image.width, image.height, 8, alpha},
           [&](int y) { return image.pixel(0, y); });
    // The bytes stand once it is closed.
    file.reset();
    const std::unique_ptr<char, decltype(&std::free)> owned(bytes, std::free);
    return {bytes, size};
}

void writePng(const Planes& frame, const fs::path& path, PngAlpha alpha) {
    assert(frame.format() == PixelFormat::rgba8 || frame.format() == PixelFormat::rgba16);
    const int bits = formatInfo(frame.format()).bits;
    write(path, {frame.width(), frame.height(), bits, alpha},
          [&](int y) { return frame.row(0, y); });
}

core::Image readPng(const fs::path& path) {
    const File file = open(path, "rb", "read");
    Reader reader;
    if (png_image_begin_read_from_stdio(&reader.image, file.get()) == 0) {
        fail(path, "read", reader.image.message);
    }
    reader.image.format = PNG_FORMAT_RGBA;
    core::Image image(static_cast<int>(reader.image.width), static_cast<int>(reader.image.height));
    if (png_image_finish_read(&reader.image, nullptr, image.rgba.data(), 0, nullptr) == 0) {
        fail(path, "read", reader.image.message);
    }
    return image;
}

}  // namespace ebbflow::encode
