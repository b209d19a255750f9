#include "geo/role_reader.hpp"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <iterator>

#include <fmt/format.h>

#include "core/error.hpp"
#include "geo/file_periods.hpp"
#include "geo/parallel.hpp"

namespace ebbflow::geo {

namespace {

struct Reading {
    VectorRequest request;
    std::vector<Feature> features;
    core::Diagnostics diagnostics;
};

}  // namespace

std::string atlasPath(const WorldSpec& spec) {
    return (std::filesystem::path(spec.atlasFolder) / "atlas.gpkg").string();
}

RoleReader::RoleReader(const WorldSpec& spec, std::vector<VectorRole> roles)
    : spec_(spec), roles_(std::move(roles)) {
    if (!std::filesystem::exists(atlasPath(spec))) {
        throw core::Failure(
            fmt::format("the map data `{}` is missing; `tools/geodata` makes it", atlasPath(spec)));
    }
}

bool RoleReader::isOwn(const std::string& role) const {
    return std::ranges::find(spec_.roles, role, &RoleSpec::role) != spec_.roles.end();
}

core::SourcePlace RoleReader::place(const std::string& role) const {
    core::SourcePlace place{atlasPath(spec_), 0, 0};
    for (const RoleSpec& own : spec_.roles) {
        if (own.role == role) place = own.file.place;
    }
    return place;
}

std::vector<VectorRequest> RoleReader::requestsFor(const VectorRole& role) const {
    std::vector<VectorRequest> requests;
    const auto request = [&](core::FileSpec file, bool own) {
        requests.push_back(
            {role.name, std::move(file), role.name, role.kind, role.fields, spec_.access, own});
    };
    if (role.adds || !isOwn(role.name)) {
        request({atlasPath(spec_), role.name, {}, {atlasPath(spec_), 0, 0}}, false);
        // The program's own data is sound.
        requests.back().access.limits = core::Limits::none();
    }
    for (const RoleSpec& own : spec_.roles) {
        if (own.role != role.name) continue;
        core::FileSpec file = own.file;
        file.valid = periodOf(own, spec_.roles);
        request(std::move(file), true);
    }
    return requests;
}

void RoleReader::readAll(core::Diagnostics& diagnostics) {
    std::vector<Reading> readings;
    for (const VectorRole& role : roles_) {
        for (VectorRequest& request : requestsFor(role)) {
            readings.push_back({std::move(request), {}, {}});
        }
    }
    std::atomic<std::size_t> next{0};
    onThreads(readings.size(), [&] {
        for (std::size_t i = next++; i < readings.size(); i = next++) {
            Reading& reading = readings[i];
            reading.features = readVector(reading.request, reading.diagnostics);
            keepWithin(reading.request.file.valid, reading.features);
            for (Feature& feature : reading.features) feature.fromScript = reading.request.own;
        }
    });
    for (Reading& reading : readings) {
        diagnostics.append(reading.diagnostics);
        std::ranges::move(reading.features, std::back_inserter(features_[reading.request.role]));
    }
}

}  // namespace ebbflow::geo
