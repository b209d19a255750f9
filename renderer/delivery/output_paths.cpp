#include "delivery/output_paths.hpp"

#include <cstring>
#include <optional>

#include <fmt/format.h>

#include "core/error.hpp"

namespace ebbflow::delivery {

namespace fs = std::filesystem;

namespace {

/// `%5d` or `%05d`, and where it stands in the name.
struct Number {
    std::size_t begin = 0, end = 0;
    int digits = 0;
    char fill = ' ';
};

std::optional<Number> numberIn(const std::string& name) {
    Number number;
    number.begin = name.find('%');
    if (number.begin == std::string::npos) return {};
    std::size_t at = number.begin + 1;
    if (at < name.size() && name[at] == '0') number.fill = name[at++];
    if (at < name.size() && name[at] >= '1' && name[at] <= '9') number.digits = name[at++] - '0';
    if (at >= name.size() || name[at] != 'd') return {};
    number.end = at + 1;
    if (name.find('%', number.end) != std::string::npos) return {};
    return number;
}

}  // namespace

OutputPaths pathsOf(const fs::path& output, encode::Container container) {
    if (!encode::isNumbered(container)) {
        return {output, output.string() + ".manifest.json", output.string() + ".part.d"};
    }
    const bool folder = output.filename().empty() || fs::is_directory(output);
    const fs::path pattern = folder ? output / "%05d.png" : output;
    const std::string name = pattern.filename().string();
    const auto number = numberIn(name);
    if (!number) {
        throw core::Failure(fmt::format(
            "`{}`: the name of numbered frames holds one number, such as %05d", pattern.string()));
    }
    std::string stem = name.substr(0, number->begin);
    while (!stem.empty() && std::strchr("-_. ", stem.back()) != nullptr) stem.pop_back();
    const fs::path base = pattern.parent_path() / (stem.empty() ? "frames" : stem);
    return {pattern, base.string() + ".manifest.json", base.string() + ".part.d"};
}

fs::path framePath(const fs::path& pattern, std::int64_t frame) {
    const std::string name = pattern.filename().string();
    const Number number = numberIn(name).value();
    std::string digits = fmt::format("{}", frame);
    const auto width = static_cast<std::size_t>(number.digits);
    if (digits.size() < width) digits.insert(0, width - digits.size(), number.fill);
    return pattern.parent_path() /
           (name.substr(0, number.begin) + digits + name.substr(number.end));
}

}  // namespace ebbflow::delivery
