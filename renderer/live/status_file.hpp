#pragma once
// What a player is doing, in a small file that other programs read: an exhibition's technician, a
// light desk, a test. Lines of `key=value`; the file is replaced whole, so a reader never sees half
// of it, and it never grows.

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/film_time.hpp"
#include "gl/window.hpp"

namespace ebbflow::live {

struct Status {
    std::string state;  ///< playing, paused, waiting, ended or closed; in the file also stopped
    bool black = false;
    double speed = 1;  ///< film seconds to one of real time
    core::FilmTime time, length;
    std::int64_t frame = 0;             ///< of the film, at its own rate
    std::size_t chapter = 0, step = 0;  ///< counted from 1; the step within its chapter
    std::string language;
    bool fullScreen = false;
    gl::Extent window, picture;  ///< pixels
    double scale = 1;            ///< of the picture's to the window's
    std::string clock = "own";   ///< or leading, following, alone (it follows, and hears nobody)
    double behind = 0;           ///< film seconds that the clock it follows is ahead
    bool hud = false;            ///< whether the window says something over the film
    std::uint64_t reloads = 0;
    std::string message;
    std::string problem;  ///< first fault of a save that was not taken over
    friend bool operator==(const Status&, const Status&) = default;
};

/// One `key=value` a line; line breaks inside values become spaces. `written`: seconds since 1970.
[[nodiscard]] std::string toText(const Status& status, std::int64_t written);

class StatusFile {
public:
    /// An empty path: nothing is ever written.
    explicit StatusFile(std::filesystem::path path) : path_(std::move(path)) {}
    StatusFile(const StatusFile&) = delete;
    StatusFile& operator=(const StatusFile&) = delete;
    /// Says `stopped`, so that nobody takes what was for what is.
    ~StatusFile();

    /// Writes when something other than the film's running on has changed, four times a second
    /// while it runs, and every five seconds where nothing changes, which shows that the program
    /// lives. `now`: any clock's seconds that never go back. False when it cannot be written.
    [[nodiscard]] bool update(const Status& status, double now);

private:
    [[nodiscard]] bool write(const Status& status) const;
    std::filesystem::path path_;
    Status written_;
    double writtenAt_ = -1e9;
};

}  // namespace ebbflow::live
