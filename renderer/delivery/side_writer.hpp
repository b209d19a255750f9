#pragma once
// Captions and sound into the file that is being muxed, each packet before the picture that it
// belongs to. It adds its streams before the header is written and decides nothing about pictures.

#include <memory>

#include "encode/libav.hpp"
#include "encode/settings.hpp"

namespace ebbflow::delivery {

class SideWriter {
public:
    /// Adds the streams of `settings.side`, if any, to `file`.
    SideWriter(encode::libav::FileMuxer& file, const encode::Settings& settings,
               encode::Container container);
    SideWriter(const SideWriter&) = delete;
    SideWriter& operator=(const SideWriter&) = delete;
    ~SideWriter();

    /// Writes all that begins up to a time, seconds from the file's first frame.
    void writeUntil(double seconds);
    void writeRest();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The sound alone as a WAV file of 24 bits, for what is written as numbered frames.
void writeSound(const encode::Soundtrack& track, const std::filesystem::path& path);

}  // namespace ebbflow::delivery
