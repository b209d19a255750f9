#include "scene/script_text.hpp"

#include <algorithm>

namespace ebbflow::scene {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool continuesCharacter(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace

ScriptText::ScriptText(std::string bytes) : text_(std::move(bytes)) {
    if (text_.starts_with(kByteOrderMark)) text_.erase(0, kByteOrderMark.size());
    starts_.push_back(0);
    for (std::size_t i = 0; i < text_.size(); ++i) {
        if (text_[i] == '\n') starts_.push_back(i + 1);
    }
}

std::string_view ScriptText::line(int number) const {
    if (number < 1 || number > lineCount()) return {};
    const std::size_t begin = starts_[static_cast<std::size_t>(number) - 1];
    const std::size_t end = std::min(text_.find('\n', begin), text_.size());
    std::string_view result(text_.data() + begin, end - begin);
    if (result.ends_with('\r')) result.remove_suffix(1);
    return result;
}

int ScriptText::column(int number, std::size_t offset) const {
    const std::string_view before = line(number).substr(0, offset);
    const auto inside = std::ranges::count_if(before, continuesCharacter);
    return static_cast<int>(before.size()) - static_cast<int>(inside) + 1;
}

std::size_t ScriptText::position(int number, std::size_t offset) const {
    if (number < 1 || number > lineCount()) return text_.size();
    return std::min(starts_[static_cast<std::size_t>(number) - 1] + offset, text_.size());
}

}  // namespace ebbflow::scene
