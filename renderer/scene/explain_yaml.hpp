#pragma once
// Says in plain words what the YAML parser stumbled over, from its fault and the line as typed.

#include <string>

#include "scene/node.hpp"
#include "scene/script_text.hpp"

namespace ebbflow::scene {

/// A sentence for the author, and the place at which he should look (which may be an earlier line).
struct Explanation {
    int line = 0;
    int column = 0;
    std::string message;
};
[[nodiscard]] Explanation explainYaml(const ScriptText& script, const YamlFault& fault);

}  // namespace ebbflow::scene
