// The ebbflow program: chooses a sub-command, and is the one place where failures are caught and
// told.

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <system_error>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "core/diagnostic.hpp"
#include "core/error.hpp"
#include "core/printable.hpp"
#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "produce/refusal.hpp"

namespace {

using namespace ebbflow;

/// CLI11 would only say that a command is missing.
void checkCommand(const CLI::App& app, const std::string& word) {
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands({})) {
        names.push_back(command->get_name());
        const auto& others = command->get_aliases();
        names.insert(names.end(), others.begin(), others.end());
    }
    if (word.starts_with("-") || std::ranges::find(names, word) != names.end()) return;
    throw CLI::ParseError("there is no command `" + word + "`" + core::didYouMean(word, names),
                          CLI::ExitCodes::ExtrasError);
}

[[noreturn]] void failWriting(const std::error_code& why) {
    throw core::Failure("cannot write to the standard output: " + why.message());
}

/// A report that was cut short must not look like a whole one.
void settleOutput() {
    errno = 0;
    std::cout.flush();
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0 && std::cout.good()) return;
    failWriting({errno != 0 ? errno : EIO, std::generic_category()});
}

/// What the job returns, once all that it printed is out.
int done(const tools::Job& job) {
    try {
        const int status = job();
        settleOutput();
        return status;
    } catch (const std::system_error& error) {
        // fmt tells so of an output that is larger than its buffer.
        if (std::ferror(stdout) == 0) throw;
        failWriting(error.code());
    }
}

int run(const tools::Job& job) {
    try {
        return done(job);
    } catch (const produce::Refusal& error) {
        std::cerr << "ebbflow: " << core::printable(error.what()) << '\n';
        return tools::kWrongUsage;
    } catch (const core::Failure& failure) {
        std::cerr << "ebbflow: " << core::printable(failure.what()) << '\n';
    } catch (const std::filesystem::filesystem_error& error) {
        // A name that is too long, say: of the world, not of the program.
        std::cerr << "ebbflow: "
                  << core::printable(error.path1().string() + ": " + error.code().message())
                  << '\n';
    } catch (const std::bad_alloc&) {
        std::cerr << "ebbflow: out of memory\n";
    } catch (const std::exception& error) {
        std::cerr << "ebbflow: internal error: " << core::printable(error.what()) << '\n';
    }
    return tools::kWorldFailed;
}

int parse(CLI::App& app, int argc, char** argv) {
    try {
        if (argc > 1) checkCommand(app, argv[1]);
        app.parse(argc, argv);
    } catch (const CLI::Success& success) {
        // --help, --version; by fmt, which keeps the reason of a write that fails.
        std::ostringstream text;
        const int status = app.exit(success, text, text);
        return run([&] {
            fmt::print("{}", text.str());
            return status;
        });
    } catch (const CLI::ParseError& error) {
        std::ostringstream text;
        app.exit(error, text, text);
        std::cerr << core::printable(text.str(), true);
        return tools::kWrongUsage;
    }
    return -1;
}

}  // namespace

int main(int argc, char** argv) {
    // A reader of our output that goes away is an ordinary write error, not a death.
    std::signal(SIGPIPE, SIG_IGN);
    // So is a file that grows past the limit set for it.
    std::signal(SIGXFSZ, SIG_IGN);
    CLI::App app{"Animated maps of movements: a live window, or an encoded film.", "ebbflow"};
    app.require_subcommand(1);
    app.set_version_flag("--version", "ebbflow " EBBFLOW_VERSION);
    app.footer(
        "SCENE is a film.yaml or its folder. TIME is 1:23.5, 83.5 (seconds), f2087 (a frame) or\n"
        "10:01:23:12 (a timecode, counted from the script's start).\n"
        "Exit status: 0 done; 1 the world failed; 2 wrong usage; 3 fault in a script or its data.");
    tools::Job job;
    for (const auto add :
         {tools::addRender, tools::addJoin, tools::addVerify, tools::addStill, tools::addStoryboard,
          tools::addPlay, tools::addCheck, tools::addAudit, tools::addCuesheet, tools::addCaptions,
          tools::addEdl, tools::addWords, tools::addDiff, tools::addQc, tools::addImport,
          tools::addNew, tools::addKiosk, tools::addSchema, tools::addDoctor}) {
        add(app, job);
    }
    const int status = parse(app, argc, argv);
    return status >= 0 ? status : run(job);
}
