#pragma once
// A film's painter in whatever GL context is current: a window's, one without a window, or that of
// a program of one's own. It draws nothing yet.

#include <memory>

#include "frame/plan.hpp"
#include "paint/painter.hpp"

namespace ebbflow::produce {

/// Of use for every plan of the same film with the same lengths. Throws core::Failure.
[[nodiscard]] std::unique_ptr<paint::Painter> painterOf(const frame::Plan& plan,
                                                        const paint::PainterOptions& options = {});

}  // namespace ebbflow::produce
