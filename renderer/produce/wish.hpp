#pragma once
// What is to be made of a scene: which films, how they look, how they are encoded, what lies beside
// them. Plain values, which can be compared, written down and asked for again (wish_json.hpp). It
// says nothing of how to go about it, and nobody's spelling is in it.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/access.hpp"
#include "core/film_time.hpp"
#include "delivery/parts.hpp"
#include "encode/settings.hpp"
#include "produce/device.hpp"
#include "produce/layer.hpp"
#include "produce/moment.hpp"

namespace ebbflow::produce {

/// Kinds of files with captions.
enum class CaptionFile { srt, vtt };
/// `srt` or `vtt`. Throws Refusal.
[[nodiscard]] CaptionFile captionFileNamed(std::string_view name);
[[nodiscard]] std::string_view nameOf(CaptionFile kind);

/// In place of a list of languages: all that the film has.
inline constexpr const char* kAllLanguages = "all";

struct RenderWish {
    // Where from and where to.
    std::filesystem::path scene{};   ///< a film.yaml, or its folder
    std::filesystem::path output{};  ///< film.mp4, frames/%05d.png, …; its end says the container
    core::Permissions permissions{};  ///< what the scene may do beyond the usual
    bool noCache = false;             ///< the atlas is cut anew, and nothing of it kept
    std::filesystem::path timing{};   ///< lengths of steps, instead of the script's; empty = none
    std::filesystem::path shaders{};  ///< a folder, instead of the built-in ones; empty = those

    // Which films.
    std::vector<std::string> languages{};  ///< of the film's, or `all`; empty = its first
    bool textless = false;         ///< without words; with several languages one version more
    bool fitLanguage = false;      ///< lengths for the language shown, not for the longest of all
    std::vector<Layer> layers{};   ///< each a film of its own; empty = the whole picture
    std::optional<Moment> from{};  ///< at which to begin
    std::optional<Moment> to{};    ///< before which to end
    std::string chapter{};         ///< the id of the only one to write; empty = all
    bool perChapter = false;       ///< a film for each chapter, and an edit list
    int handles = 0;               ///< frames more on either side of a chapter

    // The picture.
    std::optional<encode::FrameSize> size{};  ///< none: the scene's
    std::optional<core::FrameRate> rate{};    ///< none: the scene's
    bool alpha = false;                       ///< words and marks alone, on a transparent ground
    bool review = false;                      ///< a draft's marks burnt in
    int samples = 1;                          ///< of each pixel of the map: 1, 4, 9 or 16
    int shutter = 0;                          ///< degrees of 360 that it is open; 0: no motion blur
    int shutterMoments = 16;                  ///< that an open shutter looks at
    Device device = Device::automatic;        ///< what draws the pictures

    // The encoding.
    std::optional<encode::Codec> codec{};  ///< none: by the output's name
    int depth = 0;                         ///< bits a sample; 0: as the codec usually has them
    encode::Quality quality = encode::Quality::web;
    std::optional<double> crf{};            ///< instead of the quality's
    std::optional<std::int64_t> bitrate{};  ///< bits a second, instead of a crf
    std::string encoderPreset{};            ///< instead of the quality's
    std::string encoder{};                  ///< libav's name; empty: the usual one of the codec
    bool hardware = false;                  ///< a graphics card's encoder may be used
    int threads = encode::kDefaultThreads;
    int segment = 0;         ///< frames; 0: about four seconds
    std::string timecode{};  ///< of the film's first frame, instead of the script's

    // Beside the pictures.
    std::vector<CaptionFile> captions{};
    std::vector<std::string> subtitles{};  ///< tracks of these languages, or `all`
    bool sound = true;

    friend bool operator==(const RenderWish&, const RenderWish&) = default;
};

/// How to go about a wish; the films are the same.
struct RenderManner {
    bool overwrite = false;  ///< a film that is there; without `resume` also what was begun
    bool resume = false;     ///< take up what an earlier render left
    std::optional<delivery::Part> part{};  ///< only this share, to be joined with the others
    /// Segments that are made at the same time; 0: as many as processors and memory are good for.
    /// The film is the same to the byte.
    int jobs = 0;
};

/// What of a wish for one film decides its bytes: where it lies, the files beside it and what may
/// draw it are no part of that.
[[nodiscard]] RenderWish whatDecides(const RenderWish& wish);
/// Whether both are wishes for the same film, bytes and all, of the same inputs.
[[nodiscard]] bool sameFilm(const RenderWish& one, const RenderWish& other);

/// The layer of a wish for one film.
[[nodiscard]] Layer layerOf(const RenderWish& wish);

/// Why `alpha` and `textless` do not go together.
inline constexpr std::string_view kNothingLeft =
    "--alpha draws words and marks alone and --textless leaves them out: nothing is left to draw";

}  // namespace ebbflow::produce
