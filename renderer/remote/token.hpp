#pragma once
// The word without which nobody changes what is shown.

#include <string>
#include <string_view>

namespace ebbflow::remote {

/// 128 random bits as 32 hexadecimal figures. Throws core::Failure when the system has none.
[[nodiscard]] std::string freshToken();

/// Compares all of both, so that the time it takes tells nothing of where they differ.
[[nodiscard]] bool sameToken(std::string_view a, std::string_view b);

}  // namespace ebbflow::remote
