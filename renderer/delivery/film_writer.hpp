#pragma once
// The way of a film's frames from the renderer to a finished file: lanes with a bounded queue and
// an encoder thread each, segments, a join. It draws nothing, and until finish() has returned there
// is nothing under the film's name that was not there before; numbered frames appear one by one,
// each whole.

#include <cstdint>
#include <memory>
#include <vector>

#include "delivery/film_order.hpp"
#include "delivery/frame_taker.hpp"

namespace ebbflow::delivery {

class FilmWriter {
public:
    /// Checks the order, and opens the first encoder, so that a missing one is known at once.
    /// `lanes`: by so many ways frames come at the same time, 1 at least.
    explicit FilmWriter(const FilmOrder& order, int lanes = 1);
    /// Without finish() the film is abandoned. Finished segments stay in `OUTPUT.part.d` to be
    /// taken up again; with none finished nothing stays.
    ~FilmWriter();
    FilmWriter(const FilmWriter&) = delete;
    FilmWriter& operator=(const FilmWriter&) = delete;

    /// The frames to hand over, each by one lane, in whole segments, ascending in each lane; empty
    /// when a resumed render lacks only its joining.
    [[nodiscard]] const std::vector<FrameRange>& missing() const;
    /// Frames taken over from an earlier render, and its segments that were damaged or unfinished.
    [[nodiscard]] std::int64_t framesKept() const;
    [[nodiscard]] int segmentsDropped() const;

    /// From 0; for one thread at a time. Its submit() waits while the queue is full, and throws the
    /// core::Failure of the encoder or the disk as soon as it is known.
    [[nodiscard]] FrameTaker& lane(int number = 0);
    /// Frames that the encoder has taken so far. Any thread may ask.
    [[nodiscard]] std::int64_t framesTaken() const;
    /// Ends the encoding in the midst of it: what is not finished goes. Afterwards, how many
    /// frames `OUTPUT.part.d` keeps for --resume; to be called instead of finish() or after it
    /// failed.
    [[nodiscard]] std::int64_t abandon();
    /// After the last frame: waits for the encoder, joins, names the film, writes its manifest. Of
    /// a part only the segments are finished. Throws core::Failure, as submit() does, and when
    /// frames are missing; to be called once.
    void finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ebbflow::delivery
