#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "quality/film_facts.hpp"

namespace ebbflow::quality {

using core::Severity;

namespace {

class ContainerCheck {
public:
    ContainerCheck(const FilmFacts& facts, Report& report) : facts_(facts), report_(report) {}

    void timing() {
        if (facts_.rate != facts_.nominalRate)
            fault(fmt::format("the rate is {} by the mean and {} as declared",
                              core::toString(facts_.rate), core::toString(facts_.nominalRate)));
        if (!knownRate())
            warn(fmt::format("{} frames a second is no rate in use", core::toString(facts_.rate)));
        if (std::abs(facts_.startSeconds) > 1e-6)
            fault(fmt::format("the picture starts at {:.4f} s instead of 0", facts_.startSeconds));
        if (facts_.uneven > 0)
            fault(fmt::format("{} frames are not shown at their place in time", facts_.uneven),
                  {facts_.firstUneven, facts_.firstUneven});
        if (facts_.damaged > 0) fault(fmt::format("{} frames are damaged", facts_.damaged));
        if (facts_.frames == 0) fault("there is no picture in it");
    }

    void picture() {
        if (facts_.interlaced) fault("the picture is interlaced");
        if (std::abs(facts_.pixelAspect - 1) > 1e-9)
            fault(fmt::format("pixels are not square: {:.4f}", facts_.pixelAspect));
        if (isRgb()) return;
        colour("primaries", facts_.primaries);
        colour("transfer", facts_.transfer);
        colour("matrix", facts_.matrix);
        if (facts_.range == "unknown")
            warn("the range of its levels is not tagged");
        else if (facts_.range != "tv")
            warn("its levels are of full range: editors expect limited range");
    }

    void promise(const Promise& promise) {
        hold("rate", promise.by, promise.rate, facts_.rate,
             [](const core::FrameRate& rate) { return core::toString(rate); });
        const auto plain = [](const auto& value) { return fmt::format("{}", value); };
        hold("width", promise.by, promise.width, facts_.width, plain);
        hold("height", promise.by, promise.height, facts_.height, plain);
        hold("bits a sample", promise.by, promise.bits, facts_.bits, plain);
        hold("number of frames", promise.by, promise.frames, facts_.frames, plain);
        hold("timecode", promise.by, promise.timecode, facts_.timecode,
             [](const std::string& value) { return value.empty() ? "none" : value; });
        hold("sound", promise.by, promise.sound, !facts_.sound.empty(),
             [](bool there) { return std::string(there ? "there" : "missing"); });
        const auto word = [](const std::string& text) {
            return text.empty() ? std::nullopt : std::optional(text);
        };
        const auto same = [](const std::string& value) { return value; };
        hold("codec", promise.by, word(promise.codec), facts_.codec, same);
        // Matroska does not say it of every codec.
        if (!facts_.grade.empty())
            hold("grade", promise.by, word(promise.grade), facts_.grade, same);
        hold("alpha", promise.by, promise.alpha, facts_.alpha,
             [](bool there) { return std::string(there ? "there" : "missing"); });
        hold("pixel format", promise.by, word(promise.pixelFormat), facts_.pixelFormat, same);
        if (facts_.container.find(promise.container) == std::string::npos)
            hold("container", promise.by, word(promise.container), facts_.container, same);
    }

private:
    [[nodiscard]] bool isRgb() const {
        return facts_.pixelFormat.find("rgb") != std::string::npos ||
               facts_.pixelFormat.find("bgr") != std::string::npos ||
               facts_.pixelFormat.find("gbr") != std::string::npos;
    }

    [[nodiscard]] bool knownRate() const {
        constexpr std::array<std::pair<int, int>, 8> rates{{{24000, 1001},
                                                            {24, 1},
                                                            {25, 1},
                                                            {30000, 1001},
                                                            {30, 1},
                                                            {50, 1},
                                                            {60000, 1001},
                                                            {60, 1}}};
        return std::ranges::any_of(rates, [&](const auto& rate) {
            return facts_.rate == core::FrameRate{rate.first, rate.second};
        });
    }

    void colour(std::string_view what, const std::string& tag) {
        if (tag == "unknown")
            warn(fmt::format("the colour's {} is not tagged: BT.709 is expected", what));
        else if (tag != "bt709")
            fault(fmt::format("the colour's {} is tagged {} instead of bt709", what, tag));
    }

    template <class Value, class Words>
    void hold(std::string_view what, const std::string& by, const std::optional<Value>& wanted,
              const Value& is, Words words) {
        if (wanted && *wanted != is)
            fault(fmt::format("{}: {} instead of {}, which {} says", what, words(is),
                              words(*wanted), by));
    }

    void fault(std::string message, Span at = {}) {
        report_.add(Severity::error, Rule::container, at, std::move(message));
    }
    void warn(std::string message) {
        report_.add(Severity::warning, Rule::container, {}, std::move(message));
    }

    const FilmFacts& facts_;
    Report& report_;
};

}  // namespace

void tellContainer(const FilmFacts& facts, const Promise& promise, Report& report) {
    report.figures.push_back({"frames", static_cast<double>(facts.frames), ""});
    ContainerCheck check(facts, report);
    check.timing();
    check.picture();
    check.promise(promise);
}

void tellPromise(const FilmFacts& facts, const Promise& promise, Report& report) {
    ContainerCheck(facts, report).promise(promise);
}

}  // namespace ebbflow::quality
