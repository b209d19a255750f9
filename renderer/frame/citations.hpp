#pragma once
// How sources are named on the screen: in the film's language, without the address that the table
// keeps behind them in brackets. It chooses no sources.

#include <string>
#include <vector>

#include "frame/plan.hpp"

namespace ebbflow::frame {

/// The source's citation, or the id itself where the film has no such source.
[[nodiscard]] std::string shortCitation(const Plan& plan, const std::string& id);

/// What the step itself cites, each once.
[[nodiscard]] std::vector<std::string> citationsOf(const Plan& plan, const PlannedStep& step);

/// What any step of the film cites, each once and in full, in the order in which the film comes to
/// it.
[[nodiscard]] std::vector<std::string> citationsOf(const Plan& plan);

}  // namespace ebbflow::frame
