#pragma once
// What visitors of a kiosk choose, counted by the day in a CSV file: `date,what,which,count`.
// Nothing is kept of any person, nor of the time of day.

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

namespace ebbflow::live {

class DayCounts {
public:
    /// Goes on with what `path` holds; an empty path: nothing is ever counted. Rows that are not
    /// this class's own are left out when it is next written.
    explicit DayCounts(std::filesystem::path path);

    /// One more of `what` (`start`, `visit`, `language`, `chapter`, `end`, `idle`), `which` of
    /// them. `day`: `2026-11-30`, of the machine's time zone.
    void add(std::string_view day, std::string_view what, std::string_view which = {});
    /// Writes what is new, once in ten seconds at most; `now`: seconds that never go back. False
    /// when it cannot be written; it is tried again.
    [[nodiscard]] bool save(double now);
    /// The same at once, for the end.
    [[nodiscard]] bool saveAll();

private:
    using Row = std::tuple<std::string, std::string, std::string>;
    std::filesystem::path path_;
    std::map<Row, std::uint64_t> counts_;
    bool isNew_ = false;
    double savedAt_ = -1e9;
};

/// Of the machine's time zone. `seconds`: since 1970, UTC.
[[nodiscard]] std::string localDay(std::int64_t seconds);

}  // namespace ebbflow::live
