// What each command of the keyboard does.

#include <algorithm>
#include <utility>

#include "core/error.hpp"
#include "live/hud_words.hpp"
#include "live/picture.hpp"
#include "live/player_impl.hpp"
#include "text/words.hpp"
#include "video/png.hpp"

namespace ebbflow::live {

namespace {

constexpr double kSeekSeconds = 5;

}  // namespace

void Player::Impl::obey(Command command) {
    switch (command) {
        case Command::toggleFullScreen:
            return setFullScreen(!stage.window().fullScreen());
        case Command::enterFullScreen:
            return setFullScreen(true);
        case Command::screenshot:
            return saveScreenshot();
        case Command::toggleKeys:
            return notices.toggleKeys();
        case Command::toggleClock:
            return notices.toggleClock();
        case Command::nextLanguage:
            return goToNextLanguage();
        case Command::quit:
            done = true;
            return;
        default:
            return obeyTime(command);
    }
}

void Player::Impl::obeyTime(Command command) {
    switch (command) {
        case Command::togglePause:
            playback.togglePause();
            break;
        case Command::seekBack:
            playback.seekBy(-kSeekSeconds);
            break;
        case Command::seekForward:
            playback.seekBy(kSeekSeconds);
            break;
        case Command::frameBack:
            playback.stepFrames(-1);
            break;
        case Command::frameForward:
            playback.stepFrames(1);
            break;
        case Command::chapterBack:
            playback.toChapter(-1);
            break;
        case Command::chapterForward:
            playback.toChapter(1);
            break;
        case Command::toStart:
            playback.toStart();
            break;
        case Command::toEnd:
            playback.toEnd();
            break;
        case Command::next:
            playback.next();
            break;
        case Command::back:
            playback.back();
            break;
        case Command::toggleBlack:
            playback.toggleBlack();
            break;
        default:
            return;
    }
    if (options.mode == Mode::play) notices.glance(clock.now());
}

void Player::Impl::setFullScreen(bool on) {
    stage.window().setFullScreen(on);
    showCursor();
}

void Player::Impl::showCursor() {
    stage.window().showCursor(options.mode != Mode::kiosk && !stage.window().fullScreen());
}

void Player::Impl::saveScreenshot() {
    const auto path =
        unusedPictureName(options.folder, filmName(stage.plan().film->scene.file), playback.time());
    const auto say = [&](HudWord word, std::string_view name, const std::string& value) {
        const text::Fill fill{name, value};
        notices.say(text::filled(hudWord(word, language), {&fill, 1}), clock.now());
    };
    try {
        video::writePng(stage.capture(playback.time(), playback.waiting()), path);
        say(HudWord::saved, "name", path.filename().string());
    } catch (const core::Failure& failure) {
        say(HudWord::notSaved, "why", failure.what());
    }
}

void Player::Impl::goToNextLanguage() {
    const auto& all = stage.plan().film->scene.languages;
    const auto now = std::ranges::find(all, language);
    const std::size_t next =
        now == all.end() ? 0 : (static_cast<std::size_t>(now - all.begin()) + 1) % all.size();
    if (all.size() < 2) {
        notices.say(std::string(hudWord(HudWord::oneLanguage, language)), clock.now());
        return;
    }
    language = all[next];
    reloader.begin(language, stage.plan().film);
}

}  // namespace ebbflow::live
