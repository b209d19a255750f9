#pragma once
// The furniture of the frame, piece by piece. Each draws itself where the script wants it, or not
// at all.

#include "frame/overlay.hpp"

namespace ebbflow::frame {

void describeLabels(const Moment& moment, Overlay& overlay);
void describeTitles(const Moment& moment, Overlay& overlay);
void describeCaptions(const Moment& moment, Overlay& overlay);
void describeDate(const Moment& moment, Overlay& overlay);
void describeCounters(const Moment& moment, Overlay& overlay);
void describeLegend(const Moment& moment, Overlay& overlay);
void describeYearBand(const Moment& moment, Overlay& overlay);
void describeSourceLine(const Moment& moment, Overlay& overlay);

}  // namespace ebbflow::frame
