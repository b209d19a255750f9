#include "geo/triangulate.hpp"

#include <bit>
#include <cmath>
#include <unordered_map>

namespace ebbflow::geo {

namespace {

struct PointHash {
    std::size_t operator()(glm::dvec2 p) const {
        const auto x = std::bit_cast<std::uint64_t>(p.x), y = std::bit_cast<std::uint64_t>(p.y);
        return static_cast<std::size_t>((x ^ std::rotl(y, 29)) * 0x9E3779B97F4A7C15ULL >> 16);
    }
};

class MeshBuilder {
public:
    explicit MeshBuilder(Mesh& mesh) : mesh_(mesh) {}

    void add(const std::array<glm::dvec2, 3>& corners) {
        const double twice = twiceSignedArea({corners[0], corners[1], corners[2]});
        if (twice == 0.0) return;
        for (int i = 0; i < 3; ++i) {
            mesh_.indices.push_back(
                indexOf(corners[static_cast<std::size_t>(twice > 0 ? i : 2 - i)]));
        }
        mesh_.area += std::abs(twice) / 2;
    }

private:
    std::uint32_t indexOf(glm::dvec2 p) {
        const auto [found, isNew] =
            known_.try_emplace(p, static_cast<std::uint32_t>(mesh_.vertices.size()));
        if (isNew) mesh_.vertices.push_back(p);
        return found->second;
    }

    Mesh& mesh_;
    std::unordered_map<glm::dvec2, std::uint32_t, PointHash> known_;
};

}  // namespace

void triangulate(const Polygon& polygon, Geos& geos, Mesh& mesh) {
    MeshBuilder builder(mesh);
    for (const Polygon& sound : geos.repaired(polygon)) {
        for (const auto& corners : geos.triangles(sound)) builder.add(corners);
    }
}

}  // namespace ebbflow::geo
