#pragma once
// How a film under way is, in the two forms that monitors read. It asks nobody: what is to be told
// is handed in.

#include <cstdint>
#include <string>

#include "live/report.hpp"

namespace ebbflow::remote {

/// Seconds after which a loop that has not come round is stuck. It comes round ten times a second
/// even where nothing moves; a large film's start in another language may take some.
inline constexpr double kStuckSeconds = 15;

[[nodiscard]] bool isStuck(const live::Report& report);

/// A JSON object: `ok`, the keys of the status file, seconds, counts, bytes.
[[nodiscard]] std::string healthJson(const live::Report& report, std::uint64_t memory);

/// Prometheus' text format, version 0.0.4: names begin with `ebbflow_`, units stand at their ends.
/// Source: prometheus.io, "Exposition formats" and "Metric and label naming".
[[nodiscard]] std::string metricsText(const live::Report& report, std::uint64_t memory);

/// Resident memory of this process, bytes; 0 where the system does not tell.
[[nodiscard]] std::uint64_t residentMemory();

}  // namespace ebbflow::remote
