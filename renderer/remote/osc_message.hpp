#pragma once
// Open Sound Control's messages as the text of commands, and back: what show-control programs
// (QLab, TouchDesigner, TouchOSC) send and read. It opens no socket. Source of the format:
// opensoundcontrol.org, "OSC 1.0 Specification".

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "live/report.hpp"

namespace ebbflow::remote {

/// One message: its address without `/ebbflow/`, words in place of further strokes, and what it
/// carries, as text: `/ebbflow/chapter/next` is `chapter next`, `/ebbflow/seek` with 12.5 is
/// `seek 12.5`.
struct OscMessage {
    std::string name;
    std::vector<std::string> arguments;
    enum class Button { pressed, released };
    std::optional<Button> button = {};  ///< where it carries a 1 or a 0 and nothing else
};

/// The messages of a datagram, of a bundle all of them whatever its time. Those of other addresses
/// are left out, and so is what is no message.
[[nodiscard]] std::vector<OscMessage> oscMessages(std::string_view datagram);

/// A message of `/ebbflow/` and that name with one text.
[[nodiscard]] std::string oscText(const std::string& name, const std::string& text);

/// `/ebbflow/now` with state (s), seconds of film (f), chapter and step from 1 (i, i), language
/// (s), black (i).
[[nodiscard]] std::string oscState(const live::Status& status);

}  // namespace ebbflow::remote
