#include "screen/furniture.hpp"
#include "screen/sides.hpp"
#include "story/pieces.hpp"
#include "text/capitals.hpp"
#include "text/format.hpp"

namespace ebbflow::screen {

namespace {

// Faster than this, the smaller unit is a blur that nobody can read.
constexpr double kDaysPerSecondForMonths = 75;
constexpr double kDaysPerSecondForDays = 8;
constexpr double kChangesPerSecond = 8;  // of the clock

constexpr double kLargeDate = 76;
constexpr double kUsualDate = 60;

double daysPerSecond(const Moment& moment) {
    if (!moment.script.date) return 0;
    return static_cast<double>(moment.script.date->span().length()) /
           static_cast<double>(core::kSecondsOfDay) /
           (moment.step.length.seconds() - moment.step.holdSeconds);
}

/// As precise as the step's own date, and only as fast as can be read.
core::Precision shownPrecision(const Moment& moment) {
    const core::Precision data =
        moment.script.date ? moment.script.date->precision() : core::Precision::year;
    const double pace = daysPerSecond(moment);
    if (data >= core::Precision::season || pace > kDaysPerSecondForMonths)
        return core::Precision::year;
    if (data == core::Precision::month || pace > kDaysPerSecondForDays)
        return core::Precision::month;
    return core::Precision::day;
}

/// Minutes from one clock on the screen to the next, so that they can be read; nothing where only
/// days can.
std::optional<std::int64_t> clockStep(const Moment& moment) {
    if (!moment.page.timeline.clocked || shownPrecision(moment) != core::Precision::day ||
        !moment.script.date)
        return std::nullopt;
    const double minutesPerSecond = daysPerSecond(moment) * 24 * 60;
    for (const std::int64_t minutes : {1, 5, 10, 15, 30, 60}) {
        if (minutesPerSecond <= kChangesPerSecond * static_cast<double>(minutes)) return minutes;
    }
    return std::nullopt;
}

std::string shownDate(const Moment& moment) {
    const auto& page = moment.page;
    const core::Precision precision = shownPrecision(moment);
    if (const auto step = clockStep(moment)) {
        const core::Instant now = moment.now();
        const core::Instant round = now + -(core::secondOfDay(now) % (*step * 60));
        return text::formatInstant(round, page.shownLanguage, page.words);
    }
    return text::formatDate(moment.today(), precision, page.shownLanguage, page.words);
}

}  // namespace

std::vector<Block> dateBlocks(const Moment& moment) {
    const auto onIn = [&](std::size_t step) { return story::pieceOf(moment.page, step, "date"); };
    const auto piece = onIn(moment.stepIndex);
    if (!piece || !moment.page.timeline.dated) return {};
    Block block{.name = "date",
                .position = placeOf(moment.page, piece->position, "top left"),
                .box = {},
                .items = {}};
    Overlay pen(moment.page, block.items);
    Type type;
    type.family = text::Family::serif;
    type.size = story::isLarge(*piece) ? kLargeDate : kUsualDate;
    type.halo = 14;
    const auto words = pen.paragraph(text::withCapital(shownDate(moment)), type);
    const text::Measure& size = pen.measure(words);
    block.box = {0, 0, size.width, size.height};
    pen.text(words, type, {}, 0.95 * story::presence(moment, onIn));
    return {std::move(block)};
}

}  // namespace ebbflow::screen
