#include "live/reloader.hpp"

#include <chrono>
#include <exception>
#include <utility>

#include "live/give_way.hpp"

namespace ebbflow::live {

namespace {

LoadedPlan loaded(const FilmLoader& loader, const std::string& language,
                  const std::shared_ptr<const film::Film>& film, bool gently) {
    if (!gently) return loader(language, film);
    return std::async(std::launch::async,
                      [&] {
                          giveWay();
                          return loader(language, film);
                      })
        .get();
}

}  // namespace

void Reloader::begin(std::string language, std::shared_ptr<const film::Film> film,
                     Preparation prepare) {
    Wish wish{std::move(language), std::move(film), std::move(prepare)};
    if (!busy()) return start(std::move(wish));
    // What has to be read again must be, even if another language was wished for since.
    if (reading_) wish.film = nullptr;
    reading_ = wish.film == nullptr;
    next_ = std::move(wish);
}

void Reloader::start(Wish wish) {
    reading_ = wish.film == nullptr;
    running_ = std::async(std::launch::async,
                          [loader = loader_, gently = gently_, wish = std::move(wish)] {
                              LoadedPlan outcome;
                              try {
                                  outcome = loaded(loader, wish.language, wish.film, gently);
                                  if (outcome.plan && wish.prepare) wish.prepare(outcome);
                              } catch (const std::exception& failure) {
                                  outcome.plan = nullptr;
                                  outcome.faults = {failure.what()};
                              }
                              outcome.sameFilm = wish.film != nullptr;
                              return outcome;
                          });
}

std::optional<LoadedPlan> Reloader::take() {
    if (!busy() || running_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
        return std::nullopt;
    }
    LoadedPlan outcome = running_.get();
    if (!next_) return outcome;
    start(*std::exchange(next_, std::nullopt));
    return std::nullopt;
}

}  // namespace ebbflow::live
