#include "scene/read_scene.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "scene/explain_yaml.hpp"
#include "scene/reader.hpp"
#include "scene/scan_script.hpp"
#include "scene/script_file.hpp"

namespace ebbflow::scene {

namespace {

std::optional<Node> parse(const ScriptText& script, const std::string& file, bool alreadyFaulty,
                          core::Diagnostics& diagnostics) {
    auto [node, fault] = parseYaml(script);
    // After a trap the parser stumbles over the same thing in its own words.
    if (!node && !alreadyFaulty) {
        const Explanation why = explainYaml(script, fault);
        diagnostics.error({file, why.line, why.column}, why.message);
    }
    if (!node) return std::nullopt;
    dropDuplicateKeys(*node, file, diagnostics);
    return std::move(node);
}

bool isFilm(const Node& root, const std::string& file, core::Diagnostics& diagnostics) {
    if (root.isMap()) return true;
    if (root.kind == Node::Kind::empty) {
        diagnostics.error({file, 1, 1},
                          "the script is empty; `ebbflow init DIR` writes one to start from");
    } else {
        diagnostics.error(
            {file, root.line, root.column},
            fmt::format("a script begins with keys such as `title:` and `chapters:`; this "
                        "is {}",
                        describe(root)));
    }
    return false;
}

void appendUnlessOn(const std::set<int>& lines, const core::Diagnostics& from,
                    core::Diagnostics& to) {
    for (const core::Diagnostic& d : from.all()) {
        if (lines.contains(d.place.line)) continue;
        if (d.severity == core::Severity::error)
            to.error(d.place, d.message);
        else if (d.severity == core::Severity::warning)
            to.warning(d.place, d.message);
        else
            to.note(d.place, d.message);
    }
}

/// Keys of the film that the faults leave in doubt: those in whose lines one is, and those that a
/// fault of the film's own keys names (`plcaes`, or a key written twice).
std::set<std::string, std::less<>> lackingKeys(const Node& root, const core::Diagnostics& faults) {
    std::set<std::string, std::less<>> lacking;
    for (const core::Diagnostic& d : faults.all()) {
        if (d.severity != core::Severity::error) continue;
        const auto after = std::ranges::upper_bound(root.keys, d.place.line, {}, &Node::line);
        if (after != root.keys.begin()) lacking.insert(std::prev(after)->text);
        if (d.place.column != root.column) continue;
        for (const Key* key : groups().front()->keys) {
            if (d.message.find(fmt::format("`{}`", key->name)) != std::string::npos)
                lacking.emplace(key->name);
        }
    }
    return lacking;
}

std::optional<SceneParts> readParts(const std::string& text, const std::string& fileName,
                                    const std::string& folder, core::Diagnostics& found,
                                    PictureSize size) {
    const ScriptText script(text);
    if (!checkBytes(script, fileName, found)) return std::nullopt;
    const std::set<int> trapped = scanScript(script, fileName, found);
    const auto root = parse(script, fileName, !trapped.empty(), found);
    if (!root || !isFilm(*root, fileName, found)) return std::nullopt;
    core::Diagnostics typed;
    Reading reading{script, fileName, folder, typed, {"en"}, {}};
    reading.size = size;
    SceneParts parts{readFilm(reading, *root), true, {}};
    appendUnlessOn(trapped, typed, found);
    parts.whole = !found.hasErrors();
    parts.lacking = lackingKeys(*root, found);
    return parts;
}

}  // namespace

std::optional<Scene> readSceneText(const std::string& text, const std::string& fileName,
                                   const std::string& folder, core::Diagnostics& diagnostics,
                                   PictureSize size) {
    core::Diagnostics found;
    auto parts = readParts(text, fileName, folder, found, size);
    diagnostics.append(found);
    if (!parts || !parts->whole) return std::nullopt;
    return std::move(parts->scene);
}

std::optional<SceneParts> readSceneParts(const std::string& pathOrFolder,
                                         core::Diagnostics& diagnostics, PictureSize size) {
    const auto script = loadScript(pathOrFolder, diagnostics);
    if (!script) return std::nullopt;
    core::Diagnostics found;
    auto parts = readParts(script->bytes, script->path, script->folder, found, size);
    diagnostics.append(found);
    return parts;
}

std::optional<Scene> readScene(const std::string& pathOrFolder, core::Diagnostics& diagnostics,
                               PictureSize size) {
    auto parts = readSceneParts(pathOrFolder, diagnostics, size);
    if (!parts || !parts->whole) return std::nullopt;
    return std::move(parts->scene);
}

}  // namespace ebbflow::scene
