#pragma once
// Owners for libav's objects and its errors as core::Failure. Its types are named here but not
// included; nothing in this file decides anything about a film.

#include <memory>
#include <string>
#include <string_view>

#include "core/patience.hpp"

struct AVCodecContext;
struct AVDictionary;
struct AVFormatContext;
struct AVFrame;
struct AVPacket;

namespace ebbflow::encode::libav {

struct Free {
    void operator()(AVCodecContext* context) const noexcept;
    void operator()(AVFrame* frame) const noexcept;
    void operator()(AVPacket* packet) const noexcept;
};
using CodecContext = std::unique_ptr<AVCodecContext, Free>;
using Frame = std::unique_ptr<AVFrame, Free>;
using Packet = std::unique_ptr<AVPacket, Free>;

[[nodiscard]] Frame makeFrame();
[[nodiscard]] Packet makePacket();

/// A muxer on a file. finish() is checked; without it the file is only closed.
class FileMuxer {
public:
    /// Throws core::Failure when the file cannot be made.
    FileMuxer(const std::string& format, const std::string& path);
    FileMuxer(const FileMuxer&) = delete;
    FileMuxer& operator=(const FileMuxer&) = delete;
    ~FileMuxer();

    [[nodiscard]] AVFormatContext* get() const { return context_; }
    [[nodiscard]] AVFormatContext* operator->() const { return context_; }
    void writeHeader(AVDictionary** options);
    /// In the order given; the packet's data are left to the caller.
    void write(AVPacket* packet);
    /// Trailer, close, and every error that only shows there.
    void finish();

private:
    AVFormatContext* context_ = nullptr;
    std::string path_;
};

/// A demuxer on a file that leaves packets exactly as they were written.
class FileDemuxer {
public:
    FileDemuxer(const std::string& format, const std::string& path);
    FileDemuxer(const FileDemuxer&) = delete;
    FileDemuxer& operator=(const FileDemuxer&) = delete;
    ~FileDemuxer();

    [[nodiscard]] AVFormatContext* operator->() const { return context_; }
    /// False at the end of the file; throws core::Failure when it cannot be read.
    [[nodiscard]] bool read(AVPacket* packet);

private:
    AVFormatContext* context_ = nullptr;
    std::string path_;
    core::Patience patience_;
};

/// Sends libav's log nowhere but to lastLogLine(), and SVT-AV1's nowhere. Called by whoever first
/// uses libav here.
void quieten();
/// The last error libav logged on any thread, without its line feed, and forgets it.
[[nodiscard]] std::string takeLastError();

/// libav's number of four characters; 0 for none.
[[nodiscard]] unsigned tagOf(std::string_view characters);

/// `code` when it is no error; else throws core::Failure "what: libav's words (its last log line)".
int check(int code, const std::string& what);

}  // namespace ebbflow::encode::libav
