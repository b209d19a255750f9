#pragma once
// The layers of a picture that are delivered apart, what each holds, and how an edit puts them
// together again.

#include <array>
#include <string>
#include <string_view>

#include "core/enum_size.hpp"
#include "paint/painter.hpp"

namespace ebbflow::produce {

enum class Layer { all, map, lights, text };
/// All but the whole, from the bottom.
inline constexpr std::array kLayersApart{Layer::map, Layer::lights, Layer::text};
static_assert(kLayersApart.size() + 1 == core::enumSize<Layer>());

/// `map`, `lights` or `text`. Throws Refusal.
[[nodiscard]] Layer layerNamed(std::string_view name);
[[nodiscard]] std::string_view nameOf(Layer layer);

/// What the painter draws for it; of lights that is but the half (FramePipeline). `alpha`: a film
/// with a transparent ground has words alone.
[[nodiscard]] raster::Layers layersOf(Layer layer, bool alpha);

/// For the file and for people: what it is and how it is laid. Empty for the whole picture.
[[nodiscard]] std::string commentOf(Layer layer);

}  // namespace ebbflow::produce
