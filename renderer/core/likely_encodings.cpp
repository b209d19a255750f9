#include "core/likely_encodings.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "core/encoding.hpp"

namespace ebbflow::core {

namespace {

constexpr std::size_t kEnoughBytes = 32U << 10U;
constexpr double kMostAreWords = 0.8;

/// An encoding that tables and maps come in. Two-byte ones: the first bytes of the characters in
/// daily use.
struct Row {
    std::string_view name;
    std::array<std::string_view, 3> detected;  ///< what ICU's detector calls it
    unsigned char usedFrom = 0, usedTo = 0;
};

// Of those that read alike, the more frequent one first.
constexpr std::array kRows{
    Row{"windows-1251", {"windows-1251"}},
    Row{"windows-1252", {"windows-1252", "ISO-8859-1"}},
    Row{"GBK", {"GB18030"}, 0xB0, 0xD7},
    Row{"windows-1250", {"windows-1250", "ISO-8859-2"}},
    Row{"windows-1256", {"windows-1256", "ISO-8859-6"}},
    Row{"windows-1255", {"windows-1255", "ISO-8859-8", "ISO-8859-8-I"}},
    Row{"windows-1253", {"windows-1253", "ISO-8859-7"}},
    Row{"windows-1254", {"windows-1254", "ISO-8859-9"}},
    Row{"Big5", {"Big5"}, 0xA4, 0xC6},
    Row{"Shift_JIS", {"Shift_JIS"}, 0x81, 0x97},
    Row{"EUC-KR", {"EUC-KR"}, 0xB0, 0xC8},
    Row{"EUC-JP", {"EUC-JP"}, 0xA4, 0xCF},
    Row{"windows-874", {}},
    Row{"KOI8-R", {"KOI8-R"}},
    Row{"IBM866", {}},
    Row{"windows-1257", {}},
};

/// Han, kana and what stands among them count as one.
UScriptCode scriptOf(UChar32 c) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &status);
    const bool japanese = script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
    return japanese ? USCRIPT_HAN : script;
}

bool isMark(UChar32 c) {
    return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

bool isLetter(UChar32 c) {
    return u_isalpha(c) != 0 || isMark(c);
}

/// Halves of letters that no table has: these come of a wrong reading.
bool isOddLetter(UChar32 c) {
    return (c >= 0xFF61 && c <= 0xFF9F) || c == 0xAA || c == 0xBA || c == 0xB5 || c == 0x192;
}

/// Signs that stand beside words in any text: quotes, dashes, full stops of all kinds.
bool isUsualSign(UChar32 c) {
    constexpr std::u32string_view kSigns = U"\u00A0«»№°§©·";
    return c < 0x80 || kSigns.find(static_cast<char32_t>(c)) != std::u32string_view::npos ||
           u_ispunct(c) != 0;
}

/// One word: a run of letters, judged as it grows.
class Word {
public:
    void add(UChar32 c) {
        sound_ = sound_ && !isOddLetter(c) && !(letters_ == 0 && isMark(c));
        ++letters_;
        if (c >= 0x80) ++foreign_;
        if (isMark(c)) ++marks_;
        const UScriptCode script = scriptOf(c);
        if (script != USCRIPT_INHERITED && script != USCRIPT_COMMON) {
            sound_ = sound_ && (script_ == USCRIPT_COMMON || script_ == script);
            script_ = script;
        }
        addCase(c);
    }
    void spoil() { sound_ = false; }
    [[nodiscard]] bool empty() const { return letters_ == 0; }
    [[nodiscard]] bool isForeign() const { return foreign_ > 0; }
    /// Few words have more marks than letters, or accents on nearly all of their Latin letters.
    [[nodiscard]] bool isSound() const {
        const bool accents = script_ == USCRIPT_LATIN && 4 * foreign_ > 3 * letters_;
        return sound_ && 2 * marks_ <= letters_ && !(accents && letters_ > 1);
    }

    [[nodiscard]] bool hasCase() const { return great_ + small_ > 0; }

private:
    /// No foreign letter is great behind small ones, or small behind several great ones.
    void addCase(UChar32 c) {
        if (u_isUUppercase(c) != 0) {
            sound_ = sound_ && (small_ == 0 || c < 0x80);
            ++great_;
        } else if (u_isULowercase(c) != 0) {
            sound_ = sound_ && (small_ > 0 || great_ < 2 || c < 0x80);
            ++small_;
        }
    }

    int letters_ = 0, foreign_ = 0, marks_ = 0, great_ = 0, small_ = 0;
    UScriptCode script_ = USCRIPT_COMMON;
    bool sound_ = true;
};

struct Tally {
    int words = 0, sound = 0;
    bool cased = false;  ///< some have great and small letters
    void end(Word& word) {
        if (word.isForeign()) {
            ++words;
            if (word.isSound()) ++sound;
            cased = cased || word.hasCase();
        }
        word = {};
    }
    /// How many of the words are words, 0…1.
    [[nodiscard]] double share() const {
        return words == 0 ? 0 : static_cast<double>(sound) / words;
    }
};

Tally tallyOf(const std::string& utf8) {
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
    Tally tally;
    Word word;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        if (isLetter(c)) {
            word.add(c);
            continue;
        }
        const bool usual = isUsualSign(c);
        if (!usual) word.spoil();
        tally.end(word);
        // What is no sign of any text counts as a word that is none.
        if (!usual) ++tally.words;
    }
    tally.end(word);
    return tally;
}

/// Of the two-byte characters, the share that is in daily use; 1 where the encoding has none.
double shareInUse(std::string_view bytes, const Row& row) {
    if (row.usedTo == 0) return 1;
    int all = 0, used = 0;
    for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        if (lead < 0x80) continue;
        ++all;
        if (lead >= row.usedFrom && lead <= row.usedTo) ++used;
        ++i;
    }
    return all == 0 ? 0 : static_cast<double>(used) / all;
}

/// ICU's confidence in each encoding, 0…100.
class Detected {
public:
    explicit Detected(const std::string& bytes) {
        UErrorCode status = U_ZERO_ERROR;
        detector_.reset(ucsdet_open(&status));
        ucsdet_setText(detector_.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()),
                       &status);
        matches_ = ucsdet_detectAll(detector_.get(), &count_, &status);
        if (U_FAILURE(status)) count_ = 0;
    }
    [[nodiscard]] int confidence(const Row& row) const {
        int most = 0;
        for (int i = 0; i < count_; ++i) {
            UErrorCode status = U_ZERO_ERROR;
            const std::string_view name = ucsdet_getName(matches_[i], &status);
            if (std::ranges::find(row.detected, name) != row.detected.end())
                most = std::max(most, ucsdet_getConfidence(matches_[i], &status));
        }
        return most;
    }

private:
    struct Closer {
        void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
    };
    std::unique_ptr<UCharsetDetector, Closer> detector_;
    const UCharsetMatch** matches_ = nullptr;
    std::int32_t count_ = 0;
};

struct Judged {
    LikelyEncoding encoding;
    double share = 0;
    int confidence = 0;
};

std::optional<Judged> judge(const std::string& bytes, const Row& row, const Detected& detected) {
    const auto text = toUtf8(bytes, std::string(row.name));
    if (!text) return std::nullopt;
    const Tally tally = tallyOf(*text);
    const double share = tally.share() * shareInUse(bytes, row);
    if (share < kMostAreWords) return std::nullopt;
    // Great and small letters do not come into their order by chance, while most bytes are Han.
    constexpr int kOrderly = 12;
    return Judged{{std::string(row.name), text->substr(0, text->find('\n'))},
                  share,
                  detected.confidence(row) + (tally.cased ? kOrderly : 0)};
}

}  // namespace

void ForeignWords::add(std::string_view bytes) {
    constexpr std::string_view kEnds = ",;\t\"\r\n";
    for (std::size_t begin = 0; begin < bytes.size() && words_.size() < kEnoughBytes;) {
        const std::size_t end = std::min(bytes.find_first_of(kEnds, begin), bytes.size());
        const std::string_view part = bytes.substr(begin, end - begin);
        if (!isUtf8(part)) words_.append(part).push_back('\n');
        begin = end + 1;
    }
}

std::vector<LikelyEncoding> likelyEncodings(const ForeignWords& words) {
    const Detected detected(words.lines());
    std::vector<Judged> judged;
    for (const Row& row : kRows) {
        if (auto one = judge(words.lines(), row, detected)) judged.push_back(std::move(*one));
    }
    std::ranges::stable_sort(judged, std::ranges::greater{},
                             [](const Judged& one) { return one.share * 100 + one.confidence; });
    std::vector<LikelyEncoding> likely;
    for (Judged& one : judged) {
        const bool again =
            std::ranges::find(likely, one.encoding.sample, &LikelyEncoding::sample) != likely.end();
        if (!again) likely.push_back(std::move(one.encoding));
    }
    return likely;
}

std::string inWords(const std::vector<LikelyEncoding>& likely) {
    constexpr std::size_t kMost = 3;
    std::string words;
    for (std::size_t i = 0; i < std::min(likely.size(), kMost); ++i) {
        if (i > 0) words += i + 1 == std::min(likely.size(), kMost) ? " or " : ", ";
        words += fmt::format("{} ({})", likely[i].name, likely[i].sample);
    }
    return words;
}

}  // namespace ebbflow::core
