#pragma once
// Where a talk stands, for a presenter's console: a value. What there is to read is
// prompt_book.hpp's.

#include <cstddef>
#include <memory>
#include <optional>

#include "live/playback.hpp"
#include "live/prompt_book.hpp"

namespace ebbflow::live {

/// What the command `next` would do now.
enum class NextDoes {
    begin,   ///< the film stands, and runs on
    finish,  ///< this step is finished at once
    goOn,    ///< the next step begins
    nothing  ///< the film is over
};

[[nodiscard]] inline NextDoes nextDoes(const Playback& playback) {
    if (playback.isPaused()) return NextDoes::begin;
    if (playback.isOver()) return NextDoes::nothing;
    return playback.isWaiting() ? NextDoes::goOn : NextDoes::finish;
}

struct Prompt {
    std::shared_ptr<const PromptBook> book;  ///< null until the first turn of the loop
    std::size_t step = 0;                    ///< index into the book's steps
    NextDoes next = NextDoes::finish;
    double elapsed = 0;                 ///< seconds of talk
    std::optional<double> behind = {};  ///< seconds behind a rehearsal, negative: ahead of it
};

}  // namespace ebbflow::live
