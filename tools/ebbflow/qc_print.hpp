#pragma once
// A report of the quality gate in the forms that people and programs read. All of them say that it
// is a pre-screen and no certificate.

#include <string>

#include "core/timecode.hpp"
#include "quality/finding.hpp"

namespace ebbflow::tools {

/// What a report is of, for its head.
struct QcSubject {
    std::string name;             ///< the file or the scene
    std::string what;             ///< `file` or `scene`
    core::TimecodeClock clock;    ///< names the frames
    std::int64_t firstFrame = 0;  ///< of the film: what the report's frame 0 is to the clock
};

[[nodiscard]] std::string qcText(const quality::Report& report, const QcSubject& subject);
[[nodiscard]] std::string qcHtml(const quality::Report& report, const QcSubject& subject);
[[nodiscard]] std::string qcJson(const quality::Report& report, const QcSubject& subject);

}  // namespace ebbflow::tools
