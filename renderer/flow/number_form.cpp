#include "flow/number_form.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/digits.hpp"

namespace ebbflow::flow {

namespace {

constexpr std::size_t kGroup = 3;

/// What groups digits and never stands before decimals.
constexpr auto kBlanks =
    std::to_array<std::string_view>({" ", "\u00A0", "\u202F", "\u2009", "'", "’", "_"});

std::size_t blankAt(std::string_view text) {
    for (const std::string_view blank : kBlanks) {
        if (text.starts_with(blank)) return blank.size();
    }
    return 0;
}

/// Digits and the marks between them: blanks as ' ', signs as they are. Empty for all else.
std::string skeletonOf(std::string_view text) {
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    std::string skeleton;
    bool digits = false;
    while (!text.empty()) {
        const std::size_t blank = blankAt(text);
        const char c = blank > 0 ? ' ' : text.front();
        if (blank == 0 && !core::isDigit(c) && c != '.' && c != ',') return {};
        digits = digits || core::isDigit(c);
        skeleton += c;
        text.remove_prefix(std::max<std::size_t>(blank, 1));
    }
    return digits ? skeleton : std::string{};
}

/// Whole digits, or groups of three with one and the same mark between them.
std::optional<std::string> ungrouped(std::string_view whole, char decimal) {
    const std::size_t first = whole.find_first_not_of(core::kDigits);
    if (first == std::string_view::npos) return std::string(whole);
    const char mark = whole[first];
    if (mark == decimal || first == 0 || first > kGroup || whole.front() == '0')
        return std::nullopt;
    std::string digits(whole.substr(0, first));
    whole.remove_prefix(first);
    while (!whole.empty()) {
        const std::string_view group = whole.substr(1, kGroup);
        if (whole.front() != mark || group.size() < kGroup ||
            group.find_first_not_of(core::kDigits) != std::string_view::npos)
            return std::nullopt;
        digits += group;
        whole.remove_prefix(1 + kGroup);
    }
    return digits;
}

/// What one cell says of the decimal sign.
enum class Says { nothing, point, comma, either };

Says saysOf(std::string_view text) {
    const std::string skeleton = skeletonOf(text);
    if (skeleton.find_first_of(".,") == std::string::npos) return Says::nothing;
    const bool point = plainNumber(text, '.').has_value();
    const bool comma = plainNumber(text, ',').has_value();
    if (point && comma) return Says::either;
    if (point) return Says::point;
    return comma ? Says::comma : Says::nothing;
}

bool isNumeric(core::ColumnKind kind) {
    return kind == core::ColumnKind::count || kind == core::ColumnKind::number ||
           kind == core::ColumnKind::degrees;
}

/// Degrees never reach a thousand, so that nothing groups their digits.
Says saysIn(core::ColumnKind kind, std::string_view text) {
    const Says says = saysOf(text);
    if (says != Says::either || kind != core::ColumnKind::degrees) return says;
    return text.find(',') != std::string_view::npos ? Says::comma : Says::point;
}

/// A cell that stands for all that say the same.
struct Example {
    std::string text;
    core::SourcePlace place;
    std::string column;
    std::size_t cells = 0;
};

/// What all the numbers of a table say.
struct Evidence {
    Example point, comma, either, blank;
    bool commaDoubt = false, pointDoubt = false;  ///< in which marks there is doubt
    bool doubtfulCounts = false;
};

void note(Example& example, RowReader& row, std::string_view column) {
    if (example.cells++ > 0) return;
    example = {std::string(row.text(column)), row.place(column), std::string(column), 1};
}

Evidence gather(const RawTable& table, const std::vector<const core::Column*>& columns,
                core::Diagnostics& diagnostics) {
    Evidence evidence;
    for (const RawRow& raw : table.rows) {
        RowReader row(table, raw, diagnostics);
        for (const core::Column* column : columns) {
            const std::string_view text = row.text(column->name);
            if (text.find_first_not_of(core::kDigits) == std::string_view::npos) continue;
            const Says says = saysIn(column->kind, text);
            if (says == Says::point) note(evidence.point, row, column->name);
            if (says == Says::comma) note(evidence.comma, row, column->name);
            if (says == Says::either) {
                note(evidence.either, row, column->name);
                (text.find(',') != std::string_view::npos ? evidence.commaDoubt
                                                          : evidence.pointDoubt) = true;
                if (column->kind == core::ColumnKind::count) evidence.doubtfulCounts = true;
            }
            const bool grouped = skeletonOf(text).find(' ') != std::string::npos;
            if (grouped && plainNumber(text, says == Says::comma ? ',' : '.'))
                note(evidence.blank, row, column->name);
        }
    }
    return evidence;
}

/// The decimal sign that goes with what divides the columns: spreadsheets that write commas in
/// numbers divide by semicolons.
char signOf(char separator, const Evidence& evidence) {
    if (separator == ',') return '.';
    if (separator == ';') return ',';
    return evidence.commaDoubt ? 0 : '.';
}

void refuseBoth(const Evidence& evidence, core::Diagnostics& diagnostics) {
    diagnostics.error(
        evidence.comma.place,
        fmt::format("`{}` has a decimal comma, and `{}` in line {} a decimal point; write all "
                    "numbers of a table alike",
                    evidence.comma.text, evidence.point.text, evidence.point.place.line));
}

void refuseDoubt(const Example& example, core::Diagnostics& diagnostics) {
    const std::string more =
        example.cells > 1 ? fmt::format(" (so are {} more)", example.cells - 1) : std::string{};
    diagnostics.error(
        example.place,
        fmt::format(
            "{}: `{}` is {} or {}, and nothing in the table tells which{}; write it plainly, "
            "or say `decimal: \",\"` or `decimal: \".\"` beside its `file:`",
            example.column, example.text, *plainNumber(example.text, '.'),
            *plainNumber(example.text, ','), more));
}

void sayHow(const Example& example, char decimal, core::Diagnostics& diagnostics) {
    diagnostics.warning(
        example.place,
        fmt::format(
            "`{}` is read as {}: the table's decimal sign is a {}; `decimal: \"{}\"` beside "
            "its `file:` says so for certain",
            example.text, *plainNumber(example.text, decimal), decimal == ',' ? "comma" : "point",
            decimal));
}

/// The form that the evidence leaves, or one that is not settled.
NumberForm decide(const RawTable& table, const Evidence& evidence, core::Diagnostics& diagnostics) {
    if (evidence.point.cells > 0 && evidence.comma.cells > 0) {
        refuseBoth(evidence, diagnostics);
        return {'.', false};
    }
    if (evidence.point.cells > 0) return {'.', true};
    if (evidence.comma.cells > 0) return {',', true};
    if (evidence.either.cells == 0) return {'.', true};
    const char sign = signOf(table.separator, evidence);
    // A count has no decimals, so that one that reads as if it had some settles nothing.
    const bool countsWithDecimals =
        evidence.doubtfulCounts && (sign == ',' ? evidence.commaDoubt : evidence.pointDoubt);
    if (sign != 0 && !countsWithDecimals) return {sign, true};
    refuseDoubt(evidence.either, diagnostics);
    return {'.', false};
}

}  // namespace

std::optional<std::string> plainNumber(std::string_view text, char decimal) {
    const std::string skeleton = skeletonOf(text);
    if (skeleton.empty()) return std::nullopt;
    const std::size_t at = skeleton.find(decimal);
    const std::string_view whole = std::string_view(skeleton).substr(0, at);
    const std::string_view decimals =
        at == std::string::npos ? std::string_view{} : std::string_view(skeleton).substr(at + 1);
    if (decimals.find_first_not_of(core::kDigits) != std::string_view::npos) return std::nullopt;
    auto digits = ungrouped(whole, decimal);
    if (!digits) return std::nullopt;
    if (digits->empty()) *digits = "0";
    if (text.starts_with('-')) digits->insert(0, "-");
    return at == std::string::npos ? *digits : fmt::format("{}.{}", *digits, decimals);
}

void settleNumbers(RawTable& table, const core::TableColumns& columns,
                   core::Diagnostics& diagnostics) {
    if (table.decimal != 0) {
        table.numbers = {table.decimal, true};
        return;
    }
    std::vector<const core::Column*> numeric;
    for (const core::Column& column : columns.columns) {
        const auto index = table.find(column.name);
        if (index && isNumeric(column.kind) && !table.isTyped(*index)) numeric.push_back(&column);
    }
    const Evidence evidence = gather(table, numeric, diagnostics);
    table.numbers = decide(table, evidence, diagnostics);
    if (!table.numbers.settled) return;
    const char decimal = table.numbers.decimal;
    if (decimal == ',') {
        sayHow(evidence.comma.cells > 0 ? evidence.comma : evidence.either, decimal, diagnostics);
    } else if (evidence.commaDoubt) {
        sayHow(evidence.either, decimal, diagnostics);
    }
    if (evidence.blank.cells > 0) {
        diagnostics.warning(evidence.blank.place,
                            fmt::format("`{}` is read as {}", evidence.blank.text,
                                        *plainNumber(evidence.blank.text, decimal)));
    }
}

}  // namespace ebbflow::flow
