#include "live/commands.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/plain_text.hpp"
#include "live/controls.hpp"
#include "live/hud_words.hpp"
#include "text/words.hpp"

namespace ebbflow::live {

namespace {

using gl::Key;
using Doing = std::function<void(Controls&, const Arguments&)>;

/// What is done to the film's time; the window then shows the time for a moment.
Doing toTime(std::function<void(Playback&, const Arguments&)> change) {
    return [change = std::move(change)](Controls& controls, const Arguments& told) {
        change(controls.playback(), told);
        controls.notices().glance(controls.now());
    };
}

Doing toTime(void (Playback::*change)()) {
    return toTime([change](Playback& playback, const Arguments&) { (playback.*change)(); });
}

/// Counted from 1. Where there is none of that number the film goes on, and the clock says how many
/// there are.
void toChapter(Controls& controls, const Arguments& told) {
    const auto& chapters = controls.plan().timeline.chapters;
    const auto number = static_cast<std::size_t>(std::get<std::int64_t>(told[0]));
    if (number <= chapters.size()) controls.playback().seekTo(chapters[number - 1].start);
    controls.grid().close();
    controls.visit().toFilm();
    controls.notices().glance(controls.now());
}

/// Its id, or its title in any language, large or small letters alike; else the only one that
/// begins so.
const story::PlannedChapter* chapterCalled(const frame::Plan& plan, std::string_view words) {
    const auto& scripts = plan.film->scene.chapters;
    const std::string wanted = core::lower(words);
    std::vector<std::size_t> begin;
    for (std::size_t i = 0; i < scripts.size(); ++i) {
        std::vector<std::string> names{core::lower(scripts[i].id)};
        for (const auto& [language, title] : scripts[i].title.words)
            names.push_back(core::lower(title));
        if (std::ranges::find(names, wanted) != names.end()) return &plan.timeline.chapters[i];
        if (std::ranges::any_of(names, [&](const auto& name) { return name.starts_with(wanted); }))
            begin.push_back(i);
    }
    return begin.size() == 1 ? &plan.timeline.chapters[begin.front()] : nullptr;
}

/// Where there is none the film goes on, and the window says so.
void toChapterCalled(Controls& controls, const Arguments& told) {
    const auto& name = std::get<std::string>(told[0]);
    if (const auto* chapter = chapterCalled(controls.plan(), name)) {
        controls.playback().seekTo(chapter->start);
        controls.grid().close();
        controls.visit().toFilm();
        controls.notices().glance(controls.now());
        return;
    }
    const text::Fill fill{"name", name};
    controls.notices().say(
        text::filled(hudWord(HudWord::noChapter, controls.language()), {&fill, 1}), controls.now());
}

void toggleGrid(Controls& controls, const Arguments&) {
    const auto& timeline = controls.plan().timeline;
    const std::size_t step = timeline.stepAt(controls.playback().time());
    controls.grid().toggle(timeline.steps[step].chapter);
}

void pointLaser(Controls& controls, const Arguments& told) {
    const double width = core::kReferenceHeight * controls.plan().aspect;
    controls.laser().point(
        {std::get<double>(told[0]) * width, std::get<double>(told[1]) * core::kReferenceHeight},
        controls.now());
}

picture::CameraView filmCamera(Controls& controls) {
    return story::cameraAt(controls.plan().timeline, controls.playback().time());
}

void panMap(Controls& controls, const Arguments& told) {
    controls.away().pan(filmCamera(controls), controls.plan().aspect, std::get<double>(told[0]),
                        std::get<double>(told[1]), controls.now());
}

void zoomMap(Controls& controls, const Arguments& told) {
    controls.away().zoom(filmCamera(controls), controls.plan().aspect, std::get<double>(told[0]),
                         std::get<double>(told[1]), std::get<double>(told[2]), controls.now());
}

/// Where the film has no such language it stays as it is.
void toLanguage(Controls& controls, const Arguments& told) {
    const auto& wanted = std::get<std::string>(told[0]);
    const auto& all = controls.plan().film->scene.languages;
    const auto found = std::ranges::find_if(
        all, [&](const std::string& tag) { return core::sameLanguage(tag, wanted); });
    if (found != all.end() && *found != controls.language()) controls.setLanguage(*found);
    controls.notices().glance(controls.now());
}

void toNextLanguage(Controls& controls, const Arguments&) {
    const auto& all = controls.plan().film->scene.languages;
    if (all.size() < 2) {
        controls.notices().say(std::string(hudWord(HudWord::oneLanguage, controls.language())),
                               controls.now());
        return;
    }
    const auto now = std::ranges::find(all, controls.language());
    const bool last = now == all.end() || now + 1 == all.end();
    controls.setLanguage(last ? all.front() : *(now + 1));
}

// What clickers send: Page Down and Page Up, or arrows, `b` or `.` for black, and by turns F5 and
// Escape to begin and end a slide show, of which neither may end a film.
std::vector<CommandRow> makeTable() {
    return {
        {.name = "pause",
         .says = "pause, and go on",
         .manual = "pause, and go on; at the end, from the start",
         .keys = {{U' '}},
         .does = toTime(&Playback::togglePause)},
        {.name = "next",
         .says = "next",
         .manual = "next: while something moves, finish this step at once; while the film waits, "
                   "go on; at the last cue, nothing",
         .clicker = {{Key::right}, {Key::pageDown}, {Key::down}, {U' '}, {Key::enter}, {U'n'}},
         .onlyIn = {Mode::presenter},
         .does = toTime(&Playback::next)},
        {.name = "back",
         .says = "back",
         .manual = "back to the start of this step; again within a second, of the one before",
         .clicker = {{Key::left}, {Key::pageUp}, {Key::up}, {Key::backspace}, {U'p'}},
         .does = toTime(&Playback::back)},
        {.name = "black",
         .says = "black screen, and back",
         .manual = "black screen: the film stands, and comes back where it was",
         .clicker = {{U'b'}, {U'.'}},
         .does = toTime(&Playback::toggleBlack)},
        {.name = "seek back",
         .takes = {secondsArgument()},
         .says = "back 5 seconds",
         .keys = {{Key::left, "5"}},
         .whileHeld = true,
         .does = toTime([](Playback& playback, const Arguments& told) {
             playback.seekBy(-std::get<double>(told[0]));
         })},
        {.name = "seek on",
         .takes = {secondsArgument()},
         .says = "on 5 seconds",
         .keys = {{Key::right, "5"}},
         .whileHeld = true,
         .does = toTime([](Playback& playback, const Arguments& told) {
             playback.seekBy(std::get<double>(told[0]));
         })},
        {.name = "seek",
         .takes = {timeArgument()},
         .says = "to that time",
         .does = toTime([](Playback& playback, const Arguments& told) {
             playback.seekTo(std::get<core::FilmTime>(told[0]));
         })},
        {.name = "frame back",
         .takes = {numberArgument()},
         .says = "one frame back",
         .manual = "one frame back; the film then stands",
         .keys = {{U',', "1"}},
         .whileHeld = true,
         .does = toTime([](Playback& playback, const Arguments& told) {
             playback.stepFrames(-std::get<std::int64_t>(told[0]));
         })},
        {.name = "frame on",
         .takes = {numberArgument()},
         .says = "one frame on",
         .manual = "one frame on; the film then stands",
         .keys = {{U'.', "1"}},
         .whileHeld = true,
         .does = toTime([](Playback& playback, const Arguments& told) {
             playback.stepFrames(std::get<std::int64_t>(told[0]));
         })},
        {.name = "chapter previous",
         .says = "chapter before",
         .keys = {{U'['}},
         .whileHeld = true,
         .does = toTime([](Playback& playback, const Arguments&) { playback.toChapter(-1); })},
        {.name = "chapter next",
         .says = "next chapter",
         .keys = {{U']'}},
         .whileHeld = true,
         .does = toTime([](Playback& playback, const Arguments&) { playback.toChapter(1); })},
        {.name = "chapter",
         .takes = {numberArgument()},
         .says = "to that chapter",
         .keys = {{U'1', "1"},
                  {U'2', "2"},
                  {U'3', "3"},
                  {U'4', "4"},
                  {U'5', "5"},
                  {U'6', "6"},
                  {U'7', "7"},
                  {U'8', "8"},
                  {U'9', "9"}},
         .byNumber = true,
         .does = toChapter},
        {.name = "goto",
         .takes = {textArgument()},
         .says = "to the chapter of that name",
         .manual = "to the chapter of that id, or of that title in any language; its beginning is "
                   "enough where no other begins so",
         .does = toChapterCalled},
        {.name = "speed",
         .takes = {speedArgument()},
         .says = "faster, slower",
         .manual = "film seconds to one of real time; sound is silent at any but 1",
         .onlyIn = {Mode::play, Mode::presenter},
         .does = toTime([](Playback& playback, const Arguments& told) {
             playback.setSpeed(std::get<double>(told[0]));
         })},
        {.name = "chapters",
         .says = "all chapters",
         .manual = "all chapters with a still each: arrows and Enter, or a click, go to one",
         .keys = {{U'g'}},
         .clicker = {{U'g'}},
         .onlyIn = {Mode::play, Mode::presenter},
         .does = toggleGrid},
        {.name = "menu",
         .says = "the visitors' menu",
         .onlyIn = {Mode::kiosk},
         .does = [](Controls& controls,
                    const Arguments&) { controls.visit().toMenu(controls.now()); }},
        {.name = "invite",
         .says = "back to the loop that invites",
         .onlyIn = {Mode::kiosk},
         .does = [](Controls& controls, const Arguments&) { controls.visit().toInvite(); }},
        {.name = "map zoom",
         .takes = {factorArgument(), shareArgument(), shareArgument()},
         .says = "closer, further",
         .manual = "closer to the map, and further; the arrows then move it, and Escape or five "
                   "idle seconds lead back to the film's camera",
         .keys = {{U'+', "1.25 0 0"}, {U'-', "0.8 0 0"}},
         .clicker = {{U'+', "1.25 0 0"}, {U'-', "0.8 0 0"}},
         .onlyIn = {Mode::play, Mode::presenter},
         .whileHeld = true,
         .does = zoomMap},
        {.name = "map pan",
         .takes = {shareArgument(), shareArgument()},
         .says = "moves the map",
         .onlyIn = {Mode::play, Mode::presenter},
         .does = panMap},
        {.name = "map back",
         .says = "back to the film's camera",
         .onlyIn = {Mode::play, Mode::presenter},
         .does = [](Controls& controls,
                    const Arguments&) { controls.away().back(controls.now()); }},
        {.name = "laser",
         .takes = {partArgument(), partArgument()},
         .says = "points there with a dot of light",
         .onlyIn = {Mode::play, Mode::presenter},
         .does = pointLaser},
        {.name = "laser off",
         .says = "the dot of light goes",
         .onlyIn = {Mode::play, Mode::presenter},
         .does = [](Controls& controls,
                    const Arguments&) { controls.laser().letGo(controls.now()); }},
        {.name = "timer",
         .says = "the talk's time from zero",
         .onlyIn = {Mode::presenter},
         .does = [](Controls& controls,
                    const Arguments&) { controls.timer().restart(controls.now()); }},
        {.name = "start",
         .says = "to the start",
         .keys = {{Key::home}},
         .clicker = {{Key::home}},
         .does = toTime(&Playback::toStart)},
        {.name = "end",
         .says = "to the end",
         .keys = {{Key::end}},
         .does = toTime(&Playback::toEnd)},
        {.name = "fullscreen on",
         .says = "full screen",
         .manual = "fills the screen",
         .clicker = {{Key::f5}},
         .onlyIn = {Mode::play, Mode::presenter},
         .does = [](Controls& controls, const Arguments&) { controls.setFullScreen(true); }},
        {.name = "fullscreen",
         .says = "full screen, and back",
         .keys = {{U'f'}, {Key::f11}},
         .clicker = {{U'f'}, {Key::f11}},
         .onlyIn = {Mode::play, Mode::presenter},
         .does = [](Controls& controls,
                    const Arguments&) { controls.setFullScreen(!controls.fullScreen()); }},
        {.name = "screenshot",
         .says = "save a picture",
         .manual = "save the picture as NAME_0m12.50s.png, without what the window says over it; "
                   "nothing is overwritten",
         .keys = {{U's'}},
         .onlyIn = {Mode::play},
         .does = [](Controls& controls, const Arguments&) { controls.saveScreenshot(); }},
        {.name = "clock",
         .says = "show the time",
         .manual =
             "the time and chapter stay on screen (else they show for a moment when you move)",
         .keys = {{U't'}},
         .clicker = {{U't'}},
         .onlyIn = {Mode::play, Mode::presenter},
         .does = [](Controls& controls, const Arguments&) { controls.notices().toggleClock(); }},
        {.name = "bar",
         .says = "the bar at the foot",
         .manual =
             "the bar at the foot stays (else it shows for two seconds when the pointer moves)",
         .keys = {{U'b'}},
         .onlyIn = {Mode::play},
         .does = [](Controls& controls, const Arguments&) { controls.notices().toggleBar(); }},
        {.name = "language",
         .takes = {wordArgument()},
         .says = "to that language",
         .does = toLanguage},
        {.name = "language next",
         .says = "next language",
         .manual = "next language of the film",
         .keys = {{U'l'}},
         .does = toNextLanguage},
        {.name = "keys",
         .says = "this list",
         .manual = "the list of keys",
         .keys = {{U'?'}},
         .clicker = {{U'?'}},
         .onlyIn = {Mode::play, Mode::presenter},
         .does = [](Controls& controls, const Arguments&) { controls.notices().toggleKeys(); }},
        {.name = "quit",
         .says = "quit",
         .keys = {{U'q'}, {Key::escape}},
         .onlyIn = {Mode::play},
         .does = [](Controls& controls, const Arguments&) { controls.quit(); }},
    };
}

}  // namespace

std::span<const CommandRow> commandTable() {
    static const std::vector<CommandRow> kTable = makeTable();
    return kTable;
}

std::span<const Binding> keysOf(const CommandRow& row, Mode mode) {
    switch (mode) {
        case Mode::play:
            return row.keys;
        case Mode::presenter:
            return row.clicker;
        case Mode::kiosk:
            break;
    }
    return {};
}

Command commandNamed(std::string_view name, Arguments arguments) {
    const auto row = std::ranges::find(commandTable(), name, &CommandRow::name);
    assert(row != commandTable().end() && row->takes.size() == arguments.size());
    return {&*row, std::move(arguments)};
}

bool isOf(const CommandRow& row, Mode mode) {
    return row.onlyIn.empty() || std::ranges::find(row.onlyIn, mode) != row.onlyIn.end();
}

}  // namespace ebbflow::live
