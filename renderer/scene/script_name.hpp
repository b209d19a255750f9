#pragma once
// What the script of a folder is called.

namespace ebbflow::scene {

inline constexpr const char* kScriptName = "film.yaml";

}  // namespace ebbflow::scene
