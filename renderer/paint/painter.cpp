#include "paint/painter.hpp"

#include <epoxy/gl.h>

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/error.hpp"
#include "gl/debug.hpp"
#include "paint/composite_painter.hpp"
#include "paint/exposure.hpp"
#include "paint/fullscreen.hpp"
#include "paint/glow_painter.hpp"
#include "paint/ground_painter.hpp"
#include "paint/light_painter.hpp"
#include "paint/marks.hpp"
#include "paint/overlay_painter.hpp"
#include "paint/plane_reader.hpp"
#include "paint/programs.hpp"
#include "paint/tile_painter.hpp"
#include "paint/tile_set.hpp"
#include "paint/view_block.hpp"

namespace ebbflow::paint {
namespace {

constexpr float kDimmest = 0.62F;  ///< of the ground's light that `dim` of 1 takes away
constexpr glm::vec3 kNight{0.019F, 0.026F, 0.038F};  ///< what a dip sinks into: never pure black

/// The picture and what it is put together from, of one size.
struct Targets {
    gl::Texture lights, picture;
    gl::Texture before;  ///< what a cross-fade comes from
    gl::Framebuffer lightTarget, pictureTarget;
    GLenum format = GL_RGBA8;  ///< of the picture

    /// Whether they had to be made anew.
    bool resize(int width, int height, PictureDepth depth) {
        if (picture && picture.width() == width && picture.height() == height) return false;
        lights = gl::Texture::image(GL_RGBA16F, width, height, "lights");
        lightTarget = gl::Framebuffer::of({&lights}, "lights");
        format = depth == PictureDepth::eight ? GL_RGBA8 : GL_RGBA16;
        picture = gl::Texture::image(format, width, height, "picture");
        pictureTarget = gl::Framebuffer::of({&picture}, "picture");
        return true;
    }
};

/// What the last frame left behind, so that the next need not draw all of it again.
struct Remains {
    TileSet lit;       ///< tiles of the light texture that are not black
    TileSet touched;   ///< tiles of the picture that are more than the ground
    TileSet unread;    ///< tiles of the picture that changed since planes were made of it
    float brightness;  ///< of the ground in the picture

    /// Nothing that could stay.
    Remains(int width, int height)
        : lit(width, height), touched(width, height), unread(width, height), brightness(-1) {
        lit.markAll();
        touched.markAll();
        unread.markAll();
    }
};

/// The whole texture, rows from the top; `type`: of a channel of the image.
template <class Image>
Image readAll(const gl::Texture& picture, GLenum type) {
    Image image(picture.width(), picture.height());
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glGetTextureImage(picture.name(), 0, GL_RGBA, type,
                      static_cast<GLsizei>(std::span(image.rgba).size_bytes()), image.rgba.data());
    // GL's rows begin at the bottom.
    for (int top = 0, bottom = image.height - 1; top < bottom; ++top, --bottom) {
        std::swap_ranges(image.pixel(0, top), image.pixel(0, top) + std::ptrdiff_t{4} * image.width,
                         image.pixel(0, bottom));
    }
    return image;
}

/// From premultiplied to straight alpha, as pictures in memory have it.
void straighten(core::Image& image) {
    for (std::size_t i = 0; i < image.rgba.size(); i += 4) {
        const unsigned alpha = image.rgba[i + 3];
        for (std::size_t c = i; alpha != 0 && c < i + 3; ++c) {
            const unsigned straight = (255U * image.rgba[c] + alpha / 2) / alpha;
            image.rgba[c] = static_cast<std::uint8_t>(std::min(straight, 255U));
        }
    }
}

/// A frame's light and furniture by the tiles they cover.
struct Covered {
    LightTiles light;
    TileSet over;
    Covered(int width, int height) : light(width, height), over(width, height) {}
};

}  // namespace

struct Painter::Impl {
    std::shared_ptr<const geo::World> world;
    Programs programs;
    Fullscreen fullscreen;
    GroundPainter ground;
    LightPainter lights;
    SpritePainter ringSprites, markSprites;
    GlowPainter glow;
    CompositePainter composite;
    OverlayPainter overlay;
    PlaneReader reader;
    gl::Buffer viewBuffer = gl::Buffer::streaming("view");
    TilePainter tiles{fullscreen};
    Targets targets;
    Remains remains{0, 0};
    PictureDepth depth;
    Layers layers;
    int across;    ///< pixels that are drawn, each way, for one of the picture
    Targets fine;  ///< where they are
    Remains fineRemains{0, 0};
    PictureDepth fineDepth = PictureDepth::sixteen;
    Exposure exposure{fullscreen};

    Impl(std::shared_ptr<const geo::World> w, std::shared_ptr<const frame::Lights> l,
         std::shared_ptr<const text::Typesetter> typesetter, const PainterOptions& options)
        : world(std::move(w)),
          programs(options.shaderFolder),
          ground(*world, programs, fullscreen, options.samples),
          lights(std::move(l), fullscreen),
          ringSprites(fullscreen),
          markSprites(fullscreen),
          glow(fullscreen),
          composite(fullscreen),
          overlay(std::move(typesetter), fullscreen),
          reader(fullscreen),
          depth(options.depth),
          layers(options.layers),
          across(options.across) {}

    ViewBlock bindView(const frame::FrameDescription& description, const frame::MapPicture& map,
                       int width, int height) {
        ViewBlock view = makeViewBlock(map.base.camera, width, height);
        view.filmSeconds = static_cast<float>(description.filmSeconds);
        view.shimmerSeconds =
            static_cast<float>(description.filmSeconds + description.waitingSeconds);
        viewBuffer.replace(std::as_bytes(std::span(&view, 1)));
        glBindBufferBase(GL_UNIFORM_BUFFER, 0, viewBuffer.name());
        return view;
    }

    /// Where this map will shine and where its marks will lie.
    Covered cover(const frame::MapPicture& map, const Marks& marks, const ViewBlock& view,
                  int width, int height) {
        Covered covered(width, height);
        if (layers.lights) coverLights(map, marks, view, covered);
        if (!layers.text) return covered;
        for (const Sprite& mark : marks.over) covered.over.mark(boundsOf(mark, height));
        return covered;
    }

    void coverLights(const frame::MapPicture& map, const Marks& marks, const ViewBlock& view,
                     Covered& covered) {
        const int width = covered.over.width(), height = covered.over.height();
        const double aspect = static_cast<double>(width) / height;
        lights.mark(map, view, frame::pixelsPerKm(map.base.camera, aspect), covered.light);
        for (const Sprite& ring : marks.rings) covered.light.mark(boundsOf(ring, height));
        // A texel of the quarter-size light reaches two of its own sides far.
        for (const Sprite& own : marks.glows)
            covered.light.shining.mark(boundsOf(own, height).grown(16));
    }

    /// The tiles that cannot stay as the last frame left them. `over`: what is drawn over the map.
    TileSet changedTiles(const LightTiles& light, const TileSet& over, bool groundIsNew,
                         float brightness) {
        TileSet changed = light.shining;
        changed.add(over);
        TileSet touched = changed;
        changed.add(remains.touched);
        if (groundIsNew || remains.brightness != brightness) changed.markAll();
        remains.touched = std::move(touched);
        remains.brightness = brightness;
        remains.unread.add(changed);
        return changed;
    }

    /// Whatever was drawn, nothing of it can stay.
    void forget() { remains = Remains(targets.picture.width(), targets.picture.height()); }
    void forgetAll() {
        forget();
        fineRemains = Remains(fine.picture.width(), fine.picture.height());
    }

    void clearLights(const TileSet& drawn) {
        const gl::Program& program = programs[Pass::clearTiles];
        program.use();
        program.set("colour", glm::vec4(0));
        glDisable(GL_BLEND);
        tiles.draw(program, remains.lit.rectangles(), drawn.width(), drawn.height());
        remains.lit = drawn;
    }

    void paintLights(const frame::MapPicture& map, const Marks& marks, const TileSet& drawn) {
        const int width = targets.lights.width(), height = targets.lights.height();
        targets.lightTarget.bind();
        clearLights(drawn);
        const double aspect = static_cast<double>(width) / height;
        lights.paint(programs, map, frame::pixelsPerKm(map.base.camera, aspect));
        ringSprites.upload(marks.rings);
        glEnable(GL_BLEND);
        glBlendFunc(GL_ONE, GL_ONE);
        ringSprites.draw(programs, 0, marks.rings.size(), width, height);
    }

    /// Ground, lights and marks of one camera into the picture. `over`: what will lie over it.
    void paintMap(const frame::FrameDescription& description, const frame::MapPicture& map,
                  const TileSet& over) {
        const int width = over.width(), height = over.height();
        const ViewBlock view = bindView(description, map, width, height);
        const Marks marks = makeMarks(map, static_cast<double>(width) / height);
        const bool groundIsNew = paintGround(map, width, height);
        Covered covered = cover(map, marks, view, width, height);
        covered.over.add(over);
        const float brightness = layers.map ? 1 - kDimmest * map.dim : 0;
        const TileSet changed = changedTiles(covered.light, covered.over, groundIsNew, brightness);
        if (layers.transparent()) {
            clearPicture(changed);
        } else {
            compose(map, marks, covered.light, changed, brightness);
        }
        if (layers.text) paintMarks(marks, width, height);
    }

    /// Whether the ground is another than the last frame's.
    bool paintGround(const frame::MapPicture& map, int width, int height) {
        if (layers.map) return ground.paint(programs, map.base, width, height);
        const gl::Texture& dark = ground.picture();
        if (remains.brightness == 0 && dark.width() == width && dark.height() == height)
            return false;
        ground.blank(width, height);
        return true;
    }

    void clearPicture(const TileSet& changed) {
        const gl::Program& program = programs[Pass::clearTiles];
        program.use();
        program.set("colour", glm::vec4(0));
        glDisable(GL_BLEND);
        targets.pictureTarget.bind();
        tiles.draw(program, changed.rectangles(), changed.width(), changed.height());
    }

    void compose(const frame::MapPicture& map, const Marks& marks, const LightTiles& light,
                 const TileSet& changed, float brightness) {
        const TileSet none(changed.width(), changed.height());
        if (layers.lights) {
            paintLights(map, marks, light.drawn);
            glow.paint(programs, targets.lights, marks.glows, light.shining);
        }
        targets.pictureTarget.bind();
        composite.paint(programs,
                        {ground.picture(), targets.lights, glow.picture(), brightness, levels()},
                        changed, layers.lights ? light.shining : none);
    }

    [[nodiscard]] float levels() const {
        return static_cast<float>((1U << static_cast<unsigned>(depth)) - 1);
    }

    /// The map of a moment, or two maps while they mix, into the picture.
    void paintMaps(const frame::FrameDescription& description, TileSet& over) {
        const int width = over.width(), height = over.height();
        if (description.before || description.dip > 0 || description.black > 0) over.markAll();
        if (description.before) {
            paintMap(description, *description.before, over);
            keepBefore(width, height);
        }
        paintMap(description, description, over);
        if (description.before) mixBefore(1 - description.mixed);
    }

    /// From here on what is drawn goes into the finer picture, or no longer does.
    void exchangeFine() {
        std::swap(targets, fine);
        std::swap(remains, fineRemains);
        std::swap(depth, fineDepth);
    }

    /// The light of several moments, of a picture that is `across` times finer.
    void gather(std::span<const frame::FrameDescription> moments, int width, int height) {
        requireRoom(width * across, height * across);
        exposure.begin(width, height);
        const float share = 1.0F / static_cast<float>(moments.size());
        for (const frame::FrameDescription& moment : moments) {
            exchangeFine();
            if (targets.resize(width * across, height * across, depth)) forget();
            TileSet nothing(width * across, height * across);
            paintMaps(moment, nothing);
            exchangeFine();
            exposure.add(programs, fine.picture, across, share);
        }
    }

    void requireRoom(int width, int height) const {
        GLint most = 0;
        glGetIntegerv(GL_MAX_TEXTURE_SIZE, &most);
        if (std::max(width, height) <= most) return;
        throw core::Failure(fmt::format(
            "with so many samples the picture is {} × {} pixels; this renderer draws at most {} "
            "each way",
            width, height, most));
    }

    /// What was gathered, as the picture.
    void develop() {
        forget();
        targets.pictureTarget.bind();
        exposure.develop(programs, levels());
    }

    void paintMarks(const Marks& marks, int width, int height) {
        markSprites.upload(marks.over);
        glEnable(GL_BLEND);
        glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
        markSprites.draw(programs, 0, marks.over.size(), width, height);
    }

    void keepBefore(int width, int height) {
        gl::Texture& before = targets.before;
        if (!before || before.width() != width || before.height() != height)
            before = gl::Texture::image(targets.format, width, height, "before");
        glCopyImageSubData(targets.picture.name(), GL_TEXTURE_2D, 0, 0, 0, 0, before.name(),
                           GL_TEXTURE_2D, 0, 0, 0, 0, width, height, 1);
    }

    /// Lays what was kept over the picture, by as much as is left of it.
    void mixBefore(float share) {
        programs[Pass::mix].use();
        programs[Pass::mix].set("source", 0);
        programs[Pass::mix].set("share", share);
        programs[Pass::mix].set("keepsAlpha", layers.transparent() ? 1 : 0);
        targets.before.bind(0);
        glEnable(GL_BLEND);
        if (layers.transparent()) {
            glBlendColor(0, 0, 0, share);
            glBlendFunc(GL_CONSTANT_ALPHA, GL_ONE_MINUS_CONSTANT_ALPHA);
        } else {
            glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
        }
        fullscreen.draw();
    }

    void veil(const glm::vec3& colour, float opacity) {
        if (opacity <= 0) return;
        programs[Pass::solid].use();
        // Light to be added grows dark alone: what it is added to brings the veil's colour.
        const glm::vec3 shown = layers.map || layers.transparent() ? colour : glm::vec3(0);
        programs[Pass::solid].set("colour", glm::vec4(shown * opacity, opacity));
        // Words lie over a map that has the same veil, so they take its colour and stay as opaque.
        if (layers.transparent())
            glBlendFuncSeparate(GL_DST_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ZERO, GL_ONE);
        fullscreen.draw();
    }
};

Painter::Painter(std::shared_ptr<const geo::World> world,
                 std::shared_ptr<const frame::Lights> lights,
                 std::shared_ptr<const text::Typesetter> typesetter, PainterOptions options)
    : impl_(std::make_unique<Impl>(std::move(world), std::move(lights), std::move(typesetter),
                                   options)) {}
Painter::~Painter() = default;

void Painter::paint(const frame::FrameDescription& description, int width, int height) {
    paint(std::span(&description, 1), width, height);
}

void Painter::paint(std::span<const frame::FrameDescription> moments, int width, int height) {
    Impl& p = *impl_;
    // What the shutter sees in its midst: words are to be read, so they stand sharp.
    const frame::FrameDescription& middle = moments[moments.size() / 2];
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_FRAMEBUFFER_SRGB);
    // Words alone have no light that could be gathered.
    const bool gathers = (p.across > 1 || moments.size() > 1) && !p.layers.transparent();
    if (gathers) p.gather(moments, width, height);
    if (p.targets.resize(width, height, p.depth)) p.forget();
    TileSet over(width, height);
    if (p.layers.text) p.overlay.prepare(middle.overlay, over);
    if (gathers) {
        p.develop();
    } else {
        p.paintMaps(middle, over);
    }
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    if (p.layers.text) p.overlay.paint(p.programs);
    p.veil(kNight, middle.dip);
    p.veil(glm::vec3(0), middle.black);
}

core::Image Painter::readImage() {
    const gl::Texture& picture = impl_->targets.picture;
    auto image = readAll<core::Image>(picture, GL_UNSIGNED_BYTE);
    if (impl_->layers.transparent()) straighten(image);
    return image;
}

core::FloatImage Painter::readFloats() {
    return readAll<core::FloatImage>(impl_->targets.picture, GL_FLOAT);
}

void Painter::setLayers(const Layers& layers) {
    if (impl_->layers == layers) return;
    impl_->layers = layers;
    impl_->forgetAll();
}

void Painter::startRead(PlaneLayout layout, PlaneSamples samples) {
    TileSet& unread = impl_->remains.unread;
    impl_->reader.start(impl_->programs, impl_->targets.picture, layout, samples, unread);
    unread = TileSet(unread.width(), unread.height());
}

void Painter::finishRead(std::span<const PlaneTarget> planes) {
    impl_->reader.finish(planes);
}

void Painter::show(int windowWidth, int windowHeight) {
    const gl::Texture& picture = impl_->targets.picture;
    const double fit = std::min(static_cast<double>(windowWidth) / picture.width(),
                                static_cast<double>(windowHeight) / picture.height());
    const int width = static_cast<int>(std::lround(picture.width() * fit));
    const int height = static_cast<int>(std::lround(picture.height() * fit));
    const int left = (windowWidth - width) / 2, bottom = (windowHeight - height) / 2;
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glBlitNamedFramebuffer(impl_->targets.pictureTarget.name(), 0, 0, 0, picture.width(),
                           picture.height(), left, bottom, left + width, bottom + height,
                           GL_COLOR_BUFFER_BIT, width == picture.width() ? GL_NEAREST : GL_LINEAR);
}

std::string Painter::reloadShaders() {
    std::string fault = impl_->programs.reload();
    if (fault.empty()) impl_->ground.shadersChanged(*impl_->world, impl_->programs);
    impl_->forgetAll();
    return fault;
}

}  // namespace ebbflow::paint
