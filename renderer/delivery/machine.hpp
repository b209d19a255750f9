#pragma once
// What a machine is to pictures and packets though no setting says it: class of CPU, libav, the
// encoder's own library. It measures nothing.

#include "delivery/manifest.hpp"
#include "encode/settings.hpp"

namespace ebbflow::delivery {

/// `known` (the renderer's facts, say) and what this room knows.
[[nodiscard]] Provenance machineFacts(const encode::Settings& settings, const Provenance& known);

/// What differs between two machines, a phrase each; empty when they make the same pictures.
[[nodiscard]] std::vector<std::string> machineDifferences(const Provenance& one,
                                                          const Provenance& other);

}  // namespace ebbflow::delivery
