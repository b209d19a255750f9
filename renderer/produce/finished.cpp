#include "produce/finished.hpp"

#include "core/error.hpp"
#include "delivery/finished_film.hpp"
#include "produce/wish_json.hpp"

namespace ebbflow::produce {

namespace {

delivery::SameWish sameAs(const delivery::FilmOrder& order, const RenderWish& wish) {
    return [&](const std::string& before) {
        return sameFilm(wishOfManifest(before, order.output), wish);
    };
}

}  // namespace

bool isFinished(const delivery::FilmOrder& order, const RenderWish& wish) {
    return delivery::isFinished(order, sameAs(order, wish));
}

std::vector<std::string> filmDifferences(const delivery::FilmOrder& order, const RenderWish& wish) {
    return delivery::filmDifferences(order, sameAs(order, wish));
}

}  // namespace ebbflow::produce
