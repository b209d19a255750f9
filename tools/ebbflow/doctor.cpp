#include <array>
#include <filesystem>
#include <functional>
#include <initializer_list>
#include <iostream>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "core/error.hpp"
#include "ebbflow/commands.hpp"
#include "ebbflow/exit_status.hpp"
#include "encode/codec_info.hpp"
#include "encode/encoder.hpp"
#include "encode/hardware.hpp"
#include "geo/world.hpp"
#include "gl/context.hpp"
#include "gl/display_power.hpp"
#include "gl/window.hpp"
#include "produce/data_folder.hpp"
#include "raster/crew.hpp"
#include "raster/instructions.hpp"
#include "text/typesetter.hpp"

namespace ebbflow::tools {

namespace {

struct Finding {
    std::string subject;
    bool good = false;
    bool needed = true;  ///< without it nothing can be rendered
    std::string words;
};

/// Runs one check; what it throws is the finding.
Finding find(const std::string& subject, bool needed, const std::function<std::string()>& check) {
    try {
        return {subject, true, needed, check()};
    } catch (const core::Failure& failure) {
        return {subject, false, needed, failure.what()};
    }
}

std::string checkGl() {
    const gl::HeadlessContext context;
    const auto& facts = context.facts();
    return fmt::format(
        "{} ({}, {}){}", facts.renderer, facts.version, facts.platform,
        facts.software ? fmt::format("; no GPU in use: pictures by the processor's vectors ({}), "
                                     "on {} of its threads",
                                     raster::instructionSet(), raster::Crew().hands())
                       : "");
}

std::string checkAtlas() {
    core::Diagnostics diagnostics;
    geo::WorldSpec spec;
    spec.projection = "+proj=laea +lat_0=50 +lon_0=80 +datum=WGS84";
    spec.atlasFolder = produce::atlasFolder();
    spec.geometry = false;
    const geo::World world = geo::loadWorld(spec, diagnostics);
    if (diagnostics.hasErrors()) throw core::Failure(core::toString(diagnostics.all().front()));
    return fmt::format("{}: {} places, {} routes", spec.atlasFolder, world.gazetteer.all().size(),
                       world.routes.size());
}

std::string checkFonts() {
    const text::Typesetter typesetter(text::defaultFonts());
    const auto missing = typesetter.missingGlyphs("Aя中", "zh-Hans", text::Family::serif);
    if (!missing.empty())
        throw core::Failure(fmt::format("no glyph for {}", fmt::join(missing, " ")));
    return "Latin, Cyrillic and Han";
}

std::string checkEncoder(encode::Codec codec) {
    encode::Settings settings;
    settings.codec = codec;
    settings.format = encode::usualFormat(codec);
    const encode::Encoder encoder(settings, [](AVPacket&) {});
    return "opens";
}

/// Throws with the reason where the graphics card encodes nothing.
std::string checkCard(encode::Codec codec) {
    encode::Settings settings;
    settings.codec = codec;
    const encode::EncoderChoice choice = encode::chooseHardware(settings);
    if (choice.encoder.empty()) throw core::Failure(choice.said);
    return choice.encoder + " opens";
}

std::vector<Finding> findings() {
    std::vector<Finding> found;
    found.push_back(find("OpenGL", true, checkGl));
    found.push_back(find("map data", true, checkAtlas));
    found.push_back(find("fonts", true, checkFonts));
    for (const encode::CodecInfo& info : encode::allCodecs()) {
        if (info.encoder.empty()) continue;
        found.push_back(find(fmt::format("encoder for {}", info.name), false,
                             [&info] { return checkEncoder(info.codec); }));
    }
    for (const encode::CodecInfo& info : encode::allCodecs()) {
        if (info.cards.empty()) continue;
        found.push_back(find(fmt::format("{} on a card", info.name), false,
                             [&info] { return checkCard(info.codec); }));
    }
    found.push_back(find("displays", false,
                         [] { return fmt::format("{}", fmt::join(gl::monitorNames(), ", ")); }));
    return found;
}

/// The first of these programs that is there.
std::string firstThatIs(std::initializer_list<const char*> paths, std::string_view otherwise) {
    for (const char* path : paths) {
        std::error_code ignored;
        if (std::filesystem::exists(path, ignored)) return path;
    }
    throw core::Failure(std::string(otherwise));
}

bool isThere(const char* path) {
    std::error_code ignored;
    return std::filesystem::exists(path, ignored);
}

/// A clock that is wrong opens and closes the hall at wrong hours, and dates the counts wrongly.
std::string checkClock() {
    if (isThere("/run/systemd/timesync/synchronized")) return "kept right over the network";
    if (isThere("/run/chrony/chronyd.pid") || isThere("/run/ntpd.pid")) return "kept by a daemon";
    throw core::Failure("nothing keeps it right: apt install systemd-timesyncd, or set it by hand");
}

std::string checkSleep() {
    for (const char* unit : {"sleep.target", "suspend.target"}) {
        std::error_code error;
        const auto where =
            std::filesystem::read_symlink(std::string("/etc/systemd/system/") + unit, error);
        if (error || where != "/dev/null")
            throw core::Failure(
                fmt::format("the machine may fall asleep: systemctl mask {}", unit));
    }
    return "masked";
}

/// What a machine needs that shows a film by itself, beside what all need.
void addKioskFindings(std::vector<Finding>& found) {
    found.push_back(find("X server", true, [] {
        return firstThatIs({"/usr/bin/Xorg", "/usr/lib/xorg/Xorg", "/usr/bin/X"},
                           "none: apt install xserver-xorg");
    }));
    found.push_back(find(
        "xinit", true, [] { return firstThatIs({"/usr/bin/xinit"}, "none: apt install xinit"); }));
    found.push_back(find("systemd", true, [] {
        if (!isThere("/run/systemd/system"))
            throw core::Failure("does not run this machine: start the film by what does");
        return std::string("runs this machine");
    }));
    found.push_back(find("graphics card", false, [] {
        return firstThatIs({"/dev/dri/card0", "/dev/dri/card1"},
                           "none that the system knows: the processor draws");
    }));
    found.push_back(find("clock", false, checkClock));
    found.push_back(find("sleep", false, checkSleep));
    found.push_back(find("screens off by night", false, [] {
        if (!gl::canSetDisplayPower())
            throw core::Failure("no X server here that can (DPMS): the screen will be black");
        return std::string("by DPMS");
    }));
}

int runDoctor(bool json, bool kiosk) {
    auto found = findings();
    if (kiosk) addKioskFindings(found);
    bool good = true;
    nlohmann::json rows = nlohmann::json::array();
    for (const Finding& finding : found) {
        good = good && (finding.good || !finding.needed);
        rows.push_back({{"subject", finding.subject},
                        {"good", finding.good},
                        {"needed", finding.needed},
                        {"words", finding.words}});
        if (!json)
            fmt::print("{:<6}{:<26}{}\n",
                       finding.good     ? "ok"
                       : finding.needed ? "FAILS"
                                        : "none",
                       finding.subject, finding.words);
    }
    if (json) fmt::print("{}\n", rows.dump(2));
    return good ? kDone : kWorldFailed;
}

}  // namespace

void addDoctor(CLI::App& app, Job& job) {
    CLI::App* command = app.add_subcommand(
        "doctor", "what this machine can do: GL, fonts, map data, encoders, displays");
    auto json = std::make_shared<bool>(false);
    auto kiosk = std::make_shared<bool>(false);
    command->add_flag("--json", *json);
    command->add_flag("--kiosk", *kiosk, "also what a machine needs that shows a film by itself");
    command->callback(
        [json, kiosk, &job] { job = [json, kiosk] { return runDoctor(*json, *kiosk); }; });
}

}  // namespace ebbflow::tools
