#pragma once
// Switches screens off and on by the X server's DPMS. It opens no window.

namespace ebbflow::gl {

/// Off, or on again. False where there is no X server, or none that can; nothing then changes.
bool setDisplayPower(bool on);

/// Whether there is one that can.
[[nodiscard]] bool canSetDisplayPower();

}  // namespace ebbflow::gl
