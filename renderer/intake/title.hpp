#pragma once
// What a film is called when nobody says: after the file it was made of.

#include <string>

namespace ebbflow::intake {

/// `my_trips-2019.csv` is "My trips 2019".
[[nodiscard]] std::string titleOf(const std::string& file);

}  // namespace ebbflow::intake
