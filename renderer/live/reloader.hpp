#pragma once
// Loads a film anew beside the running one, on a thread of its own, so that the picture goes on
// meanwhile. It knows nothing of what a film is loaded from: that is handed in.

#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "frame/plan.hpp"
#include "paint/painter.hpp"

namespace ebbflow::live {

/// What came of loading: a plan, or the reasons why there is none.
struct LoadedPlan {
    std::shared_ptr<const frame::Plan> plan;  ///< null when there were errors
    std::vector<std::string> faults;          ///< one a line, the worst first
    std::vector<std::string> files;           ///< that it was read from, as far as they are known
    bool sameFilm = false;                    ///< only planned anew, in another language
    /// Of the plan, with a first picture drawn; null: to be made where GL's context is.
    std::unique_ptr<paint::Painter> painter{};
};

/// Loads everything again when `film` is null; else only plans that film in that language. Makes a
/// typesetter of its own each time, for one belongs to one thread at a time.
using FilmLoader =
    std::function<LoadedPlan(const std::string& language, std::shared_ptr<const film::Film> film)>;

/// What else is done with a plan before it is given, on a thread that loads. May throw as it likes:
/// then there is no plan, but a fault.
using Preparation = std::function<void(LoadedPlan&)>;

class Reloader {
public:
    /// `gently`: loading gives way to the show. Preparing does not, for a painter's threads are as
    /// eager as who made them.
    explicit Reloader(FilmLoader loader, bool gently = false)
        : loader_(std::move(loader)), gently_(gently) {}

    /// Begins; when one is under way already, another follows it, and only its outcome is given.
    void begin(std::string language, std::shared_ptr<const film::Film> film = nullptr,
               Preparation prepare = {});
    [[nodiscard]] bool busy() const { return running_.valid(); }
    /// The outcome, once. Never throws: a failure of the world is a fault with the rest.
    [[nodiscard]] std::optional<LoadedPlan> take();

private:
    struct Wish {
        std::string language;
        std::shared_ptr<const film::Film> film;
        Preparation prepare;
    };
    void start(Wish wish);

    FilmLoader loader_;
    bool gently_;
    std::future<LoadedPlan> running_;
    std::optional<Wish> next_;
    bool reading_ = false;  ///< what runs or waits reads the film again
};

}  // namespace ebbflow::live
