#include "ebbflow/render_papers.hpp"

#include <fmt/format.h>

#include "ebbflow/usage.hpp"
#include "frame/subtitles.hpp"
#include "video/files.hpp"

namespace ebbflow::tools {

namespace {

/// `film.mp4` → `film`, `frames/shot-%05d.png` and `frames/` → `frames/captions`.
std::filesystem::path baseOf(const std::filesystem::path& output) {
    if (output.filename().empty()) return output / "captions";
    if (output.filename().string().find('%') != std::string::npos)
        return output.parent_path() / "captions";
    std::filesystem::path base = output;
    return base.replace_extension();
}

/// `film.en.mp4` and `en` → `film.en`, `film.mp4` and `en` → `film.en`.
std::string baseIn(const std::filesystem::path& output, const std::string& language) {
    const std::string base = baseOf(output).string();
    return base.ends_with("." + language) ? base : base + "." + language;
}

}  // namespace

bool isWritten(const RenderPaper& paper) {
    return std::filesystem::is_regular_file(paper.output.path) &&
           video::readWhole(paper.output.path) == paper.text;
}

std::vector<RenderPaper> captionsOf(const RenderOptions& options, const Version& version,
                                    const video::FilmOrder& order) {
    const std::string& language = version.plan->language;
    const core::FrameRate& rate = order.settings.rate;
    const auto captions = frame::within(frame::subtitlesOf(*version.plan, language),
                                        core::frameStart(order.range.first, rate),
                                        core::frameStart(order.range.end, rate));
    std::vector<RenderPaper> papers;
    for (const std::string& kind : options.captions) {
        if (kind != "srt" && kind != "vtt")
            throw UsageError(fmt::format("`{}` are no captions; there are srt and vtt", kind));
        papers.push_back(
            {{fmt::format("{}.{}", baseIn(order.output, language), kind), options.force},
             kind == "vtt" ? frame::toWebVtt(captions, language) : frame::toSrt(captions)});
    }
    return papers;
}

RenderPaper editListOf(const RenderOptions& options, const Version& version,
                       const std::vector<frame::EditEvent>& chapters, const core::FrameRate& rate) {
    const frame::Plan& plan = *version.plan;
    frame::EditList list{plan.film->scene.title.inOrAny(plan.language), rate, clockOf(plan, rate),
                         chapters};
    for (frame::EditEvent& event : list.events) {
        event.clip = nameWith(nameWith(options.output, event.id), version.word).filename().string();
    }
    const auto base = baseOf(nameWith(options.output, version.word));
    return {{base.string() + ".edl", options.force}, frame::toEdl(list)};
}

RenderPaper layerSheetOf(const RenderOptions& options, const std::vector<Version>& versions) {
    std::string text = "From the bottom up:\n";
    for (const Layer layer : {Layer::map, Layer::lights, Layer::text}) {
        for (const Version& version : versions) {
            if (version.layer != layer) continue;
            const auto file = nameWith(options.output, version.word);
            text += fmt::format(
                "{}: {}\n",
                file.lexically_proximate(std::filesystem::path(options.output).parent_path())
                    .string(),
                commentOf(layer));
        }
    }
    return {{baseOf(options.output).string() + ".layers.txt", options.force}, text};
}

}  // namespace ebbflow::tools
