#include "core/date_advice.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/calendar.hpp"
#include "core/date_format.hpp"
#include "core/digits.hpp"
#include "core/edtf.hpp"
#include "core/plain_text.hpp"

namespace ebbflow::core {

namespace {

/// What a text that is not of the forms below could have been meant for, as EDTF.
std::string meantFor(std::string_view text) {
    for (const std::string_view about : {"c.", "ca.", "circa", "ca", "about", "c", "~"}) {
        if (!text.starts_with(about)) continue;
        const std::string_view rest = trimmed(text.substr(about.size()));
        if (readEdtf(rest).period) return std::string(rest) + "~";
    }
    for (const std::string_view dash : {"–", "—", " - ", "-", "/"}) {
        const std::size_t at = text.find(dash);
        if (at == std::string_view::npos) continue;
        const std::string_view from = trimmed(text.substr(0, at));
        const std::string_view to = trimmed(text.substr(at + dash.size()));
        if (!isNumber(from, 4, 4)) continue;
        if (isNumber(to, 4, 4)) return fmt::format("{}/{}", from, to);
        if (isNumber(to, 2, 2)) return fmt::format("{}/{}{}", from, from.substr(0, 2), to);
    }
    if (text.size() == 5 && text.back() == 's' && isNumber(text.substr(0, 4), 4, 4))
        return std::string(text.substr(0, 3)) + "X";
    for (const std::string_view open : {"open", "unknown"}) {
        if (text.starts_with(open) && text.substr(open.size()).starts_with('/'))
            return fmt::format("..{}", text.substr(open.size()));
        if (text.ends_with(open) && text.size() > open.size() &&
            text[text.size() - open.size() - 1] == '/')
            return fmt::format("{}..", text.substr(0, text.size() - open.size()));
    }
    return {};
}

/// Patterns of the day alone, and what may follow them.
std::vector<DateFormat> usualForms() {
    std::vector<DateFormat> forms;
    for (const std::string_view clock : {"", " h:m", " h:m:s", " h:m p", " h:m:s p"}) {
        for (const std::string_view day :
             {"M/D/Y", "D/M/Y", "D.M.Y", "D-M-Y", "M-D-Y", "Y/M/D", "Y.M.D", "Y-M-D", "YMD",
              "D M Y", "M D, Y", "M D Y", "D-M-Y"})
            forms.push_back(*DateFormat::of(fmt::format("{}{}", day, clock)));
    }
    for (const std::string_view month : {"M/Y", "M.Y", "M Y", "M-Y", "Y/M", "Y-M"})
        forms.push_back(*DateFormat::of(month));
    return forms;
}

std::string asEdtf(std::string_view pattern, std::string_view text) {
    return DateFormat::of(pattern)->toEdtf(text).value_or(std::string{});
}

}  // namespace

std::vector<std::string_view> formsLike(std::string_view text) {
    static const std::vector<DateFormat> forms = usualForms();
    std::vector<std::string_view> found;
    for (const DateFormat& form : forms) {
        const auto edtf = form.toEdtf(text);
        if (edtf && readEdtf(*edtf).period &&
            std::ranges::find(found, form.pattern()) == found.end())
            found.push_back(form.pattern());
    }
    return found;
}

std::string notADate(std::string_view text) {
    const auto forms = formsLike(text);
    if (forms.size() == 1) {
        return fmt::format("`{}` is no date; it looks like {}: write {}", text, forms[0],
                           asEdtf(forms[0], text));
    }
    if (forms.size() > 1) {
        return fmt::format("`{}` is no date; write {} if it is {}, {} if it is {}", text,
                           asEdtf(forms[0], text), forms[0], asEdtf(forms[1], text), forms[1]);
    }
    if (const std::string meant = meantFor(text); !meant.empty())
        return fmt::format("`{}` is no date; write {}", text, meant);
    if (text.starts_with('-') && isNumber(text.substr(1), 1, 3)) {
        const int year = toInt(text.substr(1));
        return fmt::format("`{}` is no date; write {} for {} BC or {} for {} BC", text,
                           yearText(1 - year), year, yearText(-year), year + 1);
    }
    if (isNumber(text, 1, 2))
        return fmt::format(
            "`{}` is no date; write the year with all its digits: 00{:02} or 19{:02}", text,
            toInt(text), toInt(text));
    return fmt::format(
        "`{}` is no date; write 1956, 1956-08 or 1956-08-03, with ~ for about and ? for uncertain",
        text);
}

}  // namespace ebbflow::core
