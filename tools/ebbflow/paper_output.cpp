#include "ebbflow/paper_output.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "core/error.hpp"
#include "ebbflow/usage.hpp"
#include "video/files.hpp"

namespace ebbflow::tools {

void checkPaper(const PaperOutput& output, std::string_view what,
                std::initializer_list<std::string_view> ends) {
    if (output.path.empty()) return;
    const std::string end = std::filesystem::path(output.path).extension().string();
    if (std::ranges::find(ends, end) == ends.end()) {
        throw UsageError(fmt::format("`{}`: {} as {}", output.path, what, fmt::join(ends, " or ")));
    }
    if (!output.force && std::filesystem::exists(output.path)) {
        throw core::Failure(output.path + " is there already; --force overwrites it");
    }
}

void writePaper(const PaperOutput& output, std::string_view text) {
    if (output.path.empty())
        fmt::print("{}", text);
    else
        video::writeWhole(output.path, text);
}

}  // namespace ebbflow::tools
