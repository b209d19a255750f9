#include "produce/frame_pipeline.hpp"

#include <array>
#include <utility>

#include "core/film_time.hpp"
#include "encode/colour.hpp"
#include "encode/plane_difference.hpp"
#include "produce/render_order.hpp"

namespace ebbflow::produce {

namespace {

/// Where the painter shall put the frame: the writer's own buffer, without a copy between.
std::array<raster::PlaneTarget, 4> targetsOf(encode::Planes& planes) {
    std::array<raster::PlaneTarget, 4> targets{};
    for (int p = 0; p < planes.planeCount(); ++p) {
        targets[static_cast<std::size_t>(p)] = {planes.row(p, 0), planes.stride(p)};
    }
    return targets;
}

raster::PlaneLayout layoutOf(const encode::FormatInfo& format) {
    if (format.chromaShiftX == 0) return raster::PlaneLayout::yuv444;
    return format.chromaShiftY == 0 ? raster::PlaneLayout::yuv422 : raster::PlaneLayout::yuv420;
}

}  // namespace

std::size_t FramePipeline::add(const frame::Plan& plan, delivery::FrameTaker& taker,
                               const delivery::FilmOrder& order, Layer layer) {
    films_.push_back({plan, taker, order, layer, depthFor(order.settings)});
    return films_.size() - 1;
}

void FramePipeline::draw(std::size_t index, std::int64_t frame) {
    const Film& film = films_[index];
    const encode::Settings& settings = film.order.settings;
    const encode::FormatInfo& format = encode::formatInfo(settings.format);
    if (format.rgb || film.layer == Layer::lights) {
        drain();
        film.taker.submit(frame, pass(film, frame));
        return;
    }
    paint::Painter& painter = studio_.painterFor(layersOf(film.layer, settings.alpha), film.depth);
    studio_.paint(film.plan, painter, core::frameStart(frame, settings.rate), settings.size.width,
                  settings.size.height);
    painter.startRead(layoutOf(format), {format.bits, format.alpha});
    underWay_.push_back({index, frame});
    if (static_cast<int>(underWay_.size()) >= painter.readsAtOnce()) readOldest();
}

void FramePipeline::drain() {
    while (!underWay_.empty()) readOldest();
}

void FramePipeline::readOldest() {
    const Reading reading = underWay_.front();
    const Film& film = films_[reading.film];
    encode::Planes planes = film.taker.acquire();
    studio_.painterFor(layersOf(film.layer, film.order.settings.alpha), film.depth)
        .finishRead(targetsOf(planes));
    underWay_.pop_front();
    film.taker.submit(reading.frame, std::move(planes));
}

encode::Planes FramePipeline::drawn(const Film& film, const raster::Layers& layers,
                                    std::int64_t frame, encode::Planes planes) {
    paint::Painter& painter = studio_.painterFor(layers, film.depth);
    studio_.paint(film.plan, painter, core::frameStart(frame, film.order.settings.rate),
                  planes.width(), planes.height());
    const encode::FormatInfo& format = encode::formatInfo(planes.format());
    if (!format.rgb) {
        painter.startRead(layoutOf(format), {format.bits, format.alpha});
        painter.finishRead(targetsOf(planes));
    } else if (film.depth == raster::PictureDepth::eight) {
        encode::convert(painter.readImage(), planes);
    } else {
        encode::convert(painter.readFloats(), planes);
    }
    return planes;
}

// What is to be added is what the lights change, not what they would be on black: light brightens
// the map less where the map is bright.
encode::Planes FramePipeline::pass(const Film& film, std::int64_t frame) {
    const encode::Settings& settings = film.order.settings;
    const auto another = [&](encode::PixelFormat format) {
        return encode::Planes(format, settings.size.width, settings.size.height);
    };
    const raster::Layers map{true, false, false}, scene{true, true, false};
    if (film.layer == Layer::lights) {
        encode::Planes lights = drawn(film, scene, frame, film.taker.acquire());
        encode::subtract(lights, drawn(film, map, frame, another(settings.format)));
        return lights;
    }
    encode::Planes own =
        drawn(film, layersOf(film.layer, settings.alpha), frame, film.taker.acquire());
    if (film.layer == Layer::text && settings.format == encode::PixelFormat::gbrapf32) {
        encode::layOver(
            own, drawn(film, scene, frame, another(encode::PixelFormat::gbrpf32)),
            drawn(film, raster::Layers{}, frame, another(encode::PixelFormat::gbrpf32)));
    }
    return own;
}

}  // namespace ebbflow::produce
