#pragma once
// The size of the picture, where somebody else than the script says it.

namespace ebbflow::scene {

/// A size of the picture that goes before the script's; 0: the script's.
struct PictureSize {
    int width = 0;
    int height = 0;
};

}  // namespace ebbflow::scene
