#include "ebbflow/preset.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <ranges>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>

#include "core/error.hpp"
#include "core/film_time.hpp"
#include "core/whole_file.hpp"
#include "ebbflow/preset_fit.hpp"
#include "ebbflow/usage.hpp"
#include "encode/settings.hpp"
#include "produce/film_times.hpp"
#include "produce/layer.hpp"
#include "scene/explain_yaml.hpp"
#include "scene/node.hpp"
#include "scene/scan_script.hpp"
#include "scene/script_text.hpp"

namespace ebbflow::tools {

namespace {

namespace fs = std::filesystem;

/// Throws core::Failure or UsageError when the word is none that the option takes.
using Check = std::function<void(const std::string&)>;

struct Key {
    std::string_view name;  ///< of the option without its dashes
    Check check;
};

void checkNumber(const std::string& text) {
    double value = 0;
    if (CLI::detail::lexical_cast(text, value)) return;
    throw core::Failure(fmt::format("`{}` is no number", text));
}

void checkFlag(const std::string& text) {
    if (text == "yes" || text == "no") return;
    throw core::Failure(fmt::format("`{}`: write yes or no", text));
}

void checkNothing(const std::string& /*text*/) {}

const std::vector<Key>& keys() {
    static const std::vector<Key> all{
        {"codec", [](const std::string& t) { (void)encode::codecNamed(t); }},
        {"quality", [](const std::string& t) { (void)encode::qualityNamed(t); }},
        {"size", [](const std::string& t) { (void)encode::sizeNamed(t); }},
        {"bitrate", [](const std::string& t) { (void)encode::bitrateNamed(t); }},
        {"rate", [](const std::string& t) { (void)produce::rateNamed(t); }},
        {"depth", checkNumber},
        {"crf", checkNumber},
        {"threads", checkNumber},
        {"segment", checkNumber},
        {"samples", checkNumber},
        {"shutter", checkNumber},
        {"encoder", checkNothing},
        {"encoder-preset", checkNothing},
        {"timecode", checkNothing},
        {"layers", [](const std::string& t) { (void)produce::layersNamed(t); }},
        {"alpha", checkFlag},
        {"textless", checkFlag},
        {"review", checkFlag},
        {"hardware", checkFlag},
    };
    return all;
}

std::vector<std::string> presetNames() {
    std::vector<std::string> names;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(presetsFolder(), none)) {
        if (entry.path().extension() == ".yaml") names.push_back(entry.path().stem().string());
    }
    std::ranges::sort(names);
    return names;
}

std::string fileOf(const std::string& preset) {
    const bool path = preset.find('/') != std::string::npos || preset.ends_with(".yaml");
    std::error_code none;
    const fs::path file = path ? fs::path(preset) : fs::path(presetsFolder()) / (preset + ".yaml");
    if (fs::is_regular_file(file, none)) return file.string();
    const auto names = presetNames();
    throw UsageError(fmt::format("there is no preset `{}`{}; there are {}, or a file's path",
                                 preset, core::didYouMean(preset, names), fmt::join(names, ", ")));
}

class PresetReader {
public:
    PresetReader(CLI::App& command, const produce::RenderOptions& options, std::string file,
                 core::Diagnostics& diagnostics)
        : command_(command),
          options_(options),
          file_(std::move(file)),
          diagnostics_(diagnostics),
          script_(core::readWhole(file_)) {}

    /// The ending that the output has to have; empty when the preset leaves it open.
    std::string read() {
        if (!scene::checkBytes(script_, file_, diagnostics_)) return {};
        scene::NodeOrFault parsed = scene::parseYaml(script_);
        if (!parsed.node) {
            const auto what = scene::explainYaml(script_, parsed.fault);
            diagnostics_.error({file_, what.line, what.column}, what.message);
            return {};
        }
        scene::Node& root = *parsed.node;
        if (!root.isMap()) {
            diagnostics_.error({file_, std::max(root.line, 1), std::max(root.column, 1)},
                               "a preset is a list of options, such as `codec: h264`");
            return {};
        }
        scene::dropDuplicateKeys(root, file_, diagnostics_);
        for (std::size_t i = 0; i < root.keys.size(); ++i) take(root.keys[i], root.items[i]);
        judge(root);
        return ending_;
    }

private:
    void error(const scene::Node& at, std::string message) {
        diagnostics_.error({file_, at.line, at.column}, std::move(message));
    }

    void take(const scene::Node& key, const scene::Node& value) {
        if (!value.isText()) {
            return error(value, fmt::format("`{}` takes one word or number; this is {}", key.text,
                                            scene::describe(value)));
        }
        if (key.text == "ending") return takeEnding(value);
        if (key.text == "codec") codecMeant_ = true;
        const auto known = std::ranges::find(keys(), std::string_view(key.text), &Key::name);
        CLI::Option* option =
            known == keys().end() ? nullptr : command_.get_option_no_throw("--" + key.text);
        if (option == nullptr) return error(key, unknown(key.text));
        try {
            known->check(value.text);
        } catch (const std::runtime_error& fault) {
            return error(value, fault.what());
        }
        if (option->count() > 0 || give(*option, value)) words_[key.text] = value.text;
    }

    /// What is right by itself may not go together.
    void judge(const scene::Node& root) {
        const bool codecKnown = !codecMeant_ || words_.contains("codec");
        for (const encode::Problem& problem : misfitsOf(words_, options_)) {
            if (!codecKnown && problem.option != "timecode" && problem.option != "textless")
                continue;
            const scene::Node* at = root.find(problem.option);
            if (at == nullptr) at = root.find("codec");
            error(at != nullptr ? *at : root, problem.sentence);
        }
    }

    void takeEnding(const scene::Node& value) {
        try {
            (void)encode::containerOf("film" + value.text);
            words_["ending"] = ending_ = value.text;
        } catch (const core::Failure&) {
            error(value, fmt::format("`{}` is no ending of a film's name, such as .mp4 or .mov",
                                     value.text));
        }
    }

    /// Whether the option takes it.
    bool give(CLI::Option& option, const scene::Node& value) {
        const bool flag = option.get_items_expected_max() == 0;
        if (flag && value.text == "no") return true;
        try {
            option.add_result(flag ? "true" : value.text);
            option.run_callback();
            return true;
        } catch (const CLI::Error& fault) {
            error(value, fault.what());
            return false;
        }
    }

    static std::string unknown(const std::string& name) {
        std::vector<std::string> names{"ending"};
        for (const Key& key : keys()) names.emplace_back(key.name);
        return fmt::format("a preset has no `{}`{}; it has {}", name, core::didYouMean(name, names),
                           fmt::join(names, ", "));
    }

    CLI::App& command_;
    const produce::RenderOptions& options_;
    std::string file_;
    core::Diagnostics& diagnostics_;
    scene::ScriptText script_;
    std::string ending_;
    bool codecMeant_ = false;  ///< the preset names one, though perhaps one that there is not
    PresetWords words_;
};

}  // namespace

std::string presetsFolder() {
    if (const char* chosen = std::getenv("EBBFLOW_PRESETS"); chosen != nullptr && *chosen != '\0')
        return chosen;
    std::error_code none;
    const auto program = fs::read_symlink("/proc/self/exe", none).parent_path();
    const std::array candidates{program / "presets", program / "../share/ebbflow/presets",
                                program / "../../presets"};
    for (const auto& folder : candidates) {
        if (fs::is_directory(folder, none)) return fs::weakly_canonical(folder).string();
    }
    throw core::Failure(fmt::format(
        "the presets are not beside the program; looked in {}",
        fmt::join(candidates | std::views::transform([](auto& p) { return p.string(); }), ", ")));
}

void applyPreset(CLI::App& command, produce::RenderOptions& options,
                 core::Diagnostics& diagnostics) {
    if (options.preset.empty()) return;
    // A codec chosen by hand may need another container than the preset's.
    const bool otherCodec = command.count("--codec") > 0;
    const std::string ending =
        PresetReader(command, options, fileOf(options.preset), diagnostics).read();
    if (ending.empty() || otherCodec || diagnostics.hasErrors() || options.output.ends_with(ending))
        return;
    throw UsageError(fmt::format("the preset {} makes {} files: let {} end so", options.preset,
                                 ending, options.output));
}

}  // namespace ebbflow::tools
