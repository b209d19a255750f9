#include "quality/loudness_meter.hpp"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavfilter/avfilter.h>
#include <libavfilter/buffersink.h>
#include <libavfilter/buffersrc.h>
#include <libavutil/channel_layout.h>
#include <libavutil/dict.h>
#include <libavutil/samplefmt.h>
}

#include <array>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

#include "encode/libav.hpp"

namespace ebbflow::quality {

namespace libav = encode::libav;

struct LoudnessMeter::Graph {
    Graph() = default;
    Graph(const Graph&) = delete;
    Graph& operator=(const Graph&) = delete;
    ~Graph() { avfilter_graph_free(&graph); }

    AVFilterGraph* graph = avfilter_graph_alloc();
    AVFilterContext* in = nullptr;
    AVFilterContext* out = nullptr;
    libav::Frame frame = libav::makeFrame();
    Loudness last{-120, 0, -120};

    void add(AVFilterContext** context, const char* filter, const std::string& arguments) {
        libav::check(avfilter_graph_create_filter(context, avfilter_get_by_name(filter), filter,
                                                  arguments.c_str(), nullptr, graph),
                     fmt::format("libavfilter's {} cannot measure loudness", filter));
    }

    /// The filter writes what it knows so far beside each piece of sound that it lets through.
    void drain() {
        while (av_buffersink_get_frame(out, frame.get()) >= 0) {
            note();
            av_frame_unref(frame.get());
        }
    }

    [[nodiscard]] double value(const char* key, double otherwise) const {
        const AVDictionaryEntry* entry = av_dict_get(frame->metadata, key, nullptr, 0);
        return entry != nullptr ? std::strtod(entry->value, nullptr) : otherwise;
    }

    void note() {
        last.integrated = value("lavfi.r128.I", last.integrated);
        last.range = value("lavfi.r128.LRA", last.range);
        const double peak = value("lavfi.r128.true_peak", 0);
        if (peak > 0) last.truePeak = 20 * std::log10(peak);
    }
};

LoudnessMeter::LoudnessMeter(const AVCodecContext& decoder) : graph_(std::make_unique<Graph>()) {
    std::array<char, 64> layout{};
    AVChannelLayout channels = decoder.ch_layout;
    if (channels.order == AV_CHANNEL_ORDER_UNSPEC)
        av_channel_layout_default(&channels, channels.nb_channels);
    av_channel_layout_describe(&channels, layout.data(), layout.size());
    Graph& g = *graph_;
    g.add(&g.in, "abuffer",
          fmt::format("time_base=1/{0}:sample_rate={0}:sample_fmt={1}:channel_layout={2}",
                      decoder.sample_rate, av_get_sample_fmt_name(decoder.sample_fmt),
                      layout.data()));
    AVFilterContext* meter = nullptr;
    g.add(&meter, "ebur128", "metadata=1:peak=true:framelog=verbose");
    g.add(&g.out, "abuffersink", "");
    libav::check(avfilter_link(g.in, 0, meter, 0), "loudness");
    libav::check(avfilter_link(meter, 0, g.out, 0), "loudness");
    libav::check(avfilter_graph_config(g.graph, nullptr), "loudness");
}

LoudnessMeter::~LoudnessMeter() = default;
LoudnessMeter::LoudnessMeter(LoudnessMeter&&) noexcept = default;

void LoudnessMeter::add(AVFrame* samples) {
    libav::check(av_buffersrc_add_frame_flags(graph_->in, samples, AV_BUFFERSRC_FLAG_KEEP_REF),
                 "loudness");
    graph_->drain();
}

Loudness LoudnessMeter::finish() {
    libav::check(av_buffersrc_add_frame_flags(graph_->in, nullptr, 0), "loudness");
    graph_->drain();
    return graph_->last;
}

}  // namespace ebbflow::quality
