#include "live/hud_words.hpp"

#include <algorithm>
#include <array>

#include "core/text_value.hpp"

namespace ebbflow::live {

namespace {

struct Words {
    std::string_view en, zh, ru;

    [[nodiscard]] std::string_view in(std::string_view language) const {
        if (core::sameLanguage(language, "zh")) return zh;
        if (core::sameLanguage(language, "ru")) return ru;
        return en;
    }
};

Words wordsOf(HudWord word) {
    switch (word) {
        case HudWord::keys:
            return {"Keys", "按键", "Клавиши"};
        case HudWord::paused:
            return {"paused", "已暂停", "пауза"};
        case HudWord::end:
            return {"end", "结束", "конец"};
        case HudWord::saved:
            return {"Saved {name}", "已保存 {name}", "Сохранено: {name}"};
        case HudWord::notSaved:
            return {"Not saved: {why}", "未能保存：{why}", "Не сохранено: {why}"};
        case HudWord::reloaded:
            return {"Reloaded", "已重新载入", "Перечитано"};
        case HudWord::broken:
            return {"Not reloaded; the last good film goes on",
                    "未重新载入，继续播放上一个正确版本",
                    "Не перечитано; идёт последний исправный фильм"};
        case HudWord::oneLanguage:
            return {"The film has one language only", "本片只有一种语言",
                    "У фильма только один язык"};
    }
    return {};
}

struct Translation {
    std::string_view command, zh, ru;
};

/// Of what the table of commands says in English.
constexpr auto kTranslations = std::to_array<Translation>({
    {"pause", "暂停或继续", "пауза и дальше"},
    {"seek back", "后退5秒", "назад на 5 секунд"},
    {"seek on", "前进5秒", "вперёд на 5 секунд"},
    {"frame back", "后退一帧", "на кадр назад"},
    {"frame on", "前进一帧", "на кадр вперёд"},
    {"chapter previous", "上一章", "предыдущая глава"},
    {"chapter next", "下一章", "следующая глава"},
    {"start", "回到开头", "в начало"},
    {"end", "跳到结尾", "в конец"},
    {"next", "下一步", "дальше"},
    {"back", "上一步", "назад"},
    {"black", "黑屏或恢复", "чёрный экран и обратно"},
    {"fullscreen", "全屏或窗口", "полный экран и обратно"},
    {"fullscreen on", "全屏", "полный экран"},
    {"screenshot", "保存画面", "сохранить кадр"},
    {"keys", "显示按键", "этот список"},
    {"clock", "显示时间", "показать время"},
    {"language next", "切换语言", "следующий язык"},
    {"quit", "退出", "выйти"},
});

// In words: the film's fonts have no arrows.
Words labelOf(gl::Key key) {
    using gl::Key;
    switch (key) {
        case Key::escape:
            return {"Esc", "Esc", "Esc"};
        case Key::enter:
            return {"Enter", "回车", "Enter"};
        case Key::tab:
            return {"Tab", "Tab", "Tab"};
        case Key::backspace:
            return {"Backspace", "退格", "Backspace"};
        case Key::left:
            return {"Left", "左箭头", "Влево"};
        case Key::right:
            return {"Right", "右箭头", "Вправо"};
        case Key::up:
            return {"Up", "上箭头", "Вверх"};
        case Key::down:
            return {"Down", "下箭头", "Вниз"};
        case Key::pageUp:
            return {"Page Up", "Page Up", "Page Up"};
        case Key::pageDown:
            return {"Page Down", "Page Down", "Page Down"};
        case Key::home:
            return {"Home", "Home", "Home"};
        case Key::end:
            return {"End", "End", "End"};
        case Key::f5:
            return {"F5", "F5", "F5"};
        case Key::f11:
            return {"F11", "F11", "F11"};
    }
    return {};
}

}  // namespace

std::string_view hudWord(HudWord word, std::string_view language) {
    return wordsOf(word).in(language);
}

std::string_view hudWord(const CommandRow& command, std::string_view language) {
    const auto* const found = std::ranges::find(kTranslations, command.name, &Translation::command);
    if (found == kTranslations.end()) return command.says;
    return Words{command.says, found->zh, found->ru}.in(language);
}

std::string keyLabel(const KeyPress& press, std::string_view language) {
    if (const auto* key = std::get_if<gl::Key>(&press)) {
        return std::string(labelOf(*key).in(language));
    }
    const char32_t character = std::get<char32_t>(press);
    if (character == U' ') return std::string(Words{"Space", "空格", "Пробел"}.in(language));
    return {static_cast<char>(character)};  // the tables of bindings hold ASCII only
}

}  // namespace ebbflow::live
