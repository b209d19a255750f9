#include "live/player.hpp"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/film_time.hpp"
#include "core/printable.hpp"
#include "gl/display_power.hpp"
#include "live/notes.hpp"
#include "live/picture.hpp"
#include "live/player_impl.hpp"
#include "live/visit_hands.hpp"
#include "story/sound_plan.hpp"

namespace ebbflow::live {

namespace {

constexpr double kSecondsBetweenLooks = 0.25;  // at whether we are full screen, and at the clock
constexpr double kSecondsBetweenFileLooks = 0.05;
constexpr double kArrowIdleSeconds = 0.1;
// Lights shimmer in 2.5 s; a float in a shader would lose that after days of waiting.
constexpr double kWaitingWraps = 2500;

gl::WindowOptions windowFor(const LoadedPlan& film, const PlayerOptions& options) {
    gl::WindowOptions window;
    window.title = film.plan->film->scene.title.inOrAny(film.plan->language);
    if (window.title.empty()) window.title = "ebbflow";
    window.size = options.size.width > 0 ? options.size : usualWindow(film.plan->aspect);
    window.monitor = options.monitor;
    window.cursor = options.mode != Mode::kiosk;
    return window;
}

/// Visitors of a wall would each choose for a part of it.
bool isShared(const PlayerOptions& options) {
    return options.wall || options.clock;
}

}  // namespace

Player::Impl::Impl(LoadedPlan film, FilmLoader loader, PlayerOptions theOptions, Log& theLog)
    : options(std::move(theOptions)),
      log(theLog),
      stage(windowFor(film, options), film.plan, options.shaderFolder, options.wall),
      playback(segmentsOf(film.plan->timeline, film.plan->film->scene),
               film.plan->film->scene.frame.rate, options.mode),
      governor(pictureBudget(film.plan->film->scene.frame.rate), options.scale),
      notices(options.mode),
      hands(options.mode),
      inspector(film.plan),
      visit(*film.plan, isShared(options) ? Mode::play : options.mode),
      reloader(std::move(loader), options.mode != Mode::play),
      files(std::move(film.files)),
      filmWatch(files),
      shaderWatch({options.shaderFolder}),
      statusFile(options.statusFile),
      language(film.plan->language),
      counts(options.countsFile) {
    gl::Window& window = stage.window();
    if (options.fullScreen && !window.fullScreen()) window.setFullScreen(true);
    cursor = options.mode != Mode::kiosk;
    window.onKey([this](gl::Key key, bool) { press(key); });
    window.onCharacter([this](char32_t character) { press(character); });
    window.onPointer([this](const gl::Pointer& pointer) { point(pointer); });
    playback.seekTo(options.from);
    if (options.paused && options.mode != Mode::kiosk) playback.togglePause();
    if (options.clock) sharedClock.emplace(*options.clock);
    takeFilmHash();
    takeSound();
    takeBook();
    tellOfSmallTargets();
    lookAtHours();
    count("start");
    report.renderer = window.facts().renderer;
}

void Player::Impl::run(const std::function<bool()>& endAsked) {
    // The first picture takes longest; the film begins when it is to be seen.
    static_cast<void>(draw());
    service.ready();
    clock.skip();
    while (!done && !endAsked()) {
        const double began = clock.now();
        lookAround();
        showCursor();
        makeAStill();
        const bool drew = draw();
        answer(drew);
        tellStatus();
        printNotes();
        // What rests while time runs may move again with any frame.
        const double left = secondsBetweenPictures() - (clock.now() - began);
        const bool awake = drew || !stands() || sharedClock || reloader.busy();
        stage.window().poll(awake ? std::max(0.0, left) : kArrowIdleSeconds);
        const double lap = clock.lap();
        advance(lap);
        for (const Command& command : commands.take()) obey(command);
        shareClock(lap);
        lead();
        if (stage.window().closeRequested()) {
            if (options.mode != Mode::kiosk) done = true;
            stage.window().keepOpen();
        }
    }
    if (closed) gl::setDisplayPower(true);
    if (!counts.saveAll()) log.error("the counts could not be written at the end");
    keepRehearsal();
    const std::lock_guard lock(asking);
    over = true;
    wanted.clear();
}

/// Says whether it drew.
bool Player::Impl::draw() {
    const View now = view();
    saying = !now.hud.empty();
    const bool moves = stage.changes(now);
    const double began = clock.now(), scale = governor.scaleAt(began, moves);
    const bool drew = stage.show(now, scale);
    if (drew && moves) governor.drew(clock.now() - began, clock.now(), stage.usual());
    return drew;
}

/// A GPU follows the screen. Where the processor draws, frames of the film are enough: what it
/// saves is for drawing them finely.
double Player::Impl::secondsBetweenPictures() const {
    const double screen = 0.9 / stage.window().refreshRate();
    if (!stage.window().facts().software) return screen;
    const core::FrameRate rate = stage.plan().film->scene.frame.rate;
    return std::max(screen, 0.97 * core::frameStart(1, rate).seconds());
}

/// Frames that pass in one lap are never seen, but for the one that is drawn after it.
void Player::Impl::advance(double seconds) {
    const core::FrameRate rate = stage.plan().film->scene.frame.rate;
    const std::int64_t before = core::frameAt(playback.time(), rate);
    playback.advance(holdsTime() ? 0 : seconds);
    if (!playback.isPaused()) timer.begin(clock.now());
    rehearse();
    sendOfVisitor(timeInVisit(visit, playback.time(), language, clock.now()));
    const std::int64_t passed = core::frameAt(playback.time(), rate) - before;
    const std::lock_guard lock(asking);
    if (passed > 1) report.missed += static_cast<std::uint64_t>(passed - 1);
}

/// What other threads ask for, and the sign of life for who looks after the program.
void Player::Impl::answer(bool drew) {
    const double now = clock.now();
    Status shown = status();
    service.alive(fmt::format("{} {}", shown.state, core::toString(shown.time)), now);
    const std::lock_guard lock(asking);
    report.status = std::move(shown);
    report.prompt = prompt();
    report.at = now;
    if (drew) {
        ++report.drawn;
        report.drawnAt = now;
    }
    if (wanted.empty()) return;
    const core::Image image = stage.shownImage();
    for (std::promise<core::Image>& one : std::exchange(wanted, {})) one.set_value(image);
}

/// What is heard belongs to the plan on the stage.
void Player::Impl::takeSound() {
    if (options.sound) sound.setMix(story::mixOf(stage.plan()));
}

/// Whether film time does.
bool Player::Impl::stands() const {
    return playback.isPaused() || playback.isWaiting() || playback.isBlack() || holdsTime() ||
           playback.isOver();
}

void Player::Impl::lead() {
    // What is heard has one speed.
    const bool runs = !stands() && playback.speed() == 1;
    sound.follow(playback.time(), runs);
    if (const std::string problem = sound.takeProblem(); !problem.empty()) log.info(problem);
}

Hud Player::Impl::hud() const {
    if (closed) return {};
    if (visit.isOpen()) return visitorsHud();
    Hud hud = notices.hud(stage.plan(), playback, clock.now());
    hud.laser = laserSpot();
    if (grid.isOpen()) {
        hud.grid = GridView{grid.chosen(), stills.all()};
        return hud;
    }
    hud.bar = bar();
    hud.found = found(hud.bar.has_value());
    return hud;
}

View Player::Impl::view() const {
    View view;
    view.time = playback.time();
    view.black = playback.isBlack() || closed;
    view.waiting = stage.shimmers() ? std::fmod(playback.waiting(), kWaitingWraps) : 0;
    view.away = away.at(clock.now());
    view.hud = hud();
    return view;
}

void Player::Impl::lookAround() {
    if (auto loaded = reloader.take()) adopt(std::move(*loaded));
    if (options.watch && clock.now() - filesLookedAt >= kSecondsBetweenFileLooks) {
        filesLookedAt = clock.now();
        lookAtFiles();
    }
    if (clock.now() - lookedAt < kSecondsBetweenLooks) return;
    lookedAt = clock.now();
    if (options.mode != Mode::kiosk) return;
    lookAtHours();
    saveCounts();
    // A screen that is off may well be gone.
    if (!closed) keepFullScreen();
}

void Player::Impl::keepFullScreen() {
    gl::Window& window = stage.window();
    if (window.fullScreen()) {
        if (std::exchange(fullScreenLost, false)) log.info("full screen again");
        return;
    }
    if (!std::exchange(fullScreenLost, true))
        log.error("the monitor was lost; trying to get it back");
    try {
        window.setFullScreen(true, options.monitor);
    } catch (const core::Failure&) {
        // That monitor is not there: another is better than none.
        window.setFullScreen(true);
    }
}

Status Player::Impl::status() const {
    const frame::Plan& plan = stage.plan();
    const story::PlannedStep& step = plan.timeline.steps[plan.timeline.stepAt(playback.time())];
    Status status;
    status.state = closed                 ? "closed"
                   : playback.isOver()    ? "ended"
                   : playback.isPaused()  ? "paused"
                   : playback.isWaiting() ? "waiting"
                                          : "playing";
    status.black = playback.isBlack();
    status.speed = playback.speed();
    status.time = playback.time();
    status.length = plan.timeline.length;
    status.frame = core::frameAt(playback.time(), plan.film->scene.frame.rate);
    status.chapter = step.chapter + 1;
    status.step = step.step + 1;
    status.language = plan.language;
    status.fullScreen = stage.window().fullScreen();
    status.window = stage.window().framebufferSize();
    status.picture = stage.picture();
    status.scale = stage.scale();
    if (sharedClock) {
        status.clock = sharedClock->state(clock.now());
        status.behind = sharedClock->behind;
    }
    status.hud = saying;
    status.reloads = reloads;
    status.message = notices.message(clock.now());
    status.problem = notices.problem();
    return status;
}

void Player::Impl::tellStatus() {
    const bool good = options.statusFile.empty() || statusFile.update(status(), clock.now());
    if (!good && !std::exchange(statusFailed, true)) {
        log.error("the status file cannot be written: " + options.statusFile.string());
    }
    if (good) statusFailed = false;
}

void Player::Impl::printNotes() {
    if (options.mode != Mode::presenter) return;
    const std::size_t step = stage.plan().timeline.stepAt(playback.time());
    if (notedStep == step) return;
    notedStep = step;
    std::cout << core::printable(notesText(stage.plan(), step), true) << std::flush;
}

Player::Player(LoadedPlan film, FilmLoader loader, PlayerOptions options, Log& log)
    : impl_(std::make_unique<Impl>(std::move(film), std::move(loader), std::move(options), log)) {}

Player::~Player() = default;

void Player::run(const std::function<bool()>& endAsked) {
    impl_->run(endAsked);
}

void Player::send(Command command) {
    impl_->commands.send(std::move(command));
    // A loop over a film that rests would sleep on.
    gl::wakeWindows();
}

Report Player::report() const {
    const std::lock_guard lock(impl_->asking);
    Report report = impl_->report;
    report.uptime = impl_->clock.now();
    return report;
}

std::shared_ptr<const core::Image> Player::stillOf(std::size_t step) {
    return impl_->stepStills.of(step);
}

std::future<core::Image> Player::picture() {
    const std::lock_guard lock(impl_->asking);
    std::promise<core::Image> promise;
    std::future<core::Image> picture = promise.get_future();
    if (!impl_->over) impl_->wanted.push_back(std::move(promise));
    return picture;
}

}  // namespace ebbflow::live
