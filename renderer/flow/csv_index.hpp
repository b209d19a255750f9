#pragma once
// Where each row and cell of a CSV text stands, by line and column: OGR counts records, and quoted
// newlines and blank lines make that another number than the editor's. It reads no values; it
// refuses what OGR would silently misread (RFC 4180 with any one-byte separator).

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "flow/utf8.hpp"

namespace ebbflow::flow {

/// Longest row, bytes. A quote never closed would otherwise swallow the file.
inline constexpr std::size_t kMaxRowBytes = std::size_t{1} << 20;

/// Line and column (in characters), both from 1.
struct TextPlace {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    friend bool operator==(const TextPlace&, const TextPlace&) = default;
};

struct CsvFault {
    TextPlace place;
    std::string message;
};

/// `,`, `;` or a tab, by the first line that is not blank, quotes aside; `,` when several occur in
/// it, which is how OGR chooses; 0 when none does.
[[nodiscard]] char csvSeparator(std::string_view text);

class CsvIndex {
public:
    explicit CsvIndex(char separator) : separator_(separator) {}

    /// The next bytes of the text, without a byte order mark, in pieces of any size. False when it
    /// is no use going on.
    bool feed(std::string_view bytes);
    /// The end of the text. Whether it is sound.
    bool finish();

    /// At most 20 of them.
    [[nodiscard]] const std::vector<CsvFault>& faults() const { return faults_; }
    /// Rows that are not blank lines, the header among them.
    [[nodiscard]] std::size_t rowCount() const { return rows_.size(); }
    [[nodiscard]] std::span<const TextPlace> cells(std::size_t row) const;
    /// Byte at which the first row begins.
    [[nodiscard]] std::size_t firstRowOffset() const { return firstRowOffset_; }

private:
    enum class State { cellStart, plain, quoted, quoteInQuoted, afterQuotes };

    void step(char c);
    void inCell(char c);
    void beginCell();
    void endLine();
    void advance(char c);
    void fault(TextPlace place, std::string message);

    char separator_;
    State state_ = State::cellStart;
    TextPlace here_{1, 1};
    TextPlace quoteOpened_;
    TextPlace character_;  ///< where the character under way began
    Utf8Check utf8_;
    bool lineFeedBelongs_ = false;  ///< the second half of CR LF
    bool hopeless_ = false;
    std::size_t offset_ = 0;
    std::size_t rowBytes_ = 0;
    std::size_t firstRowOffset_ = 0;
    std::vector<TextPlace> cells_;
    std::vector<std::size_t> rows_;  ///< index of each row's first cell
    std::vector<CsvFault> faults_;
};

}  // namespace ebbflow::flow
