#include "core/text_value.hpp"

namespace ebbflow::core {

bool sameLanguage(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    return b.substr(0, a.size()) == a && !a.empty() && (b.size() == a.size() || b[a.size()] == '-');
}

const std::string* LocalText::find(std::string_view language) const {
    for (const auto& [tag, text] : words) {
        if (tag == language) return &text;
    }
    for (const auto& [tag, text] : words) {
        if (sameLanguage(tag, language)) return &text;
    }
    for (const auto& [tag, text] : words) {
        if (tag.empty()) return &text;
    }
    return nullptr;
}

const std::string& LocalText::inOrAny(std::string_view language) const {
    static const std::string none;
    if (const std::string* found = find(language)) return *found;
    return words.empty() ? none : words.front().second;
}

}  // namespace ebbflow::core
