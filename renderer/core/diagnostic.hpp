#pragma once
// Faults and warnings in what the author wrote (scripts, tables, map data), collected so that one
// run shows all of them. It never throws and never prints; the program prints what it collected.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ebbflow::core {

/// Where in which file. Line and column count from 1; 0 = not known.
struct SourcePlace {
    std::string file;
    int line = 0;
    int column = 0;
    friend bool operator==(const SourcePlace&, const SourcePlace&) = default;
};

enum class Severity { error, warning, note };

struct Diagnostic {
    Severity severity = Severity::error;
    SourcePlace place;
    std::string message;  ///< what is wrong, what was expected, and what to do
};

/// `file:line:column: error: message`; line and column are left out when not known.
[[nodiscard]] std::string toString(const Diagnostic& diagnostic);

class Diagnostics {
public:
    void error(SourcePlace place, std::string message);
    void warning(SourcePlace place, std::string message);
    void note(SourcePlace place, std::string message);
    void append(const Diagnostics& other);

    [[nodiscard]] bool hasErrors() const;
    [[nodiscard]] const std::vector<Diagnostic>& all() const { return items_; }

private:
    std::vector<Diagnostic> items_;
};

/// The candidate nearest to `name` by edit distance (a swap of neighbours counts once, case does
/// not count), or an empty view when none is near enough to be what was meant.
[[nodiscard]] std::string_view nearestName(std::string_view name,
                                           std::span<const std::string> candidates);

/// "; did you mean `moscow`?" or nothing.
[[nodiscard]] std::string didYouMean(std::string_view name,
                                     std::span<const std::string> candidates);

}  // namespace ebbflow::core
