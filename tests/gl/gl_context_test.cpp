// The context itself. Without EGL or a software renderer these fail; they never skip.

#include <epoxy/gl.h>
#include <gtest/gtest.h>

#include "gl/context.hpp"
#include "gl/objects.hpp"

namespace ebbflow::gl {
namespace {

constexpr ContextOptions kSoftware{.debug = true, .software = true};

TEST(HeadlessContext, IsSoftwareWhenAskedAndAtLeast45) {
    const HeadlessContext context(kSoftware);
    EXPECT_TRUE(context.facts().software) << context.facts().renderer;
    GLint major = 0, minor = 0;
    glGetIntegerv(GL_MAJOR_VERSION, &major);
    glGetIntegerv(GL_MINOR_VERSION, &minor);
    EXPECT_GE(major * 10 + minor, 45);
}

TEST(HeadlessContext, CollectsErrorsOfTheGl) {
    HeadlessContext context(kSoftware);
    EXPECT_TRUE(context.takeDebugErrors().empty());
    glEnable(0xFFFF);
    EXPECT_EQ(context.takeDebugErrors().size(), 1U);
    EXPECT_TRUE(context.takeDebugErrors().empty()) << "they are handed over once";
}

TEST(HeadlessContext, CanBeMadeAgainAfterItIsGone) {
    { const HeadlessContext first(kSoftware); }
    const HeadlessContext second(kSoftware);
    EXPECT_NE(glGetString(GL_VERSION), nullptr);
}

class Objects : public testing::Test {
protected:
    HeadlessContext context{kSoftware};
    void TearDown() override { EXPECT_EQ(context.takeDebugErrors(), std::vector<std::string>{}); }
};

TEST_F(Objects, FreeTheirNameAtOnceAndOnlyOnce) {
    Texture kept;
    std::uint32_t name = 0;
    {
        Texture made = Texture::image(GL_RGBA8, 4, 4, "made");
        name = made.name();
        kept = std::move(made);
    }
    EXPECT_EQ(glIsTexture(name), GL_TRUE) << "moved, not freed";
    kept = Texture();
    EXPECT_EQ(glIsTexture(name), GL_FALSE);
}

TEST_F(Objects, ReadableBufferShowsWhatTheGpuWroteAfterTheFence) {
    const Texture texture = Texture::image(GL_RGBA8, 2, 2, "red");
    const Framebuffer target = Framebuffer::of({&texture}, "red");
    target.bind();
    glClearColor(1, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    const Buffer buffer = Buffer::readable(16, "read back");
    glBindBuffer(GL_PIXEL_PACK_BUFFER, buffer.name());
    glGetTextureImage(texture.name(), 0, GL_RGBA, GL_UNSIGNED_BYTE, 16, nullptr);
    glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
    Fence::here().wait();
    EXPECT_EQ(buffer.mapped()[12], std::byte{255});
    EXPECT_EQ(buffer.mapped()[13], std::byte{0});
}

TEST_F(Objects, TheClockGoesOnWhileSomethingIsDrawn) {
    const Texture texture = Texture::image(GL_RGBA8, 512, 512, "timed");
    const Framebuffer target = Framebuffer::of({&texture}, "timed");
    const Query before = Query::clockHere();
    target.bind();
    glClear(GL_COLOR_BUFFER_BIT);
    const Query after = Query::clockHere();
    EXPECT_GT(after.nanoseconds(), before.nanoseconds());
}

}  // namespace
}  // namespace ebbflow::gl
