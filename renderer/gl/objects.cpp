#include "gl/objects.hpp"

#include <epoxy/gl.h>

#include <array>
#include <vector>

#include "core/error.hpp"

namespace ebbflow::gl {
namespace {

void label(GLenum kind, GLuint name, std::string_view text) {
    glObjectLabel(kind, name, static_cast<GLsizei>(text.size()), text.data());
}

GLuint newBuffer(std::string_view text) {
    GLuint name = 0;
    glCreateBuffers(1, &name);
    label(GL_BUFFER, name, text);
    return name;
}

int mipLevels(int width, int height) {
    int levels = 1;
    for (int side = width > height ? width : height; side > 1; side /= 2) ++levels;
    return levels;
}

}  // namespace

void BufferKind::destroy(std::uint32_t name) noexcept {
    glDeleteBuffers(1, &name);
}
void TextureKind::destroy(std::uint32_t name) noexcept {
    glDeleteTextures(1, &name);
}
void FramebufferKind::destroy(std::uint32_t name) noexcept {
    glDeleteFramebuffers(1, &name);
}
void VertexArrayKind::destroy(std::uint32_t name) noexcept {
    glDeleteVertexArrays(1, &name);
}
void QueryKind::destroy(std::uint32_t name) noexcept {
    glDeleteQueries(1, &name);
}

Buffer Buffer::holding(std::span<const std::byte> bytes, std::string_view text) {
    static constexpr std::array<std::byte, 16> kNothing{};
    if (bytes.empty()) bytes = kNothing;
    Buffer buffer(newBuffer(text));
    glNamedBufferStorage(buffer.name(), static_cast<GLsizeiptr>(bytes.size()), bytes.data(), 0);
    return buffer;
}

Buffer Buffer::readable(std::size_t size, std::string_view text) {
    Buffer buffer(newBuffer(text));
    constexpr GLbitfield flags = GL_MAP_READ_BIT | GL_MAP_PERSISTENT_BIT | GL_MAP_COHERENT_BIT;
    const auto length = static_cast<GLsizeiptr>(size);
    glNamedBufferStorage(buffer.name(), length, nullptr, flags | GL_CLIENT_STORAGE_BIT);
    buffer.mapped_ =
        static_cast<const std::byte*>(glMapNamedBufferRange(buffer.name(), 0, length, flags));
    if (buffer.mapped_ == nullptr)
        throw core::Failure("the GPU has no memory to read pictures back");
    return buffer;
}

Buffer Buffer::streaming(std::string_view text) {
    Buffer buffer(newBuffer(text));
    glNamedBufferData(buffer.name(), 16, nullptr, GL_STREAM_DRAW);
    return buffer;
}

void Buffer::replace(std::span<const std::byte> bytes) {
    glNamedBufferData(name(), static_cast<GLsizeiptr>(bytes.size()), bytes.data(), GL_STREAM_DRAW);
}

Texture Texture::image(std::uint32_t format, int width, int height, std::string_view text,
                       bool mipmapped) {
    GLuint name = 0;
    glCreateTextures(GL_TEXTURE_2D, 1, &name);
    Texture texture(name);
    label(GL_TEXTURE, name, text);
    glTextureStorage2D(name, mipmapped ? mipLevels(width, height) : 1, format, width, height);
    glTextureParameteri(name, GL_TEXTURE_MIN_FILTER,
                        mipmapped ? GL_LINEAR_MIPMAP_LINEAR : GL_LINEAR);
    glTextureParameteri(name, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTextureParameteri(name, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTextureParameteri(name, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    texture.width_ = width;
    texture.height_ = height;
    return texture;
}

Texture Texture::multisampled(std::uint32_t format, int width, int height, int samples,
                              std::string_view text) {
    GLuint name = 0;
    glCreateTextures(GL_TEXTURE_2D_MULTISAMPLE, 1, &name);
    Texture texture(name);
    label(GL_TEXTURE, name, text);
    glTextureStorage2DMultisample(name, samples, format, width, height, GL_TRUE);
    texture.width_ = width;
    texture.height_ = height;
    return texture;
}

void Texture::upload(std::uint32_t pixelFormat, std::uint32_t pixelType, const void* pixels) {
    uploadLevel(0, width_, height_, pixelFormat, pixelType, pixels);
}

void Texture::uploadLevel(int level, int width, int height, std::uint32_t pixelFormat,
                          std::uint32_t pixelType, const void* pixels) {
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTextureSubImage2D(name(), level, 0, 0, width, height, pixelFormat, pixelType, pixels);
}

void Texture::buildMipmaps() {
    glGenerateTextureMipmap(name());
}
void Texture::bind(std::uint32_t unit) const {
    glBindTextureUnit(unit, name());
}

Framebuffer Framebuffer::of(std::initializer_list<const Texture*> colours, std::string_view text) {
    GLuint name = 0;
    glCreateFramebuffers(1, &name);
    Framebuffer framebuffer(name);
    label(GL_FRAMEBUFFER, name, text);
    std::vector<GLenum> drawn;
    for (const Texture* colour : colours) {
        const auto attachment = static_cast<GLenum>(GL_COLOR_ATTACHMENT0 + drawn.size());
        glNamedFramebufferTexture(name, attachment, colour->name(), 0);
        drawn.push_back(attachment);
        framebuffer.width_ = colour->width();
        framebuffer.height_ = colour->height();
    }
    glNamedFramebufferDrawBuffers(name, static_cast<GLsizei>(drawn.size()), drawn.data());
    if (glCheckNamedFramebufferStatus(name, GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) {
        throw core::Failure("this GPU driver cannot draw into the framebuffer `" +
                            std::string(text) + "`");
    }
    return framebuffer;
}

void Framebuffer::bind() const {
    glBindFramebuffer(GL_FRAMEBUFFER, name());
    glViewport(0, 0, width_, height_);
}

VertexArray VertexArray::make(std::string_view text) {
    GLuint name = 0;
    glCreateVertexArrays(1, &name);
    label(GL_VERTEX_ARRAY, name, text);
    return VertexArray(name);
}

Query Query::clockHere() {
    GLuint name = 0;
    glCreateQueries(GL_TIMESTAMP, 1, &name);
    glQueryCounter(name, GL_TIMESTAMP);
    return Query(name);
}

std::uint64_t Query::nanoseconds() const {
    GLuint64 result = 0;
    glGetQueryObjectui64v(name(), GL_QUERY_RESULT, &result);
    return result;
}

Fence Fence::here() {
    Fence fence;
    fence.sync_ = glFenceSync(GL_SYNC_GPU_COMMANDS_COMPLETE, 0);
    return fence;
}

Fence::~Fence() {
    if (sync_ != nullptr) glDeleteSync(static_cast<GLsync>(sync_));
}

void Fence::wait() const {
    constexpr GLuint64 second = 1'000'000'000;
    for (int tries = 0; tries < 60; ++tries) {
        const GLenum result =
            glClientWaitSync(static_cast<GLsync>(sync_), GL_SYNC_FLUSH_COMMANDS_BIT, second);
        if (result == GL_ALREADY_SIGNALED || result == GL_CONDITION_SATISFIED) return;
        if (result == GL_WAIT_FAILED) break;
    }
    throw core::Failure("the GPU stopped answering");
}

}  // namespace ebbflow::gl
