#include "core/file_texts.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/encoding.hpp"

namespace ebbflow::core {

FileTexts::Verdict FileTexts::settle() {
    turns_ = !foreign_.empty() || (raw_ && !encoding_.empty());
    if (!turns_ || !encoding_.empty()) return {};
    const auto likely = likelyEncodings(foreign_);
    if (!raw_ || likely.empty()) {
        turns_ = false;
        return {"its texts are not UTF-8; " + encodingAdvice(likely), {}};
    }
    encoding_ = likely.front().name;
    std::string remark =
        fmt::format("does not say in which encoding its texts are; read as {} ({})", encoding_,
                    likely.front().sample);
    if (likely.size() > 1)
        remark += "; it might also be " + inWords({likely.begin() + 1, likely.end()});
    return {{}, remark + fmt::format("; `encoding: {}` beside `file` settles it", encoding_)};
}

bool FileTexts::turn(std::string& text) const {
    const bool plain =
        std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!turns_ || plain) return true;
    auto utf8 = toUtf8(text, encoding_);
    if (utf8) text = std::move(*utf8);
    return utf8.has_value();
}

std::string encodingAdvice(const std::vector<LikelyEncoding>& likely) {
    constexpr std::string_view kHow = "beside `file`, `--encoding` of `import`";
    if (likely.empty())
        return fmt::format("name their encoding: `encoding: windows-1252` {}", kHow);
    return fmt::format("they read as words in {}: name it, `encoding: {}` {}", inWords(likely),
                       likely.front().name, kHow);
}

}  // namespace ebbflow::core
