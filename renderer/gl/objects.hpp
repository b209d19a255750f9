#pragma once
// Owners of buffers, textures, framebuffers, vertex arrays, queries and fences, made by direct
// state access and labelled for debuggers. They hold storage; what is drawn with it is the
// painters' work. Formats and flags are GL's own numbers. Everything here needs a current context.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "gl/handle.hpp"

namespace ebbflow::gl {

struct BufferKind {
    static void destroy(std::uint32_t name) noexcept;
};
struct TextureKind {
    static void destroy(std::uint32_t name) noexcept;
};
struct FramebufferKind {
    static void destroy(std::uint32_t name) noexcept;
};
struct VertexArrayKind {
    static void destroy(std::uint32_t name) noexcept;
};
struct QueryKind {
    static void destroy(std::uint32_t name) noexcept;
};

class Buffer : public Handle<BufferKind> {
public:
    Buffer() = default;
    /// Immutable storage with this content. An empty span gives a buffer of 16 zero bytes, so that
    /// it can always be bound.
    static Buffer holding(std::span<const std::byte> bytes, std::string_view label);
    template <class T>
    static Buffer of(std::span<const T> items, std::string_view label) {
        return holding(std::as_bytes(items), label);
    }
    /// Storage that the CPU reads while the GPU goes on: persistent, coherent, mapped for reading.
    static Buffer readable(std::size_t size, std::string_view label);
    /// Mutable storage, filled by replace().
    static Buffer streaming(std::string_view label);

    /// New content for a streaming buffer; the old content stays valid for draws already issued.
    void replace(std::span<const std::byte> bytes);
    /// Of a readable buffer.
    [[nodiscard]] const std::byte* mapped() const { return mapped_; }

private:
    using Handle::Handle;
    const std::byte* mapped_ = nullptr;
};

class Texture : public Handle<TextureKind> {
public:
    Texture() = default;
    /// One level unless `mipmapped`; linear filters, clamped to the edge.
    static Texture image(std::uint32_t format, int width, int height, std::string_view label,
                         bool mipmapped = false);
    static Texture multisampled(std::uint32_t format, int width, int height, int samples,
                                std::string_view label);
    /// Replaces level 0. `pixelFormat`, `pixelType`: of `pixels`, rows tightly packed.
    void upload(std::uint32_t pixelFormat, std::uint32_t pixelType, const void* pixels);
    void buildMipmaps();
    void uploadLevel(int level, int width, int height, std::uint32_t pixelFormat,
                     std::uint32_t pixelType, const void* pixels);
    void bind(std::uint32_t unit) const;
    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }

private:
    using Handle::Handle;
    int width_ = 0;
    int height_ = 0;
};

class Framebuffer : public Handle<FramebufferKind> {
public:
    Framebuffer() = default;
    /// Colour attachments in order. Throws core::Failure when the driver cannot draw into them.
    static Framebuffer of(std::initializer_list<const Texture*> colours, std::string_view label);
    /// Binds it for drawing with the viewport over all of it.
    void bind() const;

private:
    using Handle::Handle;
    int width_ = 0;
    int height_ = 0;
};

class VertexArray : public Handle<VertexArrayKind> {
public:
    VertexArray() = default;
    static VertexArray make(std::string_view label);

private:
    using Handle::Handle;
};

/// The GPU's clock at a point in its stream of work.
class Query : public Handle<QueryKind> {
public:
    Query() = default;
    static Query clockHere();
    /// Of the GPU's own clock. Waits until the point is reached.
    [[nodiscard]] std::uint64_t nanoseconds() const;

private:
    using Handle::Handle;
};

/// A point in the GPU's stream of work that can be waited for.
class Fence {
public:
    Fence() = default;
    static Fence here();
    ~Fence();
    Fence(Fence&& other) noexcept : sync_(std::exchange(other.sync_, nullptr)) {}
    Fence& operator=(Fence&& other) noexcept {
        std::swap(sync_, other.sync_);
        return *this;
    }
    Fence(const Fence&) = delete;
    Fence& operator=(const Fence&) = delete;
    /// Returns when the GPU has come this far. Throws core::Failure when it never will (device
    /// lost).
    void wait() const;

private:
    void* sync_ = nullptr;
};

}  // namespace ebbflow::gl
