#include "video/manifest.hpp"

extern "C" {
#include <libavcodec/version.h>
#include <libavutil/avutil.h>
}

#include <algorithm>
#include <fstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/error.hpp"
#include "video/cpu_class.hpp"
#include "video/files.hpp"
#include "video/recipe.hpp"

namespace ebbflow::video {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

constexpr int kVersion = 1;

Json encoderFacts(const Settings& settings) {
    if (settings.codec == Codec::png) return {{"name", "libpng"}};
    const Recipe recipe = recipeFor(settings);
    Json options = Json::object();
    for (const auto& [key, value] : recipe.options) options[key] = value;
    return {{"name", recipe.encoder},
            {"libav", av_version_info()},
            {"threads", recipe.threads},
            {"key_frame_distance", recipe.keyFrameDistance},
            {"options", options}};
}

Json toJson(const SegmentRecord& record) {
    return {{"first", record.first}, {"count", record.count},     {"file", record.file},
            {"delay", record.delay}, {"packets", record.packets}, {"frames", record.frames}};
}

SegmentRecord recordFrom(const Json& json) {
    SegmentRecord record;
    json.at("first").get_to(record.first);
    json.at("count").get_to(record.count);
    json.at("file").get_to(record.file);
    json.at("delay").get_to(record.delay);
    json.at("packets").get_to(record.packets);
    json.at("frames").get_to(record.frames);
    return record;
}

Json parse(const fs::path& path) {
    try {
        return Json::parse(readWhole(path));
    } catch (const Json::exception&) {
        throw core::Failure(
            fmt::format("{} is no manifest of ebbflow, or is damaged", path.string()));
    }
}

SegmentRecord readRecord(const fs::path& path) {
    const Json json = parse(path);
    try {
        return recordFrom(json);
    } catch (const Json::exception&) {
        throw core::Failure(fmt::format("{} is no record of a segment", path.string()));
    }
}

// Eight digits in a name make the order of names the order of frames.
std::vector<fs::path> recordFiles(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string stem = entry.path().stem().string();
        const bool number = stem.find_first_not_of("0123456789") == std::string::npos;
        if (number && entry.path().extension() == ".json") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

std::string segmentName(std::int64_t first) {
    return fmt::format("{:08}", first);
}

std::string manifestHead(const Settings& settings, Container container, const FrameRange& range,
                         const Provenance& provenance) {
    Json made = Json::object();
    for (const auto& [key, value] : provenance) made[key] = value;
    const Json head{{"format", "ebbflow render"},
                    {"version", kVersion},
                    {"container", nameOf(container)},
                    {"codec", nameOf(settings.codec)},
                    {"pixel_format", formatInfo(settings.format).name},
                    {"size", {settings.size.width, settings.size.height}},
                    {"rate", core::toString(settings.rate)},
                    {"first_frame", range.first},
                    {"end_frame", range.end},
                    {"segment_frames", segmentLength(settings)},
                    {"encoder", encoderFacts(settings)},
                    {"cpu_class", cpuClass()},
                    {"title", settings.title},
                    {"language", settings.language},
                    {"made_from", made}};
    return head.dump(1);
}

void writeRecord(const fs::path& folder, const SegmentRecord& record) {
    writeWhole(folder / (segmentName(record.first) + ".json"), toJson(record).dump());
}

std::vector<SegmentRecord> readRecords(const fs::path& folder) {
    std::vector<SegmentRecord> records;
    for (const fs::path& file : recordFiles(folder)) records.push_back(readRecord(file));
    return records;
}

bool hasRecords(const fs::path& folder) noexcept {
    try {
        return !recordFiles(folder).empty();
    } catch (const std::exception&) {
        return false;
    }
}

void writeManifest(const fs::path& path, const std::string& head, const fs::path& folder) {
    const fs::path part = partOf(path);
    std::ofstream out(part, std::ios::binary);
    // The head is an object: its closing brace makes way for one more member.
    out << head.substr(0, head.rfind("\n}")) << ",\n \"segments\": [";
    const char* separator = "\n  ";
    for (const fs::path& file : recordFiles(folder)) {
        out << separator << toJson(readRecord(file)).dump();
        separator = ",\n  ";
    }
    out << "\n ]\n}\n";
    out.close();
    if (!out) throw core::Failure(fmt::format("cannot write {}", path.string()));
    publishSettled(part, path);
}

Manifest readManifest(const fs::path& path) {
    Json json = parse(path);
    try {
        Manifest manifest;
        for (const Json& segment : json.at("segments")) {
            manifest.segments.push_back(recordFrom(segment));
        }
        json.erase("segments");
        manifest.head = json.dump(1);
        return manifest;
    } catch (const Json::exception&) {
        throw core::Failure(fmt::format("{} is no manifest of ebbflow", path.string()));
    }
}

}  // namespace ebbflow::video
