#pragma once
// The net of meridians and parallels, every ten degrees. It is drawn from nothing but numbers.

#include "geo/layers.hpp"

namespace ebbflow::geo {

inline constexpr int kGraticuleDegrees = 10;

/// Lines in degrees; kind `meridian` or `parallel`, id the degrees (`80`, `-10`). Meridians end ten
/// degrees from the poles, but for every ninetieth, so that they do not clot.
[[nodiscard]] std::vector<RawLine> graticule();

}  // namespace ebbflow::geo
