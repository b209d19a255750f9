#pragma once
// Random tables for property tests: the same on every machine, from a seed.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/hash.hpp"
#include "flow/tables.hpp"

namespace ebbflow::test {

class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t bits() { return core::mixBits(++state_ * 0x9E3779B97F4A7C15ULL); }
    /// From low to high, both included.
    std::int64_t in(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(bits() % static_cast<std::uint64_t>(high - low + 1));
    }
    template <typename T>
    void shuffle(std::vector<T>& items) {
        for (std::size_t i = items.size(); i > 1; --i) {
            std::swap(items[i - 1], items[static_cast<std::size_t>(bits() % i)]);
        }
    }

private:
    std::uint64_t state_;
};

inline std::string randomPeriod(Random& random) {
    const auto year = random.in(1946, 1962);
    switch (random.in(0, 4)) {
        case 0:
            return fmt::format("{}", year);
        case 1:
            return fmt::format("{}-{:02}~", year, random.in(1, 12));
        case 2:
            return fmt::format("{}-{:02}-{:02}", year, random.in(1, 12), random.in(1, 28));
        case 3:
            return fmt::format("{}/{}", year, year + random.in(0, 6));
        default:
            return fmt::format("{}-{:02}/..", year, random.in(1, 12));
    }
}

/// Mostly small rows, as real tables have, with a few large ones. Ids are unique.
inline std::vector<flow::Movement> randomMovements(Random& random, int rows) {
    constexpr const char* kKinds[] = {"students", "advisers", "aid", "ideas"};
    std::vector<flow::Movement> movements;
    for (int i = 0; i < rows; ++i) {
        flow::Movement m;
        m.id = fmt::format("row-{}-{}", i, random.in(0, 999));
        m.kind = kKinds[random.in(0, 3)];
        m.when = *core::parsePeriod(randomPeriod(random)).period;
        m.count = random.in(0, 9) < 7 ? random.in(0, 30) : random.in(0, 3000);
        m.departures = static_cast<core::DepartureShape>(i % 3);
        movements.push_back(std::move(m));
    }
    return movements;
}

}  // namespace ebbflow::test
