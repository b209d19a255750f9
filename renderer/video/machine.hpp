#pragma once
// What a machine is to pictures and packets though no setting says it: class of CPU, libav, the
// encoder's own library. It measures nothing.

#include "video/manifest.hpp"
#include "video/settings.hpp"

namespace ebbflow::video {

/// `known` (the renderer's facts, say) and what this room knows.
[[nodiscard]] Provenance machineFacts(const Settings& settings, const Provenance& known);

/// What differs between two machines, a phrase each; empty when they make the same pictures.
[[nodiscard]] std::vector<std::string> machineDifferences(const Provenance& one,
                                                          const Provenance& other);

}  // namespace ebbflow::video
