#include "live/day_counts.hpp"

#include <charconv>
#include <ctime>
#include <iterator>
#include <vector>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/whole_file.hpp"

namespace ebbflow::live {

namespace {

constexpr std::string_view kHead = "date,what,which,count";
constexpr double kSecondsBetween = 10;
/// Two years of days, so that the file never grows for ever.
constexpr std::size_t kMostDays = 732;

/// Names of chapters and languages have neither commas nor quotes in ids; a stranger's might.
std::string cell(std::string_view text) {
    std::string plain(text);
    for (char& c : plain) {
        if (c == ',' || c == '"' || c == '\n' || c == '\r') c = ' ';
    }
    return plain;
}

std::vector<std::string> cellsOf(std::string_view line) {
    std::vector<std::string> cells;
    while (true) {
        const auto comma = line.find(',');
        cells.emplace_back(line.substr(0, comma));
        if (comma == std::string_view::npos) return cells;
        line.remove_prefix(comma + 1);
    }
}

}  // namespace

DayCounts::DayCounts(std::filesystem::path path) : path_(std::move(path)) {
    std::error_code ignored;
    if (path_.empty() || !std::filesystem::exists(path_, ignored)) return;
    const std::string text = core::readWhole(path_);
    std::string_view rest = text;
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        const auto cells = cellsOf(rest.substr(0, end));
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        if (cells.size() != 4) continue;
        std::uint64_t count = 0;
        const auto [last, error] =
            std::from_chars(cells[3].data(), cells[3].data() + cells[3].size(), count);
        if (error == std::errc{} && last == cells[3].data() + cells[3].size())
            counts_[{cells[0], cells[1], cells[2]}] = count;
    }
}

void DayCounts::add(std::string_view day, std::string_view what, std::string_view which) {
    if (path_.empty()) return;
    ++counts_[{cell(day), cell(what), cell(which)}];
    isNew_ = true;
}

bool DayCounts::save(double now) {
    if (!isNew_ || now - savedAt_ < kSecondsBetween) return true;
    savedAt_ = now;
    return saveAll();
}

bool DayCounts::saveAll() {
    if (!isNew_) return true;
    std::map<std::string, std::size_t> days;
    for (const auto& [row, count] : counts_) ++days[std::get<0>(row)];
    while (days.size() > kMostDays) {
        std::erase_if(counts_, [&](const auto& entry) {
            return std::get<0>(entry.first) == days.begin()->first;
        });
        days.erase(days.begin());
    }
    std::string text = fmt::format("{}\n", kHead);
    for (const auto& [row, count] : counts_)
        fmt::format_to(std::back_inserter(text), "{},{},{},{}\n", std::get<0>(row),
                       std::get<1>(row), std::get<2>(row), count);
    try {
        core::writeWhole(path_, text);
    } catch (const core::Failure&) {
        return false;
    }
    isNew_ = false;
    return true;
}

std::string localDay(std::int64_t seconds) {
    const auto when = static_cast<std::time_t>(seconds);
    std::tm local{};
    localtime_r(&when, &local);
    return fmt::format("{:04}-{:02}-{:02}", local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

}  // namespace ebbflow::live
