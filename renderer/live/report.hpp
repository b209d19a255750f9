#pragma once
// What a running player says of itself to whoever asks from another thread: a value, taken at one
// turn of its loop.

#include <cstdint>
#include <string>

#include "live/prompt.hpp"
#include "live/status_file.hpp"

namespace ebbflow::live {

struct Report {
    Status status;
    double uptime = 0;   ///< seconds since the window was opened
    double at = 0;       ///< of `uptime`, when this was taken: how old it is tells a stuck loop
    double drawnAt = 0;  ///< of `uptime`, when a picture was drawn last
    std::uint64_t drawn = 0;   ///< pictures
    std::uint64_t missed = 0;  ///< frames of the film that passed between two pictures, unseen
    std::string renderer;      ///< what GL says it is
    Prompt prompt;             ///< of a presenter
};

}  // namespace ebbflow::live
