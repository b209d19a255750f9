#pragma once
// Loudness by EBU R 128 of one track, measured by libavfilter's ebur128: integrated loudness, range
// and true peak. It judges nothing.

#include <memory>

#include "quality/film_facts.hpp"

struct AVCodecContext;
struct AVFrame;

namespace ebbflow::quality {

class LoudnessMeter {
public:
    /// For what `decoder` gives; throws core::Failure when the filter is missing.
    explicit LoudnessMeter(const AVCodecContext& decoder);
    ~LoudnessMeter();
    LoudnessMeter(LoudnessMeter&&) noexcept;

    void add(AVFrame* samples);
    /// After the last samples.
    [[nodiscard]] Loudness finish();

private:
    struct Graph;
    std::unique_ptr<Graph> graph_;
};

}  // namespace ebbflow::quality
