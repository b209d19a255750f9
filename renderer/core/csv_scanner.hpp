#pragma once
// The one walk over comma-separated values (RFC 4180 with any one-byte separator): it says where
// rows and cells begin, by line, column and byte, and refuses what readers would understand
// differently. It keeps no text; whoever listens takes what he needs.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ebbflow::core {

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
    bool notUtf8 = false;  ///< another encoding may be the cause
};

/// `,`, `;` or a tab, by the first line that is not blank, quotes aside; `,` when several occur in
/// it, which is how OGR chooses; 0 when none does.
[[nodiscard]] char csvSeparator(std::string_view text);

/// Hears of rows and cells in their order; blank lines are no rows. Offsets count bytes from the
/// start of the text.
class CsvListener {
public:
    virtual ~CsvListener() = default;
    /// A cell begins, at its quote if it has one. The one before it, if any, ended a byte earlier.
    virtual void cell(TextPlace place, std::size_t offset, bool firstOfRow) = 0;
    /// The row ended before this byte.
    virtual void rowEnd(std::size_t offset) = 0;
};

class CsvScanner {
public:
    explicit CsvScanner(char separator) : separator_(separator) {}

    /// The next bytes of the text, without a byte order mark, in pieces of any size. False when it
    /// is no use going on.
    bool feed(std::string_view bytes, CsvListener& listener);
    /// The end of the text. Whether it is sound.
    bool finish(CsvListener& listener);

    /// At most 20 of them.
    [[nodiscard]] const std::vector<CsvFault>& faults() const { return faults_; }

private:
    enum class State { cellStart, plain, quoted, quoteInQuoted, afterQuotes };

    void step(char c, std::size_t length, CsvListener& listener);
    void inCell(char c, CsvListener& listener);
    void endRow(CsvListener& listener);
    void fault(TextPlace place, std::string message, bool notUtf8 = false);

    char separator_;
    State state_ = State::cellStart;
    TextPlace here_{1, 1};
    TextPlace quoteOpened_;
    std::string cutOff_;            ///< the first bytes of a character whose others are to come
    bool lineFeedBelongs_ = false;  ///< the second half of CR LF
    bool hopeless_ = false;
    std::size_t offset_ = 0;
    std::size_t rowBytes_ = 0;
    std::vector<CsvFault> faults_;
};

}  // namespace ebbflow::core
