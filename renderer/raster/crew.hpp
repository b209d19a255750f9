#pragma once
// Threads that share out the pieces of one task: the bands of a picture. They keep no order among
// the pieces, so a piece may only write what is its own.

#include <functional>
#include <memory>

namespace ebbflow::raster {

/// Processors that the process may run on, which may be fewer than the machine has.
[[nodiscard]] unsigned processorsAllowed();

class Crew {
public:
    /// `hands`: threads at work, the caller's among them; 0: as many as the process may use.
    explicit Crew(unsigned hands = 0);
    ~Crew();
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;

    [[nodiscard]] unsigned hands() const;
    /// Does `piece` for 0…count−1 and returns when all are done. The pieces must not throw. One
    /// task at a time.
    void share(int count, const std::function<void(int)>& piece);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ebbflow::raster
