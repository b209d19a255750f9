// What to tell an author whose key does not exist where he wrote it.

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/diagnostic.hpp"
#include "core/plain_text.hpp"
#include "scene/key_table.hpp"
#include "scene/key_tables.hpp"

namespace ebbflow::scene {

namespace {

/// Lower case, `_` for blanks and hyphens: `One-Light` → `one_light`.
std::string normalised(std::string_view written) {
    std::string result = core::lower(written);
    for (char& c : result) {
        if (c == '-' || c == ' ') c = '_';
    }
    return result;
}

/// The key for which it is a word of another program, language or habit.
std::string_view synonym(const Group& group, std::string_view written) {
    for (const Key* key : group.keys) {
        if (std::ranges::find(key->notes.otherWords, written) != key->notes.otherWords.end())
            return key->name;
    }
    return {};
}

struct Elsewhere {
    const Group* from;
    const Group* to;
    std::string_view where;
};

/// Which other places of the script are near to one, nearest first.
std::span<const Elsewhere> neighbours() {
    static const std::array all{
        Elsewhere{&stepKeys(), &cameraKeys(), "inside `camera: {…}`"},
        Elsewhere{&chapterKeys(), &cameraKeys(), "inside `camera: {…}`"},
        Elsewhere{&stepKeys(), &screenKeys(), "inside `screen: {…}`"},
        Elsewhere{&chapterKeys(), &screenKeys(), "inside `screen: {…}`"},
        Elsewhere{&filmKeys(), &frameKeys(), "inside `frame: {…}`"},
        Elsewhere{&filmKeys(), &mapKeys(), "inside `map: {…}`"},
        Elsewhere{&filmKeys(), &screenKeys(), "inside `screen: {…}`"},
        Elsewhere{&filmKeys(), &chapterKeys(), "in a chapter or a step"},
        Elsewhere{&stepKeys(), &chapterKeys(), "in the chapter, not in its steps"},
        Elsewhere{&cameraKeys(), &stepKeys(), "in the step, not in its camera"},
        Elsewhere{&screenKeys(), &stepKeys(), "in the step, not in its screen"},
        Elsewhere{&captionKeys(), &stepKeys(), "in the step, not in its caption"},
        Elsewhere{&stepKeys(), &filmKeys(), "at the top of the script"},
        Elsewhere{&chapterKeys(), &filmKeys(), "at the top of the script"},
        Elsewhere{&stepKeys(), &flowKeys(), "in a kind of `flows`"},
        Elsewhere{&chapterKeys(), &flowKeys(), "in a kind of `flows`"},
        Elsewhere{&filmKeys(), &flowKeys(), "in a kind of `flows`"},
        Elsewhere{&movementKeys(), &flowKeys(), "in a kind of `flows`"},
    };
    return all;
}

/// A word of another place of the script: where it is right.
std::string belongsElsewhere(const Group& group, const std::string& written) {
    for (const Elsewhere& e : neighbours()) {
        if (e.from->id != group.id) continue;
        const std::string_view other = synonym(*e.to, written);
        const std::string_view right = other.empty() ? std::string_view(written) : other;
        if (findKey(*e.to, right) != nullptr) {
            return fmt::format("; `{}` belongs {}", right, e.where);
        }
    }
    return {};
}

/// `caption:text` read as one word, or a colon from a Chinese keyboard.
std::string colonAdvice(std::string_view written) {
    if (written.find("\xEF\xBC\x9A") != std::string_view::npos) {
        return "a full-width colon; use `:` and a space";
    }
    if (written.find(':') != std::string_view::npos) return "a space is missing after the colon";
    return {};
}

}  // namespace

std::string unknownKeyMessage(const Group& group, std::string_view written,
                              std::span<const std::string> more) {
    if (std::string colon = colonAdvice(written); !colon.empty()) return colon;
    std::vector<std::string> names;
    for (const Key* key : group.keys) names.emplace_back(key->name);
    names.insert(names.end(), more.begin(), more.end());

    const std::string plain = normalised(written);
    std::string advice;
    if (const std::string_view ours = synonym(group, plain); !ours.empty()) {
        advice = fmt::format("; did you mean `{}`?", ours);
    } else if (std::ranges::find(names, plain) != names.end()) {
        advice = fmt::format("; did you mean `{}`?", plain);
    } else if (plain == "ease" || plain == "easing") {
        advice = "; the camera always starts and stops gently";
    }
    if (advice.empty()) advice = belongsElsewhere(group, plain);
    if (advice.empty()) advice = core::didYouMean(plain, names);
    if (advice.empty()) advice = fmt::format("; it has {}", fmt::join(names, ", "));
    return fmt::format("{} has no key `{}`{}", group.title, written, advice);
}

}  // namespace ebbflow::scene
