#include "flow/schedule.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <tuple>

#include <fmt/format.h>

#include "core/hash.hpp"

namespace ebbflow::flow {

namespace {

/// A row's part of a cell.
struct Share {
    std::uint32_t movement = 0;
    Days days;               ///< of the row, inside window and year
    std::int64_t count = 0;  ///< units that leave on them
    std::int64_t lights = 0;
};

using Cells = std::map<std::pair<std::string_view, int>, std::vector<Share>>;

Days overlap(const Days& a, const Days& b) {
    return {std::max(a.first, b.first), std::min(a.last, b.last)};
}

Days calendarYear(int year) {
    return {core::toDay({year, 1, 1}), core::toDay({year, 12, 31})};
}

/// Units that have left before day `elapsed` of `length`. Which day a fraction tips over depends on
/// the row's own phase: with plain rounding, a hundred rows of one person a year would all leave
/// together.
std::int64_t leftBefore(const Movement& movement, std::int64_t elapsed, std::int64_t length,
                        std::int64_t phase) {
    return (movement.count * elapsed + phase) / length;
}

std::int64_t countOn(const Movement& movement, const Days& own, const Days& part) {
    const std::int64_t length = own.length();
    const auto bits = core::mixBits(core::hashText(movement.id));
    const auto phase = static_cast<std::int64_t>(bits % static_cast<std::uint64_t>(length));
    return leftBefore(movement, part.last + 1 - own.first, length, phase) -
           leftBefore(movement, part.first - own.first, length, phase);
}

/// Splits each row's days in the window by year; a row may have shares in several cells.
Cells gather(std::span<const Movement> movements, const Days& window, const Days& film) {
    Cells cells;
    for (std::uint32_t i = 0; i < movements.size(); ++i) {
        const Movement& movement = movements[i];
        const Days own = daysOf(movement, film);
        const Days seen = overlap(own, window);
        if (seen.length() <= 0) continue;
        const int lastYear = core::toCivil(seen.last).year;
        for (int year = core::toCivil(seen.first).year; year <= lastYear; ++year) {
            const Days days = overlap(seen, calendarYear(year));
            const std::int64_t count = countOn(movement, own, days);
            if (count > 0) cells[{movement.kind, year}].push_back({i, days, count, 0});
        }
    }
    return cells;
}

/// Largest remainder (Hamilton's method): whole lights first, then one more each to the rows with
/// the most left over, until the cell's own number of lights is reached.
void apportion(std::vector<Share>& shares, std::span<const Movement> movements,
               std::int64_t cellLights, std::int64_t perLight) {
    std::int64_t given = 0;
    for (Share& share : shares) given += share.lights = share.count / perLight;
    const auto missing = static_cast<std::size_t>(cellLights - given);
    if (missing == 0) return;
    std::vector<std::tuple<std::int64_t, std::uint64_t, std::string_view, Share*>> order;
    for (Share& share : shares) {
        const std::string& id = movements[share.movement].id;
        // A tie goes by hash, so that the alphabet favours nobody; equal hashes by the id itself.
        order.emplace_back(-(share.count % perLight), core::mixBits(core::hashText(id)), id,
                           &share);
    }
    const auto middle = order.begin() + static_cast<std::ptrdiff_t>(missing);
    std::partial_sort(order.begin(), middle, order.end());
    for (auto it = order.begin(); it != middle; ++it) ++std::get<Share*>(*it)->lights;
}

/// Days of a share's lights: steps of the golden ratio round the span from a start of the row's
/// own. For any number of lights the gaps have at most three lengths, the longest φ² of the
/// shortest (Sós 1957), and one light more moves none of the others. A small shake hides the
/// lattice.
class EvenDays {
public:
    EvenDays(const Movement& movement, const Days& days)
        : seed_(core::mixBits(core::hashText(movement.id) ^
                              core::mixBits(static_cast<std::uint64_t>(days.first.number)))),
          first_(days.first.number),
          length_(days.length()) {}

    [[nodiscard]] double day(std::int64_t index, std::int64_t lights) const {
        constexpr double kGoldenStep = 0.61803398874989485;
        const double shake =
            core::unitInterval(core::mixBits(seed_ + static_cast<std::uint64_t>(index)));
        const double place = core::unitInterval(seed_) + static_cast<double>(index) * kGoldenStep +
                             0.25 * shake / static_cast<double>(nextPowerOfTwo(lights));
        const double within = place - std::floor(place);
        return std::min(first_ + within * length_, std::nextafter(first_ + length_, first_));
    }

private:
    // The shake must not change with every light more, only when their number doubles.
    static std::int64_t nextPowerOfTwo(std::int64_t lights) {
        std::int64_t power = 1;
        while (power < lights) power *= 2;
        return power;
    }

    std::uint64_t seed_;
    double first_;
    double length_;
};

void launch(const std::vector<Share>& shares, std::span<const Movement> movements,
            std::vector<std::uint32_t>& nextOrdinal, std::vector<Departure>& departures) {
    for (const Share& share : shares) {
        const EvenDays days(movements[share.movement], share.days);
        for (std::int64_t i = 0; i < share.lights; ++i) {
            departures.push_back(
                {share.movement, nextOrdinal[share.movement]++, days.day(i, share.lights)});
        }
    }
}

std::int64_t unitsPerLight(const std::map<std::string, std::int64_t>& perLight,
                           std::string_view kind) {
    const auto found = perLight.find(std::string(kind));
    return found == perLight.end() ? 1 : found->second;
}

}  // namespace

std::optional<Days> filmDays(std::span<const Window> windows) {
    std::optional<Days> film;
    for (const Window& window : windows) {
        if (!film) film = Days{window.first, window.last};
        film->first = std::min(film->first, window.first);
        film->last = std::max(film->last, window.last);
    }
    return film;
}

Days daysOf(const Movement& movement, const Days& film) {
    const core::Period& when = movement.when;
    if (isUndated(movement)) return film;
    return {when.openBegin ? std::min(when.first(), film.first) : when.first(),
            when.openEnd ? std::max(when.last(), film.last) : when.last()};
}

std::int64_t countWithin(const Movement& movement, core::Day first, core::Day last,
                         const Days& film) {
    const Days own = daysOf(movement, film);
    const Days part = overlap(own, {first, last});
    return part.length() > 0 ? countOn(movement, own, part) : 0;
}

Schedule scheduleWindow(std::span<const Movement> movements, const Window& window,
                        const std::map<std::string, std::int64_t>& perLight,
                        const std::optional<Days>& film) {
    for (const auto& [kind, n] : perLight) {
        if (n < 1) throw std::invalid_argument(fmt::format("one light of `{}` = {}", kind, n));
    }
    if (!window.launches) return {};
    const Days days{window.first, window.last};
    Cells cells = gather(movements, days, film.value_or(days));
    Schedule schedule;
    std::size_t lights = 0;
    for (auto& [key, shares] : cells) {
        AuditCell cell{window.chapter, std::string(key.first), key.second, 0, 0, 0, 1};
        for (const Share& share : shares) cell.count += share.count;
        cell.perLight = unitsPerLight(perLight, key.first);
        cell.lights = cell.count / cell.perLight;
        cell.remainder = cell.count % cell.perLight;
        apportion(shares, movements, cell.lights, cell.perLight);
        lights += static_cast<std::size_t>(cell.lights);
        schedule.cells.push_back(std::move(cell));
    }
    schedule.departures.reserve(lights);
    std::vector<std::uint32_t> nextOrdinal(movements.size(), 0);
    for (const auto& [key, shares] : cells) {
        launch(shares, movements, nextOrdinal, schedule.departures);
    }
    std::sort(schedule.departures.begin(), schedule.departures.end(),
              [](const Departure& a, const Departure& b) {
                  return std::tie(a.day, a.movement, a.ordinal) <
                         std::tie(b.day, b.movement, b.ordinal);
              });
    return schedule;
}

}  // namespace ebbflow::flow
