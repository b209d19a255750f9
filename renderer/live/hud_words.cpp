#include "live/hud_words.hpp"

#include "text/languages.hpp"

namespace ebbflow::live {

namespace {

using text::LanguageWords;

std::string_view nameOf(HudWord word) {
    switch (word) {
        case HudWord::keys:
            return "keys";
        case HudWord::paused:
            return "paused";
        case HudWord::end:
            return "end";
        case HudWord::saved:
            return "saved";
        case HudWord::notSaved:
            return "not_saved";
        case HudWord::reloaded:
            return "reloaded";
        case HudWord::broken:
            return "broken";
        case HudWord::number:
            return "number";
        case HudWord::soFar:
            return "so_far";
        case HudWord::toHere:
            return "to_here";
        case HudWord::fromHere:
            return "from_here";
        case HudWord::touch:
            return "touch";
        case HudWord::oneLanguage:
            return "one_language";
        case HudWord::noChapter:
            return "no_chapter";
    }
    return {};
}

/// Of the language that whoever sits at the keys is most likely to read; empty where there is none.
std::string_view wordIn(std::string_view language, text::WordList LanguageWords::*list,
                        std::string_view key) {
    const std::string* word = text::find(text::nearestLanguage(language).*list, key);
    if (word == nullptr) word = text::find(text::english().*list, key);
    return word != nullptr ? std::string_view(*word) : std::string_view();
}

}  // namespace

std::string_view hudWord(HudWord word, std::string_view language) {
    return wordIn(language, &LanguageWords::window, nameOf(word));
}

std::string_view hudWord(const CommandRow& command, std::string_view language) {
    const std::string_view word = wordIn(language, &LanguageWords::commands, command.name);
    return word.empty() ? command.says : word;
}

std::string keyLabel(const KeyPress& press, std::string_view language) {
    const std::string name = nameOf(press);
    const std::string_view label = wordIn(language, &LanguageWords::keys, name);
    return label.empty() ? name : std::string(label);
}

}  // namespace ebbflow::live
