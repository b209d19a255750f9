#pragma once
// A card pinned to a place of the map: a picture with its credit, or paper that is set in type.
// Wishes only: nothing is loaded, measured or placed here.

#include <optional>
#include <string>
#include <vector>

#include "core/film_time.hpp"
#include "core/text_value.hpp"
#include "scene/place_ref.hpp"
#include "scene/screen.hpp"

namespace ebbflow::scene {

/// What is printed on paper: words of their time, each in a language of its own, the same whichever
/// language the film is shown in. Exactly one of `masthead`, `primer` and `poem` is there.
struct Paper {
    core::LocalText masthead;               ///< name of a newspaper or journal
    core::LocalText date, issue, headline;  ///< of a masthead
    core::LocalText title;                  ///< of a primer or a poem
    std::vector<core::LocalText> primer;    ///< rows, each with words in two languages
    std::vector<core::LocalText> poem;      ///< lines, each in one to three languages
    core::LocalText author;                 ///< of a poem
    core::SourcePlace place;
    friend bool operator==(const Paper&, const Paper&) = default;
};

/// The languages in which the rows have words, in the order in which they come.
[[nodiscard]] std::vector<std::string> languagesOf(const std::vector<core::LocalText>& rows);

struct Object {
    PlaceRef at;
    std::string side;  ///< `left` or `right` of its place; else where there is room
    Image image;       ///< file, credit and place; without a file it is paper
    std::optional<Paper> paper;
    core::LocalText text;              ///< what is written under it, in the film's languages
    std::vector<std::string> sources;  ///< ids of `sources`, or free text
    core::SourcePlace sourcesPlace;
    core::FilmTime in;                  ///< from the start of the step: when it begins to open
    std::optional<core::FilmTime> out;  ///< from the same: when it is gone; else the step's end
    core::SourcePlace place;
    friend bool operator==(const Object&, const Object&) = default;
};

}  // namespace ebbflow::scene
