#include "live/confined.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/error.hpp"

namespace ebbflow::live {

namespace fs = std::filesystem;

fs::path confined(const fs::path& folder, const fs::path& name) {
    std::error_code fault;
    const fs::path home = fs::canonical(folder, fault);
    if (fault || !fs::is_directory(home, fault)) {
        throw core::Failure(fmt::format("{} is not a folder", folder.string()));
    }
    fs::path whole = fs::weakly_canonical(home / name, fault);
    const auto [homeEnd, rest] = std::ranges::mismatch(home, whole);
    if (fault || homeEnd != home.end() || rest == whole.end()) {
        throw core::Failure(fmt::format("{} is not inside {}: a kiosk writes nowhere else",
                                        name.string(), home.string()));
    }
    return whole;
}

}  // namespace ebbflow::live
