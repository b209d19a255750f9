#include <array>
#include <functional>
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

int runDoctor(bool json) {
    const auto found = findings();
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
    command->add_flag("--json", *json);
    command->callback([json, &job] { job = [json] { return runDoctor(*json); }; });
}

}  // namespace ebbflow::tools
