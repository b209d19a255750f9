#include "core/utf8.hpp"

#include <algorithm>

#include <utf8proc.h>

namespace ebbflow::core {

Character characterAt(std::string_view text, std::size_t i) {
    text = text.substr(std::min(i, text.size()), 4);
    if (text.empty()) return {};
    utf8proc_int32_t value = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                         static_cast<utf8proc_ssize_t>(text.size()), &value);
    if (length <= 0) return {};
    return {static_cast<char32_t>(value), static_cast<std::size_t>(length)};
}

bool isCutOff(std::string_view text, std::size_t i) {
    const std::string_view rest = text.substr(i);
    const auto wanted = static_cast<std::size_t>(
        std::max<int>(utf8proc_utf8class[static_cast<unsigned char>(rest.front())], 1));
    return rest.size() < wanted && std::ranges::all_of(rest.substr(1), [](char c) {
               return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
           });
}

}  // namespace ebbflow::core
