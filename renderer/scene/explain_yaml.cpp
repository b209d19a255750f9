#include "scene/explain_yaml.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace ebbflow::scene {

namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view kWideColon = "\xEF\xBC\x9A";

std::size_t wordEnd(std::string_view line) {
    std::size_t at = line.find_first_not_of(" -");
    while (at < line.size() && (line[at] == '_' || (line[at] >= 'a' && line[at] <= 'z'))) ++at;
    return std::min(at, line.size());
}

/// `caption:text` or `caption：text`: what is wrong with the colon, and where; npos when it is
/// right.
std::size_t badColon(std::string_view line, std::string& why) {
    const std::size_t at = wordEnd(line);
    const std::string_view rest = line.substr(at);
    if (rest.starts_with(kWideColon)) {
        why = "a full-width colon; use `:` and a space";
        return at;
    }
    if (rest.size() > 1 && rest[0] == ':' && rest[1] != ' ') {
        why = "a space is missing after the colon";
        return at;
    }
    return npos;
}

struct Known {
    std::string_view parser;
    std::string_view ours;
};

constexpr std::array kKnown{
    Known{"illegal map value",
          "a key is not expected here: it is indented deeper than the one above, or the text above "
          "needs "
          "quotes"},
    Known{"end of map not found",
          "this line does not stand under any line above: check its indentation, and that each key "
          "has "
          "`: ` after it"},
    Known{"end of sequence not found",
          "this line does not belong to the list above: check its indentation, and that each item "
          "begins "
          "with `- `"},
    Known{"end of map flow not found", "a `{` is not closed, or a comma or colon is missing in it"},
    Known{"end of sequence flow not found", "a `[` is not closed, or a comma is missing in it"},
    Known{"illegal flow end",
          "a closing bracket without an opening one; a text with it needs quotes"},
    Known{"unknown token", "a text that begins with this character needs quotes"},
    Known{"illegal block entry", "a list item is not expected here; check its indentation"},
    Known{"illegal map key", "a key is not expected here; check its indentation"},
    Known{"end of sequence", "a list is not finished here"},
    Known{"bad file", "brackets inside brackets, too deep to be meant"},
};

}  // namespace

Explanation explainYaml(const ScriptText& script, const YamlFault& fault) {
    // The parser notices a bad colon on its own line or on one of the next.
    std::string why;
    for (int line = fault.line; line >= 1 && line > fault.line - 3; --line) {
        const std::size_t at = badColon(script.line(line), why);
        if (at != npos) return {line, script.column(line, at), why};
    }
    const int line = std::clamp(fault.line, 1, script.lineCount());
    const int column = script.column(line, fault.offset);
    for (const Known& known : kKnown) {
        if (fault.message.find(known.parser) != std::string::npos) {
            return {line, column, std::string(known.ours)};
        }
    }
    return {line, column,
            fmt::format("this cannot be read as YAML ({}); a text with signs in it needs quotes",
                        fault.message)};
}

}  // namespace ebbflow::scene
