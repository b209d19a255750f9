#pragma once
// Counters of movement: how many of a kind have left since the step that first shows them began.
// By the rows themselves, not by the lights, so that a light of ten counts nothing twice.

#include <cstdint>
#include <string>
#include <vector>

#include "core/confidence.hpp"
#include "story/moment.hpp"

namespace ebbflow::story {

/// Names of the kinds that the step's counters count; none where it has none.
[[nodiscard]] std::vector<std::string> counterKinds(const Story& story, std::size_t step);

/// The first of the steps, one after another in one chapter, that have the same counters as `step`.
[[nodiscard]] std::size_t firstOfCounters(const Story& story, std::size_t step);

struct KindCount {
    std::int64_t left = 0;  ///< units that have left
    /// Of the least sure of their rows; at best interpolated while a row is only partly gone, for
    /// no source says when in its period each left.
    core::Confidence confidence = core::Confidence::documented;
    std::vector<const flow::Movement*> rows;  ///< of the film: those of which any have left
};

/// From the day on which the first of those steps begins until now.
[[nodiscard]] KindCount countedAt(const Moment& moment, const std::string& kind);

}  // namespace ebbflow::story
