#pragma once
// What of a film's settings goes together, judged by its codec's row before anything is opened.

#include <string>
#include <string_view>
#include <vector>

#include "encode/settings.hpp"

namespace ebbflow::encode {

/// Something that does not go together.
struct Problem {
    std::string_view option;  ///< of `render`, as it is called there; `ending` is the output's name
    std::string sentence;
};
/// Everything that does not go together; empty when all is well.
[[nodiscard]] std::vector<Problem> problems(const Settings& settings, Container container);

}  // namespace ebbflow::encode
