#include "ebbflow/preset_fit.hpp"

#include <optional>

#include <CLI/CLI.hpp>

#include "core/error.hpp"
#include "core/timecode.hpp"

namespace ebbflow::tools {

namespace {

using Problems = std::vector<encode::Problem>;

std::string wordOf(const PresetWords& words, std::string_view option) {
    const auto found = words.find(option);
    return found == words.end() ? std::string() : found->second;
}

template <class Number>
std::optional<Number> numberOf(const PresetWords& words, std::string_view option) {
    Number number{};
    const std::string word = wordOf(words, option);
    if (word.empty() || !CLI::detail::lexical_cast(word, number)) return std::nullopt;
    return number;
}

struct Made {
    encode::Container container;
    encode::Codec codec;
};

Made madeBy(const PresetWords& words, const produce::RenderOptions& options) {
    const std::string ending = wordOf(words, "ending");
    std::string codec = wordOf(words, "codec");
    if (codec.empty() && ending.empty()) codec = options.codec;
    if (ending.empty() && !codec.empty() && words.contains("codec"))
        return {encode::usualContainer(encode::codecNamed(codec)), encode::codecNamed(codec)};
    const auto container = encode::containerOf(ending.empty() ? options.output : "film" + ending);
    return {container, codec.empty() ? encode::usualCodec(container) : encode::codecNamed(codec)};
}

void judgeEncoding(const PresetWords& words, const produce::RenderOptions& options,
                   Problems& found) {
    const Made made = madeBy(words, options);
    encode::Settings settings;
    settings.codec = made.codec;
    settings.format = encode::usualFormat(made.codec);
    settings.crf = numberOf<double>(words, "crf");
    settings.preset = wordOf(words, "encoder-preset");
    settings.encoder = wordOf(words, "encoder");
    settings.rate = core::parseFrameRate(wordOf(words, "rate")).value_or(settings.rate);
    settings.threads = numberOf<int>(words, "threads").value_or(settings.threads);
    settings.segmentFrames = numberOf<int>(words, "segment").value_or(0);
    if (words.contains("bitrate"))
        settings.bitrate = encode::bitrateNamed(wordOf(words, "bitrate"));
    const bool alpha = wordOf(words, "alpha") == "yes";
    try {
        settings.format =
            encode::formatFor(made.codec, numberOf<int>(words, "depth").value_or(0), alpha);
    } catch (const core::Failure& failure) {
        found.push_back({words.contains("depth") ? "depth" : "alpha", failure.what()});
    }
    if (words.contains("size")) settings.size = encode::sizeNamed(wordOf(words, "size"));
    for (encode::Problem& problem : encode::problems(settings, made.container))
        found.push_back(std::move(problem));
}

/// At the preset's own rate; without one at the rates that have the most names.
void judgeTimecode(const PresetWords& words, Problems& found) {
    const std::string timecode = wordOf(words, "timecode");
    if (timecode.empty()) return;
    const bool drop = timecode.find(';') != std::string::npos;
    const core::FrameRate usual = drop ? core::FrameRate{60000, 1001} : core::FrameRate{60, 1};
    const auto rate = core::parseFrameRate(wordOf(words, "rate")).value_or(usual);
    if (auto read = core::parseTimecode(timecode, rate); !read.fault.empty())
        found.push_back({"timecode", std::move(read.fault)});
}

}  // namespace

std::vector<encode::Problem> misfitsOf(const PresetWords& words,
                                       const produce::RenderOptions& options) {
    Problems found;
    try {
        judgeEncoding(words, options, found);
    } catch (const core::Failure&) {
        // The command line's codec or output is none, which is told of it.
    }
    judgeTimecode(words, found);
    if (wordOf(words, "alpha") == "yes" && wordOf(words, "textless") == "yes")
        found.push_back({"textless", std::string(produce::kNothingLeft)});
    return found;
}

}  // namespace ebbflow::tools
