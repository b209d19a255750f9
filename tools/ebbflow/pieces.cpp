#include "ebbflow/pieces.hpp"

#include <algorithm>
#include <iostream>

#include <fmt/format.h>

#include "ebbflow/usage.hpp"

namespace ebbflow::tools {

namespace {

void checkWords(const RenderOptions& options) {
    const bool chapters = options.perChapter || !options.chapter.empty();
    if (options.perChapter && !options.chapter.empty())
        throw UsageError("--chapter is one chapter and --per-chapter all of them; keep one");
    if (chapters && (!options.from.empty() || !options.to.empty()))
        throw UsageError("chapters begin and end where they do; leave out --from and --to");
    if (options.handles < 0) throw UsageError("--handles counts frames, from 0");
    if (options.handles > 0 && !chapters)
        throw UsageError("--handles go with --chapter or --per-chapter");
}

void sayLack(const frame::EditEvent& chapter, std::int64_t frames, std::string_view side) {
    if (frames <= 0) return;
    std::cerr << fmt::format(
        "ebbflow: the chapter `{}` has {} frames fewer of handle {} it; the film has no more\n",
        chapter.id, frames, side);
}

}  // namespace

std::vector<frame::EditEvent> chaptersAsked(const RenderOptions& options, const frame::Plan& plan,
                                            const core::FrameRate& rate) {
    checkWords(options);
    if (!options.perChapter && options.chapter.empty()) return {};
    std::vector<frame::EditEvent> chapters = frame::chapterEvents(plan, rate, plan.language);
    if (options.perChapter) return chapters;
    std::vector<std::string> ids;
    for (const frame::EditEvent& chapter : chapters) ids.push_back(chapter.id);
    std::erase_if(chapters, [&](const auto& chapter) { return chapter.id != options.chapter; });
    if (chapters.empty()) {
        throw UsageError(fmt::format("the film has no chapter `{}`{}; it has {}", options.chapter,
                                     core::didYouMean(options.chapter, ids), fmt::join(ids, ", ")));
    }
    return chapters;
}

video::FrameRange chapterOf(const RenderOptions& options, const frame::Plan& plan,
                            const core::FrameRate& rate) {
    const frame::EditEvent chapter = chaptersAsked(options, plan, rate).front();
    return {std::max<std::int64_t>(0, chapter.first - options.handles),
            std::min(plan.frameCount(rate), chapter.end + options.handles)};
}

void sayWhatHandlesLack(const RenderOptions& options, const frame::EditEvent& chapter,
                        std::int64_t filmEnd) {
    sayLack(chapter, options.handles - chapter.first, "before");
    sayLack(chapter, chapter.end + options.handles - filmEnd, "after");
}

}  // namespace ebbflow::tools
