#pragma once
// What a machine needs to show a film by itself from its start on: a systemd unit, what the X
// server runs, and a page of instructions. It only writes them.

#include <string>
#include <vector>

namespace ebbflow::live {

struct KioskMachine {
    std::string scene = "/srv/show/film.yaml";
    std::string user = "show";             ///< who runs it
    std::string folder = "/var/lib/show";  ///< the only one that it writes in
    std::string program = "/usr/bin/ebbflow";
    int monitor = 0;
};

/// Writes the files into `folder`, and returns their paths. Throws core::Failure, and has then
/// written nothing, when one of them exists or the disk fails; std::invalid_argument for names that
/// a unit or a shell would take apart.
[[nodiscard]] std::vector<std::string> writeKioskMachine(const std::string& folder,
                                                         const KioskMachine& machine);

}  // namespace ebbflow::live
