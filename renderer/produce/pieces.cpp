#include "produce/pieces.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "produce/refusal.hpp"

namespace ebbflow::produce {

namespace {

void checkWords(const RenderWish& wish) {
    const bool chapters = wish.perChapter || !wish.chapter.empty();
    if (wish.perChapter && !wish.chapter.empty())
        throw Refusal("--chapter is one chapter and --per-chapter all of them; keep one");
    if (chapters && (wish.from || wish.to))
        throw Refusal("chapters begin and end where they do; leave out --from and --to");
    if (wish.handles < 0) throw Refusal("--handles counts frames, from 0");
    if (wish.handles > 0 && !chapters)
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

std::vector<papers::EditEvent> chaptersAsked(const RenderWish& wish, const frame::Plan& plan,
                                             const core::FrameRate& rate) {
    checkWords(wish);
    if (!wish.perChapter && wish.chapter.empty()) return {};
    std::vector<papers::EditEvent> chapters = papers::chapterEvents(plan, rate, plan.language);
    if (wish.perChapter) return chapters;
    std::vector<std::string> ids;
    for (const papers::EditEvent& chapter : chapters) ids.push_back(chapter.id);
    std::erase_if(chapters, [&](const auto& chapter) { return chapter.id != wish.chapter; });
    if (chapters.empty()) {
        throw Refusal(fmt::format("the film has no chapter `{}`{}; it has {}", wish.chapter,
                                  core::didYouMean(wish.chapter, ids), fmt::join(ids, ", ")));
    }
    return chapters;
}

delivery::FrameRange chapterOf(const RenderWish& wish, const frame::Plan& plan,
                               const core::FrameRate& rate) {
    const papers::EditEvent chapter = chaptersAsked(wish, plan, rate).front();
    return {std::max<std::int64_t>(0, chapter.first - wish.handles),
            std::min(plan.frameCount(rate), chapter.end + wish.handles)};
}

void sayWhatHandlesLack(const RenderWish& wish, const papers::EditEvent& chapter,
                        std::int64_t filmEnd, Watcher& watcher) {
    sayLack(chapter, wish.handles - chapter.first, "before", watcher);
    sayLack(chapter, chapter.end + wish.handles - filmEnd, "after", watcher);
}

}  // namespace ebbflow::produce
