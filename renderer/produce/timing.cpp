#include "produce/timing.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "core/csv.hpp"
#include "core/whole_file.hpp"

namespace ebbflow::produce {

namespace {

constexpr double kShortest = 0.1, kLongest = 3600;
constexpr std::array<std::string_view, 3> kColumns{"chapter", "step", "seconds"};

template <class Number>
std::optional<Number> numberIn(const std::string& text) {
    Number number{};
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = fault == std::errc{} && end == text.data() + text.size();
    return whole ? std::optional(number) : std::nullopt;
}

class TimingReader {
public:
    TimingReader(const scene::Scene& scene, core::Diagnostics& diagnostics)
        : scene_(scene), diagnostics_(diagnostics) {}

    Timing read(const std::vector<core::CsvRow>& rows, const std::string& file) {
        if (rows.empty()) {
            diagnostics_.error({file, 1, 1}, "there is no row; the first names the columns " +
                                                 std::string("chapter, step, seconds"));
            return {};
        }
        if (!findColumns(rows.front())) return {};
        for (std::size_t i = 1; i < rows.size(); ++i) take(rows[i]);
        return std::move(timing_);
    }

private:
    bool findColumns(const core::CsvRow& head) {
        for (std::size_t i = 0; i < kColumns.size(); ++i) {
            const auto found = std::ranges::find(head, kColumns.at(i), &core::CsvCell::text);
            if (found == head.end()) {
                diagnostics_.error(head.front().place,
                                   fmt::format("there is no column `{}`; the first row names "
                                               "chapter, step, seconds",
                                               kColumns.at(i)));
                return false;
            }
            columns_.at(i) = static_cast<std::size_t>(found - head.begin());
        }
        return true;
    }

    void take(const core::CsvRow& row) {
        const std::size_t last = *std::ranges::max_element(columns_);
        if (row.size() <= last) {
            diagnostics_.error(row.front().place,
                               fmt::format("this row ends before its column {}", last + 1));
            return;
        }
        const auto chapter = placeAmong(row[columns_[0]], scene_.chapters.size(), "chapter");
        if (!chapter) return;
        const auto step =
            placeAmong(row[columns_[1]], scene_.chapters[*chapter].steps.size(), "step");
        const auto seconds = secondsIn(row[columns_[2]]);
        if (!step || !seconds) return;
        if (timeOf(timing_, *chapter, *step) != nullptr) {
            diagnostics_.error(row[columns_[1]].place,
                               fmt::format("chapter {}, step {} comes twice; leave one of them out",
                                           *chapter + 1, *step + 1));
            return;
        }
        timing_.push_back({*chapter, *step, *seconds});
    }

    /// An index.
    std::optional<std::size_t> placeAmong(const core::CsvCell& cell, std::size_t count,
                                          std::string_view what) {
        const auto number = numberIn<std::size_t>(cell.text);
        if (number && *number >= 1 && *number <= count) return *number - 1;
        diagnostics_.error(cell.place,
                           fmt::format("`{}` is no {}; write a number from 1 to {}: was the "
                                       "script changed since?",
                                       cell.text, what, count));
        return std::nullopt;
    }

    std::optional<double> secondsIn(const core::CsvCell& cell) {
        const auto seconds = numberIn<double>(cell.text);
        if (seconds && *seconds >= kShortest && *seconds <= kLongest) return seconds;
        diagnostics_.error(cell.place, fmt::format("`{}` is no length of a step; write seconds "
                                                   "from {} to {}",
                                                   cell.text, kShortest, kLongest));
        return std::nullopt;
    }

    const scene::Scene& scene_;
    core::Diagnostics& diagnostics_;
    std::array<std::size_t, 3> columns_{};
    Timing timing_;
};

/// Whoever left out a step may not know it.
void tellOfOthers(const Timing& timing, const scene::Scene& scene, const std::string& file,
                  core::Diagnostics& diagnostics) {
    std::size_t all = 0;
    for (const scene::Chapter& chapter : scene.chapters) all += chapter.steps.size();
    if (timing.size() == all || diagnostics.hasErrors()) return;
    diagnostics.note({file, 0, 0},
                     fmt::format("{} of the film's {} steps are not in it, and are as long as the "
                                 "script has them",
                                 all - timing.size(), all));
}

}  // namespace

const TimedStep* timeOf(const Timing& timing, std::size_t chapter, std::size_t step) {
    const auto found = std::ranges::find_if(timing, [&](const TimedStep& timed) {
        return timed.chapter == chapter && timed.step == step;
    });
    return found == timing.end() ? nullptr : &*found;
}

std::string timingText(const Timing& timing, const scene::Scene& scene) {
    std::string text =
        core::csvRow(std::array<std::string, 4>{"chapter", "step", "seconds", "title"});
    for (const TimedStep& timed : timing) {
        const double seconds = std::clamp(timed.seconds, kShortest, kLongest);
        text += core::csvRow(std::array<std::string, 4>{
            fmt::format("{}", timed.chapter + 1), fmt::format("{}", timed.step + 1),
            fmt::format("{:.2f}", seconds),
            scene.chapters.at(timed.chapter).title.inOrAny(scene.languages.front())});
    }
    return text;
}

Timing readTiming(const std::filesystem::path& file, const scene::Scene& scene,
                  core::Diagnostics& diagnostics) {
    core::Diagnostics faults;
    const std::string text = core::readWhole(file);
    const std::vector<core::CsvRow> rows = core::readCsv(text, file.string(), faults);
    Timing timing;
    if (!faults.hasErrors()) timing = TimingReader(scene, faults).read(rows, file.string());
    tellOfOthers(timing, scene, file.string(), faults);
    diagnostics.append(faults);
    return timing;
}

void takeTiming(const Timing& timing, scene::Scene& scene) {
    for (const TimedStep& timed : timing) {
        scene.chapters.at(timed.chapter).steps.at(timed.step).stood =
            core::FilmTime::fromSeconds(timed.seconds);
    }
}

}  // namespace ebbflow::produce
