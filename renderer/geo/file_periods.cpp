#include "geo/file_periods.hpp"

#include <algorithm>

namespace ebbflow::geo {

core::Validity periodOf(const RoleSpec& own, const std::vector<RoleSpec>& all) {
    core::Validity period = own.file.valid;
    if (!period.from || period.to) return period;
    for (const RoleSpec& other : all) {
        const auto& next = other.file.valid.from;
        if (other.role != own.role || !next || *next <= *period.from) continue;
        const core::Day before = *next + -1;
        if (!period.to || before < *period.to) period.to = before;
    }
    return period;
}

void keepWithin(const core::Validity& period, std::vector<Feature>& features) {
    std::erase_if(features, [&](Feature& feature) {
        core::Validity& valid = feature.valid;
        if (period.from) valid.from = std::max(valid.from.value_or(*period.from), *period.from);
        if (period.to) valid.to = std::min(valid.to.value_or(*period.to), *period.to);
        return valid.from && valid.to && *valid.to < *valid.from;
    });
}

}  // namespace ebbflow::geo
