#include <unistd.h>

#include <cctype>
#include <filesystem>
#include <iostream>
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "core/error.hpp"
#include "core/whole_file.hpp"
#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "ebbflow/interrupt.hpp"
#include "ebbflow/loading.hpp"
#include "ebbflow/usage.hpp"
#include "encode/settings.hpp"
#include "live/confined.hpp"
#include "live/key_list.hpp"
#include "live/log.hpp"
#include "live/player.hpp"
#include "produce/film_times.hpp"
#include "produce/timing.hpp"
#include "remote/console_page.hpp"
#include "remote/http_server.hpp"
#include "remote/osc_server.hpp"
#include "remote/qr_code.hpp"
#include "remote/token.hpp"

namespace ebbflow::tools {

namespace {

struct PlayOptions {
    SceneOptions scene;
    live::PlayerOptions player;
    bool presenter = false;
    bool kiosk = false;
    bool watch = false;
    bool silent = false;
    std::string from;
    std::string size;
    std::string folder;
    std::string log;
    std::string status;
    std::string counts;
    std::string exitKey;
    std::string http;
    std::string tokenFile;
    std::string console;  ///< of kConsoles; empty: where HTTP is served
    std::string osc;
    std::string rehearsal;
    std::string timing;
    std::string wall, bezel;
    std::string clock;                 ///< lead or follow
    std::vector<std::string> clockAt;  ///< addresses
};

/// Where a presenter's console is.
constexpr const char* kOnAPhone = "web";
constexpr const char* kNowhere = "no";

/// Parts in a clock that machines share.
constexpr const char* kLead = "lead";
constexpr const char* kFollow = "follow";

/// Of a token that a user chose: long enough that nobody tries them all.
constexpr std::size_t kShortestToken = 16;

/// What there is to say of a film, errors before the rest.
std::vector<std::string> faultsOf(const core::Diagnostics& diagnostics) {
    std::vector<std::string> errors;
    for (const auto& diagnostic : diagnostics.all()) {
        if (diagnostic.severity == core::Severity::error)
            errors.push_back(core::toString(diagnostic));
    }
    return errors;
}

/// Loads the film unless one is given, and plans it. Runs on any thread: its typesetter goes with
/// the plan.
live::LoadedPlan loadForWindow(const SceneOptions& options, const std::string& language,
                               std::shared_ptr<const film::Film> film,
                               core::Diagnostics& diagnostics, bool atStart = false) {
    live::LoadedPlan loaded;
    if (!film) {
        produce::LoadedFilm fresh = produce::load(choiceOf(options), true);
        film = std::move(fresh.film);
        loaded.files = std::move(fresh.files);
        diagnostics.append(fresh.diagnostics);
    }
    if (film) {
        if (atStart) produce::requireLanguage(*film, language);
        loaded.plan = produce::planOf(film, {language, false}, diagnostics);
    }
    if (diagnostics.hasErrors()) loaded.plan = nullptr;
    loaded.faults = faultsOf(diagnostics);
    return loaded;
}

live::Mode modeOf(const PlayOptions& options) {
    return options.kiosk       ? live::Mode::kiosk
           : options.presenter ? live::Mode::presenter
                               : live::Mode::play;
}

/// A kiosk writes inside its folder or not at all; elsewhere names are what they are.
std::filesystem::path writable(const PlayOptions& options, const std::string& name,
                               const char* option) {
    if (name.empty() || !options.kiosk) return name;
    if (options.folder.empty()) {
        throw UsageError(fmt::format(
            "a kiosk writes only inside the folder that it is given: {} needs --folder", option));
    }
    return live::confined(options.folder, name);
}

std::optional<live::KeyPress> exitKeyOf(const std::string& name) {
    if (name.empty()) return std::nullopt;
    const auto key = live::keyNamed(name);
    if (!key) {
        throw UsageError(fmt::format("`{}` is no key; write one character, or one of {}", name,
                                     live::keyNames()));
    }
    return key;
}

/// What was rehearsed is not to be had again.
std::filesystem::path newRehearsal(const std::string& name) {
    if (!name.empty() && std::filesystem::exists(name)) {
        throw UsageError(fmt::format(
            "{0} is there already; give --rehearse another name, or hold the talk against it by "
            "--timing {0}",
            name));
    }
    return name;
}

std::optional<live::Wall> wallOf(const PlayOptions& options) {
    if (options.wall.empty()) return std::nullopt;
    auto wall = live::wallNamed(options.wall);
    if (wall && !options.bezel.empty()) wall->bezel = live::bezelNamed(options.bezel).value();
    return wall;
}

/// A leader tells whomever it is told of; a follower hears at one address of its own.
std::optional<live::ClockWish> clockOf(const PlayOptions& options) {
    if (options.clock.empty()) return std::nullopt;
    live::ClockWish wish{options.clock == kLead, {}};
    if (options.presenter && !wish.leads)
        throw UsageError("a presenter's clock leads: --clock lead here, and follow elsewhere");
    for (const std::string& text : options.clockAt) {
        const remote::Address address = remote::addressNamed(text).value();
        if (address.port == 0) throw UsageError("--clock-at needs a port that is not 0");
        wish.at.push_back(address.socketAddress());
    }
    if (!wish.leads && wish.at.size() != 1)
        throw UsageError("--clock follow hears at one address: --clock-at 0.0.0.0:7400");
    return wish;
}

live::PlayerOptions playerOptions(const PlayOptions& options) {
    live::PlayerOptions player = options.player;
    player.mode = modeOf(options);
    player.watch = options.watch || player.mode == live::Mode::play;
    player.sound = !options.silent;
    player.folder = options.folder.empty() ? "." : options.folder;
    player.statusFile = writable(options, options.status, "--status");
    player.countsFile = writable(options, options.counts, "--counts");
    player.exitKey = exitKeyOf(options.exitKey);
    player.rehearsal = newRehearsal(options.rehearsal);
    player.wall = wallOf(options);
    player.clock = clockOf(options);
    if (options.kiosk && player.monitor < 0) player.monitor = 0;
    if (!options.size.empty()) {
        const encode::FrameSize size = encode::sizeNamed(options.size);
        player.size = {size.width, size.height};
    }
    return player;
}

/// A token of the user's own stands in a file; else one is made for this run.
std::string tokenOf(const PlayOptions& options) {
    if (options.tokenFile.empty()) return remote::freshToken();
    std::string token = core::readWhole(options.tokenFile);
    while (!token.empty() && std::isspace(static_cast<unsigned char>(token.back())) != 0)
        token.pop_back();
    if (token.size() < kShortestToken)
        throw UsageError(fmt::format("{} holds no token: {} characters at least, in one line",
                                     options.tokenFile, kShortestToken));
    return token;
}

/// Nothing where none is asked for. A phone is another machine: for it alone the server is at every
/// address of this one, at a port that is free.
std::optional<remote::Address> httpAddress(const PlayOptions& options) {
    if (!options.http.empty()) return remote::addressNamed(options.http);
    if (options.console == kOnAPhone) return remote::Address{"0.0.0.0", 0};
    return std::nullopt;
}

void requireServer(const PlayOptions& options) {
    if (!options.tokenFile.empty() && !httpAddress(options))
        throw UsageError("--http-token is of use with --http, or with --console web");
}

/// The code stands on the terminal alone, which is the presenter's: the audience sees the window.
void tellConsole(const PlayOptions& options, const remote::Address& served,
                 const std::string& token, live::Log& log) {
    const std::string host = remote::reachedAt(served).text();
    // The user's own token is nothing for a log.
    const bool own = !options.tokenFile.empty();
    log.info("the presenter's console: " + remote::consoleAddress(host, own ? "" : token) +
             (own ? "TOKEN, as in " + options.tokenFile : ""));
    if (options.console != kOnAPhone || ::isatty(STDOUT_FILENO) == 0) return;
    std::cout << remote::terminalLines(remote::qrCode(remote::consoleAddress(host, token)))
              << std::flush;
}

std::unique_ptr<remote::HttpServer> serverOf(const PlayOptions& options, live::Player& window,
                                             live::Log& log) {
    const auto address = httpAddress(options);
    if (!address) return nullptr;
    const std::string token = tokenOf(options);
    remote::Show show = remote::showOf(window, modeOf(options));
    const bool console = options.presenter && options.console != kNowhere;
    show.console = console;
    auto server = std::make_unique<remote::HttpServer>(*address, token, std::move(show));
    log.info(fmt::format("serving http://{}/health", server->address().text()));
    if (options.tokenFile.empty()) log.info("commands need the token " + token);
    if (console) tellConsole(options, server->address(), token, log);
    return server;
}

std::unique_ptr<remote::OscServer> oscServerOf(const PlayOptions& options, live::Player& window,
                                               live::Log& log) {
    if (options.osc.empty()) return nullptr;
    auto server = std::make_unique<remote::OscServer>(*remote::addressNamed(options.osc),
                                                      remote::showOf(window, modeOf(options)));
    log.info(fmt::format("listening to OSC at {}", server->address().text()));
    return server;
}

std::string addressFault(const std::string& text) {
    return remote::addressNamed(text)
               ? std::string()
               : "a port (8080: of this machine alone) or an address and a port (0.0.0.0:8080)";
}

int runPlay(const PlayOptions& options) {
    requireServer(options);
    live::PlayerOptions player = playerOptions(options);
    live::Log log(writable(options, options.log, "--log"));
    core::Diagnostics diagnostics;
    live::LoadedPlan film =
        loadForWindow(options.scene, options.scene.language, nullptr, diagnostics, true);
    print(diagnostics);
    if (!film.plan) {
        if (!options.log.empty()) log.error(fmt::format("{} cannot be shown", options.scene.scene));
        return kBadScript;
    }
    if (!options.timing.empty()) {
        core::Diagnostics faults;
        player.rehearsed = produce::readTiming(options.timing, film.plan->film->scene, faults);
        print(faults);
        if (faults.hasErrors()) return kBadScript;
    }
    if (!options.from.empty()) player.from = produce::timeNamed(options.from, *film.plan);
    const live::FilmLoader again = [scene = options.scene](const std::string& language,
                                                           const auto& known) {
        core::Diagnostics faults;
        return loadForWindow(scene, language, known, faults);
    };
    const Interrupt interrupt;
    outliveTerminal();
    try {
        live::Player window(std::move(film), again, std::move(player), log);
        const auto server = serverOf(options, window, log);
        const auto osc = oscServerOf(options, window, log);
        window.run([&] { return interrupt.asked(); });
    } catch (const core::Failure& failure) {
        if (!options.log.empty()) log.error(failure.what());
        throw;
    }
    return kDone;
}

/// Asked for instead of a film, as --help is.
void addKeyList(CLI::App& command) {
    command
        .add_flag_callback(
            "--keys",
            [] {
                std::cout << live::manualOfKeys();
                throw CLI::Success();
            },
            "print the keys and exit")
        ->trigger_on_parse();
}

void addWindowOptions(CLI::App& command, PlayOptions& options) {
    command.add_flag("--fullscreen", options.player.fullScreen, "fill the screen");
    command
        .add_option("--monitor", options.player.monitor,
                    "fill monitor N, counted from 0 in the order of `doctor`'s displays")
        ->check(CLI::NonNegativeNumber);
    command.add_option("--size", options.size, "of the window: 1280x720, 720p, …");
    command
        .add_option("--scale", options.player.scale,
                    "draw fewer pixels and enlarge them, for a slow machine: 0.5")
        ->check(CLI::Range(0.05, 1.0));
    command
        .add_option("--shader-dir", options.player.shaderFolder,
                    "read shaders from this folder, and again when they are saved")
        ->check(CLI::ExistingDirectory);
}

std::string wallFault(const std::string& text) {
    return live::wallNamed(text) ? std::string()
                                 : "COLUMNSxROWS+COLUMN+ROW, 16 each way at most, this window's "
                                   "counted from 0: 2x1+0+0 is the left one of two";
}

std::string bezelFault(const std::string& text) {
    return live::bezelNamed(text) ? std::string() : "millimetres or pixels: 12mm, 40px";
}

void addWallOptions(CLI::App& command, PlayOptions& options) {
    auto* wall = command
                     .add_option("--wall", options.wall,
                                 "the part of the picture that this window shows: 2x1+0+0 is the "
                                 "left one of two")
                     ->check(CLI::Validator(wallFault, {}));
    command
        .add_option("--bezel", options.bezel,
                    "what hides behind the frames between two screens: 12mm, 40px")
        ->check(CLI::Validator(bezelFault, {}))
        ->needs(wall);
    auto* at = command
                   .add_option("--clock-at", options.clockAt,
                               "where a leader tells its clock (again for another), or where a "
                               "follower hears it: 10.0.0.255:7400, 0.0.0.0:7400")
                   ->check(CLI::Validator(addressFault, {}));
    auto* clock = command
                      .add_option("--clock", options.clock,
                                  "lead other machines' clocks, or follow the one that leads")
                      ->check(CLI::IsMember({kLead, kFollow}))
                      ->needs(at);
    at->needs(clock);
}

}  // namespace

void addPlay(CLI::App& app, Job& job) {
    auto options = std::make_shared<PlayOptions>();
    CLI::App* command = app.add_subcommand("play", "the film in a window; --keys lists its keys");
    addSceneOptions(*command, options->scene);
    addKeyList(*command);
    addWindowOptions(*command, *options);
    addWallOptions(*command, *options);
    command->add_option("--from", options->from, "TIME at which to begin");
    command->add_flag("--paused", options->player.paused, "begin standing still");
    command->add_flag("--silent", options->silent, "without the film's sound");
    auto* presenter = command->add_flag("--presenter", options->presenter,
                                        "wait at each cue for a clicker; notes on the terminal");
    auto* kiosk =
        command
            ->add_flag("--kiosk", options->kiosk,
                       "full screen, for ever; no key ends it (SIGTERM does, and --exit-key)")
            ->excludes(presenter);
    command->add_flag(
        "--watch", options->watch,
        "load again what is saved, as plain play does, in a kiosk or for a presenter");
    command->add_option("--exit-key", options->exitKey,
                        "a key that ends it: one character, or " + live::keyNames());
    command->add_option("--folder", options->folder, "for screenshots, and all that a kiosk writes")
        ->check(CLI::ExistingDirectory);
    command->add_option("--log", options->log, "a file for messages, kept small");
    command->add_option("--status", options->status,
                        "a file that always says what is on screen, as key=value lines");
    command
        ->add_option("--counts", options->counts,
                     "a CSV file that counts by the day what a kiosk's visitors choose")
        ->needs(kiosk);
    command
        ->add_option("--rehearse", options->rehearsal,
                     "a new file, for how long each step stood: FILE.csv")
        ->needs(presenter);
    command
        ->add_option("--timing", options->timing,
                     "a rehearsal's file: the console says how far ahead or behind the talk is")
        ->check(CLI::ExistingFile)
        ->needs(presenter);
    command
        ->add_option(
            "--console", options->console,
            "a presenter's: web (a page for a phone, with a QR code of its address), or no")
        ->check(CLI::IsMember({kOnAPhone, kNowhere}))
        ->needs(presenter);
    command
        ->add_option("--http", options->http,
                     "tell of itself there, and take commands: 8080, 0.0.0.0:8080")
        ->check(CLI::Validator(addressFault, {}));
    command
        ->add_option("--http-token", options->tokenFile,
                     "a file with the token that commands need; else one is made and told")
        ->check(CLI::ExistingFile);
    command
        ->add_option("--osc", options->osc,
                     "take commands of show-control programs there: 9000, 0.0.0.0:9000")
        ->check(CLI::Validator(addressFault, {}));
    command->callback([options, &job] { job = [options] { return runPlay(*options); }; });
}

}  // namespace ebbflow::tools
