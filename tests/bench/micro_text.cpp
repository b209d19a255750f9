// Words: what a caption costs to measure and to rasterise in each script.

#include <benchmark/benchmark.h>

#include "text/typesetter.hpp"

namespace {

using namespace ebbflow;

const text::Typesetter& typesetter() {
    static const text::Typesetter one(text::defaultFonts());
    return one;
}

text::Paragraph caption(int language) {
    text::Paragraph paragraph;
    switch (language) {
        case 0:
            paragraph.text = "By 1 September nearly all are gone. Peking counts 1,390.";
            paragraph.language = "en";
            break;
        case 1:
            paragraph.text = "到9月1日，专家几乎全部撤离。中方统计1390人。";
            paragraph.language = "zh-Hans";
            break;
        default:
            paragraph.text = "К 1 сентября почти все уехали. Пекин называет 1390 человек.";
            paragraph.language = "ru";
    }
    paragraph.style.size = 36;
    paragraph.maxWidth = 900;
    return paragraph;
}

void measureCaption(benchmark::State& state) {
    const auto paragraph = caption(static_cast<int>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(typesetter().measure(paragraph));
    state.SetLabel(paragraph.language);
}
BENCHMARK(measureCaption)->DenseRange(0, 2)->Unit(benchmark::kMicrosecond);

void rasteriseCaption(benchmark::State& state) {
    const auto paragraph = caption(static_cast<int>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(typesetter().rasterise(paragraph, 1));
    state.SetLabel(paragraph.language);
}
BENCHMARK(rasteriseCaption)->DenseRange(0, 2)->Unit(benchmark::kMicrosecond);

}  // namespace
