#include "intake/left_out.hpp"

#include <fmt/format.h>

namespace ebbflow::intake {

void LeftOut::tell() const {
    if (out_ == 0) return;
    reading_.findings.passedOver.push_back(fmt::format(
        "{} of {} rows of {} that could not be read; the warnings say why", out_, rows_, table_));
}

bool LeftOut::take(const core::Diagnostics& faults) {
    ++rows_;
    if (!faults.hasErrors()) return false;
    ++out_;
    for (const core::Diagnostic& fault : faults.all()) {
        reading_.diagnostics.warning(fault.place, fault.message + "; the row is left out");
    }
    return true;
}

}  // namespace ebbflow::intake
