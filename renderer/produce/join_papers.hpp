#pragma once
// The texts beside films that were made in parts: what `render` would have written beside them, by
// the wish that the parts were made for.

#include <memory>
#include <string>
#include <vector>

#include "delivery/film_order.hpp"
#include "frame/plan.hpp"
#include "produce/wish.hpp"

namespace ebbflow::produce {

struct JoinedFilm {
    RenderWish wish;  ///< for this film alone
    std::shared_ptr<const frame::Plan> plan;
    delivery::FilmOrder order;
    std::string words{};  ///< FamilyMember's
    bool finishedBefore = false;
};

/// The captions that the film was wished for with. Text that is there already stays; throws
/// core::Failure where another text is and may not be written over.
void writeCaptions(const JoinedFilm& film);

/// Edit lists of versions whose chapters are among `films`, and the sheet of all layers that are
/// finished, when there is one among `films`. `output` is the name that all were made under.
void writeLists(const std::filesystem::path& output, bool overwrite,
                const std::vector<JoinedFilm>& films);

}  // namespace ebbflow::produce
