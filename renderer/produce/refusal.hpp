#pragma once
// An order that cannot be carried out as it is worded: it names what there is not, or asks for what
// does not go together. Nothing has been drawn or written then. A failure of the world is
// core::Failure, a fault of the script core::Diagnostics.

#include <stdexcept>

#include "core/error.hpp"

namespace ebbflow::produce {

/// One sentence for whoever ordered.
class Refusal : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// What `named` returns; when it fails over a word of the order, that is a Refusal.
template <class Named>
[[nodiscard]] auto refusing(Named named) {
    try {
        return named();
    } catch (const core::Failure& failure) {
        throw Refusal(failure.what());
    }
}

}  // namespace ebbflow::produce
