#pragma once
// The way of a film's frames from the renderer to a finished file: a bounded queue, an encoder
// thread, segments, a join. It draws nothing, and until finish() has returned there is nothing
// under the film's name that was not there before; numbered frames appear one by one, each whole.

#include <cstdint>
#include <filesystem>
#include <memory>

#include "video/manifest.hpp"
#include "video/planes.hpp"
#include "video/settings.hpp"

namespace ebbflow::video {

struct FilmOrder {
    std::filesystem::path output;  ///< film.mp4, .mov, .mkv, frames/%05d.png or a folder
    Settings settings;
    FrameRange range;  ///< the film in the file starts at 0; numbered frames keep their numbers
    Provenance provenance;
    bool overwrite = false;
};

/// Everything that can be known wrong before a frame is drawn: settings that do not go together,
/// a missing folder, a film that is already there. Throws core::Failure with all of it.
void checkOrder(const FilmOrder& order);

class FilmWriter {
public:
    /// Checks the order, and opens the first encoder, so that a missing one is known at once.
    explicit FilmWriter(const FilmOrder& order);
    FilmWriter(const FilmWriter&) = delete;
    FilmWriter& operator=(const FilmWriter&) = delete;
    /// Without finish() the film is abandoned. Finished segments stay in `OUTPUT.part.d` to be
    /// taken up again; with none finished nothing stays.
    ~FilmWriter();

    /// A frame to fill, recycled when it can be; never waits.
    [[nodiscard]] Planes acquire();
    /// Hands over the frames of the range in order. Waits while the queue is full. Throws the
    /// core::Failure of the encoder or the disk as soon as it is known.
    void submit(std::int64_t frame, Planes planes);
    /// Frames that the encoder has taken so far. Any thread may ask.
    [[nodiscard]] std::int64_t framesTaken() const;
    /// After the last frame: waits for the encoder, joins, names the film, writes its manifest.
    /// Throws core::Failure, as submit() does, and when frames are missing; to be called once.
    void finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ebbflow::video
