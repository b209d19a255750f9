#include "delivery/head_difference.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ebbflow::delivery {

namespace {

using Json = nlohmann::ordered_json;

// JSON pointers such as /made_from/input film.yaml, whose slashes inside names are `~1`.
std::string nameOf(const std::string& pointer) {
    std::string name = pointer.substr(pointer.find('/') + 1);
    for (const std::string_view room : {"made_from/", "encoder/options/"}) {
        if (name.starts_with(room)) name.erase(0, room.size());
    }
    for (auto at = name.find("~1"); at != std::string::npos; at = name.find("~1")) {
        name.replace(at, 2, "/");
    }
    return name;
}

std::string wordsOf(const Json& value) {
    if (!value.is_string()) return value.dump();
    return value.get<std::string>().empty() ? "empty" : value.get<std::string>();
}

// A change from one hash to another says nothing but that it is one.
bool isHash(const Json& value) {
    return value.is_string() && value.get<std::string>().size() == 16 &&
           value.get<std::string>().find_first_not_of("0123456789abcdef") == std::string::npos;
}

std::string phrase(const std::string& name, const Json& before, const Json& now) {
    if (isHash(before) && isHash(now)) return fmt::format("{} has changed", name);
    return fmt::format("{} was {} and is {}", name, wordsOf(before), wordsOf(now));
}

}  // namespace

std::vector<std::string> headDifferences(const std::string& before, const std::string& now) {
    const Json old = Json::parse(before).flatten();
    const Json fresh = Json::parse(now).flatten();
    std::vector<std::string> found;
    for (const auto& [pointer, value] : old.items()) {
        if (!fresh.contains(pointer)) {
            found.push_back(nameOf(pointer) + " is gone");
        } else if (fresh.at(pointer) != value) {
            found.push_back(phrase(nameOf(pointer), value, fresh.at(pointer)));
        }
    }
    for (const auto& [pointer, value] : fresh.items()) {
        if (!old.contains(pointer)) found.push_back(nameOf(pointer) + " is new");
    }
    return found;
}

}  // namespace ebbflow::delivery
