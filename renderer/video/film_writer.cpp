#include "video/film_writer.hpp"

#include <atomic>
#include <cassert>
#include <exception>
#include <system_error>
#include <thread>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/error.hpp"
#include "video/bounded_queue.hpp"
#include "video/files.hpp"
#include "video/frame_sink.hpp"
#include "video/steady_memory.hpp"

namespace ebbflow::video {

namespace fs = std::filesystem;

namespace {

// Enough to ride out the longest frame of a scene; 1080p frames take 3 MB each.
constexpr std::size_t kQueuedFrames = 6;

struct Item {
    std::int64_t frame = 0;
    Planes planes;
};

fs::path folderOf(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

// The first file that would be written over, or an empty path.
fs::path alreadyThere(const FilmOrder& order, Container container, const OutputPaths& paths) {
    if (container != Container::pngFrames) return fs::exists(paths.film) ? paths.film : fs::path();
    for (std::int64_t frame = order.range.first; frame < order.range.end; ++frame) {
        fs::path path = framePath(paths.film, frame);
        if (fs::exists(path)) return path;
    }
    return {};
}

void makeFolder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        throw core::Failure(
            fmt::format("cannot make the folder {}: {}", folder.string(), error.message()));
    }
}

std::unique_ptr<FrameSink> makeSink(const FilmOrder& order, Container container,
                                    const OutputPaths& paths) {
    if (container == Container::pngFrames) return makePngFrames(order.settings, paths);
    return makeSegmentChain(order.settings, container, paths, order.range.first);
}

}  // namespace

void checkOrder(const FilmOrder& order) {
    const Container container = containerOf(order.output);
    const OutputPaths paths = pathsOf(order.output, container);
    std::vector<std::string> found = problems(order.settings, container);
    if (order.range.first < 0 || order.range.count() < 1) {
        found.push_back(
            fmt::format("there is no frame from {} to {}", order.range.first, order.range.end));
    }
    // The folder of numbered frames is made; that of a film is somebody's, and likely mistyped.
    const fs::path folder = folderOf(paths.film);
    if (container != Container::pngFrames && !fs::is_directory(folder)) {
        found.push_back(fmt::format("there is no folder {}", folder.string()));
    } else if (fs::is_directory(paths.film)) {
        found.push_back(fmt::format("{} is a folder", paths.film.string()));
    } else if (const fs::path old = alreadyThere(order, container, paths);
               !old.empty() && !order.overwrite) {
        found.push_back(fmt::format("{} is already there; --force writes over it", old.string()));
    }
    if (!found.empty()) {
        throw core::Failure(
            fmt::format("cannot write {}: {}", order.output.string(), fmt::join(found, "; ")));
    }
}

struct FilmWriter::State {
    State(const FilmOrder& asked, Container container)
        : order(asked),
          paths(pathsOf(order.output, container)),
          pool(order.settings.format, order.settings.size.width, order.settings.size.height),
          head(manifestHead(order.settings, container, order.range, order.provenance)),
          next(order.range.first) {
        // What an abandoned render of this name left behind belongs to other settings or pixels.
        std::error_code ignored;
        fs::remove_all(paths.segments, ignored);
        makeFolder(paths.segments);
        try {
            writeWhole(paths.segments / "render.json", head);
            sink = makeSink(order, container, paths);
        } catch (...) {
            fs::remove_all(paths.segments, ignored);
            throw;
        }
        thread = std::thread([this] { encodeAll(); });
    }

    // The encoder thread. Its failure is kept for the caller's thread.
    void encodeAll() {
        try {
            while (auto item = queue.pop()) {
                sink->write(item->frame, std::move(item->planes));
                taken.fetch_add(1, std::memory_order_relaxed);
            }
            if (!abandoned.load()) sink->close();
        } catch (...) {
            failure = std::current_exception();
            queue.cut();
        }
    }

    // `failure` is written before the thread ends, so it is read only after joining.
    void joinThread() {
        if (thread.joinable()) thread.join();
    }

    [[noreturn]] void rethrow() {
        joinThread();
        std::rethrow_exception(failure);
    }

    FilmOrder order;
    OutputPaths paths;
    PlanesPool pool;
    std::string head;
    std::int64_t next;
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
    state_ = std::make_unique<State>(order, containerOf(order.output));
}

FilmWriter::~FilmWriter() {
    if (!state_) return;
    state_->abandoned = true;
    state_->queue.cut();
    state_->joinThread();
    state_->sink.reset();
    std::error_code ignored;
    if (!hasRecords(state_->paths.segments)) fs::remove_all(state_->paths.segments, ignored);
}

Planes FilmWriter::acquire() {
    return state_->pool.acquire();
}

void FilmWriter::submit(std::int64_t frame, Planes planes) {
    assert(frame == state_->next && frame < state_->order.range.end);
    assert(planes.format() == state_->order.settings.format);
    assert(planes.width() == state_->order.settings.size.width);
    assert(planes.height() == state_->order.settings.size.height);
    if (!state_->queue.push({frame, std::move(planes)})) state_->rethrow();
    ++state_->next;
}

std::int64_t FilmWriter::framesTaken() const {
    return state_->taken.load(std::memory_order_relaxed);
}

void FilmWriter::finish() {
    state_->queue.close();
    state_->joinThread();
    if (state_->failure) state_->rethrow();
    if (state_->next != state_->order.range.end) {
        throw core::Failure(fmt::format("only the frames before {} of {} were handed over",
                                        state_->next, state_->order.range.end));
    }
    state_->sink->publish();
    writeManifest(state_->paths.manifest, state_->head, state_->paths.segments);
    // The film's and the manifest's names are to be on the disk before the segments go.
    settleNames(folderOf(state_->paths.manifest));
    state_->sink.reset();
    std::error_code ignored;
    fs::remove_all(state_->paths.segments, ignored);
    state_.reset();
}

}  // namespace ebbflow::video
