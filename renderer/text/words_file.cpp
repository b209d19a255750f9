#include "text/words_file.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

namespace ebbflow::text {
namespace {

class WordsReader {
public:
    WordsReader(const std::string& file, core::Diagnostics& diagnostics)
        : file_(file), diagnostics_(diagnostics) {
        read_.language = std::filesystem::path(file).stem().string();
    }

    LanguageWords read(const YAML::Node& root) {
        if (mapAt(root, "a words file")) {
            for (const auto& item : root) section(item.first, item.second);
        }
        return std::move(read_);
    }

private:
    void section(const YAML::Node& name, const YAML::Node& body) {
        const std::string& section = name.Scalar();
        if (section == "words") return list(body, read_.words);
        if (section == "window") return list(body, read_.window);
        if (section == "console") return list(body, read_.console);
        if (section == "commands") return list(body, read_.commands);
        if (section == "keys") return list(body, read_.keys);
        if (section == "months") return months(body, "");
        if (section == "months_of_days") return months(body, "_of");
        if (section == "marks") return marks(body);
        if (section == "one_letter_words") return oneLetterWords(body);
        fault(name, fmt::format("`{}` is no section of a words file", section));
    }

    /// Texts by key; several by the number's form are a map again.
    void list(const YAML::Node& body, WordList& words) {
        if (!mapAt(body, "a section")) return;
        for (const auto& item : body) {
            const std::string& key = item.first.Scalar();
            if (!item.second.IsMap()) {
                add(words, key, item.second, item.first);
                continue;
            }
            for (const auto& form : item.second) {
                const std::string& category = form.first.Scalar();
                add(words, category == "other" ? key : key + "_" + category, form.second,
                    form.first);
            }
        }
    }

    void months(const YAML::Node& body, std::string_view suffix) {
        if (!body.IsSequence() || body.size() != kMonthKeys.size())
            return fault(body, "the twelve months are a list of twelve names");
        for (std::size_t i = 0; i < kMonthKeys.size(); ++i)
            add(read_.words, fmt::format("{}{}", kMonthKeys.at(i), suffix), body[i], body[i]);
    }

    void marks(const YAML::Node& body) {
        WordList given;
        list(body, given);
        for (const auto& [name, mark] :
             {std::pair{"colon", &Punctuation::colon},
              std::pair{"semicolon", &Punctuation::semicolon},
              std::pair{"list_comma", &Punctuation::listComma},
              std::pair{"open", &Punctuation::open}, std::pair{"close", &Punctuation::close}}) {
            const std::string* const text = find(given, name);
            if (text == nullptr) {
                fault(body, fmt::format("`marks` lacks `{}`", name));
            } else {
                read_.marks.*mark = *text;
            }
        }
        if (given.size() > 5) fault(body, "`marks` has more than five signs");
    }

    void oneLetterWords(const YAML::Node& body) {
        read_.keepsOneLetterWords = body.IsScalar() && body.Scalar() == "keep";
        if (!read_.keepsOneLetterWords)
            fault(body, "`one_letter_words` can be `keep`, or left out");
    }

    void add(WordList& words, const std::string& key, const YAML::Node& text,
             const YAML::Node& where) {
        if (!text.IsScalar()) return fault(where, fmt::format("`{}` needs a text", key));
        if (find(words, key) != nullptr) return fault(where, fmt::format("`{}` comes twice", key));
        words.push_back({key, text.Scalar(), placeOf(where.Mark())});
    }

    bool mapAt(const YAML::Node& node, std::string_view what) {
        if (!node.IsMap()) fault(node, fmt::format("{} is a map of keys and texts", what));
        return node.IsMap();
    }

    void fault(const YAML::Node& where, std::string message) {
        diagnostics_.error(placeOf(where.Mark()), std::move(message));
    }

    [[nodiscard]] core::SourcePlace placeOf(const YAML::Mark& mark) const {
        return {file_, mark.line + 1, mark.column + 1};
    }

    const std::string& file_;
    core::Diagnostics& diagnostics_;
    LanguageWords read_;
};

}  // namespace

const std::string* find(const WordList& words, std::string_view key) {
    const auto found = std::ranges::find(words, key, &Word::key);
    return found == words.end() ? nullptr : &found->text;
}

LanguageWords readWords(std::string_view text, const std::string& file,
                        core::Diagnostics& diagnostics) {
    WordsReader reader(file, diagnostics);
    try {
        return reader.read(YAML::Load(std::string(text)));
    } catch (const YAML::Exception& e) {
        diagnostics.error({file, e.mark.line + 1, e.mark.column + 1}, e.msg);
        return {};
    }
}

}  // namespace ebbflow::text
