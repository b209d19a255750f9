#include "unit/scene_key_scripts.hpp"

#include "scene/keys.hpp"
#include "unit/scene_support.hpp"

namespace ebbflow::scene::test {
namespace {

/// A value of the key with `$` where a map of the keys inside may stand.
std::string aroundKeysInside(const Key& key) {
    if (key.name == "chapters") return "[{id: before}, $]";
    const auto isOneOf = [&](const auto&... shapes) {
        return ((key.takes.shape == shapes) || ...);
    };
    using enum Shape;
    if (isOneOf(stops)) return "[Moscow, $]";
    if (isOneOf(groups, points, captions, oneOrMore, table)) return "[$]";
    return isOneOf(named) ? "{some: $}" : "$";
}

std::string entry(const Key& key) {
    return std::string(key.name) + ": " + std::string(key.example);
}

/// Of keys one of which a map needs, the one that another key stands beside.
std::string companionOf(const Group& group, std::string_view key) {
    const auto hasNo = [&](std::string_view a, std::string_view b) { return key != a && key != b; };
    if (group.id == "ambience") {
        if (key == "from") return "to: Peking";
        if (key == "to") return "from: Moscow";
        return key == "between" ? "" : "between: [Moscow, Peking]";
    }
    if (group.id == "caption") return "en: words";
    if (group.id == "chart" && hasNo("figures", "kind")) return "kind: students";
    if (group.id == "counters" && hasNo("figures", "kind")) return "kind: students";
    if (group.id == "card" && key != "title") return "title: words";
    if (group.id == "mark" && hasNo("ring", "arrow")) return "ring: Moscow";
    if (group.id == "object") {
        if (key == "image") return "credit: words";
        if (key == "credit") return "image: a.png";
        return key == "paper" ? "" : "paper: {masthead: words}";
    }
    if (group.id == "presence") {
        if (key == "figure") return "at: Peking";
        if (key == "at") return "figure: experts_in_china";
        return key == "each" ? "figure: experts_in_china, at: Peking" : "";
    }
    if (group.id == "paper") {
        if (key == "title" || key == "author") return "poem: [words]";
        return hasNo("primer", "poem") && key != "masthead" ? "masthead: words" : "";
    }
    if (group.id == "sound") {
        if (key == "kinds" || key == "apart" || key == "notes") return "synth: bells";
        return hasNo("file", "synth") && key != "cue" ? "file: a.wav" : "";
    }
    if (group.id == "transition" && key == "length") return "kind: dip";
    return {};
}

/// What a map of the group cannot do without, beside `key`.
std::vector<std::string> companions(const Group& group, const Key* key) {
    std::vector<std::string> entries;
    if (auto one = companionOf(group, key != nullptr ? key->name : ""); !one.empty())
        entries.push_back(std::move(one));
    for (const Key* other : group.keys) {
        const bool given = !entries.empty() && entries.front().starts_with(other->name);
        if (other != key && !other->notes.needed.empty() && !given)
            entries.push_back(entry(*other));
    }
    return entries;
}

/// As a map in braces; the film's own keys stand on lines.
std::string mapOf(const Group& group, const std::vector<std::string>& entries) {
    const bool film = group.id == "film";
    std::string map = film ? "" : "{";
    for (const std::string& e : entries)
        map += (film || &e == &entries.front() ? "" : ", ") + e + (film ? "\n" : "");
    return map + (film ? "" : "}");
}

/// A group, and a script with `$` where a map of its keys may stand.
using Frames = std::map<const Group*, std::string>;

void addFrames(const Group& group, const std::string& frame, Frames& frames) {
    if (!frames.emplace(&group, frame).second) return;
    for (const Key* key : group.keys) {
        for (const Group* inside : {key->takes.inside, key->takes.orInside}) {
            if (inside == nullptr) continue;
            auto entries = companions(group, key);
            const std::string around = inside == key->takes.orInside ? "$" : aroundKeysInside(*key);
            entries.insert(entries.begin(), std::string(key->name) + ": " + around);
            addFrames(*inside, replaced(frame, "$", mapOf(group, entries)), frames);
        }
    }
}

const Frames& frames() {
    static const Frames all = [] {
        Frames found;
        addFrames(*groups().front(), "$", found);
        return found;
    }();
    return all;
}

/// What must hold of the film for the key to be valid and to make a difference.
std::string headFor(const std::string& name) {
    if (name == "film.languages") return {};
    if (name == "film.language") return "languages: [ru, en]\n";
    const bool upright = name.find("portrait") != std::string::npos;
    return std::string("languages: [en, zh-Hans, ru]\n") +
           (upright ? "frame: {size: 1080x1920}\n" : "");
}

/// For examples that are what holds without them.
const std::map<std::string, std::string>& otherValues() {
    static const std::map<std::string, std::string> values{
        {"film.frame", "{rate: 50}"},
        {"frame.size", "640x480"},
        {"frame.rate", "50"},
        {"map.projection", "+proj=merc"},
    };
    return values;
}

ExampleScript scriptFor(const Group& group, const Key& key, const std::string& name) {
    const auto script = [&](const std::string& own) {
        auto entries = companions(group, &key);
        if (!own.empty()) entries.push_back(own);
        return headFor(name) + replaced(frames().at(&group), "$", mapOf(group, entries)) + "\n";
    };
    ExampleScript result{script(entry(key)), script(""), ""};
    if (const auto other = otherValues().find(name); other != otherValues().end())
        result.withOther = script(std::string(key.name) + ": " + other->second);
    return result;
}

}  // namespace

const std::map<std::string, ExampleScript>& exampleScripts() {
    static const std::map<std::string, ExampleScript> all = [] {
        std::map<std::string, ExampleScript> scripts;
        for (const Group* group : groups()) {
            for (const Key* key : group->keys) {
                const std::string name = std::string(group->id) + "." + std::string(key->name);
                scripts[name] = scriptFor(*group, *key, name);
            }
        }
        return scripts;
    }();
    return all;
}

std::set<std::string> idsOfGroupsInAFilm() {
    std::set<std::string> ids;
    for (const auto& [group, frame] : frames()) ids.emplace(group->id);
    return ids;
}

}  // namespace ebbflow::scene::test
