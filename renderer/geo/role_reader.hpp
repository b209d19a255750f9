#pragma once
// Which file plays which role (the script's, else the atlas's), and reading them all, several at a
// time.

#include <map>
#include <string>
#include <vector>

#include "geo/vector_source.hpp"
#include "geo/world.hpp"

namespace ebbflow::geo {

/// A vector role: what shapes it has and which of its columns are read.
struct VectorRole {
    std::string name;
    ShapeKind kind = ShapeKind::polygons;
    std::vector<std::string> fields;
    bool adds =
        false;  ///< the script's files come on top of the atlas's rather than in place of them
};

class RoleReader {
public:
    /// Throws core::Failure when the atlas is not there.
    RoleReader(const WorldSpec& spec, std::vector<VectorRole> roles);

    /// Reads every role. Faults go to `diagnostics` in the order of the roles.
    void readAll(core::Diagnostics& diagnostics);

    [[nodiscard]] std::vector<Feature>& features(const std::string& role) {
        return features_[role];
    }
    /// Whether the script brings files of its own for the role.
    [[nodiscard]] bool isOwn(const std::string& role) const;
    /// Where the role's (last) file is named.
    [[nodiscard]] core::SourcePlace place(const std::string& role) const;

private:
    [[nodiscard]] std::vector<VectorRequest> requestsFor(const VectorRole& role) const;

    const WorldSpec& spec_;
    std::vector<VectorRole> roles_;
    std::map<std::string, std::vector<Feature>> features_;
};

/// Path of the atlas's vector file.
[[nodiscard]] std::string atlasPath(const WorldSpec& spec);

}  // namespace ebbflow::geo
