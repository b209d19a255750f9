#pragma once
// Where a command that writes a text shall put it: checked before anything is loaded, so that a
// name that cannot be written is known at once.

#include <string>
#include <string_view>

namespace ebbflow::tools {

struct PaperOutput {
    std::string path;  ///< empty: the terminal
    bool force = false;
};

/// Throws UsageError unless the name ends with one of `ends` (".srt", …), and core::Failure when
/// the file is there and may not be written over.
void checkPaper(const PaperOutput& output, std::string_view what,
                std::initializer_list<std::string_view> ends);
/// Whole or not at all.
void writePaper(const PaperOutput& output, std::string_view text);

}  // namespace ebbflow::tools
