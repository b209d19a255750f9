#include "core/summed_up.hpp"

#include <map>
#include <string>
#include <tuple>

#include <fmt/format.h>

namespace ebbflow::core {

namespace {

constexpr std::size_t kExamples = 3, kMostTold = 5;

/// A message without what it quotes and counts.
std::string kindOf(std::string_view message) {
    std::string kind;
    bool quoted = false;
    for (const char c : message) {
        if (c == '`') quoted = !quoted;
        const bool counts = (c >= '0' && c <= '9') || c == '.' || c == ',';
        if (!quoted && !counts) kind.push_back(c);
    }
    return kind;
}

struct Kind {
    std::size_t count = 0, met = 0;
    int lastLine = 0;
};

}  // namespace

std::vector<Diagnostic> summedUp(const Diagnostics& diagnostics) {
    using Key = std::tuple<Severity, std::string, std::string>;
    std::map<Key, Kind> kinds;
    std::vector<Kind*> kindOfEach;
    for (const Diagnostic& d : diagnostics.all()) {
        Kind& kind = kinds[{d.severity, d.place.file, kindOf(d.message)}];
        ++kind.count;
        kind.lastLine = d.place.line;
        kindOfEach.push_back(&kind);
    }
    std::vector<Diagnostic> told;
    for (std::size_t i = 0; i < kindOfEach.size(); ++i) {
        const Diagnostic& d = diagnostics.all()[i];
        Kind& kind = *kindOfEach[i];
        const std::size_t before = kind.met++;
        if (d.severity == Severity::error || kind.count <= kMostTold || before < kExamples) {
            told.push_back(d);
        } else if (before == kExamples) {
            told.push_back(
                {d.severity, d.place,
                 fmt::format("{} more like the {} above{}; `check --json` lists them all",
                             kind.count - kExamples, kExamples,
                             kind.lastLine > d.place.line
                                 ? fmt::format(", down to line {}", kind.lastLine)
                                 : "")});
        }
    }
    return told;
}

}  // namespace ebbflow::core
