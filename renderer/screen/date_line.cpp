#include "screen/furniture.hpp"
#include "story/pieces.hpp"
#include "text/capitals.hpp"
#include "text/format.hpp"

namespace ebbflow::screen {

namespace {

// Faster than this, the smaller unit is a blur that nobody can read.
constexpr double kDaysPerSecondForMonths = 75;
constexpr double kDaysPerSecondForDays = 8;

constexpr double kLargeDate = 76;
constexpr double kUsualDate = 60;

/// As precise as the step's own date, and only as fast as can be read.
core::Precision shownPrecision(const Moment& moment) {
    const core::Precision data =
        moment.script.date ? moment.script.date->precision() : core::Precision::year;
    const double days =
        moment.script.date ? moment.script.date->last() - moment.script.date->first() + 1 : 0;
    const double pace = days / moment.step.length.seconds();
    if (data == core::Precision::year || pace > kDaysPerSecondForMonths)
        return core::Precision::year;
    if (data == core::Precision::month || pace > kDaysPerSecondForDays)
        return core::Precision::month;
    return core::Precision::day;
}

}  // namespace

std::vector<Block> dateBlocks(const Moment& moment) {
    const auto onIn = [&](std::size_t step) { return story::pieceOf(moment.page, step, "date"); };
    const auto piece = onIn(moment.stepIndex);
    if (!piece) return {};
    Block block{
        .name = "date", .position = story::positionOr(*piece, "top left"), .box = {}, .items = {}};
    Overlay pen(moment.page, block.items);
    Type type;
    type.family = text::Family::serif;
    type.size = story::isLarge(*piece) ? kLargeDate : kUsualDate;
    type.halo = 14;
    const std::string date = text::formatDate(moment.today(), shownPrecision(moment),
                                              moment.page.shownLanguage, moment.page.words);
    const auto words = pen.paragraph(text::withCapital(date), type);
    const text::Measure& size = pen.measure(words);
    block.box = {0, 0, size.width, size.height};
    pen.text(words, type, {}, 0.95 * story::presence(moment, onIn));
    return {std::move(block)};
}

}  // namespace ebbflow::screen
