#pragma once
// How sources are named on the screen: in the film's language, without the address that the table
// keeps behind them in brackets. It chooses no sources.

#include <string>
#include <vector>

#include "story/story.hpp"

namespace ebbflow::story {

/// The source's citation, or the id itself where the film has no such source.
[[nodiscard]] std::string shortCitation(const Story& story, const std::string& id);

/// What the step itself and its objects cite, each once.
[[nodiscard]] std::vector<std::string> citationsOf(const Story& story, const PlannedStep& step);

/// What any step of the film cites, each once and in full, and the credits of its objects'
/// pictures, in the order in which the film comes to them.
[[nodiscard]] std::vector<std::string> citationsOf(const Story& story);

}  // namespace ebbflow::story
