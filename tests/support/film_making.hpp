#pragma once
// Short films for tests, written through FilmWriter as the program writes them.

#include <filesystem>

#include "support/video_fixture.hpp"
#include "video/colour.hpp"
#include "video/film_writer.hpp"

namespace ebbflow::test {

/// A small order with all defaults but size and threads.
[[nodiscard]] inline video::FilmOrder smallOrder(const std::filesystem::path& output,
                                                 video::Codec codec, video::FrameRange range) {
    video::FilmOrder order;
    order.output = output;
    order.settings.codec = codec;
    order.settings.format = video::usualFormat(codec);
    order.settings.size = {96, 64};
    order.settings.threads = 2;
    order.range = range;
    order.provenance = {{"input film.yaml", "0123456789abcdef"}};
    order.machine = {{"renderer", "test"}};
    return order;
}

/// The frame as it is given to the encoder.
[[nodiscard]] inline video::Planes frameOf(const video::FilmOrder& order, std::int64_t frame) {
    return video::planesFromImage(
        movingPicture(order.settings.size.width, order.settings.size.height, frame),
        order.settings.format);
}

inline void submitFrames(video::FilmWriter& writer, const video::FilmOrder& order,
                         video::FrameRange range) {
    for (std::int64_t frame = range.first; frame < range.end; ++frame) {
        video::Planes planes = writer.acquire();
        video::convert(movingPicture(order.settings.size.width, order.settings.size.height, frame),
                       planes);
        writer.submit(frame, std::move(planes));
    }
}

/// What is missing of it.
inline void makeFilm(const video::FilmOrder& order) {
    video::FilmWriter writer(order);
    for (const video::FrameRange& range : writer.missing()) submitFrames(writer, order, range);
    writer.finish();
}

}  // namespace ebbflow::test
