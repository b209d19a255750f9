#pragma once
// What a typesetter holds: the fonts that it was given, opened as often as threads use them at
// once. Internal to this folder, for those who draw its letters elsewhere than into a raster.

#include <memory>
#include <mutex>
#include <vector>

#include "text/font_map.hpp"
#include "text/typesetter.hpp"

namespace ebbflow::text {

struct Typesetter::State {
    explicit State(const FontSet& set) : fonts(set) {
        idle.push_back(std::make_unique<FontMap>(set));
    }

    FontSet fonts;
    std::mutex guard;
    std::vector<std::unique_ptr<FontMap>> idle;
};

/// A font map for one thread, for as long as this lives.
class Typesetter::Lease {
public:
    explicit Lease(State& state) : state_(state), map_(take(state)) {}
    ~Lease() {
        const std::scoped_lock lock(state_.guard);
        state_.idle.push_back(std::move(map_));
    }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    [[nodiscard]] FontMap& fonts() const { return *map_; }

private:
    static std::unique_ptr<FontMap> take(State& state) {
        {
            const std::scoped_lock lock(state.guard);
            if (!state.idle.empty()) {
                auto map = std::move(state.idle.back());
                state.idle.pop_back();
                return map;
            }
        }
        return std::make_unique<FontMap>(state.fonts);
    }

    State& state_;
    std::unique_ptr<FontMap> map_;
};

}  // namespace ebbflow::text
