#pragma once
// The inside of the player, shared by the files that implement it: the loop, what commands do, and
// what happens when something is saved.

#include <cstdint>
#include <functional>
#include <future>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "live/away.hpp"
#include "live/chapter_grid.hpp"
#include "live/chapter_stills.hpp"
#include "live/command_queue.hpp"
#include "live/day_counts.hpp"
#include "live/file_watch.hpp"
#include "live/governor.hpp"
#include "live/hands.hpp"
#include "live/inspect.hpp"
#include "live/lap_clock.hpp"
#include "live/laser.hpp"
#include "live/log.hpp"
#include "live/notices.hpp"
#include "live/pace.hpp"
#include "live/player.hpp"
#include "live/rehearsal.hpp"
#include "live/service.hpp"
#include "live/sound_thread.hpp"
#include "live/stage.hpp"
#include "live/status_file.hpp"
#include "live/step_stills.hpp"
#include "live/talk_timer.hpp"
#include "live/typed_number.hpp"
#include "live/visit.hpp"

namespace ebbflow::live {

struct Player::Impl {
    Impl(LoadedPlan film, FilmLoader loader, PlayerOptions theOptions, Log& theLog);

    void run(const std::function<bool()>& endAsked);
    [[nodiscard]] Hud hud() const;
    [[nodiscard]] View view() const;
    [[nodiscard]] Status status() const;
    void tellStatus();
    void printNotes();
    void lookAround();
    void keepFullScreen();
    void advance(double seconds);
    [[nodiscard]] bool draw();
    [[nodiscard]] bool stands() const;
    [[nodiscard]] double secondsBetweenPictures() const;
    void answer(bool drew);
    void takeSound();
    void lead();

    // player_clock.cpp
    void shareClock(double lap);
    void follow(double lap);
    void tellClock();
    void takeFilmHash();

    // player_commands.cpp
    class Reins;  ///< the player as a command holds it
    void obey(const Command& command);
    void setFullScreen(bool on);
    void saveScreenshot();
    void setLanguage(const std::string& asked);

    // player_hands.cpp
    void press(KeyPress key);
    [[nodiscard]] bool typed(const KeyPress& key);
    [[nodiscard]] bool pressedInGrid(const KeyPress& key);
    [[nodiscard]] bool pressedAway(const KeyPress& key);
    void send(std::vector<Command> all);
    void makeAStill();
    [[nodiscard]] std::optional<Found> found(bool barThere) const;
    void point(const gl::Pointer& pointer);
    [[nodiscard]] std::optional<Bar> bar() const;
    void showCursor();
    [[nodiscard]] bool holdsTime() const;

    // player_visit.cpp
    void tellOfSmallTargets();
    void pressInKiosk(const KeyPress& key);
    [[nodiscard]] Hud visitorsHud() const;
    void sendOfVisitor(std::vector<Command> all);

    // player_hours.cpp
    void lookAtHours();
    void openOrClose(bool open);
    void count(std::string_view what, std::string_view which = {});
    void saveCounts();

    // player_talk.cpp
    [[nodiscard]] std::optional<LaserSpot> laserSpot() const;
    void takeBook();
    void rehearse();
    void keepRehearsal();
    [[nodiscard]] Prompt prompt() const;

    // player_reload.cpp
    void lookAtFiles();
    void readAgain();
    void reloadShaders();
    void sayReloaded(const std::string& what);
    void adopt(LoadedPlan loaded);
    void takeOver(LoadedPlan loaded);
    void filmIsBroken(std::vector<std::string> faults);

    PlayerOptions options;
    Log& log;
    LapClock clock;
    Stage stage;
    Playback playback;
    Governor governor;
    std::optional<SharedClock> sharedClock;
    Notices notices;
    Hands hands;
    ChapterGrid grid;
    ChapterStills stills;
    Away away;
    Inspector inspector;
    Visit visit;
    Laser laser;
    TalkTimer timer;
    std::shared_ptr<const PromptBook> book;  ///< of the plan on the stage
    StepStills stepStills;
    std::optional<Pace> rehearsedPace;  ///< of the book, where something was rehearsed
    Rehearsal rehearsal;
    bool rehearsalLost = false;
    TypedNumber number;
    bool saying = false;  ///< the window, over the film
    bool cursor = true;
    Reloader reloader;
    std::vector<std::string> files;  ///< that the film was read from
    FileWatch filmWatch, shaderWatch;
    StatusFile statusFile;
    SoundThread sound;
    std::string language;  ///< that was asked for last
    CommandQueue commands;
    Service service;
    mutable std::mutex asking;  ///< of what other threads ask for
    Report report;
    std::vector<std::promise<core::Image>> wanted;
    bool over = false;
    double lookedAt = 0, filesLookedAt = 0;
    std::uint64_t reloads = 0;
    std::optional<std::size_t> notedStep;
    bool statusFailed = false;
    DayCounts counts;
    bool countsFailed = false;
    bool closed = false;  ///< outside of the hall's hours
    bool fullScreenLost = false;
    bool done = false;
};

}  // namespace ebbflow::live
