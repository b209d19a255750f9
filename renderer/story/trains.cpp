#include "story/trains.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/calendar.hpp"
#include "core/date.hpp"
#include "core/hash.hpp"

namespace ebbflow::story {
namespace {

int calendarYear(const flow::Departure& departure) {
    return core::toCivil(core::Day{static_cast<std::int64_t>(std::floor(departure.day))}).year;
}

/// How many lights a row's train has.
std::size_t carsOf(const scene::Trains& trains, const std::string& id, std::uint32_t number) {
    const double share =
        core::unitInterval(core::mixBits(core::hashText(id) ^ (0xD1B54A32D192ED03ULL + number)));
    return trains.fewest +
           static_cast<std::size_t>(share * static_cast<double>(trains.most - trains.fewest + 1));
}

/// Puts the departures with these numbers, one after the other, into one train, which passes in a
/// third of the time for which it was waited at most: there are gaps between trains.
void couple(std::span<const std::size_t> cars, std::uint32_t company, std::vector<Boarding>& all) {
    const double first = all[cars.front()].seconds, last = all[cars.back()].seconds;
    const auto behind = static_cast<double>(cars.size() - 1);
    const double apart = std::min(kCarSeconds, (last - first) / (3 * std::max(behind, 1.0)));
    for (std::size_t i = 0; i < cars.size(); ++i)
        all[cars[i]] = {last - (behind - static_cast<double>(i)) * apart, company};
}

}  // namespace

std::vector<Boarding> boardings(
    std::span<const flow::Departure> departures, const std::function<double(double)>& secondsAt,
    const std::function<std::optional<scene::Trains>(std::uint32_t)>& trainsOf,
    const std::function<const std::string&(std::uint32_t)>& idOf) {
    std::vector<Boarding> all;
    all.reserve(departures.size());
    std::map<std::uint32_t, std::vector<std::size_t>> waiting;  // of rows that go in trains
    for (std::size_t i = 0; i < departures.size(); ++i) {
        const flow::Departure& departure = departures[i];
        all.push_back({secondsAt(departure.day), departure.ordinal});
        if (trainsOf(departure.movement)) waiting[departure.movement].push_back(i);
    }
    for (const auto& [movement, cars] : waiting) {
        const scene::Trains trains = *trainsOf(movement);
        std::uint32_t company = 0;
        for (std::size_t i = 0; i < cars.size(); ++company) {
            const std::size_t most =
                std::min(cars.size(), i + carsOf(trains, idOf(movement), company));
            std::size_t end = i + 1;
            while (end < most &&
                   calendarYear(departures[cars[end]]) == calendarYear(departures[cars[i]]))
                ++end;
            couple(std::span(cars).subspan(i, end - i), company, all);
            i = end;
        }
    }
    return all;
}

}  // namespace ebbflow::story
