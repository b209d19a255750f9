#pragma once
// From what the user said and what the scene says to what the writer of films is told: names looked
// up, times counted in frames, the script's own values where the user was silent.

#include "delivery/film_order.hpp"
#include "frame/plan.hpp"
#include "produce/render_options.hpp"

namespace ebbflow::produce {

/// As asked for, else the scene's. Throws Refusal.
[[nodiscard]] core::FrameRate rateOf(const RenderOptions& options, const frame::Plan& plan);

/// Of one version, and of one piece of it: --per-chapter is made of orders for chapters. Throws
/// Refusal for a name or a time that there is not, with the nearest that there is.
[[nodiscard]] delivery::FilmOrder orderFor(const RenderOptions& options, const frame::Plan& plan);

/// How deep a picture has to be painted for what is to be written.
[[nodiscard]] paint::PictureDepth depthFor(const encode::Settings& settings);

/// How the painter shall paint for what is to be written.
[[nodiscard]] StudioOptions studioFor(const RenderOptions& options,
                                      const encode::Settings& settings);

}  // namespace ebbflow::produce
