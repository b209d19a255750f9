#include "produce/pieces.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "produce/refusal.hpp"

namespace ebbflow::produce {

namespace {

void checkWords(const RenderOptions& options) {
    const bool chapters = options.perChapter || !options.chapter.empty();
    if (options.perChapter && !options.chapter.empty())
        throw Refusal("--chapter is one chapter and --per-chapter all of them; keep one");
    if (chapters && (!options.from.empty() || !options.to.empty()))
        throw Refusal("chapters begin and end where they do; leave out --from and --to");
    if (options.handles < 0) throw Refusal("--handles counts frames, from 0");
    if (options.handles > 0 && !chapters)
        throw Refusal("--handles go with --chapter or --per-chapter");
}

void sayLack(const papers::EditEvent& chapter, std::int64_t frames, std::string_view side,
             Watcher& watcher) {
    if (frames <= 0) return;
    watcher.warn(
        fmt::format("the chapter `{}` has {} frames fewer of handle {} it; the film has no more",
                    chapter.id, frames, side));
}

}  // namespace

std::vector<papers::EditEvent> chaptersAsked(const RenderOptions& options, const frame::Plan& plan,
                                             const core::FrameRate& rate) {
    checkWords(options);
    if (!options.perChapter && options.chapter.empty()) return {};
    std::vector<papers::EditEvent> chapters = papers::chapterEvents(plan, rate, plan.language);
    if (options.perChapter) return chapters;
    std::vector<std::string> ids;
    for (const papers::EditEvent& chapter : chapters) ids.push_back(chapter.id);
    std::erase_if(chapters, [&](const auto& chapter) { return chapter.id != options.chapter; });
    if (chapters.empty()) {
        throw Refusal(fmt::format("the film has no chapter `{}`{}; it has {}", options.chapter,
                                  core::didYouMean(options.chapter, ids), fmt::join(ids, ", ")));
    }
    return chapters;
}

delivery::FrameRange chapterOf(const RenderOptions& options, const frame::Plan& plan,
                               const core::FrameRate& rate) {
    const papers::EditEvent chapter = chaptersAsked(options, plan, rate).front();
    return {std::max<std::int64_t>(0, chapter.first - options.handles),
            std::min(plan.frameCount(rate), chapter.end + options.handles)};
}

void sayWhatHandlesLack(const RenderOptions& options, const papers::EditEvent& chapter,
                        std::int64_t filmEnd, Watcher& watcher) {
    sayLack(chapter, options.handles - chapter.first, "before", watcher);
    sayLack(chapter, chapter.end + options.handles - filmEnd, "after", watcher);
}

}  // namespace ebbflow::produce
