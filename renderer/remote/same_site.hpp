#pragma once
// Whether a browser sent a request for a page of ours, or for somebody else's that is open beside
// it. What is no browser says nothing of the kind, and is known by its token alone.

#include <string>

namespace ebbflow::remote {

/// What a request's headers say of where it comes from; empty: no such header.
struct Origin {
    std::string host;    ///< `Host`: whom it means to ask
    std::string origin;  ///< `Origin`: of which page it is
    std::string site;    ///< `Sec-Fetch-Site`
};

/// Source: W3C, "Fetch Metadata Request Headers"; RFC 6454, "The Web Origin Concept".
[[nodiscard]] bool fromOurPage(const Origin& origin);

}  // namespace ebbflow::remote
