#pragma once
// The sub-commands: each adds itself to the command line and, when chosen, leaves what to run in
// `job`.

#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace ebbflow::tools {

/// Returns an ExitStatus; throws core::Failure when the world fails.
using Job = std::function<int()>;

void addRender(CLI::App& app, Job& job);
void addJoin(CLI::App& app, Job& job);
void addVerify(CLI::App& app, Job& job);
void addStill(CLI::App& app, Job& job);
void addStoryboard(CLI::App& app, Job& job);
void addPlay(CLI::App& app, Job& job);
void addCheck(CLI::App& app, Job& job);
void addAudit(CLI::App& app, Job& job);
void addCuesheet(CLI::App& app, Job& job);
void addCaptions(CLI::App& app, Job& job);
void addEdl(CLI::App& app, Job& job);
void addWords(CLI::App& app, Job& job);
void addDiff(CLI::App& app, Job& job);
void addQc(CLI::App& app, Job& job);
void addImport(CLI::App& app, Job& job);
void addNew(CLI::App& app, Job& job);
void addKiosk(CLI::App& app, Job& job);
void addSchema(CLI::App& app, Job& job);
void addDoctor(CLI::App& app, Job& job);

}  // namespace ebbflow::tools
