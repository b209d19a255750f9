#include "produce/preset_file.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/error.hpp"
#include "core/whole_file.hpp"
#include "encode/settings.hpp"
#include "produce/data_folder.hpp"
#include "produce/refusal.hpp"
#include "produce/wish_fields.hpp"
#include "produce/wish_misfits.hpp"
#include "scene/explain_yaml.hpp"
#include "scene/node.hpp"
#include "scene/scan_script.hpp"
#include "scene/script_text.hpp"

namespace ebbflow::produce {

namespace fs = std::filesystem;

namespace {

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
    throw Refusal(fmt::format("there is no preset `{}`{}; there are {}, or a file's path", preset,
                              core::didYouMean(preset, names), fmt::join(names, ", ")));
}

/// Whoever names a film wrongly is told of it, but not by the preset's lines.
bool isFilmName(const fs::path& output) {
    try {
        (void)encode::containerOf(output);
        return true;
    } catch (const core::Failure&) {
        return false;
    }
}

class PresetReader {
public:
    PresetReader(Preset& preset, std::string file, core::Diagnostics& diagnostics)
        : preset_(preset),
          file_(std::move(file)),
          diagnostics_(diagnostics),
          script_(core::readWhole(file_)) {}

    void read(const RenderWish& film) {
        if (!scene::checkBytes(script_, file_, diagnostics_)) return;
        scene::NodeOrFault parsed = scene::parseYaml(script_);
        if (!parsed.node) {
            const auto what = scene::explainYaml(script_, parsed.fault);
            diagnostics_.error({file_, what.line, what.column}, what.message);
            return;
        }
        scene::Node& root = *parsed.node;
        if (!root.isMap()) {
            diagnostics_.error({file_, std::max(root.line, 1), std::max(root.column, 1)},
                               "a preset is a list of options, such as `codec: h264`");
            return;
        }
        scene::dropDuplicateKeys(root, file_, diagnostics_);
        for (std::size_t i = 0; i < root.keys.size(); ++i) take(root.keys[i], root.items[i]);
        judge(root, film);
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
        const WishField* field = wishField(key.text);
        if (field == nullptr || !field->ofPresets) return error(key, unknown(key.text));
        try {
            field->take(preset_.wish, value.text);
        } catch (const std::runtime_error& fault) {
            error(value, fault.what());
            if (key.text == "codec") codecIsFaulty_ = true;
        }
    }

    void takeEnding(const scene::Node& value) {
        try {
            (void)encode::containerOf("film" + value.text);
            preset_.ending = value.text;
        } catch (const core::Failure&) {
            error(value, fmt::format("`{}` is no ending of a film's name, such as .mp4 or .mov",
                                     value.text));
        }
    }

    /// What is right by itself may not go together.
    void judge(const scene::Node& root, const RenderWish& film) {
        RenderWish judged = preset_.wish;
        if (!preset_.ending.empty()) {
            judged.output = "film" + preset_.ending;
        } else if (!judged.codec && isFilmName(film.output)) {
            judged.output = film.output;
            judged.codec = film.codec;
        }
        for (const encode::Problem& problem : misfitsOf(judged)) {
            const bool ofNoCodec = problem.option == "timecode" || problem.option == "textless";
            if (codecIsFaulty_ && !ofNoCodec) continue;
            const scene::Node* at = root.find(problem.option);
            if (at == nullptr) at = root.find("codec");
            error(at != nullptr ? *at : root, problem.sentence);
        }
    }

    static std::string unknown(const std::string& name) {
        std::vector<std::string> names{"ending"};
        for (const WishField& field : wishFields()) {
            if (field.ofPresets) names.emplace_back(field.name);
        }
        return fmt::format("a preset has no `{}`{}; it has {}", name, core::didYouMean(name, names),
                           fmt::join(names, ", "));
    }

    Preset& preset_;
    std::string file_;
    core::Diagnostics& diagnostics_;
    scene::ScriptText script_;
    bool codecIsFaulty_ = false;  ///< the preset names one, but one that there is not
};

}  // namespace

std::optional<Preset> readPreset(const std::string& preset, const RenderWish& film,
                                 core::Diagnostics& diagnostics) {
    Preset result;
    result.name = preset;
    core::Diagnostics found;
    PresetReader(result, fileOf(preset), found).read(film);
    diagnostics.append(found);
    if (found.hasErrors()) return {};
    return result;
}

void requireEnding(const Preset& preset, const fs::path& output) {
    if (preset.ending.empty() || output.string().ends_with(preset.ending)) return;
    throw Refusal(fmt::format("the preset {} makes {} files: let {} end so", preset.name,
                              preset.ending, output.string()));
}

}  // namespace ebbflow::produce
