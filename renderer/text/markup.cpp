#include "text/markup.hpp"

#include <array>
#include <optional>

namespace ebbflow::text {
namespace {

bool isSpaceAt(std::string_view text, std::size_t at) {
    return at >= text.size() || text[at] == ' ' || text[at] == '\n' || text[at] == '\t';
}

/// How many asterisks are one sign here: two, one or none.
std::size_t signAt(std::string_view text, std::size_t at) {
    if (at >= text.size() || text[at] != '*') return 0;
    return at + 1 < text.size() && text[at + 1] == '*' ? 2 : 1;
}

bool escapesAt(std::string_view text, std::size_t at) {
    return text[at] == '\\' && at + 1 < text.size() &&
           (text[at + 1] == '*' || text[at + 1] == '\\');
}

/// Whether a sign of that length follows that can close, so that this one may open.
bool closesLater(std::string_view text, std::size_t from, std::size_t sign) {
    for (std::size_t at = from; at < text.size();) {
        if (escapesAt(text, at)) {
            at += 2;
            continue;
        }
        const std::size_t here = signAt(text, at);
        if (here == sign && at > from && !isSpaceAt(text, at - 1)) return true;
        at += here > 0 ? here : 1;
    }
    return false;
}

}  // namespace

MarkedText readMarkup(std::string_view text) {
    MarkedText result;
    // Where in the plain text each kind began: emphasis, strong.
    std::array<std::optional<std::size_t>, 2> open;
    for (std::size_t at = 0; at < text.size();) {
        if (escapesAt(text, at)) {
            result.plain += text[at + 1];
            at += 2;
            continue;
        }
        const std::size_t sign = signAt(text, at);
        if (sign == 0) {
            result.plain += text[at++];
            continue;
        }
        auto& begun = open[sign - 1];
        if (begun && *begun < result.plain.size() && !isSpaceAt(text, at - 1)) {
            result.spans.push_back({*begun, result.plain.size(), sign == 2});
            begun.reset();
        } else if (!begun && !isSpaceAt(text, at + sign) && closesLater(text, at + sign, sign)) {
            begun = result.plain.size();
        } else {
            result.plain += text.substr(at, sign);
        }
        at += sign;
    }
    return result;
}

std::string withoutMarkup(std::string_view text) {
    return readMarkup(text).plain;
}

}  // namespace ebbflow::text
