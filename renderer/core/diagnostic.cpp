#include "core/diagnostic.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "core/plain_text.hpp"
#include "core/printable.hpp"
#include "core/utf8.hpp"

namespace ebbflow::core {

namespace {

std::string_view name(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::note:
            return "note";
    }
    return "error";
}

std::u32string charactersOf(std::string_view text) {
    std::u32string characters;
    for (std::size_t i = 0; i < text.size();) {
        const Character next = characterAt(text, i);
        const std::size_t length = std::max<std::size_t>(1, next.length);
        characters += next.length == 0 ? static_cast<unsigned char>(text[i]) : next.value;
        i += length;
    }
    return characters;
}

// Optimal string alignment distance: insertions, deletions, substitutions, swaps of neighbours.
std::size_t editDistance(std::u32string_view a, std::u32string_view b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
    }
    return d[a.size()][b.size()];
}

/// How many letters of a word of that length may be wrong for it to be a slip and no other word:
/// one in seven letters (`Galway` is not `altay`), two in twelve, three in more.
std::size_t mostSlips(std::size_t letters) {
    if (letters < 8) return 1;
    return letters < 13 ? 2 : 3;
}

}  // namespace

std::string toString(const Diagnostic& d) {
    std::string place = printable(d.place.file);
    if (d.place.line > 0) place += fmt::format(":{}", d.place.line);
    if (d.place.line > 0 && d.place.column > 0) place += fmt::format(":{}", d.place.column);
    return fmt::format("{}: {}: {}", place, name(d.severity), printable(d.message));
}

void Diagnostics::error(SourcePlace place, std::string message) {
    items_.push_back({Severity::error, std::move(place), std::move(message)});
}

void Diagnostics::warning(SourcePlace place, std::string message) {
    items_.push_back({Severity::warning, std::move(place), std::move(message)});
}

void Diagnostics::note(SourcePlace place, std::string message) {
    items_.push_back({Severity::note, std::move(place), std::move(message)});
}

void Diagnostics::append(const Diagnostics& other) {
    items_.insert(items_.end(), other.items_.begin(), other.items_.end());
}

bool Diagnostics::hasErrors() const {
    return std::ranges::any_of(items_, [](const auto& d) { return d.severity == Severity::error; });
}

std::string_view nearestName(std::string_view wanted, std::span<const std::string> candidates) {
    const std::u32string key = charactersOf(lower(wanted));
    std::string_view best;
    std::size_t bestDistance = mostSlips(key.size()) + 1;
    for (const std::string& candidate : candidates) {
        const std::u32string letters = charactersOf(lower(candidate));
        if (letters.size() > key.size() + bestDistance ||
            key.size() > letters.size() + bestDistance)
            continue;
        const std::size_t distance = editDistance(key, letters);
        if (distance < bestDistance) {
            bestDistance = distance;
            best = candidate;
        }
    }
    return best;
}

std::string didYouMean(std::string_view wanted, std::span<const std::string> candidates) {
    const std::string_view nearest = nearestName(wanted, candidates);
    return nearest.empty() ? std::string{} : fmt::format("; did you mean `{}`?", nearest);
}

}  // namespace ebbflow::core
