// What happens when the script, its data or the shaders are saved while the film plays.

#include <algorithm>
#include <utility>

#include "core/error.hpp"
#include "live/hud_words.hpp"
#include "live/player_impl.hpp"

namespace ebbflow::live {

namespace {

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (end > at) lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

}  // namespace

void Player::Impl::lookAtFiles() {
    if (filmWatch.settledChange()) readAgain();
    if (!options.shaderFolder.empty() && shaderWatch.settledChange()) reloadShaders();
}

void Player::Impl::readAgain() {
    reloader.begin(language, nullptr, stage.preparation(playback.time()));
}

void Player::Impl::reloadShaders() {
    const std::vector<std::string> faults = linesOf(stage.reloadShaders());
    notices.setShaderFaults(faults);
    for (const std::string& fault : faults) log.error(fault);
    if (!faults.empty()) return;
    // A film that could not be taken over may have failed for the shaders.
    if (!notices.filmFaults().empty()) readAgain();
    sayReloaded("the shaders");
}

void Player::Impl::adopt(LoadedPlan loaded) {
    for (const std::string& file : loaded.files) {
        if (std::ranges::find(files, file) == files.end()) files.push_back(file);
    }
    if (loaded.plan) {
        takeOver(std::move(loaded));
    } else if (loaded.sameFilm) {
        language = stage.plan().language;
        notices.say(loaded.faults.empty() ? std::string() : loaded.faults.front(), clock.now());
    } else {
        filmIsBroken(std::move(loaded.faults));
    }
    filmWatch.watch(files);
}

void Player::Impl::takeOver(LoadedPlan loaded) {
    const bool sameFilm = loaded.sameFilm;
    std::vector<std::string> read = std::move(loaded.files);
    try {
        // Uploading to GL takes real time, in which the film stands still.
        if (stage.takeOver(std::move(loaded))) clock.skip();
    } catch (const core::Failure& failure) {
        return filmIsBroken(linesOf(failure.what()));
    }
    const scene::Scene& scene = stage.plan().film->scene;
    playback.replace(segmentsOf(stage.plan().timeline, scene), scene.frame.rate);
    governor.setBudget(pictureBudget(scene.frame.rate));
    language = stage.plan().language;
    inspector = Inspector(stage.sharedPlan());
    visit.take(stage.plan());
    takeSound();
    takeBook();
    notedStep.reset();
    if (sameFilm) return;
    files = std::move(read);
    takeFilmHash();
    ++reloads;
    notices.setFilmFaults({});
    sayReloaded(stage.plan().film->scene.file);
}

/// An audience has no business with it: a presenter reads it in the terminal.
void Player::Impl::sayReloaded(const std::string& what) {
    log.info("reloaded " + what);
    if (options.mode != Mode::presenter)
        notices.say(std::string(hudWord(HudWord::reloaded, language)), clock.now());
}

void Player::Impl::filmIsBroken(std::vector<std::string> faults) {
    if (faults.empty()) faults.emplace_back("the film cannot be loaded");
    log.error("not reloaded; the last good film goes on");
    for (const std::string& fault : faults) log.error(fault);
    notices.setFilmFaults(std::move(faults));
}

}  // namespace ebbflow::live
