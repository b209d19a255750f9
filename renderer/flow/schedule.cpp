#include "flow/schedule.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <tuple>

#include <fmt/format.h>

#include "core/hash.hpp"
#include "flow/departure_rate.hpp"

namespace ebbflow::flow {

namespace {

/// A row's part of a cell.
struct Share {
    std::uint32_t movement = 0;
    core::Span own;          ///< all of the row's period
    core::Span span;         ///< of the row, inside window and year
    std::int64_t count = 0;  ///< units that leave in it
    std::int64_t lights = 0;
};

using Cells = std::map<std::pair<std::string_view, int>, std::vector<Share>>;

// A billion units over a billion years of seconds do not fit into 64 bits.
__extension__ using Wide = __int128;

core::Span calendarYear(int year) {
    return core::wholeDays(core::toDay({year, 1, 1}), core::toDay({year, 12, 31}));
}

int yearOf(core::Instant instant) {
    return core::toCivil(core::dayOf(instant)).year;
}

/// How many units of a row have left by when. At which moment a fraction tips over depends on the
/// row's own phase: with plain rounding, a hundred rows of one person a year would all leave
/// together. The phase of a row of whole days is one of whole days.
class Leaving {
public:
    Leaving(const Movement& movement, const core::Span& own)
        : own_(own), shape_(movement.departures), count_(movement.count), length_(own.length()) {
        const std::int64_t unit = own.isWholeDays() ? core::kSecondsOfDay : 1;
        const auto bits = core::mixBits(core::hashText(movement.id));
        phase_ =
            static_cast<std::int64_t>(bits % static_cast<std::uint64_t>(length_ / unit)) * unit;
    }

    [[nodiscard]] std::int64_t before(core::Instant instant) const {
        const std::int64_t even = evenSeconds(shape_, instant - own_.from, length_);
        return static_cast<std::int64_t>((Wide{count_} * even + phase_) / length_);
    }
    [[nodiscard]] std::int64_t within(const core::Span& part) const {
        return before(part.until) - before(part.from);
    }
    /// The second in which the unit leaves after which `left` have left.
    [[nodiscard]] core::Instant whenLeft(std::int64_t left) const {
        const Wide even = (Wide{left} * length_ - phase_ + count_ - 1) / count_;
        return own_.from + elapsedWhen(static_cast<std::int64_t>(even)) + -1;
    }

private:
    /// The least number of seconds after which as many have left as of an even row after `even`.
    [[nodiscard]] std::int64_t elapsedWhen(std::int64_t even) const {
        if (shape_ == core::DepartureShape::even) return even;
        std::int64_t early = 0, late = length_;
        while (early < late) {
            const std::int64_t middle = early + (late - early) / 2;
            if (evenSeconds(shape_, middle, length_) < even)
                early = middle + 1;
            else
                late = middle;
        }
        return late;
    }

    core::Span own_;
    core::DepartureShape shape_;
    std::int64_t count_, length_;
    std::int64_t phase_ = 0;
};

/// A row's part of the window, by years. Years in which nobody leaves are passed over: a row may
/// span millions of them.
void share(const Movement& movement, std::uint32_t index, const core::Span& seen,
           const core::Span& own, Cells& cells) {
    const Leaving leaving(movement, own);
    const std::int64_t all = leaving.before(seen.until);
    const int lastYear = yearOf(seen.until + -1);
    for (int year = yearOf(seen.from); year <= lastYear; ++year) {
        core::Span span = core::overlap(seen, calendarYear(year));
        const std::int64_t left = leaving.before(span.from);
        if (left == all) return;
        year = std::max(year, yearOf(leaving.whenLeft(left + 1)));
        span = core::overlap(seen, calendarYear(year));
        cells[{movement.kind, year}].push_back({index, own, span, leaving.within(span), 0});
    }
}

Cells gather(std::span<const Movement> movements, const core::Span& window,
             const core::Span& film) {
    Cells cells;
    for (std::uint32_t i = 0; i < movements.size(); ++i) {
        const core::Span own = spanOf(movements[i], film);
        const core::Span seen = core::overlap(own, window);
        if (!seen.empty()) share(movements[i], i, seen, own, cells);
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

/// When a share's lights leave, in days: steps of the golden ratio round the span, in which time
/// runs as the row's departures do, from a start of the row's own. For any number of lights the
/// gaps have at most three lengths, the longest φ² of the shortest (Sós 1957), and one light more
/// moves none of the others. A small shake hides the lattice.
class LeavingDays {
public:
    LeavingDays(const Movement& movement, const core::Span& own, const core::Span& span)
        : shape_(movement.departures),
          first_(core::inDays(span.from)),
          length_(days(span)),
          ownFirst_(core::inDays(own.from)),
          ownLength_(days(own)) {
        const core::Day day = core::dayOf(span.from);
        // Those of one day are told apart by their seconds; at midnight there are none.
        const auto start = static_cast<std::uint64_t>(day.number) ^
                           static_cast<std::uint64_t>(core::secondOfDay(span.from)) << 40;
        seed_ = core::mixBits(core::hashText(movement.id) ^ core::mixBits(start));
    }

    [[nodiscard]] double day(std::int64_t index, std::int64_t lights) const {
        constexpr double kGoldenStep = 0.61803398874989485;
        const double shake =
            core::unitInterval(core::mixBits(seed_ + static_cast<std::uint64_t>(index)));
        const double place = core::unitInterval(seed_) + static_cast<double>(index) * kGoldenStep +
                             0.25 * shake / static_cast<double>(nextPowerOfTwo(lights));
        const double within = place - std::floor(place);
        return std::min(dayAt(within), std::nextafter(first_ + length_, first_));
    }

private:
    static double days(const core::Span& span) {
        return static_cast<double>(span.length()) / static_cast<double>(core::kSecondsOfDay);
    }

    /// The day by which `within` (0…1) of those of the span have left.
    [[nodiscard]] double dayAt(double within) const {
        if (shape_ == core::DepartureShape::even) return first_ + within * length_;
        const auto left = [&](double day) {
            return leftAfter(shape_, std::clamp((day - ownFirst_) / ownLength_, 0.0, 1.0));
        };
        const double here = std::lerp(left(first_), left(first_ + length_), within);
        return std::max(first_, ownFirst_ + passedWhen(shape_, here) * ownLength_);
    }

    // The shake must not change with every light more, only when their number doubles.
    static std::int64_t nextPowerOfTwo(std::int64_t lights) {
        std::int64_t power = 1;
        while (power < lights) power *= 2;
        return power;
    }

    std::uint64_t seed_ = 0;
    core::DepartureShape shape_;
    double first_, length_;        ///< days, of the span
    double ownFirst_, ownLength_;  ///< days, of all the row's period
};

void launch(const std::vector<Share>& shares, std::span<const Movement> movements,
            std::vector<std::uint32_t>& nextOrdinal, std::vector<Departure>& departures) {
    for (const Share& share : shares) {
        const LeavingDays days(movements[share.movement], share.own, share.span);
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

std::optional<core::Span> filmSpan(std::span<const Window> windows) {
    std::optional<core::Span> film;
    for (const Window& window : windows) {
        if (!film) film = window.span;
        film->from = std::min(film->from, window.span.from);
        film->until = std::max(film->until, window.span.until);
    }
    return film;
}

core::Span spanOf(const Movement& movement, const core::Span& film) {
    if (isUndated(movement)) return film;
    core::Span own = movement.when.span();
    if (movement.when.openBegin) own.from = std::min(own.from, film.from);
    if (movement.when.openEnd) own.until = std::max(own.until, film.until);
    return own;
}

std::int64_t countWithin(const Movement& movement, const core::Span& within,
                         const core::Span& film) {
    const core::Span own = spanOf(movement, film);
    const core::Span part = core::overlap(own, within);
    return part.empty() ? 0 : Leaving(movement, own).within(part);
}

Schedule scheduleWindow(std::span<const Movement> movements, const Window& window,
                        const std::map<std::string, std::int64_t>& perLight,
                        const std::optional<core::Span>& film) {
    for (const auto& [kind, n] : perLight) {
        if (n < 1) throw std::invalid_argument(fmt::format("one light of `{}` = {}", kind, n));
    }
    if (!window.launches) return {};
    Cells cells = gather(movements, window.span, film.value_or(window.span));
    Schedule schedule;
    std::size_t lights = 0;
    for (auto& [key, shares] : cells) {
        AuditCell cell{window.chapter, std::string(key.first), {}, 0, 0, 0, 1};
        if (window.dated) cell.year = key.second;
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
