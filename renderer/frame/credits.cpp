#include "frame/credits.hpp"

#include <algorithm>
#include <map>

namespace ebbflow::frame {

namespace {

struct Weights {
    std::map<std::string, std::int64_t> sources;
    std::map<core::Confidence, std::int64_t> confidences;
    std::int64_t count = 0;
};

template <typename Key>
Key heaviest(const std::map<Key, std::int64_t>& weights) {
    const auto most = std::ranges::max_element(weights, {}, [](const auto& w) { return w.second; });
    return most == weights.end() ? Key{} : most->first;
}

std::vector<Weights> weigh(const Film& film, const flow::Window& window, const flow::Days& days,
                           const LightPlan& lights) {
    std::vector<Weights> weights(lights.kinds.size());
    if (!window.launches) return weights;
    for (const auto& movement : film.tables.movements) {
        const Kind* kind = lights.findKind(movement.kind);
        const auto count = flow::countWithin(movement, window.first, window.last, days);
        if (kind == nullptr || count == 0) continue;
        Weights& w = weights[static_cast<std::size_t>(kind - lights.kinds.data())];
        w.count += count;
        w.confidences[movement.confidence] += count;
        for (const auto& source : movement.sources) w.sources[source] += count;
    }
    return weights;
}

}  // namespace

std::vector<std::vector<KindCredit>> planCredits(const Film& film, const Timeline& timeline,
                                                 const LightPlan& lights) {
    const auto windows = windowsOf(film, timeline);
    const auto days = flow::filmDays(windows);
    std::vector<std::vector<KindCredit>> credits;
    for (const auto& window : windows) {
        auto& chapter = credits.emplace_back();
        const auto weights = weigh(film, window, *days, lights);
        for (std::size_t k = 0; k < weights.size(); ++k) {
            if (weights[k].count == 0) continue;
            chapter.push_back({k, heaviest(weights[k].sources), heaviest(weights[k].confidences),
                               weights[k].count});
        }
    }
    return credits;
}

}  // namespace ebbflow::frame
