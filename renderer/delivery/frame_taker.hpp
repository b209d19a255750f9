#pragma once
// Where drawn frames go: to a film, or to be held against what a film was made of.

#include <cstdint>

#include "encode/planes.hpp"

namespace ebbflow::delivery {

class FrameTaker {
public:
    FrameTaker() = default;
    FrameTaker(const FrameTaker&) = delete;
    FrameTaker& operator=(const FrameTaker&) = delete;
    virtual ~FrameTaker() = default;

    /// A frame to fill; never waits.
    [[nodiscard]] virtual encode::Planes acquire() = 0;
    /// Takes the filled frame; may wait. Throws core::Failure.
    virtual void submit(std::int64_t frame, encode::Planes planes) = 0;
};

}  // namespace ebbflow::delivery
