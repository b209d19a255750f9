#pragma once
// One of the ways by which frames go into a film at the same time: a bounded queue, an encoder
// thread and the sink behind it. Its frames ascend, in whole segments; which segments come this way
// decides whoever draws them.

#include <atomic>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <thread>

#include "delivery/bounded_queue.hpp"
#include "delivery/frame_sink.hpp"
#include "delivery/frame_taker.hpp"
#include "encode/planes.hpp"

namespace ebbflow::delivery {

class FilmLane final : public FrameTaker {
public:
    /// A sink that begins with that frame.
    using SinkMaker = std::function<std::unique_ptr<FrameSink>(std::int64_t firstFrame)>;

    /// The sink is made with the first frame, on the encoder's thread. Keeps a reference to the
    /// pool.
    FilmLane(encode::PlanesPool& pool, SinkMaker makeSink);
    ~FilmLane() override;

    [[nodiscard]] encode::Planes acquire() override { return pool_.acquire(); }
    /// Waits while the queue is full. Throws what the encoder or the disk threw.
    void submit(std::int64_t frame, encode::Planes planes) override;

    /// Frames that were handed over, and those that the encoder has taken. Any thread may ask.
    [[nodiscard]] std::int64_t handed() const { return handed_.load(std::memory_order_relaxed); }
    [[nodiscard]] std::int64_t taken() const { return taken_.load(std::memory_order_relaxed); }

    /// No more frames: what is inside goes to the disk. Waits for it, and throws what went wrong.
    void close();
    /// Ends in the midst of it.
    void stop();

private:
    struct Item {
        std::int64_t frame = 0;
        encode::Planes planes;
    };

    void encodeAll();
    [[noreturn]] void rethrow();
    void join();

    encode::PlanesPool& pool_;
    SinkMaker makeSink_;
    std::unique_ptr<FrameSink> sink_;
    BoundedQueue<Item> queue_;
    std::atomic<std::int64_t> handed_ = 0, taken_ = 0;
    std::atomic<bool> abandoned_ = false;
    std::exception_ptr failure_;  ///< the encoder thread's; to be read when that has ended
    std::thread thread_;
};

}  // namespace ebbflow::delivery
