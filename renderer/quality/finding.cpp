#include "quality/finding.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "core/enum_size.hpp"

namespace ebbflow::quality {

std::string_view nameOf(Rule rule) {
    constexpr auto names = std::to_array<std::string_view>(
        {"flash", "red-flash", "pattern", "levels", "safe-area", "text-height", "reading", "frozen",
         "black", "loudness", "true-peak", "container", "script"});
    static_assert(names.size() == core::enumSize<Rule>());
    return names.at(static_cast<std::size_t>(rule));
}

std::string_view nameOf(core::Severity severity) {
    constexpr auto names = std::to_array<std::string_view>({"error", "warning", "note"});
    static_assert(names.size() == core::enumSize<core::Severity>());
    return names.at(static_cast<std::size_t>(severity));
}

bool Report::hasErrors() const {
    return std::ranges::any_of(
        findings, [](const Finding& f) { return f.severity == core::Severity::error; });
}

void Report::sort() {
    std::ranges::stable_sort(findings, {}, [](const Finding& f) {
        return std::tuple{f.severity, f.frames.first, f.rule};
    });
}

}  // namespace ebbflow::quality
