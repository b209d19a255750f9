#pragma once
// Which layer of a file is meant, where the script names none: the only one that can be. Of
// several it takes none, it asks.

#include <string>
#include <string_view>

#include "geo/feature.hpp"

class GDALDataset;
class OGRLayer;

namespace ebbflow::geo {

/// The one layer of the dataset that holds shapes of `kind` (`none`: any rows). Where no layer
/// does, the first, for its reader to say what is wrong with it. Null with a `fault` where several
/// do: it names them with their kinds and counts and says what to write; `what` is what the layer
/// is for. Points that a GPX file lists of its own tracks and routes are not counted.
[[nodiscard]] OGRLayer* layerThatHolds(GDALDataset& dataset, ShapeKind kind, std::string_view what,
                                       std::string& fault);

}  // namespace ebbflow::geo
