#include "flow/departure_rate.hpp"

#include <cmath>
#include <stdexcept>

namespace ebbflow::flow {

namespace {

// A billion years of seconds, squared, do not fit into 64 bits.
__extension__ using WideSeconds = __int128;

}  // namespace

double leftAfter(core::DepartureShape shape, double passed) {
    switch (shape) {
        case core::DepartureShape::even:
            return passed;
        case core::DepartureShape::firstMany:
            return 4 * passed / (1 + 3 * passed);
        case core::DepartureShape::lastFew: {
            const double ahead = 1 - passed;
            return 3 * passed <= 2 ? 1.2 * passed : 1 - 1.8 * ahead * ahead;
        }
    }
    throw std::logic_error("no such shape of departures");
}

double passedWhen(core::DepartureShape shape, double left) {
    switch (shape) {
        case core::DepartureShape::even:
            return left;
        case core::DepartureShape::firstMany:
            return left / (4 - 3 * left);
        case core::DepartureShape::lastFew:
            return left <= 0.8 ? left / 1.2 : 1 - std::sqrt((1 - left) / 1.8);
    }
    throw std::logic_error("no such shape of departures");
}

std::int64_t evenSeconds(core::DepartureShape shape, std::int64_t elapsed, std::int64_t length) {
    const WideSeconds e = elapsed, all = length, ahead = all - e;
    switch (shape) {
        case core::DepartureShape::even:
            return elapsed;
        case core::DepartureShape::firstMany:
            return static_cast<std::int64_t>(4 * e * all / (all + 3 * e));
        case core::DepartureShape::lastFew:
            return static_cast<std::int64_t>(
                3 * e <= 2 * all ? 6 * e / 5 : all - 9 * ahead * ahead / (5 * all));
    }
    throw std::logic_error("no such shape of departures");
}

}  // namespace ebbflow::flow
