#include "frame/furniture.hpp"
#include "text/format.hpp"

namespace ebbflow::frame {

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

void describeDate(const Moment& moment, Overlay& overlay) {
    const auto piece = pieceOf(moment, &scene::Screen::date, true);
    if (!piece) return;
    Overlay::Type type;
    type.family = text::Family::serif;
    type.size = piece->size == "large" ? kLargeDate : kUsualDate;
    type.halo = 14;
    const auto words = overlay.paragraph(text::formatDate(moment.today(), shownPrecision(moment),
                                                          moment.plan.language, moment.plan.words),
                                         type);
    const text::Measure& size = overlay.measure(words);
    overlay.text(words, type,
                 placed(piece, "top left", size.width, size.height, moment.plan.aspect), 0.95);
}

}  // namespace ebbflow::frame
