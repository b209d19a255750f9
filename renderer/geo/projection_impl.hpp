#pragma once
// What a Projection holds of PROJ, for the geo room's own sources. Not for other rooms.

#include <memory>
#include <string>

#include "geo/projection.hpp"

struct PJconsts;
struct pj_ctx;

namespace ebbflow::geo {

struct ProjDeleter {
    void operator()(pj_ctx* context) const;
    void operator()(PJconsts* operation) const;
};

struct Projection::Impl {
    /// Throws core::Failure as Projection's constructor says.
    explicit Impl(const std::string& text);

    std::string definition;
    std::string lastMessage;  ///< PROJ's log
    std::string projString;   ///< the CRS as `+proj=…`, for finding its family
    double kmPerUnit = 0.001;
    // Owned even while the constructor throws; the operation goes before its context.
    std::unique_ptr<pj_ctx, ProjDeleter> context;
    std::unique_ptr<PJconsts, ProjDeleter>
        operation;  ///< degrees, longitude first → units of the CRS
};

}  // namespace ebbflow::geo
