#pragma once
// Where a kiosk's visitor is: at a loop that invites, at a menu of languages and chapters, or at
// the film that was chosen. It decides when nobody is there any more; it draws nothing, reads no
// clock and knows no keys.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "frame/plan.hpp"
#include "live/playback.hpp"

namespace ebbflow::live {

/// `now` is real seconds by any clock that never goes back.
class Visit {
public:
    enum class Place { invite, menu, film };

    /// In a kiosk whose script asks for visitors; elsewhere it is never open.
    Visit(const frame::Plan& plan, Mode mode) : mode_(mode) { take(plan); }
    /// The same film, anew or in another language.
    void take(const frame::Plan& plan);

    [[nodiscard]] bool isOpen() const { return open_; }
    [[nodiscard]] Place place() const { return place_; }
    [[nodiscard]] bool isAt(Place place) const { return open_ && place_ == place; }
    /// Of the menu's parts, counted as MenuLayout does; nothing while only a pointer is used.
    [[nodiscard]] std::optional<std::size_t> chosen() const { return chosen_; }
    /// The film's; the first is that of the loop.
    [[nodiscard]] const std::vector<std::string>& languages() const { return languages_; }
    /// Which of them invites just now.
    [[nodiscard]] std::size_t inviting(double now) const;
    [[nodiscard]] core::FilmTime loopStart() const { return from_; }
    [[nodiscard]] bool isInLoop(core::FilmTime time) const {
        return time >= from_ && time < until_;
    }
    /// At the menu: nobody has touched it for as long as the script says.
    [[nodiscard]] bool isLeft(double now) const { return now - touched_ >= idle_; }
    /// At the film, asked again and again: whether it has just begun anew from its end.
    [[nodiscard]] bool hasEnded(core::FilmTime time);
    /// Of a mouse: a finger presses where it comes.
    [[nodiscard]] bool showsArrow(double now) const;

    void toMenu(double now);
    void toInvite();
    void toFilm();
    void choose(std::optional<std::size_t> part) { chosen_ = part; }
    void touch(double now) { touched_ = now; }
    void movePointer(double now);
    void pressPointer() { moves_ = 0; }

private:
    Mode mode_;
    bool open_ = false;
    Place place_ = Place::invite;
    core::FilmTime from_, until_, length_;
    double idle_ = 60;  ///< seconds
    std::vector<std::string> languages_;
    std::optional<std::size_t> chosen_;
    double touched_ = 0;
    core::FilmTime last_;  ///< of the film that a visitor sees
    int moves_ = 0;        ///< of the pointer, since something was pressed
    double movedAt_ = -1e9;
};

}  // namespace ebbflow::live
