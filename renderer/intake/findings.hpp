#pragma once
// What there is to say of an import, in plain sentences for whoever gave the files.

#include <string>
#include <vector>

namespace ebbflow::intake {

struct Findings {
    std::vector<std::string> understood;
    std::vector<std::string> passedOver;  ///< and why
    std::vector<std::string> otherwise;   ///< what else it might be, and how to say so
};

}  // namespace ebbflow::intake
