#pragma once
// The file of a text beside a film: whether it may be written is known before anything is loaded.

#include <string>
#include <string_view>

namespace ebbflow::produce {

struct PaperFile {
    std::string path;
    bool overwrite = false;
};

/// Throws Refusal unless the name ends with one of `ends` (".srt", …), and core::Failure when the
/// file is there and may not be written over.
void checkPaper(const PaperFile& file, std::string_view what,
                std::initializer_list<std::string_view> ends);

}  // namespace ebbflow::produce
