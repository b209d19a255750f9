#include "remote/same_site.hpp"

namespace ebbflow::remote {

bool fromOurPage(const Origin& origin) {
    // `none`: typed into the browser's own line.
    const bool sameSite =
        origin.site.empty() || origin.site == "same-origin" || origin.site == "none";
    const bool sameOrigin = origin.origin.empty() || origin.origin == "http://" + origin.host ||
                            origin.origin == "https://" + origin.host;
    return sameSite && sameOrigin;
}

}  // namespace ebbflow::remote
