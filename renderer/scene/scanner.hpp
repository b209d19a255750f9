#pragma once
// A small lexer of YAML's surface: enough to know, for every character, whether it is indentation,
// a key, a plain text, a quoted or a block text, or inside brackets, and to report what YAML would
// silently take otherwise than meant. The real parsing is yaml-cpp's.

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"
#include "scene/script_text.hpp"

namespace ebbflow::scene {

class Scanner {
public:
    Scanner(const ScriptText& script, const std::string& file, core::Diagnostics& diagnostics)
        : script_(script), file_(file), diagnostics_(diagnostics) {}

    /// The lines on which something was reported.
    [[nodiscard]] std::set<int> scan();

private:
    struct Spot {
        int line = 0;
        std::size_t offset = 0;
    };

    void scanLine();
    [[nodiscard]] std::size_t indent() const;
    bool insideBlockText();
    void scanBlockLine();
    void takeIndentation();
    /// No-break and other wide blanks look like spaces and are none.
    void takeOddBlank(std::string_view where);
    bool isDocumentMark();
    bool takeDash();
    void skipBlanks(std::string_view after);
    /// Takes `key:` and the blanks behind it.
    bool takeKey();

    void scanValue(int parent, bool afterKey);
    void scanPlain(int parent, bool afterKey);
    void beginBlockText(std::string_view rest, int parent);
    void checkColour();

    void beginQuote();
    void scanQuoted();
    void endQuote();
    void giveUpQuote();
    void reportOpenQuote(const std::string& why);

    void beginBrackets();
    void giveUpBrackets();
    /// From inside (or at the opening of) brackets to their end or the line's.
    void scanFlow();
    void open(char bracket);
    /// True when that was the last bracket.
    bool close();
    [[nodiscard]] bool separates(std::size_t colon) const;
    /// A comment ends the line, unless it looks like text that the author meant: then it is
    /// reported and looked through as if it had been quoted. True when there is more to look at.
    bool takeFlowComment();
    [[nodiscard]] char lastBefore(std::size_t at) const;
    void scanFlowPlain();
    [[nodiscard]] bool endsPlain(std::size_t at) const;
    void checkFlowPlain(std::size_t begin);
    /// `count: 1,390` would be a count of 1 and a key 390.
    void checkComma(std::size_t begin, std::string_view text);

    void trap(std::size_t offset, std::string message);
    void trapAt(Spot spot, std::string message);

    const ScriptText& script_;
    const std::string& file_;
    core::Diagnostics& diagnostics_;
    std::set<int> trapped_;

    int number_ = 0;         // line being looked at
    std::string_view line_;  // its text
    std::size_t at_ = 0;     // byte of it
    std::size_t dash_ = 0;   // the last `- ` taken
    bool seenContent_ = false;
    int blockParent_ = -1;  // column of the key above a block text, while inside one
    int plainParent_ = -1;  // column of the key above a plain text that may go on
    char quote_ = 0;        // open quote, or 0
    Spot quoteAt_;
    std::vector<char> brackets_;
    Spot bracketsAt_;
    int bracketsLine_ = 0;
    int cutLine_ = 0;  // the last line on which a comment cut a text short
    int reportedLine_ = 0;
    int reportsOnLine_ = 0;
    bool inValue_ = false;  // in a map's brackets: after the colon
};

}  // namespace ebbflow::scene
