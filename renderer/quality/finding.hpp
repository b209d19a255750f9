#pragma once
// What the quality gate has to say of a film: findings, and the figures it measured. It is a
// pre-screen: it certifies nothing, and a film without findings can still be refused by a
// broadcaster.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"

namespace ebbflow::quality {

/// What a finding is about.
enum class Rule {
    flash,     ///< ITU-R BT.1702, luminance
    redFlash,  ///< ITU-R BT.1702, saturated red
    pattern,   ///< ITU-R BT.1702, stripes
    levels,    ///< EBU R 103
    safeArea,  ///< EBU R 95, graphics
    textHeight,
    reading,
    frozen,
    black,
    loudness,  ///< EBU R 128
    truePeak,  ///< EBU R 128
    container,
    script  ///< what `check` says
};
[[nodiscard]] std::string_view nameOf(Rule rule);
[[nodiscard]] std::string_view nameOf(core::Severity severity);

/// Frames of what was looked at, from 0, both included; a negative first one: no certain time.
struct Span {
    std::int64_t first = -1;
    std::int64_t last = -1;
    [[nodiscard]] bool known() const { return first >= 0; }
    friend bool operator==(const Span&, const Span&) = default;
};

struct Finding {
    core::Severity severity = core::Severity::error;
    Rule rule = Rule::container;
    Span frames;
    std::string message;
    core::SourcePlace place;  ///< in the script; line 0 where that is not known
};

/// Something that was measured, whether there is a finding or not.
struct Figure {
    std::string name;
    double value = 0;
    std::string unit;
};

struct Report {
    std::vector<Finding> findings;
    std::vector<Figure> figures;

    void add(core::Severity severity, Rule rule, Span frames, std::string message,
             core::SourcePlace place = {}) {
        findings.push_back({severity, rule, frames, std::move(message), std::move(place)});
    }
    [[nodiscard]] bool hasErrors() const;
    /// Errors first, then by time.
    void sort();
};

}  // namespace ebbflow::quality
