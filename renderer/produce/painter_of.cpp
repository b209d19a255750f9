#include "produce/painter_of.hpp"

namespace ebbflow::produce {

std::unique_ptr<paint::Painter> painterOf(const frame::Plan& plan,
                                          const paint::PainterOptions& options) {
    return std::make_unique<paint::Painter>(plan.film->world, plan.lights, plan.ruler.typesetter(),
                                            options);
}

}  // namespace ebbflow::produce
