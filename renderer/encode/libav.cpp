#include "encode/libav.hpp"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <array>
#include <cerrno>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <new>
#include <utility>

#include "core/error.hpp"

namespace ebbflow::encode::libav {

namespace {

// libav's log callback takes no pointer of ours, so the line it leaves has to live beside it.
struct LastError {
    std::mutex mutex;
    std::string line;
};

LastError& lastError() {
    static LastError last;
    return last;
}

void keepErrors(void* /*context*/, int level, const char* format, va_list arguments) {
    if (level > AV_LOG_ERROR) return;
    std::array<char, 512> text{};
    if (std::vsnprintf(text.data(), text.size(), format, arguments) <= 0) return;
    std::string line = text.data();
    while (!line.empty() && (line.back() == '\n' || line.back() == ' ')) line.pop_back();
    const std::scoped_lock lock(lastError().mutex);
    lastError().line = std::move(line);
}

bool saysEnough(int code) {
    return code == AVERROR(ENOSPC) || code == AVERROR(EACCES) || code == AVERROR(EROFS) ||
           code == AVERROR(ENOENT) || code == AVERROR(EFBIG) || code == AVERROR(ENOMEM);
}

}  // namespace

void Free::operator()(AVCodecContext* context) const noexcept {
    avcodec_free_context(&context);
}
void Free::operator()(AVFrame* frame) const noexcept {
    av_frame_free(&frame);
}
void Free::operator()(AVPacket* packet) const noexcept {
    av_packet_free(&packet);
}

Frame makeFrame() {
    Frame frame(av_frame_alloc());
    if (!frame) throw std::bad_alloc();
    return frame;
}

Packet makePacket() {
    Packet packet(av_packet_alloc());
    if (!packet) throw std::bad_alloc();
    return packet;
}

void quieten() {
    static std::once_flag once;
    std::call_once(once, [] {
        av_log_set_callback(keepErrors);
        // SVT-AV1 prints its settings past libav unless it is told so in this way.
        ::setenv("SVT_LOG", "0", 0);
    });
}

std::string takeLastError() {
    const std::scoped_lock lock(lastError().mutex);
    return std::exchange(lastError().line, {});
}

unsigned tagOf(std::string_view characters) {
    if (characters.size() != 4) return 0;
    const auto byte = [&](std::size_t i) {
        return std::uint32_t{static_cast<unsigned char>(characters[i])};
    };
    return MKTAG(byte(0), byte(1), byte(2), byte(3));
}

int check(int code, const std::string& what) {
    const std::string line = takeLastError();
    if (code >= 0) return code;
    std::array<char, AV_ERROR_MAX_STRING_SIZE> words{};
    av_strerror(code, words.data(), words.size());
    std::string sentence = what + ": " + words.data();
    if (!line.empty() && !saysEnough(code)) sentence += " (" + line + ")";
    throw core::Failure(sentence);
}

FileMuxer::FileMuxer(const std::string& format, const std::string& path) : path_(path) {
    quieten();
    check(avformat_alloc_output_context2(&context_, nullptr, format.c_str(), path.c_str()),
          "cannot write " + format);
    context_->flags |= AVFMT_FLAG_BITEXACT;
    // Timestamps are right as they are: decoding may start before 0, showing does not.
    context_->avoid_negative_ts = AVFMT_AVOID_NEG_TS_DISABLED;
    const int opened = avio_open(&context_->pb, path.c_str(), AVIO_FLAG_WRITE);
    if (opened < 0) {
        avformat_free_context(context_);
        check(opened, "cannot write " + path);
    }
}

FileMuxer::~FileMuxer() {
    if (context_ == nullptr) return;
    avio_closep(&context_->pb);
    avformat_free_context(context_);
}

void FileMuxer::writeHeader(AVDictionary** options) {
    check(avformat_write_header(context_, options), "cannot write " + path_);
}

void FileMuxer::write(AVPacket* packet) {
    check(av_write_frame(context_, packet), "cannot write " + path_);
    // A full disk shows here, often many packets before the muxer reports it.
    check(context_->pb->error, "cannot write " + path_);
}

void FileMuxer::finish() {
    check(av_write_trailer(context_), "cannot write " + path_);
    check(context_->pb->error, "cannot write " + path_);
    check(avio_closep(&context_->pb), "cannot write " + path_);
}

FileDemuxer::FileDemuxer(const std::string& format, const std::string& path) : path_(path) {
    quieten();
    context_ = avformat_alloc_context();
    if (context_ == nullptr) throw std::bad_alloc();
    context_->interrupt_callback = {core::Patience::isOver, &patience_};
    context_->flags |= AVFMT_FLAG_NOPARSE | AVFMT_FLAG_NOFILLIN;
    check(
        avformat_open_input(&context_, path.c_str(), av_find_input_format(format.c_str()), nullptr),
        "cannot read " + path);
}

FileDemuxer::~FileDemuxer() {
    avformat_close_input(&context_);
}

bool FileDemuxer::read(AVPacket* packet) {
    patience_.renew();
    const int code = av_read_frame(context_, packet);
    if (code == AVERROR_EOF) return false;
    check(code, "cannot read " + path_);
    return true;
}

}  // namespace ebbflow::encode::libav
