// What a command can do to the player.

#include <utility>

#include "core/error.hpp"
#include "encode/png.hpp"
#include "live/controls.hpp"
#include "live/hud_words.hpp"
#include "live/picture.hpp"
#include "live/player_impl.hpp"
#include "text/words.hpp"

namespace ebbflow::live {

class Player::Impl::Reins : public Controls {
public:
    explicit Reins(Impl& player) : player_(player) {}

    Playback& playback() override { return player_.playback; }
    Notices& notices() override { return player_.notices; }
    ChapterGrid& grid() override { return player_.grid; }
    Away& away() override { return player_.away; }
    Visit& visit() override { return player_.visit; }
    Laser& laser() override { return player_.laser; }
    TalkTimer& timer() override { return player_.timer; }
    const frame::Plan& plan() const override { return player_.stage.plan(); }
    double now() const override { return player_.clock.now(); }
    bool fullScreen() const override { return player_.stage.window().fullScreen(); }
    void setFullScreen(bool on) override { player_.setFullScreen(on); }
    void saveScreenshot() override { player_.saveScreenshot(); }
    std::string language() const override { return player_.language; }
    void setLanguage(const std::string& asked) override { player_.setLanguage(asked); }
    void quit() override { player_.done = true; }

private:
    Impl& player_;
};

void Player::Impl::obey(const Command& command) {
    Reins reins(*this);
    command.row->does(reins, command.arguments);
}

void Player::Impl::setFullScreen(bool on) {
    stage.window().setFullScreen(on);
}

void Player::Impl::saveScreenshot() {
    const auto path =
        unusedPictureName(options.folder, filmName(stage.plan().film->scene.file), playback.time());
    const auto say = [&](HudWord word, std::string_view name, const std::string& value) {
        const text::Fill fill{name, value};
        notices.say(text::filled(hudWord(word, language), {&fill, 1}), clock.now());
    };
    try {
        encode::writePng(
            stage.capture(playback.time(), playback.waiting(), options.scale.value_or(1)), path);
        say(HudWord::saved, "name", path.filename().string());
    } catch (const core::Failure& failure) {
        say(HudWord::notSaved, "why", failure.what());
    }
}

void Player::Impl::setLanguage(const std::string& asked) {
    language = asked;
    reloader.begin(language, stage.plan().film);
}

}  // namespace ebbflow::live
