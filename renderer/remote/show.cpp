#include "remote/show.hpp"

#include "live/command_text.hpp"
#include "live/player.hpp"

namespace ebbflow::remote {

Show showOf(live::Player& player, live::Mode mode) {
    return {[&player] { return player.report(); }, [&player] { return player.picture(); },
            [&player, mode](std::string_view text) {
                live::CommandOrFault read = live::parseCommand(text, mode);
                if (read.command) player.send(std::move(*read.command));
                return read.fault;
            },
            [&player](std::size_t step) { return player.stillOf(step); },
            mode == live::Mode::presenter};
}

}  // namespace ebbflow::remote
