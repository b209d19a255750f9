#include "geo/projection_words.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>
#include <proj.h>

#include "core/diagnostic.hpp"

namespace ebbflow::geo {

namespace {

// Centres are those in use for these parts of the world; the seam of world maps lies in the Bering
// Strait or, for those of the Pacific, in the Atlantic.
constexpr std::array kWords = std::to_array<ProjectionWord>({
    {"world", "+proj=eqearth +lon_0=11"},
    {"pacific", "+proj=eqearth +lon_0=-160"},
    {"atlantic", "+proj=laea +lat_0=15 +lon_0=-35"},
    {"indian ocean", "+proj=laea +lat_0=-10 +lon_0=75"},
    {"north pole", "+proj=laea +lat_0=90 +lon_0=0"},
    {"arctic", "+proj=laea +lat_0=90 +lon_0=0"},
    {"south pole", "+proj=laea +lat_0=-90 +lon_0=0"},
    {"antarctica", "+proj=laea +lat_0=-90 +lon_0=0"},
    {"europe", "+proj=laea +lat_0=52 +lon_0=10"},
    {"mediterranean", "+proj=aea +lat_1=32 +lat_2=43 +lat_0=38 +lon_0=18"},
    {"asia", "+proj=laea +lat_0=35 +lon_0=90"},
    {"eurasia", "+proj=laea +lat_0=50 +lon_0=80"},
    {"russia", "+proj=aea +lat_1=52 +lat_2=68 +lat_0=60 +lon_0=100"},
    {"middle east", "+proj=laea +lat_0=29 +lon_0=45"},
    {"india", "+proj=laea +lat_0=22 +lon_0=80"},
    {"china", "+proj=aea +lat_1=25 +lat_2=47 +lat_0=35 +lon_0=105"},
    {"southeast asia", "+proj=laea +lat_0=5 +lon_0=115"},
    {"africa", "+proj=laea +lat_0=3 +lon_0=19"},
    {"americas", "+proj=laea +lat_0=8 +lon_0=-85"},
    {"north america", "+proj=laea +lat_0=45 +lon_0=-100"},
    {"united states", "+proj=aea +lat_1=29.5 +lat_2=45.5 +lat_0=37.5 +lon_0=-96"},
    {"central america", "+proj=laea +lat_0=17 +lon_0=-82"},
    {"south america", "+proj=laea +lat_0=-18 +lon_0=-60"},
    {"australia", "+proj=laea +lat_0=-26 +lon_0=134"},
    {"oceania", "+proj=laea +lat_0=-15 +lon_0=165"},
    {"equal earth", "+proj=eqearth +lon_0=11"},
    {"robinson", "+proj=robin +lon_0=11"},
    {"mollweide", "+proj=moll +lon_0=11"},
    {"natural earth", "+proj=natearth +lon_0=11"},
    {"mercator", "+proj=merc +lon_0=11"},
    {"plain", "+proj=eqc +lon_0=11"},
});

/// Small letters, one space between words.
std::string plainly(std::string_view text) {
    std::string plain;
    for (const char c : text) {
        const bool gap = c == ' ' || c == '_' || c == '-';
        if (!gap)
            plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!plain.empty() && plain.back() != ' ')
            plain += ' ';
    }
    if (plain.ends_with(' ')) plain.pop_back();
    if (plain.starts_with("the ")) plain.erase(0, 4);
    return plain;
}

bool isProjString(std::string_view definition) {
    return definition.find("proj=") != std::string_view::npos;
}

/// The value of `proj=` in a definition.
std::string nameIn(const std::string& definition) {
    const std::size_t begin = definition.find("proj=") + 5;
    return definition.substr(begin, definition.find_first_of(" +\t", begin) - begin);
}

std::vector<std::string> namesOfProj() {
    std::vector<std::string> names;
    for (const PJ_OPERATIONS* each = proj_list_operations(); each->id != nullptr; ++each)
        names.emplace_back(each->id);
    return names;
}

std::string wordsAsList() {
    std::string list;
    for (const ProjectionWord& each : kWords)
        list += fmt::format("{}`{}`", list.empty() ? "" : ", ", each.word);
    return list;
}

/// PROJ's words for what is wrong, without its error numbers and the names of its functions.
std::string tidied(std::string reason) {
    while (true) {
        const std::size_t numbered =
            reason.starts_with("Error ") ? reason.find("): ") : reason.npos;
        const std::size_t colon = reason.find(": ");
        if (numbered != reason.npos)
            reason.erase(0, numbered + 3);
        else if (colon != reason.npos && reason.find(' ') == colon + 1)
            reason.erase(0, colon + 2);
        else
            return reason;
    }
}

}  // namespace

std::span<const ProjectionWord> projectionWords() {
    return kWords;
}

std::string projectionOfWords(const std::string& text) {
    const auto found = std::ranges::find(kWords, plainly(text), &ProjectionWord::word);
    return found == kWords.end() ? text : std::string(found->definition);
}

std::string plainRefusal(const std::string& definition, const std::string& reason) {
    if (isProjString(definition)) {
        const std::string name = nameIn(definition);
        const std::vector<std::string> names = namesOfProj();
        if (std::ranges::find(names, name) == names.end())
            return fmt::format("PROJ has no projection named `{}`{}", name,
                               core::didYouMean(name, names));
        return fmt::format("PROJ's `{}` needs other numbers than these ({})", name,
                           reason.empty() ? "it says no more" : tidied(reason));
    }
    if (const std::size_t colon = definition.find(':');
        colon < 10 && definition.find('[') == std::string::npos)
        return fmt::format("`{}` lists no such number as `{}`", definition.substr(0, colon),
                           definition.substr(colon + 1));
    if (definition.find('[') != std::string::npos)
        return reason.empty() ? "its WKT cannot be read"
                              : fmt::format("its WKT cannot be read ({})", tidied(reason));
    std::vector<std::string> words;
    for (const ProjectionWord& each : kWords) words.emplace_back(each.word);
    return fmt::format(
        "it is no word for a part of the world{}; there are {}, and any definition of PROJ's such "
        "as `+proj=laea +lat_0=50 +lon_0=80` or `EPSG:3035`",
        core::didYouMean(plainly(definition), words), wordsAsList());
}

}  // namespace ebbflow::geo
