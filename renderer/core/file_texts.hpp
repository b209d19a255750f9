#pragma once
// The texts of one file on their way to UTF-8: looked at as they are read, settled when all have
// been seen, then turned. It says what it took where nobody said it; the reader passes that on.

#include <string>
#include <string_view>

#include "core/likely_encodings.hpp"

namespace ebbflow::core {

class FileTexts {
public:
    /// `said`: the encoding that the script names, empty = none. `raw`: the reader leaves the bytes
    /// as the file has them; else texts that are sound UTF-8 have been turned already.
    FileTexts(std::string said, bool raw) : encoding_(std::move(said)), raw_(raw) {}

    void see(std::string_view text) { foreign_.add(text); }

    /// Once all texts have been seen.
    struct Verdict {
        std::string fault;   ///< why they cannot be read; empty where they can
        std::string remark;  ///< what was taken for certain though the file does not say it
    };
    [[nodiscard]] Verdict settle();

    /// After settle(). False, and the text as it was, where it is none in that encoding.
    [[nodiscard]] bool turn(std::string& text) const;
    [[nodiscard]] const std::string& encoding() const { return encoding_; }

private:
    std::string encoding_;
    bool raw_;
    bool turns_ = false;
    ForeignWords foreign_;
};

/// What to do about texts that are not UTF-8: the encodings in which they read as words, and the
/// key that names one.
[[nodiscard]] std::string encodingAdvice(const std::vector<LikelyEncoding>& likely);

}  // namespace ebbflow::core
