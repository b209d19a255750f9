#pragma once
// Where a command that writes a text shall put it: a file, or the terminal.

#include <string>
#include <string_view>

namespace ebbflow::tools {

struct PaperOutput {
    std::string path;  ///< empty: the terminal
    bool force = false;
};

/// Before anything is loaded, as produce::checkPaper(); the terminal takes all.
void checkPaper(const PaperOutput& output, std::string_view what,
                std::initializer_list<std::string_view> ends);
/// Whole or not at all.
void writePaper(const PaperOutput& output, std::string_view text);

}  // namespace ebbflow::tools
