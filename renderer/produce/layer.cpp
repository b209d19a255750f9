#include "produce/layer.hpp"

#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/diagnostic.hpp"
#include "produce/refusal.hpp"

namespace ebbflow::produce {

Layer layerNamed(std::string_view name) {
    std::vector<std::string> names;
    for (const Layer layer : kLayersApart) {
        if (name == nameOf(layer)) return layer;
        names.emplace_back(nameOf(layer));
    }
    throw Refusal(fmt::format("unknown layer `{}`{} (there are {})", name,
                              core::didYouMean(name, names), fmt::join(names, ", ")));
}

std::string_view nameOf(Layer layer) {
    switch (layer) {
        case Layer::all:
            break;
        case Layer::map:
            return "map";
        case Layer::lights:
            return "lights";
        case Layer::text:
            return "text";
    }
    return {};
}

raster::Layers layersOf(Layer layer, bool alpha) {
    constexpr raster::Layers kMap{true, false, false}, kLights{true, true, false},
        kText{false, false, true};
    switch (layer) {
        case Layer::all:
            break;
        case Layer::map:
            return kMap;
        case Layer::lights:
            return kLights;
        case Layer::text:
            return kText;
    }
    return alpha ? kText : raster::Layers{};
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
