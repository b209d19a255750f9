#pragma once
// Columns of a map file that look like its names or its dates and are not read: found while its
// features go by, and told with the line that would read them. It guesses nothing into the map.

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/diagnostic.hpp"
#include "core/source_spec.hpp"
#include "geo/bind_columns.hpp"

class OGRFeature;
class OGRFeatureDefn;

namespace ebbflow::geo {

/// What a role does with names and dates.
struct RoleUses {
    bool names = false;
    bool dates = false;
};
[[nodiscard]] RoleUses usesOf(std::string_view role);

class ColumnAdvice {
public:
    ColumnAdvice(const OGRFeatureDefn& layer, const BoundColumns& bound, std::string_view role);
    ~ColumnAdvice();
    ColumnAdvice(const ColumnAdvice&) = delete;
    ColumnAdvice& operator=(const ColumnAdvice&) = delete;

    void look(const OGRFeature& feature);
    /// Our names of columns and the file's, of those that look like what the map goes by.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> found() const;
    /// One warning, or none.
    void say(const core::FileSpec& file, core::Diagnostics& diagnostics) const;

private:
    struct Unread;
    /// The first column for which `fits` holds, or empty.
    template <typename Fits>
    [[nodiscard]] std::string firstThat(Fits fits) const;

    std::vector<Unread> unread_;
    bool wantsName_ = false, wantsFrom_ = false, wantsTo_ = false;
};

}  // namespace ebbflow::geo
