#pragma once
// What the script's `flows` say of a kind, with what it takes over from kinds that it is like.

#include <algorithm>
#include <string>
#include <string_view>

#include "scene/scene.hpp"

namespace ebbflow::scene {

/// Null where the script says nothing of the kind.
[[nodiscard]] inline const Flow* flowNamed(const Scene& scene, std::string_view kind) {
    const auto found = std::ranges::find(scene.flows, kind, &Flow::kind);
    return found == scene.flows.end() ? nullptr : &*found;
}

/// What `get` has of the kind itself, else of the kinds it is like; nothing where none says it, or
/// they go round in a circle. `get` gives an optional or what converts to bool alike.
template <typename Get>
[[nodiscard]] auto flowSetting(const Scene& scene, const std::string& kind, Get get)
    -> decltype(get(Flow{})) {
    std::string at = kind;
    for (std::size_t hops = 0; hops <= scene.flows.size(); ++hops) {
        const Flow* flow = flowNamed(scene, at);
        if (flow == nullptr) return {};
        if (auto value = get(*flow)) return value;
        if (flow->like.empty()) return {};
        at = flow->like;
    }
    return {};
}

}  // namespace ebbflow::scene
