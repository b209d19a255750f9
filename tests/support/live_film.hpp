#pragma once
// A film as commands see it, without a window: two chapters of 65 s, in two languages, standing at
// ten seconds, its map twice as close as the film has it, pointed at, five seconds into a talk.

#include <memory>
#include <string>

#include <fmt/format.h>

#include "live/controls.hpp"
#include "text/fonts.hpp"

namespace ebbflow::live::test {

[[nodiscard]] inline core::FilmTime at(double seconds) {
    return core::FilmTime::fromSeconds(seconds);
}

[[nodiscard]] inline std::shared_ptr<const text::Typesetter> typesetter() {
    static const auto shared = std::make_shared<const text::Typesetter>(text::defaultFonts());
    return shared;
}

/// A plan with nothing on its screen.
[[nodiscard]] inline frame::Plan planOf(story::Story story,
                                        std::shared_ptr<const text::Typesetter> typesetter) {
    screen::Lettering lettering(std::move(story), text::Ruler(std::move(typesetter)));
    return frame::Plan({screen::Page(std::move(lettering), {}), {}, {}, {}});
}

/// Two chapters of one step of 65 s each, with titles.
[[nodiscard]] inline frame::Plan smallPlan(const std::string& language = "en") {
    auto film = std::make_shared<film::Film>();
    film->scene.languages = {"en", "zh-Hans"};
    film->scene.kiosk.emplace();
    for (const char* title : {"One", "Two"}) {
        scene::Chapter chapter;
        chapter.id = film->scene.chapters.empty() ? "one" : "the great flow";
        chapter.title.words = {{"", title}};
        chapter.steps.resize(1);
        film->scene.chapters.push_back(chapter);
    }
    story::Story told;
    told.film = film;
    told.language = told.shownLanguage = language;
    told.timeline.length = at(130);
    for (std::size_t i = 0; i < 2; ++i) {
        story::PlannedStep step;
        step.chapter = i;
        step.start = at(65.0 * static_cast<double>(i));
        step.length = at(65);
        told.timeline.steps.push_back(step);
        story::PlannedChapter chapter;
        chapter.firstStep = i;
        chapter.stepCount = 1;
        chapter.start = step.start;
        chapter.end = step.end();
        told.timeline.chapters.push_back(chapter);
    }
    return planOf(std::move(told), typesetter());
}

class FilmInHand : public Controls {
public:
    explicit FilmInHand(Mode mode)
        : plan_(smallPlan()),
          playback_(segmentsOf(plan_.timeline, plan_.film->scene), {25, 1}, mode),
          notices_(mode),
          visit_(plan_, mode) {
        visit_.toFilm();
        playback_.seekTo(at(10));
        laser_.point({1, 2}, 0);
        timer_.begin(-5);
        // A viewer has gone away from the film's camera.
        away_.zoom(story::cameraAt(plan_.timeline, at(10)), plan_.aspect, 2, 0.1, 0.1, 0);
    }

    Playback& playback() override { return playback_; }
    Notices& notices() override { return notices_; }
    ChapterGrid& grid() override { return grid_; }
    Away& away() override { return away_; }
    Visit& visit() override { return visit_; }
    Laser& laser() override { return laser_; }
    TalkTimer& timer() override { return timer_; }
    const frame::Plan& plan() const override { return plan_; }
    double now() const override { return 0; }
    bool fullScreen() const override { return fullScreen_; }
    void setFullScreen(bool on) override { fullScreen_ = on; }
    void saveScreenshot() override { ++screenshots_; }
    std::string language() const override { return language_; }
    void setLanguage(const std::string& language) override { language_ = language; }
    void quit() override { over_ = true; }

    /// All that a command can change, as one text.
    [[nodiscard]] std::string seen() const {
        const Hud hud = notices_.hud(plan_, playback_, now());
        const std::optional<LaserSpot> dot = laser_.at(now() + 0.1);
        const core::PixelPoint lit = dot ? dot->at : core::PixelPoint{};
        const picture::Excursion away = away_.at(now() + 2);
        return fmt::format("{} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {}",
                           playback_.time().ticks(), playback_.isPaused(), playback_.isWaiting(),
                           playback_.isBlack(), playback_.speed(), hud.clock, hud.message, hud.keys,
                           notices_.barStays(), grid_.isOpen(), static_cast<int>(visit_.place()),
                           away.aside.x, away.aside.y, away.closer, fullScreen_, screenshots_,
                           language_, over_, lit.x, lit.y, dot ? dot->strength : 0,
                           timer_.elapsed(now()));
    }

private:
    frame::Plan plan_;
    Playback playback_;
    Notices notices_;
    ChapterGrid grid_;
    Away away_;
    Visit visit_;
    Laser laser_;
    TalkTimer timer_;
    bool fullScreen_ = false;
    int screenshots_ = 0;
    std::string language_ = "en";
    bool over_ = false;
};

}  // namespace ebbflow::live::test
