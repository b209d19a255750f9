#pragma once
// Dates of tables in a form that its author names: `M/D/Y`, `D.M.Y h:m`. It reads what the form
// says and nothing like it; which form a table has is for others to decide.

#include <optional>
#include <string>
#include <string_view>

namespace ebbflow::core {

/// Letters of a pattern: Y year (three digits or more, four where another number follows at once),
/// M month (a number or its English name), D day, h m s the clock, p AM or PM. All other characters
/// stand for themselves.
class DateFormat {
public:
    /// Nothing where the pattern has no year, or a day without a month, or a letter twice.
    [[nodiscard]] static std::optional<DateFormat> of(std::string_view pattern);

    /// The same date as EDTF writes it; nothing for a text of another form. Whether there is such a
    /// day is not its business.
    [[nodiscard]] std::optional<std::string> toEdtf(std::string_view text) const;
    [[nodiscard]] const std::string& pattern() const { return pattern_; }
    friend bool operator==(const DateFormat&, const DateFormat&) = default;

private:
    explicit DateFormat(std::string_view pattern) : pattern_(pattern) {}
    std::string pattern_;
};

}  // namespace ebbflow::core
