#include "produce/join.hpp"

#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/error.hpp"
#include "delivery/film_assembly.hpp"
#include "delivery/gather_segments.hpp"
#include "delivery/output_paths.hpp"
#include "produce/film_family.hpp"
#include "produce/finished.hpp"
#include "produce/join_papers.hpp"
#include "produce/provenance.hpp"
#include "produce/refusal.hpp"
#include "produce/render_order.hpp"
#include "produce/versions.hpp"
#include "produce/wish_json.hpp"

namespace ebbflow::produce {

namespace fs = std::filesystem;

namespace {

bool isThere(const fs::path& output, const delivery::OutputPaths& paths) {
    const bool numbered = encode::isNumbered(encode::containerOf(output));
    return fs::exists(paths.manifest) && (numbered || fs::exists(paths.film));
}

std::vector<fs::path> foldersOf(const JoinOrder& order, const delivery::OutputPaths& paths) {
    std::vector<fs::path> folders = order.folders;
    if (folders.empty()) folders.push_back(paths.segments);
    // Of what is finished there need be no parts.
    if (order.folders.empty() && !order.overwrite && isThere(order.output, paths)) return folders;
    for (const fs::path& folder : folders) {
        if (!fs::is_directory(folder)) {
            throw core::Failure(
                fmt::format("there is no folder {}; parts are made by `ebbflow render --part`",
                            folder.string()));
        }
    }
    return folders;
}

/// The wish is in the folder, or beside the film where that was finished and the folder is going.
std::string wishIn(const fs::path& folder, const delivery::OutputPaths& paths) {
    try {
        return delivery::readHead(folder).wish;
    } catch (const core::Failure&) {
        if (!fs::exists(paths.manifest)) throw;
        return delivery::readManifest(paths.manifest).head.wish;
    }
}

RenderWish wishOf(const JoinOrder& order, const fs::path& folder,
                  const delivery::OutputPaths& paths) {
    RenderWish wish = wishOfManifest(wishIn(folder, paths), order.output);
    wish.output = order.output;
    if (!order.scene.empty()) wish.scene = order.scene;
    return wish;
}

void assemble(const delivery::FilmOrder& order, const std::vector<fs::path>& folders,
              Watcher& watcher) {
    const auto segments = delivery::gatherSegments(order, folders);
    if (const auto mixed = delivery::mixedMachines(segments); !mixed.empty()) {
        watcher.say(
            fmt::format("warning: the parts were made on machines that may draw differently: {}",
                        fmt::join(mixed, "; ")));
    }
    delivery::assembleFilm(order, segments);
}

/// True when an earlier join has left no more to do than, perhaps, to tidy up.
bool isDone(const JoinedFilm& film, const delivery::OutputPaths& paths, Watcher& watcher) {
    const delivery::FilmOrder& order = film.order;
    const bool numbered = encode::isNumbered(encode::containerOf(order.output));
    const bool toJoin = numbered ? fs::exists(paths.segments) : !fs::exists(paths.film);
    if (order.overwrite || toJoin) return false;
    if (!isFinished(order, film.wish)) {
        throw core::Failure(
            fmt::format("{} is already there; --force writes over it", paths.film.string()));
    }
    watcher.say(fmt::format("{}: finished already, and left as it is", order.output.string()));
    return true;
}

// The scene says what belongs to the film besides its pictures, and must be the one of the parts.
std::optional<JoinedFilm> joinFilm(const JoinOrder& order, Watcher& watcher) {
    const auto container = refusing([&] { return encode::containerOf(order.output); });
    const delivery::OutputPaths paths = delivery::pathsOf(order.output, container);
    const std::vector<fs::path> folders = foldersOf(order, paths);
    JoinedFilm film{wishOf(order, folders.front(), paths), {}, {}};
    core::Diagnostics diagnostics;
    film.plan = loadVersion(film.wish, diagnostics, false);
    watcher.found(diagnostics);
    if (!film.plan) return {};
    film.order = orderFor(film.wish, RenderManner{.overwrite = order.overwrite}, *film.plan);
    film.order.provenance = provenanceOf(*film.plan, film.wish);
    film.order.wish = toJson(ownWish(film.wish, film.order, *film.plan));
    film.finishedBefore = isDone(film, paths, watcher);
    if (!film.finishedBefore) assemble(film.order, folders, watcher);
    writeCaptions(film);
    std::error_code ignored;
    fs::remove_all(paths.segments, ignored);
    return film;
}

/// All or nothing of each, and of each that fails a line.
Joined joinFamily(const JoinOrder& order, const std::vector<FamilyMember>& members,
                  Watcher& watcher) {
    Joined joined = Joined::all;
    std::vector<JoinedFilm> films;
    for (const FamilyMember& member : members) {
        JoinOrder one = order;
        one.output = member.output;
        try {
            auto film = joinFilm(one, watcher);
            if (!film) return Joined::faultyScene;
            film->words = member.words;
            if (!film->finishedBefore)
                watcher.say(fmt::format("{}: joined", member.output.string()));
            films.push_back(std::move(*film));
        } catch (const core::Failure& failure) {
            watcher.warn(failure.what());
            joined = Joined::notAll;
        }
    }
    writeLists(order.output, order.overwrite, films);
    return joined;
}

/// Empty where the film of that very name is meant.
std::vector<FamilyMember> familyOf(const JoinOrder& order) {
    const auto container = refusing([&] { return encode::containerOf(order.output); });
    const delivery::OutputPaths paths = delivery::pathsOf(order.output, container);
    if (!order.folders.empty() || fs::is_directory(paths.segments)) return {};
    auto members = membersInParts(order.output);
    if (members.empty() && !order.overwrite && !fs::exists(paths.manifest))
        members = membersFinished(order.output);
    return members;
}

}  // namespace

Joined join(const JoinOrder& order, Watcher& watcher) {
    const auto members = familyOf(order);
    if (!members.empty()) return joinFamily(order, members, watcher);
    return joinFilm(order, watcher) ? Joined::all : Joined::faultyScene;
}

}  // namespace ebbflow::produce
