#pragma once
// What may be said of a render, as it was said. It decides nothing: render_order makes orders of
// it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "encode/settings.hpp"
#include "produce/load.hpp"
#include "produce/studio.hpp"

namespace ebbflow::produce {

struct RenderOptions {
    SceneOptions scene;
    StudioOptions studio;
    std::string output, from, to, rate, quality = "web", codec, encoder;
    std::string preset;  ///< a name or a file: options that were not given come from it
    std::string encoderPreset;
    std::string bitrate;
    std::optional<double> crf;
    int depth = 0;       ///< bits a sample; 0: as the codec usually has them
    bool alpha = false;  ///< words and marks alone, on a transparent ground
    int threads = encode::kDefaultThreads;
    int segment = 0;
    std::string chapter;                ///< the id of the only one to write
    int handles = 0;                    ///< frames on either side of a chapter
    std::vector<std::string> captions;  ///< kinds of files beside the film: srt, vtt
    std::string subtitles;              ///< languages of tracks in the film, or `all`
    std::vector<std::string> layers;    ///< of the picture, each a film: map, lights, text
    bool perChapter = false;
    bool fitLanguage = false;
    bool noSound = false;
    bool textless = false;
    bool hardware = false;  ///< a graphics card's encoder may be used
    bool review = false;    ///< a draft's marks burnt in
    bool force = false;
    bool quiet = false;
    bool resume = false;
    std::string part;                ///< `3/8`
    std::vector<std::string> asked;  ///< the words of all that is not usual
};

/// Why `alpha` and `textless` do not go together.
inline constexpr std::string_view kNothingLeft =
    "--alpha draws words and marks alone and --textless leaves them out: nothing is left to draw";

}  // namespace ebbflow::produce
