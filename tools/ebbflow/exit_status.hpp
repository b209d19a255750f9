#pragma once
// What the program says to whoever started it.

namespace ebbflow::tools {

enum ExitStatus : int {
    kDone = 0,
    kWorldFailed = 1,  ///< no GPU, disk full, codec missing; an audit that does not balance; `diff
                       ///< --exit-code`; `qc` with an error among its findings
    kWrongUsage = 2,
    kBadScript = 3,  ///< the author's script or data
};

}  // namespace ebbflow::tools
