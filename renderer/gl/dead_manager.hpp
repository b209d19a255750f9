#pragma once
// What a window manager leaves on an X server when it dies. It opens no window. Private to this
// room.

namespace ebbflow::gl {

/// Takes away the root window's `_NET_SUPPORTING_WM_CHECK` where the window that it names is gone:
/// no manager is there, and GLFW 3.3 ends the program over it (its error handler is set twice). To
/// be called before glfwInit. Does nothing without an X server.
void forgetDeadWindowManager();

}  // namespace ebbflow::gl
