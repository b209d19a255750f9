#pragma once
// In which way two renders are not of the same film: their heads compared, in words for the user.

#include <string>
#include <vector>

namespace ebbflow::delivery {

/// A phrase for each fact that differs: `crf was 21 and is 18`, `input film.yaml has changed`. Both
/// are texts of manifestHead(); empty when they say the same.
[[nodiscard]] std::vector<std::string> headDifferences(const std::string& before,
                                                       const std::string& now);

}  // namespace ebbflow::delivery
