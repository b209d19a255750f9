#include "live/hud_words.hpp"

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

Words wordsOf(Command command) {
    switch (command) {
        case Command::togglePause:
            return {"pause, and go on", "暂停或继续", "пауза и дальше"};
        case Command::seekBack:
            return {"back 5 seconds", "后退5秒", "назад на 5 секунд"};
        case Command::seekForward:
            return {"on 5 seconds", "前进5秒", "вперёд на 5 секунд"};
        case Command::frameBack:
            return {"one frame back", "后退一帧", "на кадр назад"};
        case Command::frameForward:
            return {"one frame on", "前进一帧", "на кадр вперёд"};
        case Command::chapterBack:
            return {"chapter before", "上一章", "предыдущая глава"};
        case Command::chapterForward:
            return {"next chapter", "下一章", "следующая глава"};
        case Command::toStart:
            return {"to the start", "回到开头", "в начало"};
        case Command::toEnd:
            return {"to the end", "跳到结尾", "в конец"};
        case Command::next:
            return {"next", "下一步", "дальше"};
        case Command::back:
            return {"back", "上一步", "назад"};
        case Command::toggleBlack:
            return {"black screen, and back", "黑屏或恢复", "чёрный экран и обратно"};
        case Command::toggleFullScreen:
            return {"full screen, and back", "全屏或窗口", "полный экран и обратно"};
        case Command::enterFullScreen:
            return {"full screen", "全屏", "полный экран"};
        case Command::screenshot:
            return {"save a picture", "保存画面", "сохранить кадр"};
        case Command::toggleKeys:
            return {"this list", "显示按键", "этот список"};
        case Command::toggleClock:
            return {"show the time", "显示时间", "показать время"};
        case Command::nextLanguage:
            return {"next language", "切换语言", "следующий язык"};
        case Command::quit:
            return {"quit", "退出", "выйти"};
    }
    return {};
}

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

std::string_view hudWord(Command command, std::string_view language) {
    return wordsOf(command).in(language);
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
