#include "delivery/manifest.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>
#include <system_error>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/error.hpp"
#include "core/whole_file.hpp"
#include "encode/codec_info.hpp"
#include "encode/recipe.hpp"
#include "encode/segment_length.hpp"

namespace ebbflow::delivery {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

// 3: the wish is in it, hashes are XXH64.
constexpr int kVersion = 3;
constexpr const char* kHeadFile = "render.json";

Json encoderFacts(const encode::Settings& settings) {
    const encode::CodecInfo& row = encode::codecInfo(settings.codec);
    if (row.options == nullptr) return {{"name", row.library}};
    const encode::Recipe recipe = encode::recipeFor(settings);
    Json options = Json::object();
    for (const auto& [key, value] : recipe.options) options[key] = value;
    return {{"name", recipe.encoder},
            {"threads", recipe.threads},
            {"key_frame_distance", recipe.keyFrameDistance},
            {"options", options}};
}

Json toJson(const Provenance& facts) {
    Json object = Json::object();
    for (const auto& [key, value] : facts) object[key] = value;
    return object;
}

Json toJson(const SegmentRecord& record) {
    return {{"first", record.first},     {"count", record.count},
            {"file", record.file},       {"delay", record.delay},
            {"packets", record.packets}, {"machine", toJson(record.machine)},
            {"frames", record.frames}};
}

SegmentRecord recordFrom(const Json& json) {
    SegmentRecord record;
    json.at("first").get_to(record.first);
    json.at("count").get_to(record.count);
    json.at("file").get_to(record.file);
    json.at("delay").get_to(record.delay);
    json.at("packets").get_to(record.packets);
    for (const auto& [key, value] : json.at("machine").items()) {
        record.machine.emplace_back(key, value.get<std::string>());
    }
    json.at("frames").get_to(record.frames);
    return record;
}

// The wish goes with the head and is no part of it: a film rendered from another place is the same
// film.
Json withWish(const Head& head) {
    Json json = Json::parse(head.text);
    json["wish"] = Json::parse(head.wish);
    return json;
}

Head takeHead(Json json) {
    Head head;
    head.wish = json.at("wish").dump();
    for (const char* key : {"wish", "film", "segments"}) json.erase(key);
    head.text = json.dump(1);
    return head;
}

void requireVersion(const Json& json, const fs::path& path, const char* what) {
    if (!json.contains("version") || json.at("version") == kVersion) return;
    throw core::Failure(fmt::format(
        "{} is a {} of version {}, and this program goes by version {}: render the film again, or "
        "use the program that made it",
        path.string(), what, json.at("version").dump(), kVersion));
}

// Reads a file as JSON and makes something of it; `what` says what it was to be.
template <class Make>
auto readAs(const fs::path& path, const char* what, Make make) {
    try {
        Json json = Json::parse(core::readWhole(path));
        requireVersion(json, path, what);
        return make(std::move(json));
    } catch (const Json::exception&) {
        throw core::Failure(
            fmt::format("{} is no {} of ebbflow, or is damaged", path.string(), what));
    }
}

std::optional<std::int64_t> recordedFrame(const fs::path& path) {
    const std::string stem = path.stem().string();
    std::int64_t first = 0;
    const auto [end, error] = std::from_chars(stem.data(), stem.data() + stem.size(), first);
    const bool number = error == std::errc{} && end == stem.data() + stem.size();
    if (!number || path.extension() != ".json") return {};
    return first;
}

}  // namespace

std::string segmentName(std::int64_t first) {
    return fmt::format("{:08}", first);
}

std::string manifestHead(const encode::Settings& settings, encode::Container container,
                         const FrameRange& range, const Provenance& provenance) {
    const Json head{{"format", "ebbflow render"},
                    {"version", kVersion},
                    {"container", encode::nameOf(container)},
                    {"codec", encode::nameOf(settings.codec)},
                    {"pixel_format", encode::formatInfo(settings.format).name},
                    {"size", {settings.size.width, settings.size.height}},
                    {"rate", core::toString(settings.rate)},
                    {"first_frame", range.first},
                    {"end_frame", range.end},
                    {"segment_frames", encode::segmentLength(settings)},
                    {"encoder", encoderFacts(settings)},
                    {"alpha", settings.alpha},
                    {"title", settings.title},
                    {"language", settings.language},
                    {"made_from", toJson(provenance)}};
    return head.dump(1);
}

void writeHead(const fs::path& folder, const Head& head) {
    core::writeWhole(folder / kHeadFile, withWish(head).dump(1));
}

Head readHead(const fs::path& folder) {
    return readAs(folder / kHeadFile, "render", takeHead);
}

void writeRecord(const fs::path& folder, const SegmentRecord& record) {
    core::writeWhole(folder / (segmentName(record.first) + ".json"), toJson(record).dump());
}

SegmentRecord readRecord(const fs::path& path) {
    return readAs(path, "record of a segment", recordFrom);
}

std::vector<RecordFile> recordFiles(const fs::path& folder) noexcept {
    std::vector<RecordFile> files;
    std::error_code gone;
    fs::directory_iterator at(folder, gone);
    for (; !gone && at != fs::directory_iterator(); at.increment(gone)) {
        if (const auto first = recordedFrame(at->path())) files.push_back({*first, at->path()});
    }
    std::ranges::sort(files, {}, &RecordFile::first);
    return files;
}

std::vector<SegmentRecord> readRecords(const fs::path& folder) {
    std::vector<SegmentRecord> records;
    for (const RecordFile& file : recordFiles(folder)) records.push_back(readRecord(file.path));
    return records;
}

void writeManifest(const fs::path& path, const Manifest& manifest) {
    const fs::path part = core::partOf(path);
    std::ofstream out(part, std::ios::binary);
    Json json = withWish(manifest.head);
    if (!manifest.filmHash.empty()) json["film"] = {{"xxh64", manifest.filmHash}};
    // The head is an object: its closing brace makes way for one more member, a segment a line.
    const std::string head = json.dump(1);
    out << head.substr(0, head.rfind("\n}")) << ",\n \"segments\": [";
    const char* separator = "\n  ";
    for (const SegmentRecord& record : manifest.segments) {
        out << separator << toJson(record).dump();
        separator = ",\n  ";
    }
    out << "\n ]\n}\n";
    out.close();
    if (!out) throw core::Failure(fmt::format("cannot write {}", path.string()));
    core::publishSettled(part, path);
}

Manifest readManifest(const fs::path& path) {
    return readAs(path, "manifest", [](Json json) {
        Manifest manifest;
        for (const Json& segment : json.at("segments")) {
            manifest.segments.push_back(recordFrom(segment));
        }
        if (json.contains("film")) json.at("film").at("xxh64").get_to(manifest.filmHash);
        manifest.head = takeHead(std::move(json));
        return manifest;
    });
}

}  // namespace ebbflow::delivery
