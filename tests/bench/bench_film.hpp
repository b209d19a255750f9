#pragma once
// The default film, or another, loaded and planned for a benchmark program.

#include <cstdlib>
#include <memory>
#include <string>

#include "core/error.hpp"
#include "frame/plan.hpp"
#include "story/load_film.hpp"
#include "text/fonts.hpp"

namespace ebbflow::bench {

inline std::string atlasFolder() {
    const char* chosen = std::getenv("EBBFLOW_ATLAS");
    return chosen != nullptr ? chosen : EBBFLOW_SOURCE_DIR "/geodata";
}

inline std::string defaultScene() {
    return EBBFLOW_SOURCE_DIR "/scenes/china-soviet-union";
}

/// Throws core::Failure when the scene has faults.
inline std::shared_ptr<const frame::Plan> planOf(const std::string& scene) {
    core::Diagnostics diagnostics;
    auto film = story::loadFilm(scene, {atlasFolder(), {}, true}, diagnostics);
    std::shared_ptr<const frame::Plan> plan;
    if (film) {
        plan = frame::makePlan(std::make_shared<const film::Film>(std::move(*film)),
                               std::make_shared<const text::Typesetter>(text::defaultFonts()), {},
                               diagnostics);
    }
    if (!plan) throw core::Failure(scene + " has faults; `ebbflow check` names them");
    return plan;
}

}  // namespace ebbflow::bench
