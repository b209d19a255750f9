#include "produce/layer.hpp"

#include <array>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/diagnostic.hpp"
#include "produce/refusal.hpp"

namespace ebbflow::produce {

namespace {

constexpr std::array kNames{std::pair{Layer::map, "map"}, std::pair{Layer::lights, "lights"},
                            std::pair{Layer::text, "text"}};

}  // namespace

Layer layerNamed(std::string_view name) {
    std::vector<std::string> names;
    for (const auto& [layer, known] : kNames) {
        if (name == known) return layer;
        names.emplace_back(known);
    }
    throw Refusal(fmt::format("unknown layer `{}`{} (there are map, lights, text)", name,
                              core::didYouMean(name, names)));
}

std::string_view nameOf(Layer layer) {
    for (const auto& [known, name] : kNames) {
        if (layer == known) return name;
    }
    return {};
}

raster::Layers layersOf(Layer layer, bool alpha) {
    if (layer == Layer::map) return {true, false, false};
    if (layer == Layer::lights) return {true, true, false};
    if (layer == Layer::text || alpha) return {false, false, true};
    return {};
}

std::string commentOf(Layer layer) {
    switch (layer) {
        case Layer::all:
            break;
        case Layer::map:
            return "layer: map; opaque, at the bottom";
        case Layer::lights:
            return "layer: lights on black; blend: add";
        case Layer::text:
            return "layer: text, names and marks with alpha; blend: over (normal)";
    }
    return {};
}

}  // namespace ebbflow::produce
