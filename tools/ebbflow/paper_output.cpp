#include "ebbflow/paper_output.hpp"

#include <fmt/format.h>

#include "core/whole_file.hpp"
#include "produce/paper_file.hpp"

namespace ebbflow::tools {

void checkPaper(const PaperOutput& output, std::string_view what,
                std::initializer_list<std::string_view> ends) {
    if (!output.path.empty()) produce::checkPaper({output.path, output.force}, what, ends);
}

void writePaper(const PaperOutput& output, std::string_view text) {
    if (output.path.empty())
        fmt::print("{}", text);
    else
        core::writeWhole(output.path, text);
}

}  // namespace ebbflow::tools
