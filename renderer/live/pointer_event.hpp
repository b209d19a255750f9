#pragma once
// What the window's pointer did, where the picture is concerned. A value; what it means, hands.hpp
// says.

#include "core/coordinates.hpp"
#include "gl/window.hpp"

namespace ebbflow::live {

struct PointerEvent {
    gl::Pointer::Kind kind = gl::Pointer::Kind::moved;
    core::PixelPoint at{};  ///< it may be outside of the picture
    gl::Button button = gl::Button::left;
    double notches = 0;
    bool control = false;
};

}  // namespace ebbflow::live
