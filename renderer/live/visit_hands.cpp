#include "live/visit_hands.hpp"

#include <algorithm>

#include "live/commands.hpp"

namespace ebbflow::live {

namespace {

using gl::Key;
using Place = Visit::Place;

/// How far a key leads among the menu's parts; nothing for keys that lead nowhere.
std::optional<std::ptrdiff_t> stepOf(const KeyPress& key) {
    const Key* named = std::get_if<Key>(&key);
    if (named == nullptr) return std::nullopt;
    if (*named == Key::left || *named == Key::up || *named == Key::pageUp) return -1;
    if (*named == Key::right || *named == Key::down || *named == Key::pageDown ||
        *named == Key::tab)
        return 1;
    return std::nullopt;
}

std::vector<Command> chosenPart(const Visit& visit, std::size_t part) {
    const std::size_t languages = visit.languages().size();
    if (part < languages) return {commandNamed("language", {visit.languages()[part]})};
    return {commandNamed("chapter", {static_cast<std::int64_t>(part - languages) + 1})};
}

/// The loop in the film's first language, from its start where it has run out.
std::vector<Command> loop(const Visit& visit, core::FilmTime time, const std::string& language) {
    std::vector<Command> commands;
    if (!visit.isInLoop(time)) commands.push_back(commandNamed("seek", {visit.loopStart()}));
    if (language != visit.languages().front())
        commands.push_back(commandNamed("language", {visit.languages().front()}));
    return commands;
}

}  // namespace

std::vector<Command> pointInVisit(Visit& visit, const PointerEvent& event, const MenuLayout& menu,
                                  double now) {
    using Kind = gl::Pointer::Kind;
    if (!visit.isOpen() || event.kind == Kind::gone) return {};
    visit.touch(now);
    if (event.kind == Kind::moved) visit.movePointer(now);
    if (event.kind != Kind::pressed) return {};
    visit.pressPointer();
    if (!visit.isAt(Place::menu)) return {commandNamed("menu")};
    visit.choose(std::nullopt);
    const auto part = menu.partAt(event.at);
    return part ? chosenPart(visit, *part) : std::vector<Command>();
}

std::vector<Command> pressInVisit(Visit& visit, const KeyPress& key, const MenuLayout& menu,
                                  double now) {
    if (!visit.isOpen()) return {};
    visit.touch(now);
    if (!visit.isAt(Place::menu)) return {commandNamed("menu")};
    const auto chosen = visit.chosen();
    if (key == KeyPress(Key::enter) || key == KeyPress(U' '))
        return chosen ? chosenPart(visit, *chosen) : std::vector<Command>();
    const auto step = stepOf(key);
    const auto last = static_cast<std::ptrdiff_t>(menu.parts()) - 1;
    if (!step || last < 0) return {};
    // The first key shows where one is: at the first chapter.
    const auto from = static_cast<std::ptrdiff_t>(chosen.value_or(visit.languages().size()));
    const std::ptrdiff_t to = std::clamp<std::ptrdiff_t>(chosen ? from + *step : from, 0, last);
    visit.choose(static_cast<std::size_t>(to));
    return {};
}

std::vector<Command> timeInVisit(Visit& visit, core::FilmTime time, const std::string& language,
                                 double now) {
    if (!visit.isOpen()) return {};
    switch (visit.place()) {
        case Place::invite:
            return loop(visit, time, language);
        case Place::menu:
            if (visit.isLeft(now)) return {commandNamed("invite")};
            break;
        case Place::film:
            if (visit.hasEnded(time)) return {commandNamed("invite")};
            break;
    }
    return {};
}

}  // namespace ebbflow::live
