#pragma once
// In which encodings bytes of unknown origin read as words: a file's own word on it is better, and
// so is its author's. It changes nothing and decides nothing.

#include <string>
#include <string_view>
#include <vector>

namespace ebbflow::core {

/// Takes the parts of a text that are not UTF-8: each is a stretch between commas,
/// semicolons, tabs, quotes and line ends. Enough of them, not all, are kept.
class ForeignWords {
public:
    void add(std::string_view bytes);
    [[nodiscard]] bool empty() const { return words_.empty(); }
    /// A line each.
    [[nodiscard]] const std::string& lines() const { return words_; }

private:
    std::string words_;
};

struct LikelyEncoding {
    std::string name;    ///< as ICU and IANA have it
    std::string sample;  ///< UTF-8: the first of the words, as it reads in this encoding
};

/// The likeliest first, by how many of the words are words (letters of one script, small ones
/// behind great ones, Han that is in daily use), then by ICU's statistics of languages. None where
/// the words read in no encoding that is looked at. UTF-8 is not one of them.
[[nodiscard]] std::vector<LikelyEncoding> likelyEncodings(const ForeignWords& words);

/// `windows-1251 (СИБИРЬ) or KOI8-R (яхахпэ)`: at most three of them.
[[nodiscard]] std::string inWords(const std::vector<LikelyEncoding>& likely);

}  // namespace ebbflow::core
