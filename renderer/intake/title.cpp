#include "intake/title.hpp"

#include <algorithm>
#include <filesystem>

namespace ebbflow::intake {

std::string titleOf(const std::string& file) {
    std::string title = std::filesystem::path(file).stem().string();
    std::ranges::replace_if(
        title, [](char c) { return c == '_' || c == '-'; }, ' ');
    if (!title.empty() && title[0] >= 'a' && title[0] <= 'z')
        title[0] = static_cast<char>(title[0] - 'a' + 'A');
    return title;
}

}  // namespace ebbflow::intake
