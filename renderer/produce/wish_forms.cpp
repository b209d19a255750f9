#include "produce/wish_forms.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/ranges.h>

#include "core/diagnostic.hpp"
#include "core/enum_size.hpp"
#include "encode/codec_info.hpp"
#include "produce/film_times.hpp"
#include "produce/refusal.hpp"

namespace ebbflow::produce {

namespace {

double numberNamed(const std::string& text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc{} && end == text.data() + text.size() && std::isfinite(value))
        return value;
    throw core::Failure(fmt::format("`{}` is no number", text));
}

/// Of numbers that JSON and YAML write so or so: 4, 4.0, 4e0.
int wholeNamed(const std::string& text) {
    const double value = numberNamed(text);
    if (value == std::trunc(value) && std::abs(value) <= 1e9) return static_cast<int>(value);
    throw core::Failure(fmt::format("`{}` is no whole number", text));
}

/// A value that goes by a name, of which there are a few.
template <class T>
Form<T> named(std::vector<std::string> names, T (*parse)(std::string_view),
              std::string_view (*write)(T)) {
    return {Token::text,
            {{"enum", std::move(names)}},
            [parse](const std::string& text) { return parse(text); },
            [write](const T& value) { return Json(write(value)); }};
}

/// One of an enum's values that have a name.
template <class T>
Form<T> named(T (*parse)(std::string_view), std::string_view (*write)(T)) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < core::enumSize<T>(); ++i) {
        const std::string_view name = write(static_cast<T>(i));
        if (!name.empty()) names.emplace_back(name);
    }
    return named<T>(std::move(names), parse, write);
}

Json textLike(const char* pattern) {
    return {{"type", "string"}, {"pattern", pattern}};
}

}  // namespace

void requireToken(const scene::Node& node, Token token) {
    const bool flag = node.plain && (node.text == "true" || node.text == "false");
    const bool number = node.isText() && node.plain && !flag;
    const bool text = node.isText() && !node.plain;
    const auto found = [&] {
        return !node.isText() ? std::string(describe(node))
               : text         ? fmt::format("\"{}\"", node.text)
                              : node.text;
    };
    const char* wanted = nullptr;
    if (token == Token::flag && !flag) wanted = "true or false";
    if (token == Token::number && !number) wanted = "a number";
    if (token == Token::text && !text) wanted = "a text, in quotation marks";
    if (token == Token::textOrNumber && !text && !number) wanted = "a text or a number";
    if (wanted != nullptr)
        throw core::Failure(fmt::format("write {}; this is {}", wanted, found()));
}

std::vector<std::string> dividedAtCommas(const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; !text.empty() && begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

Form<bool> yesOrNo() {
    return {Token::flag,
            {{"type", "boolean"}},
            [](const std::string& text) {
                if (text == "yes" || text == "no") return text == "yes";
                throw core::Failure(fmt::format("`{}`: write yes or no", text));
            },
            [](bool value) { return Json(value); }};
}

Form<int> wholeFrom(int least, int most) {
    return {Token::number,
            {{"type", "integer"}, {"minimum", least}, {"maximum", most}},
            [least, most](const std::string& text) {
                const int value = wholeNamed(text);
                if (value >= least && value <= most) return value;
                throw core::Failure(fmt::format("`{}`: it goes from {} to {}", text, least, most));
            },
            [](int value) { return Json(value); }};
}

Form<int> oneOf(std::vector<int> values) {
    return {
        Token::number,
        {{"enum", values}},
        [values](const std::string& text) {
            const int value = wholeNamed(text);
            if (std::ranges::find(values, value) != values.end()) return value;
            throw core::Failure(fmt::format("`{}`: there are {}", text, fmt::join(values, ", ")));
        },
        [](int value) { return Json(value); }};
}

Form<double> anyNumber() {
    return {
        Token::number, {{"type", "number"}}, numberNamed, [](double value) { return Json(value); }};
}

Form<std::string> anyText() {
    return {Token::text,
            {{"type", "string"}},
            [](const std::string& text) { return text; },
            [](const std::string& text) { return Json(text); }};
}

Form<std::filesystem::path> anyPath() {
    return {Token::text,
            {{"type", "string"}, {"minLength", 1}},
            [](const std::string& text) {
                if (text.empty()) throw core::Failure("a path has letters");
                return std::filesystem::path(text);
            },
            [](const std::filesystem::path& path) { return Json(path.string()); }};
}

Form<encode::Codec> codecs() {
    std::vector<std::string> names{"h265"};
    for (const encode::CodecInfo& info : encode::allCodecs()) names.emplace_back(info.name);
    return named<encode::Codec>(std::move(names), encode::codecNamed, encode::nameOf);
}

Form<encode::Quality> qualities() {
    return named<encode::Quality>(encode::qualityNamed, encode::nameOf);
}

Form<Layer> layers() {
    return named<Layer>(layerNamed, nameOf);
}

Form<Device> devices() {
    return named<Device>({"auto", "gpu", "software", "software-gl"}, deviceNamed, nameOf);
}

Form<CaptionFile> captionFiles() {
    return named<CaptionFile>(captionFileNamed, nameOf);
}

Form<encode::FrameSize> sizes() {
    return {Token::text, textLike("^([0-9]+x[0-9]+|720p|1080p|1440p|2160p)$"),
            [](const std::string& text) { return encode::sizeNamed(text); },
            [](const encode::FrameSize& size) {
                return Json(fmt::format("{}x{}", size.width, size.height));
            }};
}

Form<core::FrameRate> rates() {
    return {Token::textOrNumber,
            {{"type", {"string", "number"}}, {"pattern", "^[0-9]+(\\.[0-9]+|/[0-9]+)?$"}},
            rateNamed,
            [](const core::FrameRate& rate) { return Json(core::toString(rate)); }};
}

Form<std::int64_t> bitrates() {
    return {Token::textOrNumber,
            {{"type", {"string", "integer"}}, {"pattern", "^[0-9]+[kM]?$"}},
            [](const std::string& text) { return encode::bitrateNamed(text); },
            [](std::int64_t value) { return Json(value); }};
}

Form<Moment> moments() {
    return {
        Token::text,
        textLike("^(f[0-9]+|([0-9]+:){0,2}[0-9.]+(e[+-]?[0-9]+)?|[0-9]+(:[0-9]+){2}[:;][0-9]+)$"),
        [](const std::string& text) { return momentNamed(text); },
        [](const Moment& moment) { return Json(nameOf(moment)); }};
}

}  // namespace ebbflow::produce
