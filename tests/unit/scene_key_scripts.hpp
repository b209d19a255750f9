#pragma once
// Scripts made from the tables of keys: one for every key, with its example in a place where it may
// stand.

#include <map>
#include <set>
#include <string>

namespace ebbflow::scene::test {

struct ExampleScript {
    std::string with;
    std::string without;    ///< the same but for the key
    std::string withOther;  ///< where the example is what holds without it: with another value
};

/// By `group.key`.
[[nodiscard]] const std::map<std::string, ExampleScript>& exampleScripts();

/// The groups that can be reached from the film's keys.
[[nodiscard]] std::set<std::string> idsOfGroupsInAFilm();

}  // namespace ebbflow::scene::test
