#pragma once
// Where a picture is shown in a window.

namespace ebbflow::paint {

/// Pixels of the window from its top left. Of a picture that several windows show between them,
/// most may lie outside.
struct WindowPlace {
    int windowHeight = 0;
    int left = 0, top = 0;
    int width = 0, height = 0;
};

}  // namespace ebbflow::paint
