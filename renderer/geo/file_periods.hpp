#pragma once
// Snapshots: files of one role, each with the period for which it stands. A file without an end
// ends where the next one begins.

#include <string_view>
#include <vector>

#include "core/validity.hpp"
#include "geo/feature.hpp"
#include "geo/world.hpp"

namespace ebbflow::geo {

/// The period of `own` among the files of its role.
[[nodiscard]] core::Validity periodOf(const RoleSpec& own, const std::vector<RoleSpec>& all);

/// Gives the features what of a period they leave open; those that do not reach into it go.
void keepWithin(const core::Validity& period, std::vector<Feature>& features);

}  // namespace ebbflow::geo
