#pragma once
// Lays shapes, words and triangles over rows of a picture, by the processor's vectors, as the
// shaders of the overlay do on a GPU. Bit for bit the same for every set of instructions.

#include <span>

#include "raster/band.hpp"
#include "raster/outline.hpp"
#include "raster/overlay_layout.hpp"
#include "raster/pixels.hpp"

namespace ebbflow::raster {

/// Dots, squares, boxes and rings, in order.
void layShapes(std::span<const Sprite> sprites, Band band, Pixels& picture);
/// Whole triangles: three corners each.
void layMesh(std::span<const MeshVertex> corners, Band band, Pixels& picture);
void layWords(const OverlayLayout::PlacedWords& placed, Band band, Pixels& picture);
/// A row of premultiplied colours, 0…1: four floats a pixel, over the pixels from `left` on. What
/// comes after the last one is read: there are Pixels::kRoom pixels of it.
void layRow(std::span<const float> rgba, int left, int y, Pixels& picture);

}  // namespace ebbflow::raster
