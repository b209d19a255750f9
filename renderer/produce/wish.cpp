#include "produce/wish.hpp"

#include <fmt/format.h>

#include "produce/refusal.hpp"

namespace ebbflow::produce {

CaptionFile captionFileNamed(std::string_view name) {
    if (name == "srt") return CaptionFile::srt;
    if (name == "vtt") return CaptionFile::vtt;
    throw Refusal(fmt::format("`{}` are no captions; there are srt and vtt", name));
}

std::string_view nameOf(CaptionFile kind) {
    switch (kind) {
        case CaptionFile::srt:
            return "srt";
        case CaptionFile::vtt:
            return "vtt";
    }
    return {};
}

RenderWish whatDecides(const RenderWish& wish) {
    RenderWish film = wish;
    film.scene.clear();
    film.output.clear();
    film.timing.clear();
    film.shaders
        .clear();  // their hash, and that of the lengths, is among what the film is made from
    film.permissions = {};
    film.noCache = false;
    film.device = Device::automatic;  // who drew each segment is written beside it
    film.hardware = false;            // what it became is the encoder
    film.captions.clear();
    return film;
}

bool sameFilm(const RenderWish& one, const RenderWish& other) {
    return whatDecides(one) == whatDecides(other);
}

Layer layerOf(const RenderWish& wish) {
    return wish.layers.size() == 1 ? wish.layers.front() : Layer::all;
}

}  // namespace ebbflow::produce
