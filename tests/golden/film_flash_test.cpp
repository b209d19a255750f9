// The default film does not flash, by the rule of quality/flash.hpp. All of it is looked at by
// tools/nightly; here it is the seconds about the chapters' beginnings, where most changes at once.

#include <gtest/gtest.h>

#include "golden/film_studio.hpp"
#include "quality/flash.hpp"

namespace ebbflow::test {
namespace {

class Flashing : public testing::Test {
protected:
    void SetUp() override { studio_.startAnew(); }

    void look(std::int64_t first, std::int64_t end) {
        quality::FlashMeter meter(quality::kFlashWidth, quality::kFlashHeight, studio_.rate());
        for (std::int64_t frame = first; frame < end; ++frame)
            meter.add(studio_.picture(frame, quality::kFlashWidth, quality::kFlashHeight));
        expectNone(meter.report(), "luminance", first);
        expectNone(meter.redReport(), "red", first);
    }

    void expectNone(const quality::FlashReport& report, const std::string& by, std::int64_t first) {
        std::string bad;
        for (const std::int64_t frame : report.bad) bad += " f" + std::to_string(first + frame);
        EXPECT_TRUE(report.passes()) << by << ": seconds that end at" << bad;
        RecordProperty(by + "_flashing_share", std::to_string(report.largestShare));
        RecordProperty(by + "_flashes", std::to_string(report.mostFlashes));
        std::cout << by << ": most flashes in a second " << report.mostFlashes << " (f"
                  << first + report.flashesFrame << "), largest share " << report.largestShare
                  << " (f" << first + report.shareFrame << ")\n";
    }

    [[nodiscard]] std::int64_t frameAt(core::FilmTime time) const {
        return core::frameAt(time, studio_.rate());
    }

    FilmStudio studio_{EBBFLOW_SOURCE_DIR "/scenes/china-soviet-union"};
};

TEST_F(Flashing, IsNoneWhereTheLastChapterBegins) {
    const std::int64_t start = frameAt(studio_.timeline().chapters.back().start);
    look(std::max<std::int64_t>(0, start - 40), start + 85);
}

TEST_F(Flashing, DISABLED_IsNoneInTheWholeFilm) {
    look(0, frameAt(studio_.timeline().length));
}

}  // namespace
}  // namespace ebbflow::test
