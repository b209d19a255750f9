#include "delivery/film_writer.hpp"

#include <atomic>
#include <cassert>
#include <exception>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "core/error.hpp"
#include "delivery/bounded_queue.hpp"
#include "delivery/film_assembly.hpp"
#include "delivery/frame_sink.hpp"
#include "delivery/gather_segments.hpp"
#include "delivery/render_folder.hpp"
#include "delivery/steady_memory.hpp"

namespace ebbflow::delivery {

namespace fs = std::filesystem;

namespace {

// Enough to ride out the longest frame of a scene; 1080p frames take 3 MB each.
constexpr std::size_t kQueuedFrames = 6;

struct Item {
    std::int64_t frame = 0;
    encode::Planes planes;
};

std::unique_ptr<FrameSink> makeSink(const FilmOrder& order, const RenderFolder& folder) {
    if (folder.missing().empty()) return nullptr;
    if (encode::isNumbered(encode::containerOf(order.output))) {
        return makeNumberedFrames(order.settings, folder.paths(), folder.machine());
    }
    return makeSegmentChain(order.settings, folder.paths(), folder.machine(),
                            folder.missing().front().first);
}

/// The frames of some ranges one after the other.
class Course {
public:
    explicit Course(const std::vector<FrameRange>& ranges) : ranges_(ranges) {}
    /// The next frame; nothing after the last.
    [[nodiscard]] std::optional<std::int64_t> next() const {
        if (at_ == ranges_.size()) return {};
        return ranges_[at_].first + done_;
    }
    void step() {
        if (++done_ < ranges_[at_].count()) return;
        ++at_;
        done_ = 0;
    }

private:
    const std::vector<FrameRange>& ranges_;
    std::size_t at_ = 0;
    std::int64_t done_ = 0;
};

}  // namespace

struct FilmWriter::State {
    explicit State(const FilmOrder& asked)
        : order(asked),
          folder(order),
          pool(order.settings.format, order.settings.size.width, order.settings.size.height),
          course(folder.missing()),
          sink(makeSink(order, folder)) {
        thread = std::thread([this] { encodeAll(); });
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { stop(); }

    // The encoder thread. Its failure is kept for the caller's thread.
    void encodeAll() {
        try {
            while (auto item = queue.pop()) {
                sink->write(item->frame, std::move(item->planes));
                taken.fetch_add(1, std::memory_order_relaxed);
            }
            if (sink && !abandoned.load()) sink->close();
        } catch (...) {
            failure = std::current_exception();
            queue.cut();
        }
    }

    // `failure` is written before the thread ends, so it is read only after joining.
    void joinThread() {
        if (thread.joinable()) thread.join();
    }

    void stop() {
        abandoned = true;
        queue.cut();
        joinThread();
        sink.reset();
    }

    [[noreturn]] void rethrow() {
        joinThread();
        std::rethrow_exception(failure);
    }

    FilmOrder order;
    RenderFolder folder;
    encode::PlanesPool pool;
    Course course;
    std::unique_ptr<FrameSink> sink;
    BoundedQueue<Item> queue{kQueuedFrames};
    std::atomic<std::int64_t> taken = 0;
    std::atomic<bool> abandoned = false;
    std::exception_ptr failure;
    std::thread thread;
};

FilmWriter::FilmWriter(const FilmOrder& order) {
    checkOrder(order);
    keepMemorySteady();
    state_ = std::make_unique<State>(order);
}

FilmWriter::~FilmWriter() = default;

const std::vector<FrameRange>& FilmWriter::missing() const {
    return state_->folder.missing();
}

std::int64_t FilmWriter::framesKept() const {
    return state_->folder.kept();
}

int FilmWriter::segmentsDropped() const {
    return state_->folder.dropped();
}

encode::Planes FilmWriter::acquire() {
    return state_->pool.acquire();
}

void FilmWriter::submit(std::int64_t frame, encode::Planes planes) {
    assert(frame == state_->course.next());
    assert(planes.format() == state_->order.settings.format);
    assert(planes.width() == state_->order.settings.size.width);
    assert(planes.height() == state_->order.settings.size.height);
    if (!state_->queue.push({frame, std::move(planes)})) state_->rethrow();
    state_->course.step();
}

std::int64_t FilmWriter::framesTaken() const {
    return state_->taken.load(std::memory_order_relaxed);
}

std::int64_t FilmWriter::abandon() {
    state_->stop();
    return state_->folder.finishedFrames();
}

void FilmWriter::finish() {
    state_->queue.close();
    state_->joinThread();
    if (state_->failure) state_->rethrow();
    if (const auto next = state_->course.next()) {
        throw core::Failure(fmt::format("only the frames before {} of {} were handed over", *next,
                                        state_->folder.missing().back().end));
    }
    state_->sink.reset();
    if (!state_->order.part) {
        const fs::path folder = state_->folder.paths().segments;
        assembleFilm(state_->order, gatherSegments(state_->order, {&folder, 1}));
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }
    state_.reset();
}

}  // namespace ebbflow::delivery
