#pragma once
// Somebody's files → the files of a film that shows them, and what there is to say of it. It writes
// nothing to the disk, and a file that is none of the kinds it knows is a fault, not a guess.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/access.hpp"
#include "core/diagnostic.hpp"
#include "geo/gazetteer.hpp"
#include "intake/film_files.hpp"
#include "intake/reading.hpp"

namespace ebbflow::intake {

struct Order {
    std::vector<std::string> paths;
    std::string as;  ///< a kind's name; empty = found out
    Forms forms;
    core::Permissions permissions;  ///< of files that these files name
    std::string atlasFolder;        ///< whose places have names; opened only where they are needed
};

struct Made {
    std::string kind;  ///< its name among kinds()
    std::string what;  ///< in words
    Findings findings;
    std::vector<FilmFile> files;
};

/// Nothing when `diagnostics` has errors then.
[[nodiscard]] std::optional<Made> makeFilm(const Order& order, core::Diagnostics& diagnostics);

/// Names of all kinds, for `--as`.
[[nodiscard]] std::vector<std::string> kindNames();

}  // namespace ebbflow::intake
