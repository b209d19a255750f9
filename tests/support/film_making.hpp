#pragma once
// Short films for tests, written through FilmWriter as the program writes them.

#include <filesystem>

#include "delivery/film_writer.hpp"
#include "encode/codec_info.hpp"
#include "encode/colour.hpp"
#include "support/video_fixture.hpp"

namespace ebbflow::test {

/// A small order with all defaults but size and threads.
[[nodiscard]] inline delivery::FilmOrder smallOrder(const std::filesystem::path& output,
                                                    encode::Codec codec,
                                                    delivery::FrameRange range) {
    delivery::FilmOrder order;
    order.output = output;
    order.settings.codec = codec;
    order.settings.format = encode::usualFormat(codec);
    order.settings.size = {96, 64};
    order.settings.threads = 2;
    order.range = range;
    order.provenance = {{"input film.yaml", "0123456789abcdef"}};
    order.machine = {{"renderer", "test"}};
    return order;
}

/// The frame as it is given to the encoder.
[[nodiscard]] inline encode::Planes frameOf(const delivery::FilmOrder& order, std::int64_t frame) {
    return encode::planesFromImage(
        movingPicture(order.settings.size.width, order.settings.size.height, frame),
        order.settings.format);
}

inline void submitFrames(delivery::FilmWriter& writer, const delivery::FilmOrder& order,
                         delivery::FrameRange range) {
    for (std::int64_t frame = range.first; frame < range.end; ++frame) {
        encode::Planes planes = writer.lane().acquire();
        encode::convert(movingPicture(order.settings.size.width, order.settings.size.height, frame),
                        planes);
        writer.lane().submit(frame, std::move(planes));
    }
}

/// What is missing of it.
inline void makeFilm(const delivery::FilmOrder& order) {
    delivery::FilmWriter writer(order);
    for (const delivery::FrameRange& range : writer.missing()) submitFrames(writer, order, range);
    writer.finish();
}

}  // namespace ebbflow::test
