#include "story/kind_name.hpp"

namespace ebbflow::story {

std::string kindName(const Story& story, const Kind& kind, std::string_view language) {
    if (!kind.label.empty()) return kind.label.inOrAny(language);
    const std::string name = story.words.kind(kind.hue, language);
    return kind.look.words.empty() ? name : story.words.ofKind(kind.look.words, name, language);
}

}  // namespace ebbflow::story
