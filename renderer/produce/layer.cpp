#include "produce/layer.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/diagnostic.hpp"
#include "produce/refusal.hpp"
#include "produce/render_options.hpp"

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

std::vector<Layer> layersNamed(std::string_view names) {
    std::vector<Layer> layers;
    for (std::size_t begin = 0; begin <= names.size();) {
        const std::size_t end = std::min(names.find(',', begin), names.size());
        layers.push_back(layerNamed(names.substr(begin, end - begin)));
        begin = end + 1;
    }
    return layers;
}

std::string_view nameOf(Layer layer) {
    for (const auto& [known, name] : kNames) {
        if (layer == known) return name;
    }
    return {};
}

Layer layerOf(const RenderOptions& options) {
    return options.layers.size() == 1 ? layerNamed(options.layers.front()) : Layer::all;
}

paint::Layers layersOf(Layer layer, bool alpha) {
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
