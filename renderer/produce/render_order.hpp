#pragma once
// From what is wished and what the scene says to what the writer of films is told: names looked up,
// times counted in frames, the script's own values where the wish is silent.

#include "delivery/film_order.hpp"
#include "frame/plan.hpp"
#include "produce/studio.hpp"
#include "produce/wish.hpp"

namespace ebbflow::produce {

/// As wished for, else the scene's.
[[nodiscard]] core::FrameRate rateOf(const RenderWish& wish, const frame::Plan& plan);

/// Of a wish for one film. Throws Refusal for a name or a time that there is not, with the nearest
/// that there is.
[[nodiscard]] delivery::FilmOrder orderFor(const RenderWish& wish, const RenderManner& manner,
                                           const frame::Plan& plan);

/// The wish for the very film of the order, with nothing left open that the scene or the program
/// has filled in, and without the film's own name: what its manifest keeps.
[[nodiscard]] RenderWish ownWish(const RenderWish& wish, const delivery::FilmOrder& order,
                                 const frame::Plan& plan);

/// How deep a picture has to be painted for what is to be written.
[[nodiscard]] raster::PictureDepth depthFor(const encode::Settings& settings);

/// How the painter shall paint for what is to be written.
[[nodiscard]] StudioOptions studioFor(const RenderWish& wish, const encode::Settings& settings);

}  // namespace ebbflow::produce
