#include <algorithm>
#include <map>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/csv.hpp"
#include "papers/words_sheet.hpp"
#include "text/reading.hpp"

namespace ebbflow::papers {

namespace {

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

class Comparison {
public:
    Comparison(const WordsSheet& sheet, const std::string& needed, core::Diagnostics& diagnostics)
        : sheet_(sheet), needed_(needed), diagnostics_(diagnostics) {
        for (const auto& text : sheet.texts) keys_.push_back(text.key);
    }

    std::vector<NewWords> run(const std::vector<core::CsvRow>& rows, const std::string& file) {
        if (rows.empty() || !readHead(rows.front(), file)) return {};
        for (auto row = rows.begin() + 1; row != rows.end(); ++row) compareRow(*row);
        for (const auto& text : sheet_.texts) {
            if (seen_.contains(text.key)) continue;
            diagnostics_.warning({file, 0, 0}, fmt::format("the sheet has no row `{}`", text.key));
        }
        return std::move(found_);
    }

private:
    bool readHead(const core::CsvRow& head, const std::string& file) {
        for (std::size_t i = 0; i < head.size(); ++i) {
            const std::string name = trimmed(head[i].text);
            if (name == "key") key_ = i;
            for (const auto& language : sheet_.languages) {
                if (!columns_.contains(language) && core::sameLanguage(name, language))
                    columns_.emplace(language, i);
            }
        }
        if (!key_)
            diagnostics_.error({file, 1, 1},
                               "the first line names no column `key`; a sheet is "
                               "made by `ebbflow words SCENE -o words.csv`");
        if (!columns_.contains(sheet_.languages.front()))
            diagnostics_.error({file, 1, 1}, fmt::format("there is no column `{}`, the original",
                                                         sheet_.languages.front()));
        return key_ && columns_.contains(sheet_.languages.front());
    }

    void compareRow(const core::CsvRow& row) {
        const core::CsvCell& key = cell(row, *key_);
        const auto text = std::ranges::find(sheet_.texts, trimmed(key.text), &FilmText::key);
        if (text == sheet_.texts.end()) {
            diagnostics_.error(key.place,
                               fmt::format("the script has no text `{}`{}", trimmed(key.text),
                                           core::didYouMean(trimmed(key.text), keys_)));
        } else if (const auto [first, isNew] = seen_.try_emplace(text->key, key.place); !isNew) {
            diagnostics_.error(key.place, fmt::format("line {} has the text `{}` too",
                                                      first->second.line, text->key));
        } else {
            compareWords(row, *text);
        }
    }

    void compareWords(const core::CsvRow& row, const FilmText& text) {
        NewWords result{text.key, text.place, {}, {}};
        bool sound = true;
        for (const auto& language : sheet_.languages) {
            const auto column = columns_.find(language);
            const std::string before = trimmed(wordsIn(sheet_, text, language));
            if (column == columns_.end()) {
                if (!before.empty()) result.words.words.emplace_back(language, before);
                continue;
            }
            const core::CsvCell& given = cell(row, column->second);
            const std::string words = trimmed(given.text);
            const auto& place = given.place.line > 0 ? given.place : row.front().place;
            sound = check(text, language, before, words, place) && sound;
            const std::string& kept = words.empty() ? before : words;
            if (!kept.empty()) result.words.words.emplace_back(language, kept);
            if (!words.empty() && words != before) result.changed.push_back(language);
        }
        if (sound && !result.changed.empty()) found_.push_back(std::move(result));
    }

    /// False when the words cannot be taken.
    bool check(const FilmText& text, const std::string& language, const std::string& before,
               const std::string& words, const core::SourcePlace& place) {
        if (language == sheet_.languages.front() && words != before) {
            diagnostics_.error(place, fmt::format("the original of `{}` is not the script's, which "
                                                  "is `{}`; change it there and write a new sheet",
                                                  text.key, before));
            return false;
        }
        if (!words.empty()) return !text.timed || checkLength(text, language, words, place);
        const std::string missing = fmt::format("`{}` has no words in {}", text.key, language);
        if (language == needed_) {
            diagnostics_.error(place, missing);
        } else {
            diagnostics_.warning(place, missing);
        }
        return true;
    }

    bool checkLength(const FilmText& text, const std::string& language, const std::string& words,
                     const core::SourcePlace& place) {
        constexpr double kTolerance = 0.01;
        const double once = text::readingSeconds(words, language);
        const double inPeace = text::captionSeconds(words, language);
        if (inPeace <= text.seconds + kTolerance) return true;
        const std::string fact = fmt::format(
            "this takes {:.1f} s to read and {:.1f} s to be read in peace; it stands for {:.1f} s "
            "({} characters)",
            once, inPeace, text.seconds, charactersAllowed(text.seconds, language));
        if (text.grows) {
            diagnostics_.warning(place, fact + ": the step would grow, in every language");
        } else if (once <= text.seconds + kTolerance) {
            diagnostics_.warning(place, fact);
        } else {
            diagnostics_.error(place, fact);
            return false;
        }
        return true;
    }

    /// A row may be shorter than the head.
    [[nodiscard]] static const core::CsvCell& cell(const core::CsvRow& row, std::size_t column) {
        static const core::CsvCell none;
        return column < row.size() ? row[column] : none;
    }

    const WordsSheet& sheet_;
    const std::string& needed_;
    core::Diagnostics& diagnostics_;
    std::vector<std::string> keys_;
    std::optional<std::size_t> key_;
    std::map<std::string, std::size_t> columns_;     ///< of each language
    std::map<std::string, core::SourcePlace> seen_;  ///< rows by their key
    std::vector<NewWords> found_;
};

}  // namespace

std::vector<NewWords> compare(const WordsSheet& sheet, const std::string& csv,
                              const std::string& file, const std::string& needed,
                              core::Diagnostics& diagnostics) {
    const auto rows = core::readCsv(csv, file, diagnostics);
    if (rows.empty() && !diagnostics.hasErrors())
        diagnostics.error({file, 0, 0}, "the sheet is empty");
    return Comparison(sheet, needed, diagnostics).run(rows, file);
}

}  // namespace ebbflow::papers
