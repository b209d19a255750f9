#include "produce/paper_file.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/error.hpp"
#include "produce/refusal.hpp"

namespace ebbflow::produce {

void checkPaper(const PaperFile& file, std::string_view what,
                std::initializer_list<std::string_view> ends) {
    const std::string end = std::filesystem::path(file.path).extension().string();
    if (std::ranges::find(ends, end) == ends.end())
        throw Refusal(fmt::format("`{}`: {} as {}", file.path, what, fmt::join(ends, " or ")));
    if (!file.overwrite && std::filesystem::exists(file.path))
        throw core::Failure(file.path + " is there already; --force overwrites it");
}

}  // namespace ebbflow::produce
