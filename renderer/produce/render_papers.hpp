#pragma once
// The texts that a render writes beside its films: captions of each, and the edit list of chapters.

#include <filesystem>
#include <string>
#include <vector>

#include "delivery/film_order.hpp"
#include "papers/edit_list.hpp"
#include "produce/paper_file.hpp"
#include "produce/versions.hpp"

namespace ebbflow::produce {

struct RenderPaper {
    PaperFile output;
    std::string text;
};

/// Throws, as checkPaper() does, for one that may not be written.
void checkPaper(const RenderPaper& paper);

/// Whether the file is there with just this text.
[[nodiscard]] bool isWritten(const RenderPaper& paper);

/// The captions beside one film; `version` as loadVersions() made it.
[[nodiscard]] std::vector<RenderPaper> captionsOf(const RenderWish& wish, const Version& version,
                                                  const delivery::FilmOrder& order);

/// Where the papers of a run lie.
struct PaperPlace {
    std::filesystem::path output;  ///< that all films of the run were made under
    bool overwrite = false;        ///< papers that are there
};

/// Which file is which layer, and how an edit lays it; of each chapter that has files of its own.
[[nodiscard]] RenderPaper layerSheetOf(const PaperPlace& place,
                                       const std::vector<Version>& versions,
                                       const std::vector<std::string>& chapters);

/// The edit list of a version whose chapters are files of their own, in its language.
[[nodiscard]] RenderPaper editListOf(const PaperPlace& place, const Version& version,
                                     const core::FrameRate& rate);

}  // namespace ebbflow::produce
