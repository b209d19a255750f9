#pragma once
// What the script puts on the screen over the map: the furniture, and what a single step shows
// besides (a title card, pictures, marks). Names and wishes only: nothing is loaded, measured or
// placed here.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/colour.hpp"
#include "core/film_time.hpp"
#include "core/text_value.hpp"
#include "scene/place_ref.hpp"

namespace ebbflow::scene {

/// One piece of furniture: whether, where and how large.
struct Piece {
    bool on = true;
    std::string position;  ///< empty = the piece's own; else `top left`, `top`, … `bottom right`
    std::string size;      ///< empty, `large` or, of counters, `hero`
    bool whenNew = false;  ///< of the legend: each row only as what it explains comes
    friend bool operator==(const Piece&, const Piece&) = default;
};

/// A small chart that grows as the dates pass: of figures, or of what moved year by year.
struct Chart {
    Piece piece;
    std::vector<std::string> figures;  ///< ids; or
    std::vector<std::string> kinds;    ///< of movement
    bool bars = false;                 ///< else lines
    core::LocalText title;
    core::SourcePlace place;
    friend bool operator==(const Chart&, const Chart&) = default;
};

/// What is on the screen beside the map. What is unset is inherited (film, then chapter, then
/// step).
struct Screen {
    using Piece = scene::Piece;
    std::map<std::string, Piece, std::less<>> pieces;  ///< by their keys, those of which it speaks
    std::optional<std::vector<std::string>> counters;  ///< ids of figures
    std::vector<std::string> counterKinds;             ///< of movement: where `counters` is set
    Piece countersPiece;                               ///< where and how large, if there are any
    core::SourcePlace countersPlace;
    std::optional<Chart> chart;
    friend bool operator==(const Screen&, const Screen&) = default;
};

/// Whether that piece is on the screen where nobody says. `key` must be that of a piece.
[[nodiscard]] bool isUsuallyOn(std::string_view key);

/// A title over the dimmed map.
struct Card {
    core::LocalText kicker, title, subtitle;
    bool sources = false;                  ///< what the film rests on, listed under it
    core::FilmTime start;                  ///< from the start of the step
    std::optional<core::FilmTime> length;  ///< else to the step's end
    core::SourcePlace place;
    friend bool operator==(const Card&, const Card&) = default;
};

/// A photograph, document or map laid over the picture.
struct Image {
    std::string file;  ///< resolved against the script's folder
    core::LocalText credit;
    std::string position;  ///< of the screen, or `full`
    bool large = false;
    core::FilmTime start;
    std::optional<core::FilmTime> length;
    std::string move;  ///< `zoom in`, `pan left` …; empty or `still`
    std::optional<core::FilmTime> fade;
    core::SourcePlace place;
    friend bool operator==(const Image&, const Image&) = default;
};

/// A ring about a place, or an arrow from one to the next, drawn as if by hand.
struct Mark {
    std::vector<PlaceRef> places;  ///< one: a ring; two: an arrow
    core::LocalText text;
    std::optional<core::Colour> colour;
    core::FilmTime start;
    std::optional<core::FilmTime> length;
    core::SourcePlace place;
    [[nodiscard]] bool isArrow() const { return places.size() > 1; }
    friend bool operator==(const Mark&, const Mark&) = default;
};

/// The typefaces of the film: a family of the pinned set, or font files beside the script.
struct FontChoice {
    std::vector<std::string> wanted;  ///< one family's name, or paths; empty = the usual one
    core::SourcePlace place;
    friend bool operator==(const FontChoice&, const FontChoice&) = default;
};

struct Fonts {
    FontChoice serif, sans;
    std::vector<std::pair<std::string, FontChoice>> scripts;    ///< `hebrew`, or ISO 15924
    std::vector<std::pair<std::string, FontChoice>> languages;  ///< tags
    friend bool operator==(const Fonts&, const Fonts&) = default;
};

}  // namespace ebbflow::scene
